package org.workspaceadmin.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.WriteRequest;

/**
 * One request of an operation.
 *
 * @param seq number within the operation, from 0, in the order of sending
 * @param request the request; read back from the journal its body is masked
 * @param exact whether the body is byte for byte what is or was meant to leave. False only for one
 *     read back whose body held a secret: such a request can be shown, not sent
 * @param state how far it got
 * @param httpStatus status of the answer, 0 when none
 * @param jobId the job that followed, empty when none
 * @param requestId the service's request id, empty when none
 * @param problem why it was refused or what broke, null when neither
 * @param intended when it was written down
 * @param sent when it was about to leave, null before
 * @param answered when the answer came or was given up, null before
 * @param replaces the number of the request that this one was sent in place of, -1 for none
 * @param wave the wave it belongs to, from 0
 */
public record RequestRow(
        int seq,
        WriteRequest request,
        boolean exact,
        RequestState state,
        int httpStatus,
        String jobId,
        String requestId,
        @Nullable Problem problem,
        Instant intended,
        @Nullable Instant sent,
        @Nullable Instant answered,
        int replaces,
        int wave) {

    /** A request that was just planned. */
    public static RequestRow intended(int seq, WriteRequest request, Instant at) {
        return intended(seq, request, at, 0);
    }

    /** A request of a wave that was just planned. */
    public static RequestRow intended(int seq, WriteRequest request, Instant at, int wave) {
        return new RequestRow(
                seq,
                request,
                true,
                RequestState.INTENDED,
                0,
                "",
                "",
                null,
                at,
                null,
                null,
                -1,
                wave);
    }

    /**
     * The same request once more, in place of this one.
     *
     * @param number the new one's
     * @param at when it was written down
     */
    public RequestRow again(int number, Instant at) {
        return new RequestRow(
                number,
                request,
                exact,
                RequestState.INTENDED,
                0,
                "",
                "",
                null,
                at,
                null,
                null,
                seq,
                wave);
    }

    /** The same, not leaving before the operator says so. */
    public RequestRow waiting(Problem why) {
        return new RequestRow(
                seq,
                request,
                exact,
                RequestState.UNSENT,
                0,
                "",
                "",
                why,
                intended,
                sent,
                answered,
                replaces,
                wave);
    }

    /** The same, about to leave. */
    public RequestRow leaving(Instant at) {
        return new RequestRow(
                seq,
                request,
                exact,
                RequestState.SENT,
                0,
                "",
                "",
                null,
                intended,
                at,
                null,
                replaces,
                wave);
    }

    /** The same, taken by the service. */
    public RequestRow accepted(int status, String job, String id, Instant at) {
        return new RequestRow(
                seq,
                request,
                exact,
                RequestState.ACCEPTED,
                status,
                job,
                id,
                null,
                intended,
                sent,
                at,
                replaces,
                wave);
    }

    /** The same, ended without being carried out, or without an answer. */
    public RequestRow stopped(RequestState newState, @Nullable Problem why, Instant at) {
        int status = why == null ? 0 : why.httpStatus();
        String id = why == null ? "" : why.requestId();
        return new RequestRow(
                seq, request, exact, newState, status, "", id, why, intended, sent, at, replaces,
                wave);
    }
}
