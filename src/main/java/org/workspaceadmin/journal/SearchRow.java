package org.workspaceadmin.journal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.SearchEvidence;

/**
 * How far the search for a request without an answer is.
 *
 * @param operationId whose
 * @param request the request's number
 * @param jobType the type of job that is searched for, empty when its effect is
 * @param from when the first look was made, null before
 * @param until when the last look was made, null before the first
 * @param looks how often the service was read
 * @param failedLooks how often it could not be read
 * @param state how far it is
 * @param candidates jobs that came close
 */
public record SearchRow(
        String operationId,
        int request,
        String jobType,
        @Nullable Instant from,
        @Nullable Instant until,
        int looks,
        int failedLooks,
        SearchEvidence.State state,
        List<SearchEvidence.Candidate> candidates) {
    /** Copies the list. */
    public SearchRow {
        candidates = List.copyOf(candidates);
    }
}
