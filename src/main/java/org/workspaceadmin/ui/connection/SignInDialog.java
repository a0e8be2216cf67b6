package org.workspaceadmin.ui.connection;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.connection.GenerationChoice;
import org.workspaceadmin.connection.SignIn;
import org.workspaceadmin.connection.secret.StoreState;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.ui.common.ConnectionMark;
import org.workspaceadmin.ui.common.Opening;
import org.workspaceadmin.ui.common.Overlay;
import org.workspaceadmin.ui.common.ProblemPane;
import org.workspaceadmin.ui.common.ProblemText;
import org.workspaceadmin.ui.common.RememberBox;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.UiContext;
import org.workspaceadmin.ui.connection.ConnectionActions.Order;

/** Asks for what is missing to sign in to a kept connection. A wrong secret is tried once. */
final class SignInDialog extends VBox {
    private static final double WIDTH = 480;

    private final Connection connection;
    private final ConnectionActions actions;
    private final UiContext context;
    private final Overlay overlay;
    private final Consumer<Opening> open;
    private final SignInViewModel model;
    private final SignInFields fields;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final BooleanProperty remember = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<@Nullable StoreState> store = new ReadOnlyObjectWrapper<>();
    private final ProblemPane problem;
    private @Nullable Work<?> work;

    private SignInDialog(
            Connection connection,
            ConnectionActions actions,
            UiContext context,
            Overlay overlay,
            Consumer<Opening> open) {
        this.connection = connection;
        this.actions = actions;
        this.context = context;
        this.overlay = overlay;
        this.open = open;
        boolean nobody =
                connection.identity().accessKey().isEmpty()
                        && connection.identity().user().isEmpty();
        // A colleague's file names no user: then everything is asked for.
        if (nobody) {
            model = new SignInViewModel(context.timer());
            model.show(connection.identity());
        } else {
            model = SignInViewModel.again(connection.identity(), context.timer());
        }
        fields = new SignInFields(model, context);
        problem = new ProblemPane(context);
        problem.setId("sign-in-problem");
        build();
    }

    /**
     * Opens it.
     *
     * @param connection which
     * @param actions the program around
     * @param context what every screen is given
     * @param overlay where it is shown
     * @param open hears when something has to be chosen before it can be opened
     */
    static void open(
            Connection connection,
            ConnectionActions actions,
            UiContext context,
            Overlay overlay,
            Consumer<Opening> open) {
        SignInDialog dialog = new SignInDialog(connection, actions, context, overlay, open);
        overlay.open(dialog, dialog, overlay::close, dialog::closed);
        dialog.fields.focusFirst();
        actions.tryStore().then(context.ui(), dialog.store::set, failure -> dialog.store.set(null));
    }

    private void build() {
        Texts texts = context.texts();
        getStyleClass().addAll("sheet", "sign-in-dialog");
        setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        setPrefWidth(WIDTH);
        Label title = new Label(texts.now("signIn.dialog.title", connection.name()));
        title.getStyleClass().add("text-heading");
        title.setMinWidth(0);
        HBox head =
                new HBox(
                        ConnectionMark.bar(connection.marking()),
                        title,
                        ConnectionMark.chip(connection.marking()));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("gap-8");
        VBox form =
                new VBox(
                        fields,
                        new RememberBox(
                                remember,
                                store.getReadOnlyProperty(),
                                () ->
                                        actions.unlockStore()
                                                .then(
                                                        context.ui(),
                                                        store::set,
                                                        failure -> store.set(null)),
                                "editor.remember",
                                context),
                        problem);
        form.getStyleClass().add("sign-in-fields");
        fields.disableProperty().bind(busy);
        ScrollPane scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        // As high as what is in it, and scrolling only when the window is too low for that.
        scroll.prefViewportHeightProperty().bind(form.heightProperty());
        scroll.getStyleClass().add("dialog-scroll");
        Button cancel = new Button(texts.now("signIn.dialog.cancel"));
        cancel.setId("sign-in-cancel");
        cancel.setOnAction(e -> overlay.close());
        Button send = new Button();
        send.setId("sign-in-send");
        send.textProperty()
                .bind(
                        texts.of(
                                () ->
                                        texts.now(
                                                busy.get()
                                                        ? "signIn.dialog.sending"
                                                        : "signIn.dialog.send"),
                                busy));
        send.getStyleClass().add("accent");
        send.setDefaultButton(true);
        send.disableProperty().bind(busy);
        send.setOnAction(e -> send());
        HBox buttons = new HBox(cancel, send);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getStyleClass().add("gap-8");
        getChildren().addAll(head, scroll, buttons);
    }

    private void send() {
        Optional<SignIn> typed = fields.read();
        if (typed.isEmpty()) {
            return;
        }
        problem.problemProperty().set(null);
        busy.set(true);
        Connection wanted = connection.withIdentity(model.identity());
        try (Order order =
                new Order(
                        wanted,
                        GenerationChoice.of(connection.generation()),
                        typed,
                        remember.get())) {
            work = actions.connect(order).then(context.ui(), this::answered, this::failed);
        }
    }

    private void answered(Opening answer) {
        busy.set(false);
        overlay.close();
        open.accept(answer);
    }

    private void failed(Throwable failure) {
        busy.set(false);
        problem.problemProperty().set(ProblemText.problemOf(failure));
        fields.focusSecret();
    }

    private void closed() {
        Work<?> current = work;
        if (current != null) {
            current.cancel();
        }
        model.wipe();
    }
}
