package org.workspaceadmin.ui.jobs;

import java.util.List;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.TargetState;

/**
 * An operation's targets counted once, so that cells need not count 10,000 of them again.
 *
 * @param total all targets
 * @param succeeded done
 * @param failed failed or refused
 * @param unknown sent, and nobody knows
 * @param open waiting or running
 * @param skipped left out on purpose
 * @param unchecked not confirmed by the service since the program started
 * @param percent mean percent, 0-100
 */
public record Tally(
        int total,
        int succeeded,
        int failed,
        int unknown,
        int open,
        int skipped,
        int unchecked,
        int percent) {

    /**
     * Counts an operation's targets.
     *
     * @param state a snapshot
     * @return its tally
     */
    public static Tally of(OperationState state) {
        return of(state.targets());
    }

    /**
     * Counts targets.
     *
     * @param targets some of an operation's
     * @return their tally
     */
    static Tally of(List<TargetState> targets) {
        int percent = 0;
        int succeeded = 0;
        int failed = 0;
        int unknown = 0;
        int open = 0;
        int skipped = 0;
        int unchecked = 0;
        for (TargetState target : targets) {
            percent += percent(target);
            switch (target.outcome()) {
                case SUCCEEDED -> succeeded++;
                case FAILED -> failed++;
                case UNKNOWN -> unknown++;
                case WAITING, RUNNING -> open++;
                case SKIPPED -> skipped++;
            }
            if (!target.checked() && !target.outcome().ended()) {
                unchecked++;
            }
        }
        return new Tally(
                targets.size(),
                succeeded,
                failed,
                unknown,
                open,
                skipped,
                unchecked,
                targets.isEmpty() ? 0 : percent / targets.size());
    }

    private static int percent(TargetState target) {
        Integer progress = target.progress();
        return target.outcome().ended() ? 100 : progress == null ? 0 : progress;
    }
}
