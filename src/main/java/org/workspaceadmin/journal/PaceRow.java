package org.workspaceadmin.journal;

import org.workspaceadmin.model.Pacing;

/**
 * How an operation is sent over time, and how far the operator and its checks let it.
 *
 * @param pacing as the operator chose it
 * @param cleared the last wave that may leave, from 0
 * @param forgiven failures that no longer count against the budget, because the operator went on
 * @param late targets that were not in order again in time after their wave
 */
public record PaceRow(Pacing pacing, int cleared, int forgiven, int late) {
    /** Everything at once. */
    public static final PaceRow AT_ONCE = of(Pacing.AT_ONCE);

    /** Nothing has happened yet: the first wave may leave. */
    public static PaceRow of(Pacing pacing) {
        return new PaceRow(pacing, 0, 0, 0);
    }
}
