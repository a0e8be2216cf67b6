package org.workspaceadmin.ui.connection;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.connection.transfer.ConnectionsFile;
import org.workspaceadmin.ui.common.ConnectionEntry;
import org.workspaceadmin.ui.common.Overlay;
import org.workspaceadmin.ui.common.ProblemPane;
import org.workspaceadmin.ui.common.ProblemText;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.UiContext;

/** Hands chosen connections to colleagues, in a file without secrets. */
final class ExportDialog extends VBox {
    private static final double WIDTH = 480;

    private final ConnectionActions actions;
    private final UiContext context;
    private final Texts texts;
    private final Overlay overlay;
    private final Map<Connection, CheckBox> boxes = new LinkedHashMap<>();
    private final CheckBox identities = new CheckBox();
    private final Button write = new Button();
    private final Label done = new Label();
    private final ProblemPane problem;

    private ExportDialog(
            List<ConnectionEntry> entries,
            ConnectionActions actions,
            UiContext context,
            Overlay overlay) {
        this.actions = actions;
        this.context = context;
        this.overlay = overlay;
        texts = context.texts();
        problem = new ProblemPane(context);
        build(entries);
    }

    /**
     * Opens it.
     *
     * @param entries what can be handed on
     * @param actions the program around
     * @param context what every screen is given
     * @param overlay where it is shown
     */
    static void open(
            List<ConnectionEntry> entries,
            ConnectionActions actions,
            UiContext context,
            Overlay overlay) {
        ExportDialog dialog = new ExportDialog(entries, actions, context, overlay);
        overlay.open(dialog, dialog.write, overlay::close, () -> {});
    }

    private void build(List<ConnectionEntry> entries) {
        getStyleClass().add("sheet");
        setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        setPrefWidth(WIDTH);
        Label title = new Label(texts.now("connection.export.title"));
        title.getStyleClass().add("text-heading");
        VBox list = new VBox();
        list.getStyleClass().add("gap-8");
        for (ConnectionEntry entry : entries) {
            CheckBox box = new CheckBox(entry.connection().name());
            box.setMnemonicParsing(false);
            box.setSelected(true);
            box.setOnAction(e -> count());
            boxes.put(entry.connection(), box);
            list.getChildren().add(box);
        }
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("dialog-scroll");
        identities.setId("export-identities");
        identities.setText(texts.now("connection.export.identities"));
        done.setId("export-done");
        done.setWrapText(true);
        done.managedProperty().bind(done.visibleProperty());
        done.setVisible(false);
        Button close = new Button(texts.now("shell.close"));
        close.setId("export-close");
        close.setOnAction(e -> overlay.close());
        write.setId("export-write");
        write.getStyleClass().add("accent");
        write.setOnAction(e -> choose());
        HBox buttons = new HBox(close, write);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getStyleClass().add("gap-8");
        getChildren()
                .addAll(
                        title,
                        muted(texts.now("connection.export.intro")),
                        scroll,
                        identities,
                        done,
                        problem,
                        buttons);
        count();
    }

    private List<Connection> chosen() {
        List<Connection> chosen = new ArrayList<>();
        boxes.forEach((connection, box) -> {
            if (box.isSelected()) {
                chosen.add(connection);
            }
        });
        return chosen;
    }

    private void count() {
        int count = chosen().size();
        write.setText(texts.now("connection.export.write", count));
        write.setDisable(count == 0);
    }

    private void choose() {
        context.files()
                .chooseToSave(
                        texts.now("connection.export.title"),
                        "connections" + ConnectionsFile.SUFFIX,
                        texts.now("connection.import.file.kind"),
                        List.of("*.json"))
                .ifPresent(this::write);
    }

    private void write(Path file) {
        done.setVisible(false);
        problem.problemProperty().set(null);
        actions.export(file, chosen(), identities.isSelected())
                .then(
                        context.ui(),
                        count -> {
                            done.setText(
                                    texts.now("connection.export.done", count, file.toString()));
                            done.setVisible(true);
                        },
                        failure -> problem.problemProperty().set(ProblemText.problemOf(failure)));
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("text-small", "text-muted");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
