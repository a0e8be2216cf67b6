package org.workspaceadmin.connection.probe;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Problem;

/**
 * How a step ended.
 *
 * @param state where it stands now
 * @param verdict what came of it
 * @param facts what was seen
 * @param problem why it did not go well, null where the verdict says it all
 */
record Outcome(StepState state, Verdict verdict, List<Fact> facts, @Nullable Problem problem) {
    static Outcome passed(Verdict verdict, List<Fact> facts) {
        return new Outcome(StepState.PASSED, verdict, facts, null);
    }

    static Outcome warned(Verdict verdict, List<Fact> facts, @Nullable Problem problem) {
        return new Outcome(StepState.WARNED, verdict, facts, problem);
    }

    static Outcome failed(Verdict verdict, List<Fact> facts, @Nullable Problem problem) {
        return new Outcome(StepState.FAILED, verdict, facts, problem);
    }

    static Outcome skipped(Verdict verdict) {
        return new Outcome(StepState.SKIPPED, verdict, List.of(), null);
    }
}
