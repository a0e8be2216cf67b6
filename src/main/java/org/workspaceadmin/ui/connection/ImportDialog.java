package org.workspaceadmin.ui.connection;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.connection.transfer.ConnectionsFile;
import org.workspaceadmin.connection.transfer.Found;
import org.workspaceadmin.connection.transfer.Incoming;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.Overlay;
import org.workspaceadmin.ui.common.ProblemPane;
import org.workspaceadmin.ui.common.RememberBox;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.UiContext;

/** Shows what could be taken over from this computer or a colleague, and takes what is chosen. */
final class ImportDialog extends VBox {
    private static final double WIDTH = 720;

    private final ImportViewModel model;
    private final UiContext context;
    private final Texts texts;
    private final Overlay overlay;
    private final VBox list = new VBox();
    private final Button file = new Button();
    private final Button take = new Button();

    private ImportDialog(ImportViewModel model, UiContext context, Overlay overlay) {
        this.model = model;
        this.context = context;
        this.overlay = overlay;
        texts = context.texts();
        build();
    }

    /**
     * Opens it and looks at the usual places.
     *
     * @param page the list of connections
     * @param actions the program around
     * @param context what every screen is given
     * @param overlay where it is shown
     */
    static void open(
            ConnectionsViewModel page,
            ConnectionActions actions,
            UiContext context,
            Overlay overlay) {
        ImportViewModel model = new ImportViewModel(actions, page, context.ui(), context.timer());
        ImportDialog dialog = new ImportDialog(model, context, overlay);
        overlay.open(dialog, dialog.file, overlay::close, model::close);
        model.look();
    }

    private void build() {
        getStyleClass().addAll("sheet", "import-dialog");
        setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        setPrefWidth(WIDTH);
        Label title = new Label(texts.now("connection.import.title"));
        title.getStyleClass().add("text-heading");
        list.getStyleClass().add("import-list");
        list.setId("import-list");
        InvalidationListener rebuild = change -> rebuild();
        model.rows().addListener(rebuild);
        model.unreadable().addListener(rebuild);
        model.faulty().addListener(rebuild);
        model.lookingProperty().addListener(rebuild);
        model.notReadProperty().addListener(rebuild);
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        // As high as what is in it, and scrolling only when the window is too low for that.
        scroll.prefViewportHeightProperty().bind(list.heightProperty());
        scroll.getStyleClass().add("dialog-scroll");
        scroll.setMinHeight(120);
        ProblemPane problem = new ProblemPane(context);
        problem.problemProperty().bindBidirectional(model.problemProperty());
        RememberBox remember =
                new RememberBox(
                        model.rememberProperty(),
                        model.storeProperty(),
                        model::unlockStore,
                        "editor.remember",
                        context);
        model.wantedProperty()
                .subscribe(count -> {
                    remember.setVisible(model.secretsWanted());
                    remember.setManaged(remember.isVisible());
                });
        getChildren()
                .addAll(
                        title,
                        muted(texts.now("connection.import.intro")),
                        scroll,
                        problem,
                        remember,
                        buttons());
        rebuild();
    }

