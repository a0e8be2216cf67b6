package org.workspaceadmin.ui.connection;

import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.workspaceadmin.connection.InputFault.Field;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.ProblemPane;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.UiContext;
import org.workspaceadmin.ui.connection.ConnectionsViewModel.Editing;

/** A connection while it is made or changed: its inputs, its test beside them, what to do below. */
final class EditorView extends BorderPane {
    private static final KeyCombination SEND =
            new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

    private final Editing editing;
    private final Texts texts;
    private final EditorForm form;
    private final Runnable back;
    private final ScrollPane scroll = new ScrollPane();

    /**
     * The editor.
     *
     * @param editing what is typed and what can be done with it
     * @param context what every screen is given
     * @param back leaves it, asking first if something would be lost
     */
    EditorView(Editing editing, UiContext context, Runnable back) {
        this.editing = editing;
        this.back = back;
        texts = context.texts();
        form = new EditorForm(editing, context);
        form.disableProperty().bind(editing.commands().busyProperty());
        getStyleClass().add("connection-editor");
        scroll.setContent(form);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("editor-scroll", "dialog-scroll");
        ScrollToFocus.in(scroll);
        ProbePane probe = new ProbePane(editing.probe(), context);
        ScrollPane tested = new ScrollPane(probe);
        tested.setFitToWidth(true);
        tested.getStyleClass().addAll("editor-probe", "dialog-scroll");
        HBox middle = new HBox(scroll, tested);
        middle.getStyleClass().add("editor-middle");
        HBox.setHgrow(tested, Priority.ALWAYS);
        setTop(header());
        setCenter(middle);
        setBottom(new VBox(problem(context), footer()));
        watchForTest();
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        // The form was disabled while the service was asked and lost the focus by that.
        editing.commands()
                .problemProperty()
                .subscribe(failure -> {
                    if (failure != null) {
                        form.focusAfter(failure);
                    }
                });
        editing.commands()
                .projects()
                .addListener((InvalidationListener) change -> form.focus(Field.PROJECT));
    }

    void focusFirst() {
        form.focusFirst();
    }

    private HBox header() {
        Button leave = new Button();
        leave.setId("editor-back");
        leave.setGraphic(Icons.BACK.node());
        leave.getStyleClass().addAll("flat", "button-icon");
        leave.accessibleTextProperty().bind(texts.text("connections.back"));
        leave.setOnAction(e -> back.run());
        Label title = new Label();
        title.getStyleClass().add("text-title");
        title.textProperty()
                .bind(
                        texts.of(() ->
                                editing.model()
                                        .edited()
                                        .map(old -> texts.now("editor.title.edit", old.name()))
                                        .orElseGet(() -> texts.now("editor.title.new"))));
        HBox header = new HBox(leave, title);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("page-header");
        return header;
    }

    private VBox problem(UiContext context) {
        ProblemPane problem = new ProblemPane(context);
        problem.setId("editor-problem");
        problem.problemProperty().bindBidirectional(editing.commands().problemProperty());
        ScrollPane bounded = new ScrollPane(problem);
        bounded.setFitToWidth(true);
        bounded.setMaxHeight(220);
        bounded.getStyleClass().add("dialog-scroll");
        VBox band = new VBox(bounded);
        band.getStyleClass().add("editor-band");
        band.visibleProperty().bind(problem.visibleProperty());
        band.managedProperty().bind(band.visibleProperty());
        return band;
    }

    private HBox footer() {
        EditorCommands commands = editing.commands();
        Button connect = new Button();
        connect.setId("save-and-connect");
        connect.textProperty().bind(texts.text("editor.connect"));
        connect.getStyleClass().add("accent");
        connect.setMinWidth(Region.USE_PREF_SIZE);
        connect.disableProperty().bind(commands.busyProperty());
        connect.setOnAction(e -> connect());
        Button save = new Button();
        save.setId("save");
        save.textProperty().bind(texts.text("editor.save"));
        save.setMinWidth(Region.USE_PREF_SIZE);
        save.disableProperty().bind(commands.busyProperty());
        save.setOnAction(e -> {
            if (draftIsGood()) {
                commands.save();
            }
        });
        ProgressIndicator turning = new ProgressIndicator();
        turning.getStyleClass().add("small-progress");
        Label asking = new Label();
        asking.textProperty().bind(texts.text("editor.asking"));
        asking.getStyleClass().add("text-muted");
        Button stop = new Button();
        stop.setId("cancel");
        stop.textProperty().bind(texts.text("editor.cancel"));
        stop.setMinWidth(Region.USE_PREF_SIZE);
        stop.setOnAction(e -> commands.cancel());
        HBox going = new HBox(turning, asking, stop);
        going.setAlignment(Pos.CENTER_LEFT);
        going.getStyleClass().add("gap-8");
        going.visibleProperty().bind(commands.busyProperty());
        Label safe = new Label();
        safe.textProperty().bind(texts.text("editor.safe"));
        safe.getStyleClass().addAll("text-small", "text-muted");
        safe.visibleProperty().bind(commands.busyProperty().not());
        safe.managedProperty().bind(safe.visibleProperty());
        going.managedProperty().bind(going.visibleProperty());
        HBox footer = new HBox(connect, save, going, safe);
        footer.setAlignment(Pos.CENTER_LEFT);
        footer.getStyleClass().add("editor-footer");
        return footer;
    }

    private void connect() {
        Optional<Field> draft = editing.model().judgeDraft();
        Optional<Field> signIn = editing.model().signIn().judgeAll();
        Optional<Field> first = draft.or(() -> signIn);
        if (first.isPresent()) {
            form.focus(first.get());
        } else {
            editing.commands().connect();
        }
    }

    /** To be kept without being tried, a connection needs no sign-in, only somebody's name. */
    private boolean draftIsGood() {
        Optional<Field> wrong = editing.model().judgeDraft();
        wrong.ifPresent(form::focus);
        return wrong.isEmpty();
    }

    /** A test needs all that connecting needs, and is about what is typed now. */
    private void watchForTest() {
        EditorViewModel model = editing.model();
        SignInViewModel signIn = model.signIn();
        Runnable retyped =
                () -> {
                    editing.probe().readyProperty().set(model.complete() && signIn.complete());
                    editing.probe().retyped();
                };
        retyped.run();
        model.onTyped(retyped);
        signIn.onTyped(retyped);
    }

    private void key(KeyEvent event) {
        if (SEND.match(event) && !editing.commands().busyProperty().get()) {
            connect();
            event.consume();
        }
    }
}
