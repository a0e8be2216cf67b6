package org.workspaceadmin.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.SubJob;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Workers;

/**
 * The job tracker of one connection: asks the service about everything that is open, one question
 * at a time, whether or not a screen shows it. Many jobs of a type are asked about together, page
 * by page, and all questions share one {@link Pace}, so that a thousand open jobs cost no more than
 * one request per second (api/jobs.md section 6). While the service cannot be reached only one
 * question is repeated; when it answers again, or the computer wakes up, everything is due at once.
 */
final class Follower {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    /** Up to here a few questions may leave at once. */
    private static final int CALM = 10;

    private static final int BURST = 4;

    /** Most questions asked at once by hand; the others follow at the usual pace. */
    private static final int BY_HAND = 20;

    /** So often it looks whether the computer slept or its clock was set. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** A wake-up that is this late was slept through. */
    private static final Duration JUMP = Duration.ofSeconds(30);

    private final Asking asking;
    private final Timer timer;
    private final Workers workers;
    private final PollSettings settings;
    private final Pace pace;
    private final Evidence evidence;
    private final Agenda agenda;
    private final ReentrantLock round = new ReentrantLock();

    private Timer.@Nullable Cancel wake;
    private @Nullable Instant expected;
    private Instant notBefore;
    private @Nullable Instant offlineSince;
    private Duration offlineWait = Duration.ZERO;
    private boolean busy;
    private boolean stopped;

    /** Hears what a search saw. */
    interface Evidence {
        /** Nobody listens. */
        Evidence NONE = (watch, failed, over) -> {};

        /**
         * A look of a search was made.
         *
         * @param watch the search
         * @param failed whether the service could not be read
         * @param over whether it is the last one
         */
        void looked(Watch watch, boolean failed, boolean over);
    }

    Follower(
            Asking asking,
            Timer timer,
            Workers workers,
            PollSettings settings,
            Pace pace,
            Evidence evidence) {
        this.asking = asking;
        this.timer = timer;
        this.workers = workers;
        this.settings = settings;
        this.pace = pace;
        this.evidence = evidence;
        agenda = new Agenda(asking);
        notBefore = timer.instant();
    }

    /** Begins to watch. */
    synchronized void follow(Watch watch) {
        agenda.add(watch);
        plan();
    }

    /** Begins to look for jobs that were started elsewhere. */
    synchronized void look(ForeignLook look) {
        agenda.add(look);
        plan();
    }

    /** How many requests are being watched, also those that are no longer asked about. */
    int watching() {
        return agenda.all();
    }

    /** Whether something of an operation is being watched. */
    boolean watches(LiveOperation operation) {
        return !agenda.of(operation).isEmpty();
    }

    /** Asks about one operation now; blocks until the service was asked. */
    void lookNow(LiveOperation operation) {
        begin();
        try {
            List<Watch> all = agenda.of(operation);
            for (Watch watch : all.subList(0, Math.min(BY_HAND, all.size()))) {
                do {
                    attempt(watch, () -> watch.look(asking));
                } while (watch.more() && canGoOn());
            }
            all.stream().skip(BY_HAND).forEach(w -> w.lookAt(timer.instant()));
        } finally {
            finish();
        }
    }

    /** Looks for jobs started elsewhere now; blocks until one turn of that is over. */
    void lookForForeign() {
        begin();
        try {
            ForeignLook look = agenda.foreign();
            if (look != null) {
                do {
                    attempt(look);
                } while (look.amidTurn() && canGoOn());
            }
        } finally {
            finish();
        }
    }

    /** Stops watching what the operator settled of an operation. */
    void forget(LiveOperation operation) {
        agenda.forget(operation);
    }

    /** Stops watching a request, because the operator said what became of it. */
    void forgetRequest(LiveOperation operation, int request) {
        agenda.forget(operation, request);
    }

    /** Stops for good. */
    synchronized void stop() {
        stopped = true;
        agenda.clear();
        if (wake != null) {
            wake.cancel();
            wake = null;
        }
    }

    private void begin() {
        round.lock();
        synchronized (this) {
            busy = true;
        }
    }

    private synchronized boolean canGoOn() {
        return !stopped && offlineSince == null;
    }

    /** Wakes up when the next question is due; called with the lock held. */
    private void plan() {
        if (wake != null) {
            wake.cancel();
            wake = null;
        }
        Instant next = stopped || busy ? null : agenda.due();
        if (next == null) {
            expected = null;
            return;
        }
        Instant now = timer.instant();
        Instant at = latest(latest(next, notBefore), latest(pace.ready(burst()), now));
        Instant beat = now.plus(HEARTBEAT);
        at = at.isBefore(beat) ? at : beat;
        expected = at;
        wake = timer.after(Duration.between(now, at), () -> workers.start(this::round));
    }

    private static Instant latest(Instant a, Instant b) {
        return a.isBefore(b) ? b : a;
    }

    private int burst() {
        return agenda.active() > CALM ? 1 : BURST;
    }

    private boolean round() {
        begin();
        try {
            noticeJump();
            while (!isStopped() && mayAsk() && one()) {
                LOG.trace("next question");
            }
        } finally {
            finish();
        }
        return true;
    }

    private synchronized boolean mayAsk() {
        Instant now = timer.instant();
        return !now.isBefore(notBefore) && !now.isBefore(pace.ready(burst()));
    }

