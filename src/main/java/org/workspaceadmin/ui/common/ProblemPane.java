package org.workspaceadmin.ui.common;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.workspaceadmin.model.Field;
import org.workspaceadmin.model.Problem;

/**
 * A problem in place: what happened, what it means, what to do; codes and the service's text folded
 * away; one button copies everything. Takes no room while there is no problem.
 */
public final class ProblemPane extends VBox {
    private final Texts texts;
    private final ObjectProperty<@Nullable Problem> problem = new SimpleObjectProperty<>();
    private final Label title = new Label();
    private final Label meaning = new Label();
    private final Label advice = new Label();
    private final GridPane facts = new GridPane();
    private final FlowPane buttons = new FlowPane();
    private final Button details = new Button();
    private final BooleanProperty unfolded = new SimpleBooleanProperty();

    /**
     * A pane without a problem.
     *
     * @param context what every screen is given; its help line answers the offers
     * @param steps buttons of the place it is shown in, such as Retry; may be none
     */
    public ProblemPane(UiContext context, Button... steps) {
        this(context.texts(), context.clipboard(), steps);
    }

    /**
     * A pane that offers no help beside its steps.
     *
     * @param texts the language
     * @param clipboard where the copy goes
     * @param steps buttons of the place it is shown in, such as Retry; may be none
     */
    public ProblemPane(Texts texts, ClipboardPort clipboard, Button... steps) {
        this.texts = texts;
        getStyleClass().add("problem-pane");
        FontIcon icon = Icons.BAD.node();
        icon.getStyleClass().add("problem-icon");
        title.getStyleClass().add("problem-title");
        title.setGraphic(icon);
        title.setWrapText(true);
        meaning.setWrapText(true);
        meaning.getStyleClass().add("problem-meaning");
        advice.setWrapText(true);
        advice.getStyleClass().add("problem-advice");
        facts.getStyleClass().add("problem-facts");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        facts.getColumnConstraints().addAll(names, values);

        details.textProperty().bind(texts.text("problem.details"));
        details.getStyleClass().addAll("flat", "small", "problem-details");
        details.setOnAction(e -> unfolded.set(!unfolded.get()));
        details.graphicProperty()
                .bind(unfolded.map(open -> (open ? Icons.UNFOLDED : Icons.FOLDED).node()));
        facts.visibleProperty().bind(unfolded);
        facts.managedProperty().bind(facts.visibleProperty());

        Button copy = new Button();
        copy.setGraphic(Icons.COPY.node());
        copy.textProperty().bind(texts.text("problem.copy"));
        copy.getStyleClass().addAll("flat", "small", "problem-copy");
        copy.setOnAction(e -> {
            Problem shown = problem.get();
            if (shown != null) {
                clipboard.copy(ProblemText.of(texts.messages(), shown).copyText());
            }
        });
        buttons.getStyleClass().add("problem-buttons");
        buttons.setAlignment(Pos.CENTER_LEFT);
        buttons.getChildren().addAll(steps);
        buttons.getChildren().addAll(details, copy);

        VBox words = new VBox(title, meaning, advice);
        words.getStyleClass().add("problem-words");
        getChildren().addAll(words, buttons, facts);
        visibleProperty().bind(problem.isNotNull());
        managedProperty().bind(visibleProperty());
        problem.subscribe(shown -> show(shown));
        texts.languageProperty().subscribe(language -> show(problem.get()));
    }

    /** What is shown; null for nothing. */
    public ObjectProperty<@Nullable Problem> problemProperty() {
        return problem;
    }

    private void show(@Nullable Problem shown) {
        facts.getChildren().clear();
        if (shown == null) {
            return;
        }
        ProblemText text = ProblemText.of(texts.messages(), shown);
        title.setText(text.title());
        meaning.setText(text.meaning());
        advice.setText(text.advice());
        setAccessibleText(text.title() + ". " + text.meaning() + " " + text.advice());
        int row = 0;
        for (Field fact : text.facts()) {
            Label name = new Label(fact.path());
            name.getStyleClass().add("text-muted");
            Label value = new Label(fact.value());
            value.setWrapText(true);
            facts.addRow(row++, name, value);
        }
    }
}
