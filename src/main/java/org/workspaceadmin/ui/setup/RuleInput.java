package org.workspaceadmin.ui.setup;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.workspaceadmin.rules.domain.DomainField;
import org.workspaceadmin.ui.common.AccessKey;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.Texts;

/**
 * A labelled text input with rules: what is broken stands beneath it once it was left, and a screen
 * reader hears every change. A text far longer than any rule allows is not taken over into the
 * input, which would freeze the window; it is said and what stood there stays.
 */
final class RuleInput extends VBox {
    /** No rule allows nearly as much. */
    static final int LONGEST = 2_000;

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

    private final Texts texts;
    private final String nameKey;
    private final RuleField<?> rules;
    private final TextField input;
    private final Label message = new Label();
    private final Subscription following;
    private int refusedLength;

    /**
     * An input.
     *
     * @param texts the language
     * @param nameKey key of its label
     * @param input a text or password field
     * @param row what is put beneath the label: the field, or something that holds it
     * @param value what is typed
     * @param rules its rules
     * @param entered hears that the operator is in it
     */
    RuleInput(
            Texts texts,
            String nameKey,
            TextField input,
            Node row,
            StringProperty value,
            RuleField<?> rules,
            Consumer<RuleInput> entered) {
        this.texts = texts;
        this.nameKey = nameKey;
        this.rules = rules;
        this.input = input;
        getStyleClass().add("field-block");
        Label name = new Label();
        name.textProperty()
                .bind(texts.of(() -> AccessKey.in(texts.now(nameKey), accessKey(rules.field()))));
        name.getStyleClass().add("field-name");
        name.setMnemonicParsing(true);
        name.setLabelFor(input);
        input.setId("setup-" + rules.field().name());
        input.setTextFormatter(new TextFormatter<>(this::tooLong));
        input.textProperty().bindBidirectional(value);
        message.setId("setup-fault-" + rules.field().name());
        message.getStyleClass().addAll("text-small", "text-danger");
        message.setWrapText(true);
        message.setMinHeight(Region.USE_PREF_SIZE);
        message.managedProperty().bind(message.visibleProperty());
        getChildren().addAll(name, row, message);
        input.focusedProperty()
                .subscribe((was, is) -> {
                    if (is) {
                        entered.accept(this);
                    } else if (was) {
                        rules.left();
                    }
                });
        following =
                rules.linesProperty()
                        .subscribe(lines -> draw())
                        .and(texts.languageProperty().subscribe(language -> draw()));
    }

    /** Alt and this letter lead to the input; each but once on a step, and none of the buttons'. */
    private static char accessKey(DomainField field) {
        return switch (field) {
            case NAME -> 'D';
            case ACCOUNT -> 'A';
            case PASSWORD -> 'P';
            case ACTIVE_NAME -> 'F';
            case ACTIVE_IP -> 'R';
            case ACTIVE_DNS -> 'S';
            case STANDBY_NAME -> 'U';
            case STANDBY_IP -> 'E';
            case STANDBY_DNS -> 'V';
            default -> throw new IllegalArgumentException(field.name());
        };
    }

    /** Follows its rules and the language no more. */
    void close() {
        following.unsubscribe();
    }

    /** The input's name in words. */
    String name() {
        return texts.now(nameKey);
    }

    /** Its rules as they stand. */
    RuleField<?> rules() {
        return rules;
    }

    /** Puts the cursor into it. */
    void enter() {
        input.requestFocus();
        input.end();
    }

    private TextFormatter.Change tooLong(TextFormatter.Change change) {
        int length = change.getControlNewText().length();
        if (length <= LONGEST) {
            refusedLength = 0;
            return change;
        }
        refusedLength = length;
        draw();
        change.setText("");
        change.setRange(change.getControlCaretPosition(), change.getControlCaretPosition());
        return change;
    }

    private void draw() {
        boolean broken = rules.verdictProperty().get() == RuleField.Verdict.BROKEN;
        input.pseudoClassStateChanged(WRONG, broken || refusedLength > 0);
        String text =
                refusedLength > 0
                        ? texts.now("setup.field.tooLong", refusedLength, LONGEST)
                        : broken ? words(RuleLine.State.BROKEN) : "";
        message.setText(text);
        message.setGraphic(text.isEmpty() ? null : Icons.BAD.node());
        message.setVisible(!text.isEmpty());
        String heard = text.isEmpty() ? words(RuleLine.State.ADVICE) : text;
        input.setAccessibleHelp(heard);
        input.notifyAccessibleAttributeChanged(AccessibleAttribute.HELP);
    }

    private String words(RuleLine.State state) {
        List<RuleLine> found =
                rules.linesProperty().get().stream().filter(l -> l.state() == state).toList();
        return found.stream().map(l -> RuleList.words(texts, l)).collect(Collectors.joining("\n"));
    }
}
