package org.workspaceadmin.ui.setup;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.ControllerCheck;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Secret;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.ui.common.ProblemText;

/**
 * What the service itself finds when it tries the controller, before anything is applied for
 * (api/workspace.md section 5). One sign-in to the directory per press.
 */
public final class CheckViewModel {
    /** Where the check stands. */
    public enum State {
        /** Not pressed. */
        IDLE,
        /** The service tries it. */
        RUNNING,
        /** The service reached the controller and signed in. */
        PASSED,
        /** It did not. */
        FAILED,
        /** This generation or region has no such call. */
        NOT_OFFERED
    }

    private final SetupContext context;
    private final SetupForm form;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final SignInAttempts attempts;
    private @Nullable Work<?> work;

    CheckViewModel(SetupContext context, SetupForm form, SignInAttempts attempts) {
        this.context = context;
        this.form = form;
        this.attempts = attempts;
        if (form.generation() == Generation.V1) {
            state.set(State.NOT_OFFERED);
        }
        // What was found holds for what was typed then.
        form.domainNameProperty().subscribe(text -> forget());
        form.accountProperty().subscribe(text -> forget());
        form.passwordProperty().subscribe(text -> forget());
        form.activeIpProperty().subscribe(text -> forget());
        form.activeNameProperty().subscribe(text -> forget());
        form.certificateProperty().subscribe(certificate -> forget());
    }

    /** Where the check stands. */
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Why it failed, null otherwise. */
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Has the service try the controller, once. */
    public void run() {
        if (state.get() == State.RUNNING || state.get() == State.NOT_OFFERED) {
            return;
        }
        problem.set(null);
        state.set(State.RUNNING);
        attempts.tried();
        char[] typed = form.passwordProperty().get().toCharArray();
        context.secret().accept(typed);
        Secret password = Secret.of(typed);
        java.util.Arrays.fill(typed, '\0');
        LdapsCertificate ldaps = form.certificateProperty().get();
        work =
                context.reading()
                        .checkController(
                                new ControllerCheck(
                                        form.domainNameProperty().get(),
                                        form.activeIpProperty().get(),
                                        form.activeNameProperty().get(),
                                        form.accountProperty().get(),
                                        password,
                                        ldaps != null,
                                        ldaps == null ? "" : ldaps.pem()))
                        .then(
                                context.ui().ui(),
                                done -> {
                                    password.close();
                                    state.set(State.PASSED);
                                },
                                failure -> {
                                    password.close();
                                    failed(ProblemText.problemOf(failure));
                                });
    }

    /** Ends what is being asked. */
    public void stop() {
        Work<?> running = work;
        if (running != null) {
            running.cancel();
            work = null;
        }
        if (state.get() == State.RUNNING) {
            state.set(State.IDLE);
        }
    }

    private void failed(Problem why) {
        if (why.kind() == Problem.Kind.NOT_OFFERED) {
            state.set(State.NOT_OFFERED);
            return;
        }
        problem.set(why);
        state.set(State.FAILED);
    }

    private void forget() {
        if (state.get() == State.PASSED || state.get() == State.FAILED) {
            problem.set(null);
            state.set(State.IDLE);
        }
    }
}
