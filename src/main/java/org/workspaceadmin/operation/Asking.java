package org.workspaceadmin.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.cloud.DesktopQuery;
import org.workspaceadmin.cloud.SubJobPage;
import org.workspaceadmin.cloud.SubJobQuery;
import org.workspaceadmin.cloud.WorkspaceService;
import org.workspaceadmin.cloud.Writes;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.DomainCheck;
import org.workspaceadmin.model.Job;
import org.workspaceadmin.model.LockStatus;
import org.workspaceadmin.model.ServiceDetails;
import org.workspaceadmin.model.SubJob;
import org.workspaceadmin.model.WriteKind;
import org.workspaceadmin.task.Timer;

/**
 * The questions the engine asks of one connection, counted so that they can be paced. Blocks; used
 * by one thread at a time.
 */
final class Asking {
    private final WorkspaceService service;
    private final Timer timer;
    private final PollSettings settings;
    private final Map<WriteKind, String> types = new HashMap<>();
    private final Map<String, Seen> seen = new HashMap<>();
    private int asked;

    Asking(WorkspaceService service, Timer timer, PollSettings settings) {
        this.service = service;
        this.timer = timer;
        this.settings = settings;
        types.put(WriteKind.REJOIN, "desktopRejoinDomain");
        types.put(WriteKind.REJOIN_BATCH, "desktopRejoinDomain");
        types.put(WriteKind.REBUILD, "rebuildDesktops");
    }

    Instant now() {
        return timer.instant();
    }

    PollSettings settings() {
        return settings;
    }

    /** How many requests were made since the last call of this. */
    int takeAsked() {
        int n = asked;
        asked = 0;
        return n;
    }

    /** The job type of a kind of request, empty when not known (api/jobs.md section 4). */
    String typeOf(WriteKind kind) {
        return types.getOrDefault(kind, "");
    }

    /** Remembers what type the service gave the jobs of a kind of request. */
    void learn(WriteKind kind, String type) {
        if (!type.isEmpty()) {
            types.put(kind, type);
        }
    }

    /** Every sub-job of one job. */
    List<SubJob> subJobs(String jobId) {
        SubJobQuery first = SubJobQuery.ofJob(jobId);
        List<SubJob> found = new ArrayList<>();
        while (true) {
            SubJobPage page = page(first.from(found.size()));
            found.addAll(page.subJobs());
            if (page.subJobs().isEmpty() || found.size() >= page.totalCount()) {
                return found;
            }
        }
    }

    /** One page of sub-jobs. */
    SubJobPage page(SubJobQuery query) {
        asked++;
        return service.subJobs(query).await();
    }

    /**
     * The service's clock minus this computer's.
     *
     * @return null when it was not measured
     */
    @Nullable Duration clockOffset() {
        return service.clockOffset();
    }

    /** The parent job; every call that an operation sends belongs to v2, and so do its jobs. */
    Job job(String jobId) {
        asked++;
        return service.job(jobId).await();
    }

    /** A job of v1.0. */
    Job jobV1(String jobId) {
        asked++;
        return service.jobV1(jobId).await();
    }

    /** The service of the project. */
    ServiceDetails service() {
        asked++;
        return service.service().await();
    }

    /** Whether the service is locked. */
    LockStatus lock() {
        asked++;
        return service.lockStatus().await();
    }

    /** Desktops by id, at most 100; those that are gone are missing. */
    List<Desktop> desktops(Collection<String> ids) {
        asked++;
        DesktopQuery query = DesktopQuery.all().with("desktop_id", ids.toArray(String[]::new));
        return service.desktops(query, 0, ids.size()).await().desktops();
    }

    /**
     * A desktop as it was read.
     *
     * @param desktop null when the service no longer lists it
     * @param at when
     */
    record Seen(@Nullable Desktop desktop, Instant at) {}

    /**
     * Desktops by id, any number, read together with others that will be asked for next: many
     * requests of one desktop each would else cost a question each. What was read a moment ago is
     * not read again.
     *
     * @param ids which
     * @param others ids to fill the question up with
     * @return those that are not gone, in the order asked for
     */
    List<Seen> desktops(Collection<String> ids, Supplier<List<String>> others) {
        Instant stale = now().minus(settings.early().dividedBy(2));
        seen.values().removeIf(s -> !s.at().isAfter(stale));
        Set<String> wanted = new LinkedHashSet<>(ids);
        wanted.removeAll(seen.keySet());
        if (!wanted.isEmpty()) {
            int room = (wanted.size() + Writes.BATCH - 1) / Writes.BATCH * Writes.BATCH;
            others.get().stream()
                    .filter(id -> !seen.containsKey(id))
                    .takeWhile(id -> wanted.size() < room)
                    .forEach(wanted::add);
            List<String> all = List.copyOf(wanted);
            for (int from = 0; from < all.size(); from += Writes.BATCH) {
                List<String> chunk = all.subList(from, Math.min(all.size(), from + Writes.BATCH));
                List<Desktop> found = desktops(chunk);
                chunk.forEach(id -> seen.put(id, new Seen(null, now())));
                found.forEach(d -> seen.put(d.id(), new Seen(d, now())));
            }
        }
        return ids.stream().map(seen::get).filter(s -> s != null && s.desktop() != null).toList();
    }

    /** Desktops the service lists for a user name, exact match ignoring case. */
    List<Desktop> desktopsOf(String userName) {
        asked++;
        DesktopQuery query = DesktopQuery.all().with("user_name", userName);
        return service.allDesktops(query, page -> {}).await().desktops().stream()
                .filter(d -> UserNameWatch.belongsTo(d, userName))
                .toList();
    }

    /** Domain membership of at most 100 desktops. */
    List<DomainCheck> domain(Collection<String> ids) {
        asked++;
        return service.checkDomain(ids).await();
    }
}
