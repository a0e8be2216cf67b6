package org.workspaceadmin.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.workspaceadmin.model.ForeignJob;
import org.workspaceadmin.model.SubJob;

/**
 * The jobs that were started elsewhere, over all open connections: seen in the service's records,
 * and no request of this program has or may have them. Thread-safe; listeners are called outside
 * its lock, in order.
 */
final class Foreign {
    private static final Logger LOG = LoggerFactory.getLogger(Foreign.class);

    /** How long an ended job is still shown. */
    private static final Duration SHOWN = Duration.ofMinutes(30);

    private static final Comparator<ForeignJob> ORDER =
            Comparator.comparing((ForeignJob j) -> !j.open())
                    .thenComparing(
                            j -> j.begin() == null ? j.firstSeen() : j.begin(),
                            Comparator.reverseOrder())
                    .thenComparing(ForeignJob::jobId);

    private final CopyOnWriteArrayList<Consumer<List<ForeignJob>>> listeners =
            new CopyOnWriteArrayList<>();
    private final Map<Key, ForeignJob> jobs = new HashMap<>();
    private final Ownership ownership;
    private final Object delivery = new Object();
    private List<ForeignJob> told = List.of();

    private record Key(String connectionId, String jobId) {}

    Foreign(Ownership ownership) {
        this.ownership = ownership;
    }

    Operations.Subscription subscribe(Consumer<List<ForeignJob>> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** All of them, open ones first, newest first. */
    List<ForeignJob> all() {
        List<ForeignJob> copy;
        synchronized (this) {
            copy = new ArrayList<>(jobs.values());
        }
        return copy.stream().filter(this::elsewhere).sorted(ORDER).toList();
    }

    private boolean elsewhere(ForeignJob job) {
        return !ownership.has(job.jobId()) && !ownership.mayHave(job);
    }

    /** When a job was first seen, null when it was not, or is not remembered any more. */
    synchronized @Nullable Instant firstSeen(String connectionId, String jobId) {
        ForeignJob job = jobs.get(new Key(connectionId, jobId));
        return job == null ? null : job.firstSeen();
    }

    /** The jobs started elsewhere that are at work on desktops, by desktop. */
    Map<String, String> atWork(String connectionId) {
        Map<String, String> found = new HashMap<>();
        for (ForeignJob job : all()) {
            if (job.open() && job.connectionId().equals(connectionId)) {
                job.targets().stream()
                        .filter(t -> !t.outcome().ended())
                        .forEach(t -> found.put(t.target().id(), job.jobId()));
            }
        }
        return found;
    }

    /** The ids of the jobs of a type that were open when last read, longest not read first. */
    List<String> open(String connectionId, String type) {
        List<ForeignJob> all;
        synchronized (this) {
            all = List.copyOf(jobs.values());
        }
        return all.stream()
                .filter(j -> j.open() && j.type().equals(type))
                .filter(j -> j.connectionId().equals(connectionId) && !ownership.has(j.jobId()))
                .sorted(Comparator.comparing(ForeignJob::lastRead))
                .map(ForeignJob::jobId)
                .toList();
    }

    /**
     * Sub-jobs were read. Jobs that had ended when they were first seen are history and not noted.
     *
     * @param link over which connection
     * @param found by job
     * @param whole whether all sub-jobs of each of these jobs are among them
     * @param now when
     */
    void saw(Link link, Map<String, List<SubJob>> found, boolean whole, Instant now) {
        synchronized (this) {
            found.forEach((id, subs) -> {
                Key key = new Key(link.connectionId(), id);
                ForeignJob old = jobs.get(key);
                boolean moving = subs.stream().anyMatch(s -> !s.state().ended());
                if (!ownership.has(id) && (old != null || moving)) {
                    jobs.put(key, ForeignReading.of(link, id, subs, whole, old, now));
                }
            });
        }
        tell(now);
    }

    /** The service no longer knows a job. */
    void gone(String connectionId, String jobId, Instant now) {
        synchronized (this) {
            jobs.remove(new Key(connectionId, jobId));
        }
        tell(now);
    }

    /** A connection was closed: what is on it is no longer known. */
    void forget(String connectionId, Instant now) {
        synchronized (this) {
            jobs.keySet().removeIf(k -> k.connectionId().equals(connectionId));
        }
        tell(now);
    }

    /** Tells listeners what there is, if that is news; called when a job turned out to be ours. */
    void tell(Instant now) {
        synchronized (delivery) {
            synchronized (this) {
                jobs.values()
                        .removeIf(j ->
                                ownership.has(j.jobId())
                                        || (!j.open() && j.lastRead().plus(SHOWN).isBefore(now)));
            }
            List<ForeignJob> all = all();
            if (all.equals(told)) {
                return;
            }
            told = all;
            for (Consumer<List<ForeignJob>> listener : listeners) {
                try {
                    listener.accept(all);
                } catch (RuntimeException e) {
                    LOG.error("a listener failed", e);
                }
            }
        }
    }
}
