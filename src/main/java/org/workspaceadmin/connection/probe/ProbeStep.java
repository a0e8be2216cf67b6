package org.workspaceadmin.connection.probe;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Problem;

/**
 * One step of a connection test, as of some moment.
 *
 * @param kind what it looks at
 * @param state where it stands
 * @param took how long it took, null while it did not end or was skipped
 * @param verdict what came of it in one line
 * @param facts what was seen; may be none
 * @param problem why it failed or warned, null where the verdict says it all
 * @param because the step that keeps this one from being tried, null unless it was skipped for that
 */
public record ProbeStep(
        StepKind kind,
        StepState state,
        @Nullable Duration took,
        Verdict verdict,
        List<Fact> facts,
        @Nullable Problem problem,
        @Nullable StepKind because) {
    /** Copies the list. */
    public ProbeStep {
        facts = List.copyOf(facts);
    }

    /** A step that did not begin. */
    public static ProbeStep waiting(StepKind kind) {
        return new ProbeStep(kind, StepState.WAITING, null, Verdict.NONE, List.of(), null, null);
    }

    /** The same in another state, with nothing found yet. */
    ProbeStep in(StepState other) {
        return new ProbeStep(kind, other, null, Verdict.NONE, List.of(), null, null);
    }

    /** The same, left out because another did not go well. */
    ProbeStep skippedFor(StepKind culprit) {
        return new ProbeStep(kind, StepState.SKIPPED, null, Verdict.NONE, List.of(), null, culprit);
    }
}
