package org.workspaceadmin.ui.notice;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.StateBadge;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.Tone;

/** The notices in the corner of the window. They take the mouse only where they are. */
public final class NoticeStack extends VBox {
    private static final double WIDTH = 360;

    private final NoticesViewModel model;
    private final Texts texts;
    private final Consumer<String> open;
    private final Map<Notice, Node> cards = new HashMap<>();

    /**
     * A stack.
     *
     * @param model what it shows
     * @param texts the language
     * @param open shows an operation, by its id
     */
    public NoticeStack(NoticesViewModel model, Texts texts, Consumer<String> open) {
        this.model = model;
        this.texts = texts;
        this.open = open;
        setId("notices");
        getStyleClass().add("notices");
        setAlignment(Pos.BOTTOM_RIGHT);
        setPickOnBounds(false);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        model.shown().addListener((ListChangeListener<Notice>) change -> draw());
        texts.languageProperty()
                .subscribe(language -> {
                    cards.clear();
                    draw();
                });
    }

    private void draw() {
        cards.keySet().retainAll(model.shown());
        getChildren()
                .setAll(
                        model.shown().stream()
                                .map(notice -> cards.computeIfAbsent(notice, this::card))
                                .toList());
    }

    private Node card(Notice notice) {
        StateBadge title = new StateBadge(tone(notice), model.title(notice));
        title.getStyleClass().add("text-strong");
        title.setMaxWidth(Double.MAX_VALUE);
        title.setWrapText(true);
        HBox.setHgrow(title, Priority.ALWAYS);
        Button close = new Button();
        close.setGraphic(Icons.CLOSE.node());
        close.getStyleClass().addAll("button-icon", "flat", "small");
        close.accessibleTextProperty().bind(texts.text("notice.dismiss"));
        close.setOnAction(e -> model.dismiss(notice));
        HBox head = new HBox(title, close);
        head.setAlignment(Pos.TOP_LEFT);
        Label text = new Label(model.text(notice));
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        Button show = new Button();
        show.textProperty().bind(texts.text("notice.show"));
        show.getStyleClass().addAll("small", "notice-show");
        show.setOnAction(e -> {
            model.dismiss(notice);
            open.accept(notice.state().id());
        });
        VBox card = new VBox(head, text, show);
        card.getStyleClass().addAll("notice", "gap-8");
        card.setPrefWidth(WIDTH);
        card.setMaxWidth(WIDTH);
        card.setMinHeight(Region.USE_PREF_SIZE);
        card.setAccessibleRole(AccessibleRole.TEXT);
        card.setAccessibleText(model.title(notice) + ". " + model.text(notice));
        return card;
    }

    private static Tone tone(Notice notice) {
        return switch (notice.why()) {
            case SUCCEEDED -> Tone.GOOD;
            case FAILED -> Tone.BAD;
            case UNKNOWN -> Tone.UNKNOWN;
            case BUDGET_SPENT, TRIAL_ENDED, MISSED, HELD -> Tone.ATTENTION;
        };
    }
}
