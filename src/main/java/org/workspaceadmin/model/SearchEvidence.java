package org.workspaceadmin.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one request that left and got no readable answer: what the operator has to see
 * before deciding about it. Kept in the journal. An immutable snapshot.
 *
 * @param operationId whose
 * @param request the request's number within the operation
 * @param kind which call
 * @param targets those of its targets nobody knows about
 * @param complete whether all of the request is still known: a secret in it is not stored, so that
 *     after a restart of the program it can no longer be sent
 * @param sent when it was about to leave, null when that was not written down
 * @param gaveUp when waiting for its answer ended, null when not known
 * @param failure what broke, null when not known
 * @param state how far the search is
 * @param jobType the type of job that was searched for, empty when the search reads what the
 *     request should have changed instead
 * @param from when the first search was made, null before it
 * @param until when the last search was made, null before the first
 * @param looks how often the service's records were read
 * @param failedLooks how often they could not be read
 * @param candidates jobs that came close and were not taken for this request's
 * @param again the number of the request that was sent in its place, -1 when none was
 */
public record SearchEvidence(
        String operationId,
        int request,
        WriteKind kind,
        List<Target> targets,
        boolean complete,
        @Nullable Instant sent,
        @Nullable Instant gaveUp,
        @Nullable Problem failure,
        State state,
        String jobType,
        @Nullable Instant from,
        @Nullable Instant until,
        int looks,
        int failedLooks,
        List<Candidate> candidates,
        int again) {

    /** Copies the lists. */
    public SearchEvidence {
        targets = List.copyOf(targets);
        candidates = List.copyOf(candidates);
    }

    /**
     * Whether the operator may have it sent once more: something of it is unknown, and the search
     * for it is over.
     */
    public boolean canSendAgain() {
        return complete && again < 0 && !targets.isEmpty() && state.over();
    }

    /** How far the search for a request's outcome is; the journal stores these names. */
    public enum State {
        /** Not begun: its connection is not open, or was not since the program began. */
        WAITING,
        /** Going on. */
        SEARCHING,
        /** Its job or its effect was found. */
        FOUND,
        /** Over, and nothing was found that is certainly this request's. */
        NOT_FOUND,
        /** The service keeps no record in which such a request could be found. */
        NO_RECORDS;

        /** Whether it ended without a finding. */
        public boolean over() {
            return this == NOT_FOUND || this == NO_RECORDS;
        }
    }

    /**
     * A job in the service's records that could be meant.
     *
     * @param jobId its id
     * @param type its type
     * @param begin when it began by the service's clock, null when it does not say
     * @param targets how many desktops it has
     * @param ours how many of these are this request's
     * @param why why it was not taken for this request's
     */
    public record Candidate(
            String jobId, String type, @Nullable Instant begin, int targets, int ours, Why why) {}

    /** Why a job was not taken for a request's; the journal stores these names. */
    public enum Why {
        /** It has other desktops than the request, or not all of them. */
        OTHER_DESKTOPS,
        /** It began before the request left. */
        BEGAN_BEFORE,
        /** It began long after the request was given up. */
        BEGAN_AFTER,
        /** It had been seen before the request left. */
        SEEN_BEFORE,
        /** It fits, but so does another one, or it was seen only once before the search ended. */
        FITS
    }
}
