package org.workspaceadmin.ui.operation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.LoginState;
import org.workspaceadmin.model.OperationKind;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Target;
import org.workspaceadmin.model.UserNameChange;
import org.workspaceadmin.operation.Draft;
import org.workspaceadmin.operation.Plan;
import org.workspaceadmin.rules.UserNameSplit;
import org.workspaceadmin.rules.Violation;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.ui.common.ProblemText;

/**
 * Handing all desktops of one user name to another (api/desktops.md section 7). The call names no
 * desktop, so the service is asked which ones it will touch before anything can be sent.
 */
public final class ChangeUserNameViewModel extends OperationViewModel {
    /** How long the operator's typing has to rest before the service is asked. */
    static final Duration REST = Duration.ofMillis(350);

    private final StringProperty oldName = new SimpleStringProperty("");
    private final StringProperty oldDomain = new SimpleStringProperty("");
    private final StringProperty newName = new SimpleStringProperty("");
    private final StringProperty newDomain = new SimpleStringProperty("");
    private final BooleanProperty restart = new SimpleBooleanProperty();
    private final AccountLookups accounts;
    private Loading loading = Loading.IDLE;
    private @Nullable Problem loadProblem;
    private Timer.@Nullable Cancel waiting;
    private @Nullable Work<List<Desktop>> work;

    /**
     * Prepares the dialog.
     *
     * @param context what it works with
     * @param desktop whose user name is offered as the old one; null to begin empty
     */
    public ChangeUserNameViewModel(DialogContext context, @Nullable Desktop desktop) {
        this(
                context,
                new UserNameChange(desktop == null ? "" : desktop.userName(), "", "", "", false));
    }

    /**
     * Prepares the dialog with everything filled in, for a retry.
     *
     * @param context what it works with
     * @param change names, domains and restart
     */
    public ChangeUserNameViewModel(DialogContext context, UserNameChange change) {
        super(context, OperationKind.CHANGE_USER_NAME, List.of());
        oldName.set(change.oldName());
        oldDomain.set(change.oldDomain());
        newName.set(change.newName());
        newDomain.set(change.newDomain());
        restart.set(change.restart());
        accounts = new AccountLookups(context, REST, this::review);
        replanOn(oldDomain, newName, newDomain, restart);
        oldName.addListener((o, was, is) -> askLater());
        for (StringProperty name : List.of(oldName, newName)) {
            name.addListener((o, was, is) -> lookUp());
        }
    }

    @Override
    public void start() {
        super.start();
        ask();
        lookUp();
    }

    @Override
    public void stop() {
        super.stop();
        cancelAsking();
        accounts.stop();
    }

    /** Current user name. */
    public StringProperty oldNameProperty() {
        return oldName;
    }

    /** Its domain. */
    public StringProperty oldDomainProperty() {
        return oldDomain;
    }

    /** New user name. */
    public StringProperty newNameProperty() {
        return newName;
    }

    /** Its domain. */
    public StringProperty newDomainProperty() {
        return newDomain;
    }

    /** Whether the desktops restart afterwards. */
    public BooleanProperty restartProperty() {
        return restart;
    }

    @Override
    public Loading listing() {
        return loading;
    }

    @Override
    public @Nullable Problem listingProblem() {
        return loadProblem;
    }

    /** Nothing is said of missing desktops before the service was asked. */
    @Override
    public List<Violation> general() {
        return loading == Loading.LOADED ? super.general() : List.of();
    }

    /** What the old name would be taken apart into; empty when it holds no domain. */
    public Optional<UserNameSplit> oldSplit() {
        return UserNameSplit.of(oldName.get());
    }

    /** What the new name would be taken apart into; empty when it holds no domain. */
    public Optional<UserNameSplit> newSplit() {
        return UserNameSplit.of(newName.get());
    }

    /** What the directory knows of the old name. */
    AccountLookups.Lookup oldAccount() {
        return accounts.of(oldName.get());
    }

    /** What the directory knows of the new name. */
    AccountLookups.Lookup newAccount() {
        return accounts.of(newName.get());
    }

