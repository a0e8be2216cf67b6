package org.workspaceadmin.ui.shell;

import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.ui.common.Overlay;
import org.workspaceadmin.ui.common.ProblemPane;
import org.workspaceadmin.ui.common.Screen;
import org.workspaceadmin.ui.common.Skin;
import org.workspaceadmin.ui.common.UiContext;

/** The frame's nodes. */
public final class ShellView {
    private final ShellViewModel model;
    private final Screen welcome;
    private final StackPane content = new StackPane();
    private final TopBar top;
    private final KeysSheet keys;
    private final Overlay overlay = new Overlay();
    private final StackPane root = new StackPane();

    /**
     * The frame.
     *
     * @param model its state
     * @param actions what it asks of the program
     * @param context what every screen is given
     * @param skin the theme
     * @param memory what is remembered
     * @param welcome what is shown while no connection is open
     */
    public ShellView(
            ShellViewModel model,
            ShellActions actions,
            UiContext context,
            Skin skin,
            ShellMemory memory,
            Screen welcome) {
        this.model = model;
        this.welcome = welcome;
        keys = new KeysSheet(model, context.texts());
        top = new TopBar(model, actions, context, overlay, skin, memory, keys::open);
        NavigationBar navigation = new NavigationBar(model, context.texts());
        navigation.visibleProperty().bind(model.connectionProperty().isNotNull());
        navigation.managedProperty().bind(navigation.visibleProperty());
        content.getStyleClass().add("content");
        // A place that wants more room than there is must not push the frame out of the window.
        content.setMinSize(0, 0);
        content.setAlignment(Pos.TOP_LEFT);
        Rectangle window = new Rectangle();
        window.widthProperty().bind(content.widthProperty());
        window.heightProperty().bind(content.heightProperty());
        content.setClip(window);

        Button dismiss = new Button();
        dismiss.textProperty().bind(context.texts().text("shell.dismiss"));
        dismiss.getStyleClass().add("small");
        dismiss.setOnAction(e -> model.problemProperty().set(null));
        ProblemPane problem = new ProblemPane(context, dismiss);
        problem.setId("program-problem");
        problem.problemProperty().bindBidirectional(model.problemProperty());
        SignInBand signIn = signInBand(actions, context);
        VBox band = new VBox(signIn, problem);
        band.getStyleClass().add("band");
        band.managedProperty().bind(problem.managedProperty().or(signIn.managedProperty()));
        band.visibleProperty().bind(band.managedProperty());
        // The dialog that is open dims the band, so it has one of its own.
        overlay.banner(signInBand(actions, context));

        BorderPane middle = new BorderPane(content);
        middle.setMinSize(0, 0);
        middle.setTop(band);
        BorderPane frame = new BorderPane(middle);
        frame.getStyleClass().add("frame");
        frame.setMinSize(0, 0);
        frame.setTop(top);
        frame.setLeft(navigation);
        BottomBar bottom = new BottomBar(model, context);
        bottom.visibleProperty().bind(model.connectionProperty().isNotNull());
        bottom.managedProperty().bind(bottom.visibleProperty());
        frame.setBottom(bottom);
        root.getChildren().addAll(frame, keys, overlay);
        root.getStyleClass().add("shell");
        if (Keys.MAC) {
            frame.setTop(
                    new VBox(
                            new SystemMenu(
                                    model, actions, context.texts(), top::focusSearch, keys::open),
                            top));
        }
        model.currentProperty().subscribe(place -> show(place));
        model.connectionProperty().subscribe(connection -> overlay.close());
    }

    private SignInBand signInBand(ShellActions actions, UiContext context) {
        return new SignInBand(
                model,
                context.texts(),
                () -> SignInAgainDialog.open(model, actions, context, overlay));
    }

    /** The root of the window's scene. */
    public Parent root() {
        return root;
    }

    /** The layer above everything, for dialogs. */
    public Overlay overlay() {
        return overlay;
    }

    /**
     * Makes the frame's keys work.
     *
     * @param scene the window's
     */
    public void installKeys(Scene scene) {
        scene.getAccelerators().put(Keys.SEARCH, top::focusSearch);
        scene.getAccelerators().put(Keys.REFRESH, model::refresh);
        scene.getAccelerators().put(Keys.SHEET, keys::open);
        model.places()
                .addListener(
                        (ListChangeListener<Place>)
                                change -> {
                                    for (int i = 1; i <= model.places().size(); i++) {
                                        int number = i;
                                        scene.getAccelerators()
                                                .put(Keys.place(i), () -> model.goTo(number));
                                    }
                                });
        for (int i = 1; i <= model.places().size(); i++) {
            int number = i;
            scene.getAccelerators().put(Keys.place(i), () -> model.goTo(number));
        }
    }

    /**
     * Goes to a place.
     *
     * @param placeId its stable name; one that is not there is ignored
     */
    public void goTo(String placeId) {
        model.goTo(placeId);
    }

    /**
     * Goes to a place and looks for something there.
     *
     * @param placeId such as {@code desktops}; an unknown one does nothing
     * @param text what to look for, empty to show everything
     */
    public void goTo(String placeId, String text) {
        model.goTo(placeId, text);
    }

    /**
     * Who shows an operation of the open connection's jobs.
     *
     * @param shows gets its id
     */
    public void showsJobs(Consumer<String> shows) {
        model.showsJobs(shows);
    }

    /**
     * Puts something into the lower right corner, above the content and below the dialogs.
     *
     * @param node takes the mouse only where something is
     */
    public void corner(Node node) {
        StackPane.setAlignment(node, Pos.BOTTOM_RIGHT);
        root.getChildren().add(1, node);
    }

    private void show(@Nullable Place place) {
        Screen screen = place == null ? welcome : place.screen();
        Node node = screen.root();
        if (content.getChildren().equals(List.of(node))) {
            return;
        }
        if (place == null) {
            welcome.shown();
        } else {
            welcome.hidden();
        }
        content.getChildren().setAll(node);
        screen.focus();
    }
}
