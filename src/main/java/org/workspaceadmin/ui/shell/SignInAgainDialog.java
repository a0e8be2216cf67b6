package org.workspaceadmin.ui.shell;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.connection.SignIn;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.ui.common.Overlay;
import org.workspaceadmin.ui.common.ProblemPane;
import org.workspaceadmin.ui.common.ProblemText;
import org.workspaceadmin.ui.common.SignInForm;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.UiContext;

/**
 * Asks for what a living connection needs to sign in again, above whatever is open. One press is
 * one attempt.
 */
final class SignInAgainDialog extends VBox {
    private static final double WIDTH = 480;

    private final ShellViewModel model;
    private final ShellActions actions;
    private final UiContext context;
    private final SignInForm form;
    private final ProblemPane problem;
    private final Button send = new Button();
    private Runnable close = () -> {};
    private @Nullable Work<Boolean> work;

    private SignInAgainDialog(
            ShellViewModel model, ShellActions actions, UiContext context, SignInForm form) {
        this.model = model;
        this.actions = actions;
        this.context = context;
        this.form = form;
        problem = new ProblemPane(context.texts(), context.clipboard());
        problem.setId("sign-in-again-problem");
        build();
    }

    /** Opens it, where the connection can be signed in to again. */
    static void open(
            ShellViewModel model, ShellActions actions, UiContext context, Overlay overlay) {
        actions.signInForm()
                .ifPresent(form -> {
                    SignInAgainDialog dialog = new SignInAgainDialog(model, actions, context, form);
                    dialog.close =
                            overlay.openAbove(
                                    dialog,
                                    dialog.form.node(),
                                    () -> dialog.close.run(),
                                    dialog::closed);
                    form.focusFirst();
                });
    }

    private void build() {
        Texts texts = context.texts();
        setId("sign-in-again-dialog");
        getStyleClass().add("sheet");
        setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        setPrefWidth(WIDTH);
        setAccessibleRole(AccessibleRole.DIALOG);
        Label title = new Label();
        title.getStyleClass().add("text-heading");
        title.setWrapText(true);
        title.textProperty()
                .bind(
                        texts.of(
                                () -> texts.now("shell.signIn.title", name()),
                                model.connectionProperty()));
        accessibleTextProperty().bind(title.textProperty());
        Label text = new Label();
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.getStyleClass().add("text-muted");
        text.textProperty().bind(texts.text("shell.signIn.stays"));
        VBox inside = new VBox(form.node(), problem);
        inside.getStyleClass().add("gap-16");
        ScrollPane scroll = new ScrollPane(inside);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("dialog-scroll");
        Button cancel = new Button();
        cancel.setId("sign-in-again-cancel");
        cancel.textProperty().bind(texts.text("shell.signIn.cancel"));
        cancel.setOnAction(e -> close.run());
        send.setId("sign-in-again-send");
        send.getStyleClass().add("accent");
        send.setDefaultButton(true);
        send.setOnAction(e -> send());
        busy(false);
        HBox buttons = new HBox(cancel, send);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getStyleClass().add("gap-8");
        buttons.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(title, text, scroll, buttons);
    }

    private String name() {
        ConnectionFace face = model.connectionProperty().get();
        return face == null ? "" : face.name();
    }

    private void busy(boolean now) {
        send.setDisable(now);
        form.node().setDisable(now);
        send.setText(context.texts().now(now ? "shell.signIn.sending" : "shell.signIn.send"));
    }

    private void send() {
        Optional<SignIn> typed = form.read();
        if (typed.isEmpty()) {
            return;
        }
        problem.problemProperty().set(null);
        busy(true);
        SignIn signIn = typed.get();
        work =
                actions.signInAgain(signIn)
                        .atEnd(signIn::close)
                        .then(context.ui(), this::done, this::failed);
    }

    private void done(boolean signedIn) {
        close.run();
        model.signedInAgain();
    }

    private void failed(Throwable failure) {
        busy(false);
        problem.problemProperty().set(ProblemText.problemOf(failure));
        form.focusFirst();
    }

    private void closed() {
        Work<Boolean> under = work;
        if (under != null) {
            under.cancel();
        }
        form.wipe();
    }
}
