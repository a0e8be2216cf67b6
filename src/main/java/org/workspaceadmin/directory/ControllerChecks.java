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
import org.workspaceadmin.directory.CheckOrder.Controller;
import org.workspaceadmin.model.Field;

/** What one controller says of itself, shows as certificate. Blocks. */
final class ControllerChecks {
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
        return Clocks.compare(controller.address(), theirs, ours, order.cloudAhead(), took);
    }

    /** What the certificate shown on the LDAPS port is worth. */
    CheckResult certificate(Controller controller) {
        long begin = System.nanoTime();
        ControllerTls tls = new ControllerTls(trust);
        String failure = "";
        boolean tlsFailed = true;
        try (LDAPConnection connection = ldap.tls(controller.address(), tls)) {
            tlsFailed = false;
            ldap.root(connection);
        } catch (LDAPException e) {
            failure = text(e);
        }
        ControllerTls.Verdict worth = tls.verdict(names(controller), clock.instant());
        // Java also minds what the certificate alone does not tell, such as a weak cipher.
        boolean handshake = tlsFailed && worth == ControllerTls.Verdict.TRUSTED;
        Verdict verdict =
                worth == ControllerTls.Verdict.TRUSTED && !handshake
                        ? Verdict.GOOD
                        : order.ldaps() ? Verdict.BAD : Verdict.ATTENTION;
        List<Field> evidence = new ArrayList<>();
        for (X509Certificate each : tls.chain()) {
            evidence.add(new Field("subject", each.getSubjectX500Principal().getName()));
            evidence.add(new Field("issuer", each.getIssuerX500Principal().getName()));
            evidence.add(new Field("until", each.getNotAfter().toInstant().toString()));
        }
        evidence.addAll(SeenChain.evidence(tls.chain(), trust));
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
                handshake ? "HANDSHAKE" : worth.name(),
                List.of(issuer, certified, failure),
                evidence,
                took(begin));
    }

    /** Its certificate may be for its name, entered or told by itself, or for its address. */
    private List<String> names(Controller controller) {
        if (!controller.name().isEmpty()) {
            return List.of(controller.name().toLowerCase(Locale.ROOT));
        }
        try (LDAPConnection connection = ldap.plain(controller.address())) {
            return List.of(ldap.root(connection).hostName(), controller.address());
        } catch (LDAPException e) {
            return List.of(controller.address());
        }
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