    private HBox buttons() {
        file.setId("import-file");
        file.setText(texts.now("connection.import.file"));
        file.setMinWidth(USE_PREF_SIZE);
        file.setOnAction(e ->
                context.files()
                        .chooseToOpen(
                                texts.now("connection.import.file.title"),
                                texts.now("connection.import.file.kind"),
                                List.of("*.json", "*"))
                        .ifPresent(model::read));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button cancel = new Button(texts.now("connection.import.cancel"));
        cancel.setId("import-cancel");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(e -> overlay.close());
        take.setId("import-take");
        take.setMinWidth(USE_PREF_SIZE);
        take.getStyleClass().add("accent");
        take.textProperty().bind(texts.text("connection.import.take", model.wantedProperty()));
        take.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> model.wantedProperty().get() == 0, model.wantedProperty()));
        take.setOnAction(e -> model.take(overlay::close));
        HBox buttons = new HBox(file, gap, cancel, take);
        buttons.setAlignment(Pos.CENTER_LEFT);
        buttons.getStyleClass().add("gap-8");
        return buttons;
    }

    private void rebuild() {
        list.getChildren().clear();
        ConnectionsFile.Content.NotRead not = model.notReadProperty().get();
        if (not != null) {
            list.getChildren()
                    .add(note(texts.now("connection.import.file." + not.reason(), not.detail())));
        }
        model.unreadable()
                .forEach(unreadable ->
                        list.getChildren()
                                .add(
                                        note(
                                                unreadable.where()
                                                        + ": "
                                                        + texts.now(
                                                                "connection.import.unreadable."
                                                                        + unreadable.reason()))));
        model.faulty()
                .forEach(entry ->
                        list.getChildren()
                                .add(
                                        note(
                                                texts.now(
                                                        "connection.import.faulty",
                                                        entry.name(),
                                                        texts.now(
                                                                "connection.fault."
                                                                        + entry.fault().id(),
                                                                entry.fault()
                                                                        .arguments()
                                                                        .toArray())))));
        model.rows().forEach(row -> list.getChildren().add(row(row)));
        if (model.rows().isEmpty()) {
            list.getChildren()
                    .add(
                            muted(
                                    texts.now(
                                            model.lookingProperty().get()
                                                    ? "connection.import.looking"
                                                    : "connection.import.nothing")));
        }
    }

    private HBox row(ImportRow row) {
        CheckBox box = new CheckBox();
        box.getStyleClass().add("import-box");
        box.selectedProperty().bindBidirectional(row.wantedProperty());
        box.setDisable(!row.complete());
        Label name = new Label(name(row));
        name.getStyleClass().add("text-strong");
        name.setMinWidth(0);
        box.setAccessibleText(name.getText());
        VBox words = new VBox(name, muted(about(row)));
        words.getStyleClass().add("gap-4");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(box, words);
        line.setAlignment(Pos.TOP_LEFT);
        line.getStyleClass().add("import-row");
        switch (row) {
            case ImportRow.Tool tool -> {
                for (Found.Note note : tool.found().notes()) {
                    words.getChildren().add(note(texts.now("connection.import.note." + note)));
                }
                Button complete = new Button(texts.now("connection.import.complete"));
                complete.getStyleClass().addAll("small", "import-complete");
                complete.setMinWidth(USE_PREF_SIZE);
                complete.setOnAction(e -> {
                    model.complete(row);
                    overlay.close();
                });
                line.getChildren().add(complete);
            }
            case ImportRow.Shared shared -> {
                if (shared.incoming().match() != Incoming.Match.NEW) {
                    words.getChildren()
                            .add(
                                    note(
                                            texts.now(
                                                    "connection.import.match."
                                                            + shared.incoming().match())));
                    line.getChildren().add(choices(shared));
                }
            }
        }
        return line;
    }

    private ComboBox<Incoming.Choice> choices(ImportRow.Shared row) {
        ComboBox<Incoming.Choice> choice = new ComboBox<>();
        choice.getItems().setAll(Incoming.Choice.REPLACE, Incoming.Choice.ADD);
        choice.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(Incoming.@Nullable Choice item) {
                        return item == null ? "" : texts.now("connection.import.choice." + item);
                    }

                    @Override
                    public Incoming.Choice fromString(String text) {
                        throw new UnsupportedOperationException("chosen, not typed");
                    }
                });
        choice.valueProperty().bindBidirectional(row.choiceProperty());
        choice.disableProperty().bind(row.wantedProperty().not());
        choice.setMinWidth(USE_PREF_SIZE);
        return choice;
    }

    private String name(ImportRow row) {
        String name = row.draft().name();
        return name.isEmpty()
                ? row.draft().region().isEmpty()
                        ? texts.now("connection.import.unnamed")
                        : row.draft().region()
                : name;
    }

    /** Where it was found, where it goes, who signs in; of a key only its ends. */
    private String about(ImportRow row) {
        StringBuilder about = new StringBuilder();
        if (row instanceof ImportRow.Tool tool) {
            about.append(texts.now("connection.import.origin." + tool.found().origin().kind()))
                    .append(": ")
                    .append(tool.found().origin().where())
                    .append('\n');
        }
        if (!row.draft().region().isEmpty()) {
            about.append(row.draft().region()).append("  ·  ");
        }
        about.append(ConnectionWords.who(row.identity(), texts));
        if (row instanceof ImportRow.Tool tool && tool.found().hasSecret()) {
            about.append("  ·  ").append(texts.now("connection.import.secretPresent"));
        }
        return about.toString();
    }

    private Label note(String text) {
        Label note = muted(text);
        note.setGraphic(Icons.INFO.node());
        note.getStyleClass().add("import-note");
        return note;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("text-small", "text-muted");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
