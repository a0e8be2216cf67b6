package org.workspaceadmin.ui.setup;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.directory.AccountFault;
import org.workspaceadmin.directory.CheckKind;
import org.workspaceadmin.directory.CheckOrder;
import org.workspaceadmin.directory.CheckOrder.Account;
import org.workspaceadmin.directory.CheckOrder.Controller;
import org.workspaceadmin.directory.CheckResult;
import org.workspaceadmin.directory.DirectoryAccess;
import org.workspaceadmin.directory.Verdict;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Secret;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.ui.common.ProblemText;

/**
 * The directory as this workstation sees it. Runs only when pressed; each press tries the account
 * once. What is found holds for what was typed then, and is called stale when that changes. UI
 * thread only.
 */
public final class DirectoryViewModel {
    /** Where the check stands. */
    public enum State {
        /** Not pressed. */
        IDLE,
        /** Results come in. */
        RUNNING,
        /** Everything was looked at. */
        DONE,
        /** Stopped by the operator. */
        STOPPED,
        /** The check itself failed. */
        BROKE
    }

    private final SetupContext context;
    private final SetupForm form;
    private final SignInAttempts attempts;
    private final boolean ldapsKnown;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
    private final BooleanProperty withAccount = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<List<CheckLine>> lines =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper news = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable X509Certificate> trusted =
            new ReadOnlyObjectWrapper<>();
    private final BooleanBinding complete;
    private @Nullable CheckOrder ordered;
    private final LeftoversViewModel leftovers;
    private @Nullable Work<?> work;
    private int run;

    /**
     * A check that was not begun.
     *
     * @param context what it works with
     * @param form what is typed
     * @param attempts counts the sign-ins of whoever shares the account
     * @param ldapsKnown whether LDAPS is used although the form holds no certificate
     */
    DirectoryViewModel(
            SetupContext context, SetupForm form, SignInAttempts attempts, boolean ldapsKnown) {
        this.context = context;
        this.form = form;
        this.attempts = attempts;
        this.ldapsKnown = ldapsKnown;
        leftovers = new LeftoversViewModel(context, this);
        Stream.of(
                        form.domainNameProperty(),
                        form.activeIpProperty(),
                        form.activeNameProperty(),
                        form.activeDnsProperty(),
                        form.standbyIpProperty(),
                        form.standbyNameProperty(),
                        form.standbyDnsProperty())
                .forEach(text -> text.subscribe(now -> retyped(true)));
        form.accountProperty()
                .subscribe(now -> {
                    attempts.accountChanged();
                    retyped(false);
                });
        form.passwordProperty()
                .subscribe(now -> {
                    attempts.passwordChanged();
                    retyped(false);
                });
        form.certificateProperty().subscribe(now -> retyped(false));
        withAccount.subscribe(now -> retyped(false));
        complete =
                Bindings.createBooleanBinding(
                        () -> missing().isEmpty(),
                        form.domainNameProperty(),
                        form.activeIpProperty(),
                        form.activeDnsProperty(),
                        form.accountProperty(),
                        form.passwordProperty(),
                        withAccount);
    }

