package org.workspaceadmin.ui.connection;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.workspaceadmin.ui.common.Overlay;
import org.workspaceadmin.ui.common.Texts;

/** Asks before something is lost. The safe answer is the default one, and what Esc means. */
final class Question {
    private static final double WIDTH = 440;

    private final Texts texts;
    private final Overlay overlay;
    private final VBox dialog = new VBox();
    private final HBox buttons = new HBox();
    private final Button keep = new Button();

    Question(Texts texts, Overlay overlay) {
        this.texts = texts;
        this.overlay = overlay;
        dialog.getStyleClass().addAll("sheet", "question");
        dialog.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        dialog.setPrefWidth(WIDTH);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getStyleClass().add("gap-8");
    }

    /** What is asked. */
    Question title(String key, Object... arguments) {
        return line("text-heading", key, arguments);
    }

    /** What would happen. */
    Question text(String key, Object... arguments) {
        return line("question-text", key, arguments);
    }

    /** The answer that changes nothing. */
    Question keep(String key) {
        keep.setId("question-keep");
        keep.setText(texts.now(key));
        keep.setDefaultButton(true);
        keep.setOnAction(e -> overlay.close());
        buttons.getChildren().add(keep);
        return this;
    }

    /** The answer that loses something. */
    Question destroy(String key, Runnable action) {
        Button destroy = new Button(texts.now(key));
        destroy.setId("question-do");
        destroy.getStyleClass().add("danger");
        destroy.setOnAction(e -> {
            overlay.close();
            action.run();
        });
        buttons.getChildren().addFirst(destroy);
        return this;
    }

    /** Asks. */
    void open() {
        dialog.getChildren().add(buttons);
        overlay.open(dialog, keep, overlay::close, () -> {});
    }

    private Question line(String styleClass, String key, Object... arguments) {
        Label line = new Label(texts.now(key, arguments));
        line.getStyleClass().add(styleClass);
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        dialog.getChildren().add(line);
        return this;
    }
}
