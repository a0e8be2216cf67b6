package org.workspaceadmin.directory;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.directory.CheckOrder.Account;
import org.workspaceadmin.directory.CheckOrder.Controller;
import org.workspaceadmin.model.Field;

/** What one controller says of itself, shows as certificate, and thinks of the account. Blocks. */
final class ControllerChecks {
    /** Beyond this Kerberos refuses (RFC 4120 section 5.2.3, and AD's default). */
    private static final Duration KERBEROS_SKEW = Duration.ofMinutes(5);

    /** Beyond this the cloud refuses signed requests (api/errors.md). */
    private static final Duration SIGNATURE_SKEW = Duration.ofMinutes(15);

    private final CheckOrder order;
    private final Endpoints endpoints;
    private final Ldap ldap;
    private final X509TrustManager trust;
    private final InstantSource clock;

    ControllerChecks(
            CheckOrder order,
            Endpoints endpoints,
            Duration patience,
            X509TrustManager trust,
            InstantSource clock) {
        this.order = order;
        this.endpoints = endpoints;
        this.trust = trust;
        this.clock = clock;
        ldap = new Ldap(endpoints, patience);
    }

    /** Identity and clock, from what anybody may read. */
    void open(Controller controller, Consumer<CheckResult> found) {
        long begin = System.nanoTime();
        try (LDAPConnection connection = ldap.plain(controller.address())) {
            Instant before = clock.instant();
            RootEntry root = ldap.root(connection);
            Instant after = clock.instant();
            Duration took = took(begin);
            found.accept(identity(controller, root, took));
            found.accept(clocks(controller, root, before, after, took));
        } catch (LDAPException e) {
            for (CheckKind kind : List.of(CheckKind.IDENTITY, CheckKind.CLOCK)) {
                found.accept(
                        new CheckResult(
                                kind,
                                controller.address(),
                                kind == CheckKind.IDENTITY ? Verdict.BAD : Verdict.UNKNOWN,
                                "NO_ANSWER",
                                List.of(text(e)),
                                List.of(),
                                took(begin)));
            }
        }
    }

    private CheckResult identity(Controller controller, RootEntry root, Duration took) {
        boolean domain = root.domain().equalsIgnoreCase(order.domain());
        boolean name =
                controller.name().isEmpty() || root.hostName().equalsIgnoreCase(controller.name());
        return new CheckResult(
                CheckKind.IDENTITY,
                controller.address(),
                domain && name ? Verdict.GOOD : Verdict.BAD,
                !domain ? "OTHER_DOMAIN" : !name ? "OTHER_NAME" : "SAME",
                List.of(root.hostName(), root.domain()),
                List.of(
                        new Field("dnsHostName", root.hostName()),
                        new Field("defaultNamingContext", root.baseDn()),
                        new Field("domainFunctionality", Integer.toString(root.domainLevel())),
                        new Field("forestFunctionality", Integer.toString(root.forestLevel())),
                        new Field(
                                "domainControllerFunctionality",
                                Integer.toString(root.controllerLevel())),
                        new Field("supportedSASLMechanisms", String.join(" ", root.mechanisms()))),
                took);
    }

    /** Pairwise: Kerberos minds the controller, the request signature the cloud. */
    private CheckResult clocks(
            Controller controller, RootEntry root, Instant before, Instant after, Duration took) {
        Instant theirs = root.time();
        if (theirs == null) {
            return new CheckResult(
                    CheckKind.CLOCK,
                    controller.address(),
                    Verdict.UNKNOWN,
                    "NOT_TOLD",
                    List.of(),
                    List.of(),
                    took);
        }
        Instant ours = before.plus(Duration.between(before, after).dividedBy(2));
        Duration controllerAhead = Duration.between(ours, theirs);
        Duration cloudAhead = order.cloudAhead();
        List<Field> evidence = new ArrayList<>();
        evidence.add(new Field("currentTime", theirs.toString()));
        evidence.add(new Field("controllerAheadSeconds", seconds(controllerAhead)));
        Duration between = cloudAhead == null ? null : controllerAhead.minus(cloudAhead);
        if (cloudAhead != null && between != null) {
            evidence.add(new Field("cloudAheadSeconds", seconds(cloudAhead)));
            evidence.add(new Field("controllerAheadOfCloudSeconds", seconds(between)));
        }
        String code =
                beyond(controllerAhead, KERBEROS_SKEW)
                        ? "CONTROLLER"
                        : between != null && beyond(between, KERBEROS_SKEW)
                                ? "CLOUD_AND_CONTROLLER"
                                : cloudAhead != null && beyond(cloudAhead, SIGNATURE_SKEW)
                                        ? "CLOUD"
                                        : "SAME";
        return new CheckResult(
                CheckKind.CLOCK,
                controller.address(),
                code.equals("SAME") ? Verdict.GOOD : Verdict.BAD,
                code,
                List.of(seconds(controllerAhead)),
                evidence,
                took);
    }