    /** Where it stands. */
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether what is shown is about something else than what is typed now. */
    public ReadOnlyBooleanProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }

    /** Whether the account is tried too. */
    public BooleanProperty withAccountProperty() {
        return withAccount;
    }

    /** The lines of the check, some of them still without a result. */
    public ReadOnlyObjectProperty<List<CheckLine>> linesProperty() {
        return lines.getReadOnlyProperty();
    }

    /** Rises with every result. */
    public ReadOnlyIntegerProperty newsProperty() {
        return news.getReadOnlyProperty();
    }

    /** Why the check broke off, null unless it did. */
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** An authority that is trusted for these checks alone, null for none. */
    public ReadOnlyObjectProperty<@Nullable X509Certificate> trustedProperty() {
        return trusted.getReadOnlyProperty();
    }

    /** Whether everything is typed that a check needs. */
    public BooleanBinding completeProperty() {
        return complete;
    }

    /** How often the account was tried. */
    public SignInAttempts attempts() {
        return attempts;
    }

    /** The search for old and duplicate objects. */
    public LeftoversViewModel leftovers() {
        return leftovers;
    }

    /** What is typed. */
    SetupForm form() {
        return form;
    }

    /** What was checked last, null before; without the password. */
    @Nullable CheckOrder ordered() {
        return ordered;
    }

    /** Every result so far. */
    public List<CheckResult> results() {
        return lines.get().stream().map(CheckLine::result).filter(Objects::nonNull).toList();
    }

    /** How many results came to a verdict. */
    public long count(Verdict verdict) {
        return results().stream().filter(r -> r.verdict() == verdict).count();
    }

    /** How this side stands beside the service's. */
    public TwoVantage.Side side() {
        if (stale.get()) {
            return TwoVantage.Side.NOT_ASKED;
        }
        return switch (state.get()) {
            case DONE -> TwoVantage.ours(results());
            case STOPPED, BROKE -> TwoVantage.Side.UNKNOWN;
            case IDLE, RUNNING -> TwoVantage.Side.NOT_ASKED;
        };
    }

    /** What is missing before a check can begin: the end of a text's name, empty for nothing. */
    public String missing() {
        if (form.domainNameProperty().get().isBlank()
                || form.activeIpProperty().get().isBlank()
                || form.activeDnsProperty().get().isBlank()) {
            return "missing";
        }
        boolean nobody =
                form.accountProperty().get().isBlank() || form.passwordProperty().get().isEmpty();
        return withAccount.get() && nobody ? "password" : "";
    }

    /** Begins a check, with one attempt to sign in unless the account is left out. */
    public void start() {
        if (state.get() == State.RUNNING || !missing().isEmpty()) {
            return;
        }
        int mine = ++run;
        Secret password = withAccount.get() ? password() : null;
        CheckOrder order = order(password);
        ordered = order(null);
        problem.set(null);
        stale.set(false);
        lines.set(CheckLines.of(order));
        state.set(State.RUNNING);
        if (password != null) {
            attempts.tried();
        }
        Work<Boolean> begun =
                context.directory()
                        .check(
                                order,
                                trusted.get(),
                                found -> context.ui().ui().execute(() -> take(mine, found)));
        if (password != null) {
            begun.atEnd(password::close);
        }
        work =
                begun.then(
                        context.ui().ui(),
                        done -> ended(mine, null),
                        failure -> ended(mine, ProblemText.problemOf(failure)));
    }

    /** Ends what runs. */
    public void stop() {
        leftovers.stop();
        Work<?> running = work;
        if (running == null || state.get() != State.RUNNING) {
            return;
        }
        run++;
        running.cancel();
        work = null;
        state.set(State.STOPPED);
    }

    /**
     * Trusts an authority whose fingerprint was compared, for checks from this screen alone, and
     * checks again.
     *
     * @param authority what was compared
     */
    public void trust(X509Certificate authority) {
        trusted.set(authority);
        start();
    }

    /** Trusts it no longer. */
    public void untrust() {
        trusted.set(null);
        retyped(false);
    }

    /** The password typed, masked everywhere from now on; null while a check could not begin. */
    @Nullable Secret passwordIfComplete() {
        return withAccount.get() && missing().isEmpty() ? password() : null;
    }

    /** How the directory is read with what is typed. */
    DirectoryAccess access(Secret password) {
        CheckOrder order = order(null);
        return new DirectoryAccess(
                order.domain(),
                order.controllers(),
                order.dnsServers(),
                new Account(form.accountProperty().get().strip(), password));
    }

    private Secret password() {
        char[] typed = form.passwordProperty().get().toCharArray();
        context.secret().accept(typed);
        Secret password = Secret.of(typed);
        Arrays.fill(typed, '\0');
        return password;
    }

    private CheckOrder order(@Nullable Secret password) {
        List<Controller> controllers = new ArrayList<>();
        controller(controllers, form.activeIpProperty().get(), form.activeNameProperty().get());
        controller(controllers, form.standbyIpProperty().get(), form.standbyNameProperty().get());
        return new CheckOrder(
                form.domainNameProperty().get().strip(),
                controllers,
                Stream.of(form.activeDnsProperty().get(), form.standbyDnsProperty().get())
                        .map(String::strip)
                        .filter(address -> !address.isEmpty())
                        .distinct()
                        .toList(),
                ldapsKnown || form.certificateProperty().get() != null,
                password == null
                        ? null
                        : new Account(form.accountProperty().get().strip(), password),
                context.directory().cloudAhead());
    }

    private static void controller(List<Controller> controllers, String address, String name) {
        String stripped = address.strip();
        boolean known = controllers.stream().anyMatch(c -> c.address().equals(stripped));
        if (!stripped.isEmpty() && !known) {
            controllers.add(new Controller(stripped, name.strip()));
        }
    }

    private void take(int of, CheckResult found) {
        if (of != run) {
            return;
        }
        boolean taken = lines.get().stream().anyMatch(line -> line.take(found));
        if (!taken) {
            CheckLine line = new CheckLine(found.check(), found.subject());
            line.take(found);
            List<CheckLine> more = new ArrayList<>(lines.get());
            more.add(line);
            lines.set(List.copyOf(more));
        }
        boolean refused = found.check() == CheckKind.ACCOUNT && found.verdict() == Verdict.BAD;
        // Where the clocks forbid it, nobody judged the password.
        if (refused && !found.code().equals(AccountFault.CLOCK_SKEW.name())) {
            attempts.wasRefused();
        }
        news.set(news.get() + 1);
    }

    private void ended(int of, @Nullable Problem why) {
        if (of != run) {
            return;
        }
        work = null;
        problem.set(why);
        if (why == null) {
            lines.set(lines.get().stream().filter(line -> line.result() != null).toList());
        }
        state.set(why == null ? State.DONE : State.BROKE);
    }

    private void retyped(boolean elsewhere) {
        if (elsewhere) {
            trusted.set(null);
        }
        if (state.get() != State.IDLE) {
            stale.set(true);
        }
    }
}
