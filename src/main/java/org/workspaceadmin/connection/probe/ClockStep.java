package org.workspaceadmin.connection.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.connection.probe.ProbeScene.Tried;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Problem.Evidence;
import org.workspaceadmin.model.Problem.Kind;

/**
 * How far this machine's clock is from the service's, by the {@code Date} of an answer. The gateway
 * refuses signatures from 15 minutes on (api/errors.md section 5).
 */
final class ClockStep {
    private static final Duration WARN = Duration.ofMinutes(5);
    private static final Duration FAIL = Duration.ofMinutes(15);

    private final Duration applied;
    private @Nullable Duration offset;

    /**
     * Judges a clock.
     *
     * @param applied what is added to it when signing
     */
    ClockStep(Duration applied) {
        this.applied = applied;
    }

    /** The service's clock minus this machine's, null when no answer told. */
    @Nullable Duration offset() {
        return offset;
    }

    /** Looks at the answers; Workspace's own comes first and speaks first. */
    Outcome look(List<Tried> answers, Instant now) {
        String told = "";
        for (Tried one : answers) {
            Duration measured =
                    one.knock() == null ? null : one.knock().health().measuredClockOffset();
            if (measured != null) {
                offset = measured;
                told = one.site().name();
                break;
            }
        }
        Duration found = offset;
        if (found == null) {
            return Outcome.warned(Verdict.of("unknown"), List.of(), null);
        }
        Facts facts = new Facts();
        facts.add("offset", "", new Value.Span(found));
        if (found.abs().compareTo(Duration.ofSeconds(1)) > 0) {
            facts.word("ahead", "", found.isNegative() ? "ahead" : "behind");
        }
        facts.moment("localTime", "", now).moment("serviceTime", told, now.plus(found));
        return judge(found, facts.list(), now);
    }

    private Outcome judge(Duration found, List<Fact> facts, Instant now) {
        Value span = new Value.Span(found);
        if (!applied.isZero() && found.minus(applied).abs().compareTo(WARN) <= 0) {
            return Outcome.warned(Verdict.of("corrected", span), facts, null);
        }
        if (found.abs().compareTo(FAIL) > 0) {
            return Outcome.failed(
                    Verdict.of("far", span),
                    facts,
                    Problem.without(Kind.CLOCK_SKEW, "", "", now)
                            .withEvidence(Map.of(Evidence.CLOCK_OFFSET, found.toString())));
        }
        return found.abs().compareTo(WARN) > 0
                ? Outcome.warned(Verdict.of("off", span), facts, null)
                : Outcome.passed(Verdict.of("good", span), facts);
    }
}
