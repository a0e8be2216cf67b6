package org.workspaceadmin.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request of an operation as the monitor shows it: an immutable snapshot, without the body.
 *
 * @param number within the operation, from 0, in the order of sending
 * @param kind which call
 * @param state how far it got
 * @param wave which wave it belongs to, from 1; 0 when the operation has none
 * @param jobId the job that followed, empty when none
 * @param requestId the service's request id, empty when none
 * @param httpStatus status of the answer, 0 when none came
 * @param problem why it was refused or what broke, null when neither
 * @param intended when it was written down
 * @param sent when it was about to leave, null before
 * @param answered when the answer came or was given up, null before
 * @param progressed when anything of it last moved: it left, was answered, or one of its targets
 *     changed; null before it left
 * @param targets the targets it carries now, as indices into {@link OperationState#targets()},
 *     ascending; empty once others replaced it
 */
public record OperationRequest(
        int number,
        WriteKind kind,
        State state,
        int wave,
        String jobId,
        String requestId,
        int httpStatus,
        @Nullable Problem problem,
        Instant intended,
        @Nullable Instant sent,
        @Nullable Instant answered,
        @Nullable Instant progressed,
        List<Integer> targets) {

    /** How far a request got. */
    public enum State {
        /** Written down; has not left. */
        INTENDED,
        /** About to leave or gone; no answer yet. */
        SENT,
        /** The service took it. */
        ACCEPTED,
        /** Certainly not carried out, and never sent again. */
        REFUSED,
        /** Gone, and no readable answer came. */
        UNANSWERED,
        /** Certainly not carried out; waits until the operator resumes. */
        UNSENT,
        /** The operator gave it up before it was carried out. */
        DROPPED
    }

    /** Copies the list. */
    public OperationRequest {
        targets = List.copyOf(targets);
    }
}
