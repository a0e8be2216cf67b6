package org.workspaceadmin.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.workspaceadmin.cloud.DesktopPage;
import org.workspaceadmin.cloud.DesktopQuery;
import org.workspaceadmin.cloud.WorkspaceService;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.task.Workers;

/**
 * Reads desktops again that something was done to: at once, and once more when the list, which lags
 * behind jobs, has caught up (api/jobs.md section 6). Requests that come while one runs go
 * together, so that a thousand jobs that end one by one do not become a thousand calls.
 */
final class Rereads {
    /** Ids the list takes as a filter (api/desktops.md section 1). */
    static final int CHUNK = 100;

    /** When the second look follows. */
    static final Duration SECOND_LOOK = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(Rereads.class);

    private final WorkspaceService service;
    private final Workers workers;
    private final Timer timer;
    private final RowStore store;
    private final Publisher publisher;
    private final DomainSweep sweep;

    private final Set<String> wanted = new LinkedHashSet<>();
    private boolean reading;
    private boolean closed;
    private @Nullable Work<Boolean> work;

    Rereads(
            WorkspaceService service,
            Workers workers,
            Timer timer,
            RowStore store,
            Publisher publisher,
            DomainSweep sweep) {
        this.service = service;
        this.workers = workers;
        this.timer = timer;
        this.store = store;
        this.publisher = publisher;
        this.sweep = sweep;
    }

    /** Reads them now and once more, list and domain state. */
    void read(Collection<String> ids) {
        List<String> copy = List.copyOf(ids);
        if (!copy.isEmpty()) {
            look(copy);
            timer.after(SECOND_LOOK, () -> look(copy));
        }
    }

    /** Ends what runs. */
    synchronized void close() {
        closed = true;
        wanted.clear();
        if (work != null) {
            work.cancel();
        }
    }

    private synchronized void look(List<String> ids) {
        if (closed) {
            return;
        }
        wanted.addAll(ids);
        if (!reading) {
            reading = true;
            work = workers.start(this::readAll);
        }
    }

    private boolean readAll() {
        for (List<String> chunk = next(); !chunk.isEmpty(); chunk = next()) {
            try {
                String[] ids = chunk.toArray(String[]::new);
                DesktopQuery query = DesktopQuery.all().with("desktop_id", ids);
                DesktopPage page = service.desktops(query, 0, CHUNK).await();
                store.merge(page.desktops());
                publisher.soon();
                sweep.first(chunk);
            } catch (CancellationException e) {
                throw e;
            } catch (RuntimeException e) {
                // The second look or the next read of the whole list makes up for it.
                Problem problem = Failures.of(e, timer.instant()).problem();
                LOG.info("reading {} desktops again failed: {}", chunk.size(), problem.kind());
                if (Failures.needsOperator(problem)) {
                    forgetAll();
                }
            }
        }
        return true;
    }

    private synchronized void forgetAll() {
        wanted.clear();
    }

    /** The next ids; none ends the work, in one step with finding none. */
    private synchronized List<String> next() {
        List<String> chunk = new ArrayList<>();
        Iterator<String> ids = wanted.iterator();
        while (ids.hasNext() && chunk.size() < CHUNK) {
            chunk.add(ids.next());
            ids.remove();
        }
        reading = !chunk.isEmpty();
        return chunk;
    }
}