    /** How the directory spells the new name, empty when just so or when that is not known. */
    Optional<String> newSpelling() {
        return newAccount() instanceof AccountLookups.Lookup.Answered known
                        && known.answer().exists()
                        && !known.answer().exact()
                ? Optional.of(known.answer().accountName())
                : Optional.empty();
    }

    /** Takes the directory's spelling of the new name. */
    void takeSpelling() {
        newSpelling().ifPresent(newName::set);
    }

    /** The desktops of the old name that somebody is connected to now. */
    List<String> connectedNow() {
        return desktops().values().stream()
                .filter(desktop -> desktop.loginState().is(LoginState.CONNECTED))
                .map(Desktop::name)
                .toList();
    }

    /** Takes the offer for the old name. */
    public void splitOld() {
        oldSplit()
                .ifPresent(s -> {
                    oldDomain.set(s.domain());
                    oldName.set(s.name());
                });
    }

    /** Takes the offer for the new name. */
    public void splitNew() {
        newSplit()
                .ifPresent(s -> {
                    newDomain.set(s.domain());
                    newName.set(s.name());
                });
    }

    /** Asks the service again which desktops the old name has. */
    @Override
    public void ask() {
        cancelAsking();
        loadProblem = null;
        String name = oldName.get().strip();
        if (name.isEmpty() || oldSplit().isPresent()) {
            loading = Loading.IDLE;
            replace(List.of());
            return;
        }
        loading = Loading.RUNNING;
        review();
        work =
                context()
                        .fleet()
                        .desktopsOf(name)
                        .then(
                                context().ui().ui(),
                                found -> {
                                    loading = Loading.LOADED;
                                    replace(found);
                                },
                                failure -> {
                                    loading = Loading.FAILED;
                                    loadProblem = ProblemText.problemOf(failure);
                                    review();
                                });
    }

    @Override
    protected Draft draft(List<Desktop> now) {
        return new Draft.ChangeUserName(
                new UserNameChange(
                        oldName.get().strip(),
                        oldDomain.get().strip(),
                        newName.get().strip(),
                        newDomain.get().strip(),
                        restart.get()),
                now);
    }

    @Override
    protected List<Target> affectedTargets(Plan now) {
        return now.draft().desktops().stream().map(Target::of).toList();
    }

    @Override
    protected @Nullable Line ownBlocker() {
        return switch (loading) {
            case RUNNING -> Line.plain("operation.user.blocker.loading");
            case FAILED -> Line.plain("operation.user.blocker.failed");
            default -> null;
        };
    }

    @Override
    public List<Line> consequences(Plan now) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.plain("operation.user.does"));
        if (restart.get()) {
            int sessions =
                    (int) now.draft().desktops().stream().filter(Desktop::hasSession).count();
            lines.add(
                    sessions == 0
                            ? Line.warning("operation.user.restarts")
                            : Line.danger("operation.user.restartsSessions", sessions));
        } else {
            lines.add(Line.plain("operation.user.noRestart"));
        }
        lines.add(Line.plain("operation.user.settled"));
        return lines;
    }

    @Override
    public Line title(int count) {
        String from = oldName.get().strip();
        return from.isEmpty()
                ? Line.plain("operation.user.titleEmpty")
                : Line.plain("operation.user.title", count, from);
    }

    @Override
    public Line action(int count) {
        return Line.plain("operation.user.action", count);
    }

    @Override
    public boolean destructive() {
        return restart.get();
    }

    private void lookUp() {
        if (isOpen()) {
            accounts.want(List.of(oldName.get(), newName.get()));
        }
    }

    private void askLater() {
        cancelAsking();
        if (!isOpen()) {
            return;
        }
        loading = Loading.RUNNING;
        replan();
        waiting =
                context().ui().timer().after(REST, () -> context().ui().ui().execute(this::askNow));
    }

    private void askNow() {
        if (isOpen()) {
            ask();
        }
    }

    private void cancelAsking() {
        if (waiting != null) {
            waiting.cancel();
            waiting = null;
        }
        if (work != null) {
            work.cancel();
            work = null;
        }
    }
}
