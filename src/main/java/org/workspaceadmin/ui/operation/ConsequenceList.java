package org.workspaceadmin.ui.operation;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.Texts;

/** What an operation will do to users, one sentence a line, each with the shape of its weight. */
final class ConsequenceList extends VBox {
    private final Texts texts;
    private final VBox lines = new VBox();
    private List<Line> shown = List.of();
    private String language = "";

    ConsequenceList(Texts texts) {
        this.texts = texts;
        getStyleClass().add("consequences");
        lines.getStyleClass().add("consequence-lines");
        Label heading = new Label();
        heading.textProperty().bind(texts.text("operation.happens"));
        heading.getStyleClass().add("text-strong");
        setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(heading, lines);
    }

    void show(List<Line> sentences) {
        String now = texts.languageProperty().get().name();
        if (sentences.equals(shown) && now.equals(language)) {
            return;
        }
        shown = sentences;
        language = now;
        lines.getChildren().setAll(sentences.stream().map(this::line).toList());
    }

    private HBox line(Line sentence) {
        Label label = new Label(Sentences.of(texts, sentence));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(label, Priority.ALWAYS);
        FontIcon icon =
                switch (sentence.weight()) {
                    case PLAIN -> Icons.INFO.node();
                    case WARNING -> Icons.ATTENTION.node();
                    case DANGER -> Icons.BAD.node();
                };
        HBox line = new HBox(icon, label);
        line.getStyleClass()
                .addAll("consequence", sentence.weight().name().toLowerCase(Locale.ROOT));
        return line;
    }
}
