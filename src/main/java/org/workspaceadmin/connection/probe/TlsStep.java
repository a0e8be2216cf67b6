package org.workspaceadmin.connection.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.cloud.Knock;
import org.workspaceadmin.cloud.TlsFacts;
import org.workspaceadmin.connection.probe.ProbeScene.Tried;
import org.workspaceadmin.model.Problem;

/** Whether every address is reached, and who vouches for it. */
final class TlsStep {
    /** From here on a certificate's end is worth a word. */
    private static final Duration SOON = Duration.ofDays(14);

    private static final Pattern COMMON_NAME = Pattern.compile("(?:^|,)\\s*CN=([^,]+)");
    private static final Pattern ORGANIZATION = Pattern.compile("(?:^|,)\\s*O=([^,]+)");

    private final ProbeScene scene;
    private List<Tried> tried = List.of();

    TlsStep(ProbeScene scene) {
        this.scene = scene;
    }

    /** What came of knocking everywhere. */
    List<Tried> tried() {
        return tried;
    }

    Outcome look() {
        tried = scene.knock(scene.sites());
        Facts facts = new Facts();
        tried.forEach(one -> tell(one, facts));
        List<Fact> list = facts.collapsed(scene.sites().size());
        List<Tried> failed = tried.stream().filter(one -> one.problem() != null).toList();
        Tried worst =
                failed.stream()
                        .filter(one -> one.site().essential(scene.connection()))
                        .findFirst()
                        .orElse(null);
        if (worst != null && worst.problem() != null) {
            Value host = new Value.Text(worst.site().name());
            return Outcome.failed(Verdict.of(code(worst.problem()), host), list, worst.problem());
        }
        if (!failed.isEmpty()) {
            Value hosts =
                    new Value.Text(
                            failed.stream()
                                    .map(one -> one.site().name())
                                    .collect(Collectors.joining(", ")));
            return Outcome.warned(Verdict.of("some", hosts), list, failed.getFirst().problem());
        }
        return good(list);
    }

    private Outcome good(List<Fact> list) {
        List<TlsFacts> all =
                tried.stream()
                        .map(Tried::knock)
                        .filter(knock -> knock != null && knock.health().tls() != null)
                        .map(knock -> tls(knock))
                        .toList();
        if (all.isEmpty()) {
            return Outcome.passed(Verdict.of("plain"), list);
        }
        Instant end =
                all.stream().map(TlsFacts::validUntil).min(Comparator.naturalOrder()).orElseThrow();
        Duration left = Duration.between(scene.timer().instant(), end);
        if (left.compareTo(SOON) < 0) {
            return Outcome.warned(Verdict.of("expiring", new Value.Span(left)), list, null);
        }
        TlsFacts told = all.stream().filter(TlsFacts::inspected).findFirst().orElse(all.getFirst());
        return Outcome.passed(
                Verdict.of(
                        told.inspected() ? "inspected" : "good",
                        new Value.Text(shortName(told.issuer()))),
                list);
    }

    private static void tell(Tried one, Facts facts) {
        String about = one.site().name();
        Problem problem = one.problem();
        if (problem != null) {
            facts.text("reach", about, problem.kind() + ": " + problem.message());
            return;
        }
        Knock knock = one.knock();
        if (knock == null || knock.health().tls() == null) {
            facts.word("protocol", about, "plain");
            return;
        }
        TlsFacts tls = tls(knock);
        facts.text("protocol", about, tls.protocol())
                .text("cipher", about, tls.cipher())
                .text("http", about, tls.httpVersion())
                .text("subject", about, tls.subject())
                .text("issuer", about, tls.issuer())
                .text("root", about, tls.root())
                .moment("validUntil", about, tls.validUntil())
                .word("inspected", about, tls.inspected() ? "yes" : "no");
    }

    private static TlsFacts tls(@Nullable Knock knock) {
        TlsFacts facts = knock == null ? null : knock.health().tls();
        if (facts == null) {
            throw new IllegalStateException("asked only where there are some");
        }
        return facts;
    }

    private static String code(Problem problem) {
        return switch (problem.kind()) {
            case CERTIFICATE_UNTRUSTED -> "untrusted";
            case CERTIFICATE_SELF_SIGNED -> "selfSigned";
            case CERTIFICATE_WRONG_NAME -> "wrongName";
            case CERTIFICATE_EXPIRED -> "expired";
            case TLS_PROTOCOL -> "protocol";
            case TLS -> "failed";
            default -> "unreached";
        };
    }

    /** Of a distinguished name what people call it by. */
    static String shortName(String name) {
        for (Pattern part : List.of(COMMON_NAME, ORGANIZATION)) {
            Matcher matcher = part.matcher(name);
            if (matcher.find()) {
                return matcher.group(1).strip();
            }
        }
        return name;
    }
}
