package org.workspaceadmin.ui.directory;

import java.time.ZoneId;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;
import org.workspaceadmin.fleet.health.DirectoryHealth;
import org.workspaceadmin.fleet.health.DirectoryStanding;
import org.workspaceadmin.ui.common.DirectoryWords;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.Overlay;
import org.workspaceadmin.ui.common.StandingFeed;
import org.workspaceadmin.ui.common.StateBadge;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.UiContext;
import org.workspaceadmin.ui.directory.DirectoryActions.Kind;

/**
 * The dialog Directory access: inputs at the left, standing, last sign-in and trust at the right.
 */
public final class DirectoryAccessDialog extends VBox {
    private static final double WIDTH = 920;
    private static final double HEIGHT = 640;
    private static final double LEFT = 424;

    private final DirectoryAccessViewModel model;
    private final UiContext context;
    private final Texts texts;
    private final DirectoryWords words;
    private final StandingFeed feed;
    private final AccessFields fields;
    private final StateBadge standing = new StateBadge();
    private final Label standingText = new Label();
    private final Button connect = new Button();
    private final Button test = new Button();
    private final Button disconnect = new Button();
    private final Runnable onClose;
    private Subscription subscriptions = Subscription.EMPTY;

    private DirectoryAccessDialog(
            DirectoryAccessViewModel model,
            DirectoryHealth health,
            UiContext context,
            Runnable onClose) {
        this.model = model;
        this.context = context;
        this.onClose = onClose;
        texts = context.texts();
        words = new DirectoryWords(texts, ZoneId.systemDefault());
        feed = new StandingFeed(health, context);
        fields = new AccessFields(model, context);
        setId("directory-access");
        getStyleClass().addAll("operation-dialog", "access-dialog");
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        setMinHeight(0);
        setAccessibleRole(AccessibleRole.DIALOG);
        accessibleTextProperty().bind(texts.text("adAccess.title"));
        ScrollPane left = scroll(fields);
        left.setPrefWidth(LEFT);
        left.setMinWidth(LEFT);
        left.setMaxWidth(LEFT);
        ScrollPane right = scroll(right());
        HBox.setHgrow(right, Priority.ALWAYS);
        // what is asked must be seen
        model.offeredProperty()
                .subscribe((before, now) -> {
                    if (!now.isEmpty()) {
                        right.applyCss();
                        right.layout();
                        right.setVvalue(1);
                    }
                });
        HBox body = new HBox(left, right);
        body.getStyleClass().add("dialog-body");
        body.setMinHeight(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(header(), body, footer());
        model.onConnected(onClose);
    }

    /**
     * Opens the dialog above whatever is open, which stays as it is.
     *
     * @param overlay the layer of dialogs
     * @param actions the program
     * @param health whose standing is shown
     * @param context what every screen is given
     */
    public static void open(
            Overlay overlay, DirectoryActions actions, DirectoryHealth health, UiContext context) {
        DirectoryAccessViewModel model = new DirectoryAccessViewModel(actions, context);
        Runnable[] closing = {() -> {}};
        DirectoryAccessDialog dialog =
                new DirectoryAccessDialog(model, health, context, () -> closing[0].run());
        closing[0] =
                overlay.openAbove(
                        dialog, dialog.fields.first(), () -> closing[0].run(), dialog::stop);
        dialog.start();
    }

    private void start() {
        subscriptions =
                Subscription.combine(
                        feed.standingProperty().subscribe(now -> drawStanding()),
                        context.now().property().subscribe(now -> drawStanding()),
                        texts.languageProperty().subscribe(now -> drawStanding()),
                        model.kindProperty().subscribe(now -> drawStanding()),
                        model.stateProperty().subscribe(now -> drawStanding()));
        model.start();
    }

    private void stop() {
        subscriptions.unsubscribe();
        feed.close();
        model.stop();
    }

    private void drawStanding() {
        DirectoryStanding now = feed.standingProperty().get();
        boolean cloud = model.kindProperty().get() == Kind.CLOUD;
        standing.show(
                DirectoryWords.tone(now),
                cloud ? texts.now("adAccess.cloud") : words.brief(now, context.timer().instant()));
        standingText.setText(
                cloud
                        ? texts.now("adAccess.cloud.means")
                        : words.full(now, context.timer().instant()));
        boolean trying =
                model.stateProperty().get() instanceof DirectoryAccessViewModel.State.Trying;
        connect.setDisable(trying || cloud);
        test.setDisable(trying || cloud);
        boolean closed = now.state() == DirectoryStanding.State.CLOSED;
        disconnect.setVisible(!closed);
        connect.setText(texts.now(closed ? "adAccess.connect" : "adAccess.connectAgain"));
    }

    private HBox header() {
        FontIcon icon = Icons.DIRECTORY.node();
        icon.getStyleClass().add("dialog-icon");
        Label title = new Label();
        title.textProperty().bind(texts.text("adAccess.title"));
        title.getStyleClass().addAll("text-title", "dialog-title");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        Button close = new Button();
        close.setGraphic(Icons.CLOSE.node());
        close.getStyleClass().addAll("button-icon", "flat", "dialog-close");
        close.accessibleTextProperty().bind(texts.text("operation.close"));
        close.setFocusTraversable(false);
        close.setOnAction(e -> onClose.run());
        HBox header = new HBox(icon, title, close);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("dialog-header");
        return header;
    }

    private VBox right() {
        Label intro = new Label();
        intro.textProperty().bind(texts.text("adAccess.intro"));
        intro.setWrapText(true);
        intro.setMinHeight(Region.USE_PREF_SIZE);
        standing.setId("access-standing");
        standingText.setId("access-standing-text");
        standingText.getStyleClass().addAll("text-small", "text-muted");
        standingText.setWrapText(true);
        standingText.setMinHeight(Region.USE_PREF_SIZE);
        Label heading = new Label();
        heading.textProperty().bind(texts.text("adAccess.standing"));
        heading.getStyleClass().add("field-name");
        VBox state = new VBox(heading, standing, standingText);
        state.getStyleClass().add("settings-group");
        VBox right =
                new VBox(
                        intro,
                        state,
                        new TrialPane(model, words, context),
                        new TrustPane(model, context));
        right.getStyleClass().add("access-right");
        return right;
    }

    private HBox footer() {
        disconnect.setId("access-disconnect");
        disconnect.textProperty().bind(texts.text("adAccess.disconnect"));
        disconnect.setMinWidth(Region.USE_PREF_SIZE);
        disconnect.managedProperty().bind(disconnect.visibleProperty());
        disconnect.setOnAction(e -> model.disconnect());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button cancel = new Button();
        cancel.setId("access-cancel");
        cancel.textProperty().bind(texts.text("adAccess.cancel"));
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(e -> onClose.run());
        test.setId("access-test");
        test.textProperty().bind(texts.text("adAccess.test"));
        test.setMinWidth(Region.USE_PREF_SIZE);
        test.setOnAction(e -> focus(model.test()));
        connect.setId("access-connect");
        connect.getStyleClass().add("accent");
        connect.setDefaultButton(true);
        connect.setMinWidth(Region.USE_PREF_SIZE);
        connect.setOnAction(e -> focus(model.connect()));
        HBox footer = new HBox(disconnect, gap, cancel, test, connect);
        footer.setAlignment(Pos.CENTER_LEFT);
        footer.getStyleClass().add("dialog-footer");
        return footer;
    }

    private void focus(Optional<Input> wrong) {
        wrong.ifPresent(fields::focus);
    }

    private static ScrollPane scroll(Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("dialog-scroll");
        scroll.setMinHeight(0);
        return scroll;
    }
}
