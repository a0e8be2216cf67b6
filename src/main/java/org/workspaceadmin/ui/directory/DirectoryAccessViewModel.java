package org.workspaceadmin.ui.directory;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.connection.secret.StoreState;
import org.workspaceadmin.directory.SignInTrial;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.ui.common.ProblemText;
import org.workspaceadmin.ui.common.UiContext;
import org.workspaceadmin.ui.directory.DirectoryActions.Kind;
import org.workspaceadmin.ui.directory.DirectoryActions.Order;
import org.workspaceadmin.ui.directory.DirectoryActions.Proposal;

/**
 * Directory access without its dialog. One press is one sign-in at the most: connecting signs in
 * once before anything is kept, so that a wrong password costs one attempt. UI thread only.
 */
final class DirectoryAccessViewModel {
    /** What came of the last press. */
    sealed interface State {
        /** Nothing was asked for yet. */
        record Idle() implements State {}

        /** A sign-in is under way. */
        record Trying() implements State {}

        /** It came to an end. */
        record Tried(SignInTrial.Result result) implements State {}

        /** The file has no certificate. */
        record NoCertificate(Path file) implements State {}

        /** Something of this program did not work. */
        record Failed(Problem problem) implements State {}
    }

    private final DirectoryActions actions;
    private final UiContext context;
    private final AccessForm form;
    private final BooleanProperty remember = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<@Nullable StoreState> store = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Idle());
    private final ReadOnlyObjectWrapper<Kind> kind = new ReadOnlyObjectWrapper<>(Kind.NOT_TOLD);
    private final ReadOnlyObjectWrapper<Boolean> filled = new ReadOnlyObjectWrapper<>(false);
    private final ReadOnlyObjectWrapper<List<X509Certificate>> offered =
            new ReadOnlyObjectWrapper<>(List.of());
    private Runnable onConnected = () -> {};
    private Work<?> work = Work.of(true);
    private Work<Proposal> asking = Work.failed(new IllegalStateException("not asked"));
    private boolean open = true;

    DirectoryAccessViewModel(DirectoryActions actions, UiContext context) {
        this.actions = actions;
        this.context = context;
        form = new AccessForm(actions.data(), actions.passwordKnown());
        remember.set(actions.remembered());
    }

    /** Asks the service what it knows, and the key store whether it works. */
    void start() {
        actions.tryStore().then(context.ui(), store::set, failure -> store.set(null));
        asking =
                actions.proposal()
                        .then(
                                context.ui(),
                                proposal -> {
                                    kind.set(proposal.kind());
                                    filled.set(form.fillEmpty(proposal.data()));
                                },
                                failure -> kind.set(Kind.NOT_TOLD));
    }

    /** Ends what runs and wipes what was typed. */
    void stop() {
        open = false;
        work.cancel();
        asking.cancel();
        form.password().wipe();
    }

    /** What is typed. */
    AccessForm form() {
        return form;
    }

    /** Whether the password is to lie in the key store. */
    BooleanProperty rememberProperty() {
        return remember;
    }

    /** What is known of the key store, null while it is tried. */
    ReadOnlyObjectProperty<@Nullable StoreState> storeProperty() {
        return store.getReadOnlyProperty();
    }

    /** Has the system ask to unlock the key store. */
    void unlockStore() {
        actions.unlockStore().then(context.ui(), store::set, failure -> store.set(null));
    }

    /** What came of the last press. */
    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Which kind of directory the service has. */
    ReadOnlyObjectProperty<Kind> kindProperty() {
        return kind.getReadOnlyProperty();
    }

    /** Whether the service's settings filled the form. */
    ReadOnlyObjectProperty<Boolean> filledProperty() {
        return filled.getReadOnlyProperty();
    }

    /** Certificates to be trusted once the operator compared them; none while none is offered. */
    ReadOnlyObjectProperty<List<X509Certificate>> offeredProperty() {
        return offered.getReadOnlyProperty();
    }

    /** Whether a password is at hand without typing it. */
    boolean passwordKnown() {
        return actions.passwordKnown();
    }

    /** Hears when the account was signed in and reading began. */
    void onConnected(Runnable listener) {
        onConnected = listener;
    }

    /**
     * Signs in once and keeps nothing.
     *
     * @return the input to correct first, empty when the sign-in is under way
     */
    Optional<Input> test() {
        return attempt(false);
    }

    /**
     * Signs in once and, when that went well, keeps everything and begins to read.
     *
     * @return the input to correct first, empty when the sign-in is under way
     */
    Optional<Input> connect() {
        return attempt(true);
    }

    /** Ends the reading and forgets the password. */
    void disconnect() {
        actions.shut()
                .then(
                        context.ui(),
                        gone -> {
                            form.passwordKnown(actions.passwordKnown());
                            remember.set(false);
                            state.set(new State.Idle());
                        },
                        this::failed);
    }

    /** Offers the certificates of a file. */
    void offer(Path file) {
        actions.certificates(file)
                .then(
                        context.ui(),
                        found -> {
                            if (found.isEmpty()) {
                                state.set(new State.NoCertificate(file));
                            }
                            offered.set(found);
                        },
                        this::failed);
    }

    /** Trusts what is offered; the operator compared it. */
    void acceptOffer() {
        form.trust(offered.get());
        offered.set(List.of());
        state.set(new State.Idle());
    }

    /** Does not trust what is offered. */
    void declineOffer() {
        offered.set(List.of());
    }

    private Optional<Input> attempt(boolean connect) {
        Optional<Input> wrong = form.judgeAll();
        if (wrong.isPresent() || state.get() instanceof State.Trying) {
            return wrong;
        }
        state.set(new State.Trying());
        offered.set(List.of());
        Order order = order();
        work =
                actions.test(order)
                        .then(
                                context.ui(),
                                result -> {
                                    if (connect && result.signedIn()) {
                                        keep();
                                    } else {
                                        tried(result);
                                    }
                                },
                                this::failed);
        order.close();
        return Optional.empty();
    }

    private Order order() {
        return new Order(
                form.data(),
                form.password().isEmpty() ? Optional.empty() : Optional.of(form.password().exact()),
                remember.get());
    }

    private void keep() {
        Order order = order();
        work =
                actions.open(order)
                        .then(
                                context.ui(),
                                kept -> {
                                    form.passwordKnown(actions.passwordKnown());
                                    state.set(new State.Idle());
                                    onConnected.run();
                                },
                                this::failed);
        order.close();
    }

    private void tried(SignInTrial.Result result) {
        state.set(new State.Tried(result));
        if (result.certificate() == SignInTrial.Certificate.UNTRUSTED) {
            // What signs the others is what a company keeps for years.
            offered.set(List.of(result.chain().getLast()));
        }
    }

    private void failed(Throwable failure) {
        if (open) {
            state.set(new State.Failed(ProblemText.problemOf(failure)));
        }
    }
}