    private void finish() {
        synchronized (this) {
            busy = false;
            plan();
        }
        round.unlock();
    }

    /**
     * A wake-up that comes much too late, or too early, tells that the computer slept or its clock
     * was set: that time counts for nothing, and everything is due now.
     */
    private synchronized void noticeJump() {
        Instant at = expected;
        Instant now = timer.instant();
        if (at == null || Duration.between(at, now).abs().compareTo(JUMP) <= 0) {
            return;
        }
        Duration gap = Duration.between(at, now);
        LOG.info("the clock went on by {} more than expected; asking about everything", gap);
        pace.reset();
        notBefore = now;
        agenda.catchUp(gap, now);
    }

    /** Asks one question, if one is due. */
    private boolean one() {
        Agenda.Question next = agenda.next(timer.instant(), settings.early().dividedBy(5));
        switch (next) {
            case null -> {
                return false;
            }
            case Agenda.Question.Elsewhere elsewhere -> attempt(elsewhere.look());
            case Agenda.Question.OfType ofType -> step(ofType);
            case Agenda.Question.Single(Watch watch) -> attempt(watch, () -> watch.look(asking));
        }
        return true;
    }

    private void step(Agenda.Question.OfType question) {
        TypeScan scan = question.scan();
        try {
            boolean read = scan.step(asking);
            spent();
            answered();
            if (!read) {
                return;
            }
        } catch (RuntimeException e) {
            spent();
            agenda.ended(scan);
            question.clients().forEach(w -> failed(w, e));
            return;
        }
        agenda.ended(scan);
        question.clients().forEach(w -> judge(w, scan));
        ForeignLook look = agenda.foreign();
        if (look != null) {
            look.saw(scan, timer.instant());
        }
    }

    private void judge(Watch watch, TypeScan scan) {
        switch (watch) {
            case SearchWatch search -> attempt(search, () -> search.judge(asking, scan.found()));
            case JobWatch job when scan.knows(job.jobId(), job.carried()) -> {
                List<SubJob> subs = scan.found().getOrDefault(job.jobId(), List.of());
                attempt(job, () -> job.judge(asking, subs));
            }
            case JobWatch job -> job.askAlone(timer.instant());
            default -> {}
        }
    }

    private void attempt(ForeignLook look) {
        try {
            look.ask(asking);
            answered();
        } catch (CancellationException e) {
            LOG.debug("the connection was closed while it was asked", e);
            look.later(timer.instant());
        } catch (RuntimeException e) {
            look.later(timer.instant());
            if (Problems.unreachable(e) && !isStopped()) {
                unreachable(e);
            } else {
                LOG.debug("the records could not be looked through", e);
            }
        } finally {
            spent();
        }
    }

    private void attempt(Watch watch, Look look) {
        if (isStopped()) {
            return;
        }
        try {
            boolean settled = look.look();
            spent();
            answered();
            watch.operation().read();
            Instant now = timer.instant();
            boolean over = settled || watch.tooOld(now);
            if (watch.searching()) {
                evidence.looked(watch, false, over);
            }
            if (settled) {
                agenda.remove(watch);
            } else if (over) {
                watch.giveUp();
                agenda.rest(watch);
            } else {
                watch.read(now, settings);
            }
        } catch (CancellationException e) {
            LOG.debug("the connection was closed while it was asked", e);
        } catch (RuntimeException e) {
            spent();
            failed(watch, e);
        }
    }

    private void failed(Watch watch, RuntimeException failure) {
        // A connection that was closed on purpose has no problem.
        if (failure instanceof CancellationException || isStopped()) {
            return;
        }
        Instant now = timer.instant();
        if (Problems.unreachable(failure)) {
            watch.lookAt(now);
            unreachable(failure);
            return;
        }
        answered();
        Problem why = Problems.of(failure, now);
        watch.operation().readFailed(why);
        boolean over = watch.tooOld(now);
        if (watch.searching()) {
            evidence.looked(watch, true, over);
        }
        if (over) {
            watch.giveUp();
            agenda.rest(watch);
        } else {
            watch.readFailed(now, settings);
            if (why.kind() == Problem.Kind.THROTTLED) {
                hold(watch.due());
            }
        }
    }

    /** Nothing is asked before then: the service asked to slow down. */
    private synchronized void hold(Instant until) {
        notBefore = latest(notBefore, until);
    }

    /** The service cannot be reached: everything waits, and one question at a time tries again. */
    private void unreachable(RuntimeException failure) {
        Instant now = timer.instant();
        synchronized (this) {
            if (offlineSince == null) {
                offlineSince = now;
                offlineWait = settings.early();
            } else if (now.isBefore(notBefore)) {
                return;
            } else {
                offlineWait = settings.slower(offlineWait);
            }
            notBefore = now.plus(offlineWait);
        }
        Problem why = Problems.of(failure, now);
        agenda.watches().stream().map(Watch::operation).distinct().forEach(o -> o.readFailed(why));
    }

    /** The service answered: what waited while it could not be reached is due now. */
    private synchronized void answered() {
        Instant since = offlineSince;
        if (since == null) {
            return;
        }
        offlineSince = null;
        Instant now = timer.instant();
        LOG.info("the service can be reached again");
        notBefore = now;
        agenda.catchUp(Duration.between(since, now), now);
    }

    private void spent() {
        pace.spent(asking.takeAsked(), timer.instant());
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    @FunctionalInterface
    private interface Look {
        boolean look();
    }
}
