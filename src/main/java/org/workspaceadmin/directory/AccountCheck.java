package org.workspaceadmin.directory;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javax.net.ssl.X509TrustManager;
import org.workspaceadmin.directory.CheckOrder.Account;
import org.workspaceadmin.directory.CheckOrder.Controller;
import org.workspaceadmin.model.Field;
import org.workspaceadmin.model.Secret;

/** Signs in to a controller, once, and looks at the account's rights. Blocks. */
final class AccountCheck {
    private final CheckOrder order;
    private final Ldap ldap;
    private final SignIn signIn;
    private final X509TrustManager trust;

    AccountCheck(
            CheckOrder order,
            Endpoints endpoints,
            Duration patience,
            X509TrustManager trust,
            InstantSource clock) {
        this.order = order;
        this.trust = trust;
        ldap = new Ldap(endpoints, patience);
        signIn = new SignIn(ldap, endpoints, clock);
    }

    /**
     * Signs in.
     *
     * @return whether another controller may be asked: not once this one has, or may have, judged
     *     the password
     */
    boolean at(Controller controller, Account account, Consumer<CheckResult> found) {
        if (blank(account.password())) {
            // A bind without a password succeeds as nobody (RFC 4513 section 5.1.2).
            found.accept(skipped(CheckKind.ACCOUNT, controller, "NO_PASSWORD"));
            found.accept(skipped(CheckKind.RIGHTS, controller, "NOT_SIGNED_IN"));
            return true;
        }
        long begin = System.nanoTime();
        List<SignInResult> tried = new ArrayList<>();
        SignIn.Attempt last = attempt(controller, account, tried);
        try (LDAPConnection connection = last.connection()) {
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            found.accept(judged(controller, last.result(), tried, took));
            found.accept(
                    last.result() instanceof SignInResult.SignedIn
                            ? Rights.of(connection, controller, order, account)
                            : skipped(CheckKind.RIGHTS, controller, "NOT_SIGNED_IN"));
        }
        return !(last.result() instanceof SignInResult.Refused);
    }

    /** Of a controller that is not asked any more. */
    static CheckResult notAgain(Controller controller) {
        return skipped(CheckKind.ACCOUNT, controller, "NOT_AGAIN");
    }

    /** The name tickets are made out to; asked for where it was not entered. */
    private String fullName(Controller controller) {
        if (!controller.name().isEmpty()) {
            return controller.name();
        }
        try (LDAPConnection connection = ldap.plain(controller.address())) {
            return ldap.root(connection).hostName();
        } catch (LDAPException e) {
            return controller.address();
        }
    }

    /** One way after the other; a controller that judged the account is asked no more. */
    private SignIn.Attempt attempt(
            Controller controller, Account account, List<SignInResult> tried) {
        String host = controller.address();
        String bindName = account.bindName(order.domain());
        List<String> names = names(controller);
        ControllerTls tls = new ControllerTls(trust);
        SignIn.Attempt attempt = signIn.overTls(host, names, bindName, account.password(), tls);
        tried.add(attempt.result());
        if (attempt.result() instanceof SignInResult.NotPossible) {
            attempt = signIn.overStartTls(host, names, bindName, account.password(), tls);
            tried.add(attempt.result());
        }
        if (attempt.result() instanceof SignInResult.NotPossible) {
            attempt =
                    signIn.overKerberos(
                            host,
                            fullName(controller),
                            order.domain(),
                            account.user(),
                            account.password());
            tried.add(attempt.result());
        }
        return attempt;
    }

    /**
     * By which a controller proves itself before it gets a password: what was entered, and never
     * what it calls itself, since any computer of the domain has a good certificate for its own
     * name.
     */
    static List<String> names(Controller controller) {
        return List.of(
                controller.name().isEmpty()
                        ? controller.address()
                        : controller.name().toLowerCase(Locale.ROOT));
    }

    private static CheckResult judged(
            Controller controller, SignInResult result, List<SignInResult> tried, Duration took) {
        List<Field> evidence = new ArrayList<>();
        for (SignInResult each : tried) {
            evidence.add(
                    new Field(
                            each.way().name(),
                            switch (each) {
                                case SignInResult.SignedIn in -> ("signed in " + in.who()).strip();
                                case SignInResult.Refused no -> no.text();
                                case SignInResult.NotPossible not -> not.text();
                            }));
        }
        return switch (result) {
            case SignInResult.SignedIn in ->
                    new CheckResult(
                            CheckKind.ACCOUNT,
                            controller.address(),
                            Verdict.GOOD,
                            "SIGNED_IN",
                            List.of(in.way().name()),
                            evidence,
                            took);
            case SignInResult.Refused no ->
                    new CheckResult(
                            CheckKind.ACCOUNT,
                            controller.address(),
                            no.fault() == AccountFault.NO_ANSWER ? Verdict.UNKNOWN : Verdict.BAD,
                            no.fault().name(),
                            List.of(no.way().name()),
                            evidence,
                            took);
            case SignInResult.NotPossible not ->
                    new CheckResult(
                            CheckKind.ACCOUNT,
                            controller.address(),
                            Verdict.UNKNOWN,
                            "NO_SAFE_WAY",
                            List.of(not.text()),
                            evidence,
                            took);
        };
    }

    private static CheckResult skipped(CheckKind kind, Controller controller, String code) {
        return new CheckResult(
                kind,
                controller.address(),
                Verdict.SKIPPED,
                code,
                List.of(),
                List.of(),
                Duration.ZERO);
    }

    /** Empty, or wiped by its owner. */
    static boolean blank(Secret password) {
        char[] characters = password.reveal();
        boolean blank = true;
        for (int i = 0; i < characters.length; i++) {
            blank &= characters[i] == '\0';
            characters[i] = '\0';
        }
        return blank;
    }
}