    /** What the certificate shown on the LDAPS port is worth. */
    CheckResult certificate(Controller controller) {
        long begin = System.nanoTime();
        ControllerTls tls = new ControllerTls(trust);
        String failure = "";
        try (LDAPConnection connection = ldap.tls(controller.address(), tls)) {
            ldap.root(connection);
        } catch (LDAPException e) {
            failure = text(e);
        }
        ControllerTls.Verdict worth = tls.verdict(names(controller), clock.instant());
        Verdict verdict =
                worth == ControllerTls.Verdict.TRUSTED
                        ? Verdict.GOOD
                        : order.ldaps() ? Verdict.BAD : Verdict.ATTENTION;
        List<Field> evidence = new ArrayList<>();
        for (X509Certificate each : tls.chain()) {
            evidence.add(new Field("subject", each.getSubjectX500Principal().getName()));
            evidence.add(new Field("issuer", each.getIssuerX500Principal().getName()));
            evidence.add(new Field("until", each.getNotAfter().toInstant().toString()));
        }
        String issuer =
                tls.chain().isEmpty()
                        ? ""
                        : tls.chain().getFirst().getIssuerX500Principal().getName();
        String certified =
                tls.chain().isEmpty()
                        ? ""
                        : String.join(", ", ControllerTls.names(tls.chain().getFirst()));
        return new CheckResult(
                CheckKind.CERTIFICATE,
                controller.address(),
                verdict,
                worth.name(),
                List.of(issuer, certified, failure),
                evidence,
                took(begin));
    }

    /** Signs in once and looks at the account's rights. */
    void account(Controller controller, Account account, Consumer<CheckResult> found) {
        long begin = System.nanoTime();
        List<SignInResult> tried = new ArrayList<>();
        SignIn.Attempt last = attempt(controller, account, tried);
        try (LDAPConnection connection = last.connection()) {
            found.accept(judged(controller, last.result(), tried, took(begin)));
            if (last.result() instanceof SignInResult.SignedIn) {
                found.accept(Rights.of(connection, controller, order, account));
            } else {
                found.accept(
                        new CheckResult(
                                CheckKind.RIGHTS,
                                controller.address(),
                                Verdict.SKIPPED,
                                "NOT_SIGNED_IN",
                                List.of(),
                                List.of(),
                                Duration.ZERO));
            }
        }
    }

    /** One way after the other; a controller that judged the account is asked no more. */
    private SignIn.Attempt attempt(
            Controller controller, Account account, List<SignInResult> tried) {
        SignIn signIn = new SignIn(ldap, endpoints, clock);
        String bindName = account.bindName(order.domain());
        List<String> names = names(controller);
        ControllerTls tls = new ControllerTls(trust);
        SignIn.Attempt attempt =
                signIn.overTls(controller.address(), names, bindName, account.password(), tls);
        tried.add(attempt.result());
        if (attempt.result() instanceof SignInResult.NotPossible) {
            attempt =
                    signIn.overStartTls(
                            controller.address(), names, bindName, account.password(), tls);
            tried.add(attempt.result());
        }
        if (attempt.result() instanceof SignInResult.NotPossible) {
            attempt =
                    signIn.overKerberos(
                            controller.address(),
                            fullName(controller),
                            order.domain(),
                            account.user(),
                            account.password());
            tried.add(attempt.result());
        }
        return attempt;
    }

    private static CheckResult judged(
            Controller controller, SignInResult result, List<SignInResult> tried, Duration took) {
        List<Field> evidence = new ArrayList<>();
        for (SignInResult each : tried) {
            evidence.add(
                    new Field(
                            each.way().name(),
                            switch (each) {
                                case SignInResult.SignedIn in -> "signed in " + in.who();
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
                            Verdict.BAD,
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

    /** The name tickets and certificates are made out to; asked for where it was not entered. */
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

    private List<String> names(Controller controller) {
        return controller.name().isEmpty()
                ? List.of(fullName(controller), controller.address())
                : List.of(controller.name().toLowerCase(Locale.ROOT));
    }

    private static boolean beyond(Duration difference, Duration most) {
        return difference.abs().compareTo(most) > 0;
    }

    private static String seconds(Duration duration) {
        return Long.toString(duration.toSeconds());
    }

    private static String text(LDAPException e) {
        String diagnostic = e.getDiagnosticMessage();
        return diagnostic == null ? notNull(e.getMessage()) : diagnostic;
    }

    private static String notNull(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Duration took(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
