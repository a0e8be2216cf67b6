package org.workspaceadmin.ui.about;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.workspaceadmin.model.Field;
import org.workspaceadmin.ui.common.AppIcon;
import org.workspaceadmin.ui.common.FactGrid;
import org.workspaceadmin.ui.common.Overlay;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.UiContext;

/** Versions, folders and licences in one dialog, with one button that copies what support asks. */
public final class AboutDialog extends VBox {
    private static final double WIDTH = 680;
    private static final double HEIGHT = 600;
    private static final double MARK = 64;
    private static final double LINE = 18;

    private final ProgramFacts facts;
    private final UiContext ui;
    private final Texts texts;
    private final FactGrid grid = new FactGrid();
    private final ListView<String> licences = new ListView<>();
    private final Button close = new Button();
    private Subscription language = Subscription.EMPTY;

    private AboutDialog(ProgramFacts facts, UiContext ui, Runnable onClose) {
        this.facts = facts;
        this.ui = ui;
        texts = ui.texts();
        setId("about");
        getStyleClass().addAll("operation-dialog", "about-dialog");
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        setMinHeight(0);
        setAccessibleRole(AccessibleRole.DIALOG);
        accessibleTextProperty().bind(texts.text("about.title"));
        grid.setId("about-facts");
        VBox below = new VBox(licenceTitle(), licences);
        below.getStyleClass().add("gap-8");
        below.setMinHeight(0);
        VBox.setVgrow(below, Priority.ALWAYS);
        VBox body = new VBox(grid, below);
        body.getStyleClass().add("dialog-body");
        body.setMinHeight(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        VBox.setVgrow(licences, Priority.ALWAYS);
        licences.setId("about-licences");
        licences.getStyleClass().add("about-licences");
        licences.setFixedCellSize(LINE);
        licences.setMinHeight(LINE * 4);
        licences.accessibleTextProperty().bind(texts.text("about.licences"));
        getChildren().addAll(header(), body, footer(onClose));
    }

    /**
     * Opens it above whatever is open.
     *
     * @param overlay the layer of dialogs
     * @param facts what the program knows of itself
     * @param ui what every screen is given
     */
    public static void open(Overlay overlay, ProgramFacts facts, UiContext ui) {
        Runnable[] closing = {() -> {}};
        AboutDialog dialog = new AboutDialog(facts, ui, () -> closing[0].run());
        closing[0] = overlay.openAbove(dialog, dialog.close, () -> closing[0].run(), dialog::stop);
        dialog.start();
    }

    private void start() {
        language = texts.languageProperty().subscribe(now -> grid.show(fields()));
        facts.licences()
                .get()
                .then(
                        ui.ui(),
                        lines -> licences.getItems().setAll(lines),
                        failure ->
                                licences.getItems().setAll(texts.now("about.licences.unreadable")));
    }

    private void stop() {
        language.unsubscribe();
    }

    private List<Field> fields() {
        return List.of(
                field("version", facts.version()),
                field(
                        "commit",
                        facts.commit().isEmpty()
                                ? texts.now("about.commit.unknown")
                                : facts.commit()),
                field("java", facts.java()),
                field("javafx", facts.javaFx()),
                field("system", facts.system()),
                field(
                        "graphics",
                        texts.now(
                                facts.accelerated()
                                        ? "about.graphics.accelerated"
                                        : "about.graphics.software",
                                facts.scale())),
                field("home", facts.home().toString()),
                field("logs", facts.logs().toString()));
    }

    private Field field(String name, String value) {
        return new Field(texts.now("about." + name), value);
    }

    private HBox header() {
        ImageView mark = new ImageView(new Image(AppIcon.address(AppIcon.LARGEST)));
        mark.setFitWidth(MARK);
        mark.setFitHeight(MARK);
        mark.setSmooth(true);
        Label name = new Label();
        name.textProperty().bind(texts.text("app.name"));
        name.getStyleClass().addAll("text-title", "dialog-title");
        Label what = new Label();
        what.textProperty().bind(texts.text("about.what"));
        what.getStyleClass().add("text-muted");
        what.setWrapText(true);
        VBox words = new VBox(name, what);
        words.getStyleClass().add("gap-4");
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox header = new HBox(mark, words);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().addAll("dialog-header", "about-header");
        return header;
    }

    private Label licenceTitle() {
        Label title = new Label();
        title.textProperty().bind(texts.text("about.licences"));
        title.getStyleClass().add("text-strong");
        return title;
    }

    private HBox footer(Runnable onClose) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        close.setId("about-close");
        close.textProperty().bind(texts.text("shell.close"));
        close.getStyleClass().add("accent");
        close.setDefaultButton(true);
        close.setCancelButton(true);
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setOnAction(e -> onClose.run());
        HBox footer =
                new HBox(
                        button("home", () -> open(facts.home())),
                        button("logs", () -> open(facts.logs())),
                        button("copy", () -> ui.clipboard().copy(copy())),
                        gap,
                        close);
        footer.getStyleClass().addAll("dialog-footer", "gap-8");
        footer.setAlignment(Pos.CENTER_LEFT);
        return footer;
    }

    private Button button(String name, Runnable action) {
        Button button = new Button();
        button.setId("about-" + name);
        button.textProperty().bind(texts.text("about.do." + name));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        return button;
    }

    private void open(Path folder) {
        ui.browser().open(folder.toUri());
    }

    private String copy() {
        return fields().stream()
                .map(field -> field.path() + ": " + field.value())
                .collect(Collectors.joining("\n", texts.now("app.name") + "\n", "\n"));
    }
}
