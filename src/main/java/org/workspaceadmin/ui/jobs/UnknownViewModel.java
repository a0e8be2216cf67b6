package org.workspaceadmin.ui.jobs;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.SearchEvidence;
import org.workspaceadmin.operation.Operations;

/**
 * What is known of the requests of the selected operation that got no readable answer, and what the
 * operator decides about them. UI thread.
 */
final class UnknownViewModel {
    private final JobsViewModel jobs;
    private final Operations operations;
    private final ReadOnlyBooleanWrapper refused = new ReadOnlyBooleanWrapper();

    UnknownViewModel(JobsViewModel jobs, Operations operations) {
        this.jobs = jobs;
        this.operations = operations;
    }

    /** One entry for each request of which something is unknown. */
    List<SearchEvidence> evidence(@Nullable JobEntry entry) {
        return entry == null || entry.tally().unknown() == 0
                ? List.of()
                : operations.evidence(entry.id()).stream()
                        .filter(e -> !e.targets().isEmpty() && e.again() < 0)
                        .toList();
    }

    /** Whether the last decision could not be carried out, since things had changed. */
    ReadOnlyBooleanProperty refusedProperty() {
        return refused.getReadOnlyProperty();
    }

    /** Has a request followed by a job the operator recognised. */
    void adopt(SearchEvidence request, SearchEvidence.Candidate job) {
        refused.set(false);
        jobs.run(
                id -> operations.adopt(id, request.request(), job.jobId()),
                done -> refused.set(!done));
    }

    /** Sends a request once more; only after the operator was told what could happen. */
    void sendAgain(SearchEvidence request) {
        refused.set(false);
        jobs.run(id -> operations.sendAgain(id, request.request()), done -> refused.set(!done));
    }

    /** Another operation is looked at. */
    void forget() {
        refused.set(false);
    }
}
