package org.workspaceadmin.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.workspaceadmin.model.SubJob;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Workers;

/**
 * The job tracker of one connection: asks the service about everything that is open, in rounds, one
 * at a time, whether or not a screen shows it. A round asks about many jobs of a type with one
 * query, and takes a second per request it makes on average, so that a thousand open jobs cost no
 * more than one request per second (api/jobs.md section 6).
 */
final class Follower {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    /** Up to here jobs of a type are asked about one by one. */
    private static final int FEW = 3;

    /** Most jobs asked about one by one in a round; the others are asked first in the next. */
    private static final int SINGLE_LOOKS = 20;

    private final Asking asking;
    private final Timer timer;
    private final Workers workers;
    private final PollSettings settings;
    private final ReentrantLock round = new ReentrantLock();

    private final List<Watch> watches = new ArrayList<>();
    private final List<Watch> resting = new ArrayList<>();
    private Timer.@Nullable Cancel wake;
    private Instant notBefore;
    private boolean busy;
    private boolean stopped;

    Follower(Asking asking, Timer timer, Workers workers, PollSettings settings) {
        this.asking = asking;
        this.timer = timer;
        this.workers = workers;
        this.settings = settings;
        notBefore = timer.instant();
    }

    /** Begins to watch. */
    synchronized void follow(Watch watch) {
        watches.add(watch);
        plan();
    }

    /** How many requests are being watched, also those that are no longer asked about. */
    synchronized int watching() {
        return watches.size() + resting.size();
    }

    /** Whether something of an operation is being watched. */
    synchronized boolean watches(LiveOperation operation) {
        return watches.stream().anyMatch(w -> w.operation() == operation)
                || resting.stream().anyMatch(w -> w.operation() == operation);
    }

    /** Asks about one operation now; blocks until the service was asked. */
    void lookNow(LiveOperation operation) {
        List<Watch> due = new ArrayList<>();
        round.lock();
        try {
            synchronized (this) {
                busy = true;
                watches.stream().filter(w -> w.operation() == operation).forEach(due::add);
                resting.stream().filter(w -> w.operation() == operation).forEach(due::add);
            }
            ask(due);
        } finally {
            finish();
        }
    }

    /** Stops watching an operation, because the operator settled it. */
    synchronized void forget(LiveOperation operation) {
        watches.removeIf(w -> w.operation() == operation && w.open().isEmpty());
        resting.removeIf(w -> w.operation() == operation && w.open().isEmpty());
    }

    /** Stops for good. */
    synchronized void stop() {
        stopped = true;
        watches.clear();
        resting.clear();
        if (wake != null) {
            wake.cancel();
            wake = null;
        }
    }

    /** Wakes up when the next look is due; called with the lock held. */
    private void plan() {
        if (wake != null) {
            wake.cancel();
            wake = null;
        }
        if (stopped || busy || watches.isEmpty()) {
            return;
        }
        Instant next = watches.stream().map(Watch::due).min(Comparator.naturalOrder()).get();
        Instant at = next.isBefore(notBefore) ? notBefore : next;
        wake = timer.after(Duration.between(timer.instant(), at), () -> workers.start(this::round));
    }

    private boolean round() {
        List<Watch> due = new ArrayList<>();
        round.lock();
        try {
            synchronized (this) {
                busy = true;
                // What is due a moment later is asked about along with the others.
                Instant now = timer.instant().plus(settings.early().dividedBy(5));
                watches.stream()
                        .filter(w -> !w.due().isAfter(now))
                        .sorted(Comparator.comparing(Watch::due))
                        .forEach(due::add);
            }
            ask(due);
        } finally {
            finish();
        }
        return true;
    }

    private void finish() {
        synchronized (this) {
            busy = false;
            notBefore = timer.instant().plus(settings.pace().multipliedBy(asking.takeAsked()));
            plan();
        }
        round.unlock();
    }

    private void ask(List<Watch> due) {
        Map<String, List<JobWatch>> byType = new HashMap<>();
        List<Watch> single = new ArrayList<>();
        for (Watch watch : due) {
            if (watch instanceof JobWatch job && manyOpen(type(job))) {
                byType.computeIfAbsent(type(job), t -> new ArrayList<>()).add(job);
            } else {
                single.add(watch);
            }
        }
        byType.forEach(this::askForType);
        single.stream().limit(SINGLE_LOOKS).forEach(w -> attempt(w, () -> w.look(asking)));
    }

    private String type(JobWatch watch) {
        return asking.typeOf(watch.request().request().kind());
    }

    private synchronized boolean manyOpen(String type) {
        return !type.isEmpty()
                && watches.stream()
                                .filter(w -> w instanceof JobWatch job && type(job).equals(type))
                                .limit(FEW + 1L)
                                .count()
                        > FEW;
    }

    private void askForType(String type, List<JobWatch> jobs) {
        Map<String, List<SubJob>> found = new HashMap<>();
        try {
            found.putAll(
                    asking.subJobsOfType(type, subs -> complete(subs, jobs)).stream()
                            .collect(Collectors.groupingBy(SubJob::jobId)));
        } catch (RuntimeException e) {
            jobs.forEach(j -> failed(j, e));
            return;
        }
        int silent = 0;
        for (JobWatch job : jobs) {
            List<SubJob> subs = found.getOrDefault(job.jobId(), List.of());
            if (subs.isEmpty() && ++silent > SINGLE_LOOKS) {
                continue;
            }
            attempt(job, () -> job.judge(asking, subs));
        }
    }

    /** Whether every job that is asked about has shown a sub-job for each of its targets. */
    private static boolean complete(List<SubJob> subs, List<JobWatch> jobs) {
        Map<String, Long> seen =
                subs.stream().collect(Collectors.groupingBy(SubJob::jobId, Collectors.counting()));
        return jobs.stream()
                .allMatch(j -> seen.getOrDefault(j.jobId(), 0L) >= Math.max(1, j.carried()));
    }

    private void attempt(Watch watch, Look look) {
        if (isStopped()) {
            return;
        }
        try {
            boolean settled = look.look();
            watch.operation().read();
            Instant now = timer.instant();
            if (settled) {
                remove(watch);
            } else if (watch.tooOld(now)) {
                watch.giveUp();
                rest(watch);
            } else {
                watch.read(now, settings);
            }
        } catch (CancellationException e) {
            LOG.debug("the connection was closed while it was asked", e);
        } catch (RuntimeException e) {
            failed(watch, e);
        }
    }

    private void failed(Watch watch, RuntimeException failure) {
        // A connection that was closed on purpose has no problem.
        if (failure instanceof CancellationException || isStopped()) {
            return;
        }
        Instant now = timer.instant();
        watch.operation().readFailed(Problems.of(failure, now));
        if (watch.tooOld(now)) {
            watch.giveUp();
            rest(watch);
        } else {
            watch.readFailed(now, settings);
        }
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    private synchronized void remove(Watch watch) {
        watches.remove(watch);
        resting.remove(watch);
    }

    private synchronized void rest(Watch watch) {
        if (watches.remove(watch)) {
            resting.add(watch);
        }
    }

    @FunctionalInterface
    private interface Look {
        boolean look();
    }
}
