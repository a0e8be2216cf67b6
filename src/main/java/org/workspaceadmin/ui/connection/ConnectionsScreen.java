package org.workspaceadmin.ui.connection;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.ui.common.ConnectionEntry;
import org.workspaceadmin.ui.common.EmptyState;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.Overlay;
import org.workspaceadmin.ui.common.ProblemPane;
import org.workspaceadmin.ui.common.Screen;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.UiContext;
import org.workspaceadmin.ui.connection.ConnectionActions.Removal;
import org.workspaceadmin.ui.connection.ConnectionCell.Command;
import org.workspaceadmin.ui.connection.ConnectionsViewModel.Editing;

/** The kept connections, and the one that is made or changed in their place. */
public final class ConnectionsScreen implements Screen {
    private final ConnectionsViewModel model;
    private final ConnectionActions actions;
    private final UiContext context;
    private final Texts texts;
    private final Overlay overlay;
    private final ListView<ConnectionEntry> list = new ListView<>();
    private final VBox page = new VBox();
    private final StackPane root = new StackPane();
    private @Nullable EditorView editor;

    /**
     * The page.
     *
     * @param model its state
     * @param actions the program around
     * @param context what every screen is given
     * @param overlay where dialogs are shown
     */
    public ConnectionsScreen(
            ConnectionsViewModel model,
            ConnectionActions actions,
            UiContext context,
            Overlay overlay) {
        this.model = model;
        this.actions = actions;
        this.context = context;
        this.overlay = overlay;
        texts = context.texts();
        ProblemPane problem = new ProblemPane(context);
        problem.setId("connections-problem");
        problem.problemProperty().bindBidirectional(model.problemProperty());
        StackPane place = new StackPane(list(), empty());
        VBox.setVgrow(place, Priority.ALWAYS);
        page.getChildren().addAll(header(), problem, place);
        page.getStyleClass().add("connections-page");
        root.getStyleClass().add("connections-screen");
        root.getChildren().add(page);
        model.editingProperty().subscribe(this::show);
        model.removalProperty()
                .subscribe(came -> {
                    if (came instanceof Removal.StillFollowed still) {
                        refuse(still.openOperations());
                    }
                });
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void shown() {
        model.refresh();
    }

    @Override
    public void hidden() {
        model.closeEditor();
    }

    @Override
    public void focus() {
        EditorView open = editor;
        if (open != null) {
            open.focusFirst();
        } else {
            list.requestFocus();
            if (list.getSelectionModel().isEmpty()) {
                list.getSelectionModel().selectFirst();
            }
        }
    }

    /** Asks for the sign-in of a connection in a dialog, and opens it. */
    public void askSignIn(Connection connection) {
        SignInDialog.open(connection, actions, context, overlay, model::complete);
    }

    /** Opens the dialog that takes connections over from files and variables. */
    public void importConnections() {
        ImportDialog.open(model, actions, context, overlay);
    }

    private HBox header() {
        Button back = new Button();
        back.setId("connections-back");
        back.setGraphic(Icons.BACK.node());
        back.getStyleClass().addAll("flat", "button-icon");
        back.accessibleTextProperty().bind(texts.text("connections.leave"));
        back.setOnAction(e -> model.leave());
        Label title = new Label();
        title.textProperty().bind(texts.text("connections.title"));
        title.getStyleClass().add("text-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button take = button("connections-import", "connections.import", this::importConnections);
        Button hand = button("connections-export", "connections.export", this::export);
        hand.disableProperty().bind(Bindings.isEmpty(model.entries()));
        Button add = button("connections-add", "connections.add", model::add);
        add.getStyleClass().add("accent");
        HBox header = new HBox(back, title, gap, take, hand, add);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("page-header");
        return header;
    }

    private ListView<ConnectionEntry> list() {
        list.setId("connections-list");
        list.setItems(model.entries());
        list.getStyleClass().add("connections-list");
        list.accessibleTextProperty().bind(texts.text("connections.title"));
        list.setCellFactory(view -> new ConnectionCell(model, context, this::run));
        list.visibleProperty().bind(Bindings.isNotEmpty(model.entries()));
        list.setOnKeyPressed(this::key);
        model.openingProperty().subscribe((was, is) -> list.refresh());
        return list;
    }

    private EmptyState empty() {
        Button add = new Button();
        add.setId("connections-add-first");
        add.textProperty().bind(texts.text("connections.add"));
        add.getStyleClass().add("accent");
        add.setOnAction(e -> model.add());
        Button take = new Button();
        take.textProperty().bind(texts.text("connections.import"));
        take.setOnAction(e -> importConnections());
        EmptyState empty =
                new EmptyState(
                        Icons.CONNECTION,
                        texts.text("connections.empty.title"),
                        texts.text("connections.empty.text"),
                        add,
                        take);
        empty.visibleProperty().bind(Bindings.isEmpty(model.entries()));
        return empty;
    }

    private Button button(String id, String key, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(texts.text(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        return button;
    }

    private void key(KeyEvent event) {
        ConnectionEntry chosen = list.getSelectionModel().getSelectedItem();
        if (chosen == null) {
            return;
        }
        Optional<Command> command =
                event.getCode() == KeyCode.ENTER
                        ? Optional.of(Command.OPEN)
                        : event.getCode() == KeyCode.F2
                                ? Optional.of(Command.EDIT)
                                : event.getCode() == KeyCode.DELETE && !chosen.locked()
                                        ? Optional.of(Command.REMOVE)
                                        : Optional.empty();
        command.ifPresent(wanted -> {
            event.consume();
            run(wanted, chosen);
        });
    }

    private void run(Command command, ConnectionEntry entry) {
        switch (command) {
            case OPEN -> model.open(entry.id(), this::askSignIn);
            case EDIT -> model.edit(entry.id());
            case DUPLICATE -> model.duplicate(entry.id());
            case TEST -> test(entry);
            case REMOVE -> remove(entry);
        }
    }

    /**
     * The test stands beside the inputs it is about; it starts by itself when nothing is missing.
     */
    private void test(ConnectionEntry entry) {
        model.edit(entry.id());
        Editing open = model.editingProperty().get();
        if (open != null) {
            open.probe().start();
        }
    }

    private void remove(ConnectionEntry entry) {
        new Question(texts, overlay)
                .title("connections.remove.title", entry.connection().name())
                .text(
                        entry.remembered()
                                ? "connections.remove.textRemembered"
                                : "connections.remove.text")
                .keep("connections.remove.keep")
                .destroy("connections.remove.do", () -> model.remove(entry.id()))
                .open();
    }

    private void refuse(int operations) {
        new Question(texts, overlay)
                .title("connections.remove.followed.title")
                .text("connections.remove.followed.text", operations)
                .keep("shell.close")
                .open();
    }

    private void export() {
        ExportDialog.open(model.entries(), actions, context, overlay);
    }

    private void show(@Nullable Editing editing) {
        if (editing == null) {
            editor = null;
            root.getChildren().setAll(page);
            focusLater();
            return;
        }
        EditorView view = new EditorView(editing, context, this::leaveEditor);
        editor = view;
        root.getChildren().setAll(view);
        focusLater();
    }

    private void focusLater() {
        if (root.getScene() != null) {
            root.applyCss();
            root.layout();
            focus();
        }
    }

    private void leaveEditor() {
        Editing open = model.editingProperty().get();
        if (open == null || !open.model().changed()) {
            model.closeEditor();
            return;
        }
        new Question(texts, overlay)
                .title("editor.lose.title")
                .text("editor.lose.text")
                .keep("editor.lose.keep")
                .destroy("editor.lose.do", model::closeEditor)
                .open();
    }
}
