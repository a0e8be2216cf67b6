package org.workspaceadmin.operation;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.workspaceadmin.journal.RequestRow;
import org.workspaceadmin.model.ForeignJob;

/** Which jobs in the service's records are this program's. Thread-safe. */
final class Ownership {
    private final Collection<LiveOperation> operations;
    private final Searches searches;
    private final Set<String> jobs = ConcurrentHashMap.newKeySet();

    /**
     * Knows of no job yet.
     *
     * @param operations all operations, also those to come
     */
    Ownership(Collection<LiveOperation> operations, Searches searches) {
        this.operations = operations;
        this.searches = searches;
    }

    /** A request has a job, or none. */
    void add(RequestRow request) {
        if (!request.jobId().isEmpty()) {
            jobs.add(request.jobId());
        }
    }

    /** Whether a job is that of one of our requests. */
    boolean has(String jobId) {
        return jobs.contains(jobId);
    }

    /**
     * Whether a job may turn out to be that of a request that is on its way or got no answer: it
     * has a desktop in common with one.
     */
    boolean mayHave(ForeignJob job) {
        Set<String> desktops =
                job.targets().stream().map(t -> t.target().id()).collect(Collectors.toSet());
        return operations.stream()
                .filter(o -> o.row().connectionId().equals(job.connectionId()) && o.open())
                .anyMatch(o ->
                        o.requests().stream()
                                .filter(r -> searches.mayHave(o, r, job.jobId()))
                                .flatMap(r -> o.openTargets(r.seq()).stream())
                                .anyMatch(t -> desktops.contains(t.state().target().id())));
    }
}
