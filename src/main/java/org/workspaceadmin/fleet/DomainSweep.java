package org.workspaceadmin.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.workspaceadmin.cloud.WorkspaceService;
import org.workspaceadmin.model.DomainCheck;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.task.Workers;

/**
 * Asks for the desktops' domain state in the background: one call at a time, at most one a second,
 * in the order of {@link SweepOrder}. An answer is asked again after five minutes, on screen after
 * one; a fleet of 50,000 takes over eight minutes a round, so the age of each row's answer is kept.
 *
 * <p>Failures: a call refused because of its desktops is halved until the desktop at fault is alone
 * and left out; throttling and outages back off from two seconds to one minute; a missing
 * permission waits five minutes; refused credentials wait for the next read that works; a region
 * without the check is never asked again.
 */
final class DomainSweep {
    /** Between the starts of two calls. */
    static final Duration SPACING = Duration.ofSeconds(1);

    /** The longest wait after throttling and outages. */
    static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(1);

    /** Before a refused permission is tried again. */
    static final Duration FORBIDDEN_PAUSE = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(DomainSweep.class);

    private final WorkspaceService service;
    private final Workers workers;
    private final Timer timer;
    private final RowStore store;
    private final Publisher publisher;

    private final Set<String> urgent = new LinkedHashSet<>();
    private final Deque<List<String>> halves = new ArrayDeque<>();
    private final Map<String, Instant> unanswered = new ConcurrentHashMap<>();
    private Collection<String> onScreen = List.of();
    private @Nullable Boolean offered;
    private @Nullable Problem problem;
    private boolean watched;
    private boolean listed;
    private boolean credentialsRefused;
    private boolean asking;
    private boolean closed;
    private int failures;
    private long wishes;
    private Instant notBefore = Instant.MIN;
    private Timer.@Nullable Cancel armed;
    private @Nullable Work<Boolean> call;

    DomainSweep(
            WorkspaceService service,
            Workers workers,
            Timer timer,
            RowStore store,
            Publisher publisher) {
        this.service = service;
        this.workers = workers;
        this.timer = timer;
        this.store = store;
        this.publisher = publisher;
    }

    /** Whether the region has the check, null before the first answer. */
    synchronized @Nullable Boolean offered() {
        return offered;
    }

    /** Why the check cannot go on now, null when it can. */
    synchronized @Nullable Problem problem() {
        return problem;
    }

    /** Whether a screen shows the fleet; unwatched, only desktops just repaired are asked. */
    synchronized void watched(boolean on) {
        wishes++;
        watched = on;
        arm(notBefore);
    }

    /** Which desktops are on screen. */
    synchronized void onScreen(Collection<String> ids) {
        wishes++;
        onScreen = List.copyOf(ids);
        arm(notBefore);
    }

    /** Asks for these before all others, however fresh they are. */
    synchronized void first(Collection<String> ids) {
        wishes++;
        urgent.addAll(ids);
        arm(notBefore);
    }

    /**
     * The list was read.
     *
     * @param worked whether the service answered
     */
    synchronized void listRead(boolean worked) {
        wishes++;
        listed = true;
        if (worked) {
            credentialsRefused = false;
            unanswered.keySet().removeIf(id -> store.row(id) == null);
        }
        arm(notBefore);
    }

    /** Ends the call that runs and starts no more. */
    synchronized void close() {
        closed = true;
        if (armed != null) {
            armed.cancel();
        }
        if (call != null) {
            call.cancel();
        }
    }

    /** Nothing is asked during the first read of the list, which is what the operator waits for. */
    private boolean mayAsk() {
        return !closed
                && !asking
                && listed
                && !credentialsRefused
                && !Boolean.FALSE.equals(offered)
                && (watched || !urgent.isEmpty() || !halves.isEmpty());
    }

    /** Plans the next step; an earlier plan gives way. */
    private void arm(Instant at) {
        if (armed != null) {
            armed.cancel();
            armed = null;
        }
        if (mayAsk()) {
            Instant start = at.isAfter(notBefore) ? at : notBefore;
            Instant now = timer.instant();
            Duration wait = start.isAfter(now) ? Duration.between(now, start) : Duration.ZERO;
            armed = timer.after(wait, this::start);
        }
    }

    private synchronized void start() {
        if (mayAsk()) {
            call = workers.start(this::step);
        }
    }

    private boolean step() {
        List<String> ids = begin();
        if (ids.isEmpty()) {
            return false;
        }
        try {
            answered(ids, service.checkDomain(ids).await());
            return true;
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            failed(ids, Failures.of(e, timer.instant()).problem());
            return false;
        } finally {
            end();
        }
    }

    /**
     * What to ask now, none ends the step. Choosing goes through the whole fleet, so it is done
     * without the lock that a screen takes when it scrolls.
     */
    private List<String> begin() {
        List<String> first;
        Collection<String> shown;
        boolean all;
        long seen;
        synchronized (this) {
            if (!mayAsk()) {
                return List.of();
            }
            asking = true;
            seen = wishes;
            if (!halves.isEmpty()) {
                return going(halves.removeFirst());
            }
            first = List.copyOf(urgent);
            shown = watched ? onScreen : List.of();
            all = watched;
        }
        SweepOrder.Choice choice =
                SweepOrder.choose(store, first, shown, unanswered, timer.instant(), all);
        synchronized (this) {
            if (!choice.ids().isEmpty()) {
                return going(choice.ids());
            }
            asking = false;
            first.forEach(urgent::remove); // none of them can be asked
            Instant due = seen == wishes ? choice.nextDue() : Instant.MIN;
            if (due != null) {
                arm(due);
            }
            return choice.ids();
        }
    }

    private List<String> going(List<String> ids) {
        ids.forEach(urgent::remove);
        notBefore = timer.instant().plus(SPACING);
        return ids;
    }

    private void answered(List<String> ids, List<DomainCheck> checks) {
        store.check(checks);
        synchronized (this) {
            Instant now = timer.instant();
            offered = true;
            failures = 0;
            problem = null;
            ids.forEach(id -> unanswered.put(id, now));
            checks.forEach(check -> unanswered.remove(check.desktopId()));
        }
        publisher.soon();
    }

    private synchronized void failed(List<String> ids, Problem failure) {
        LOG.info("domain check of {} desktops failed: {}", ids.size(), failure.kind());
        switch (failure.kind()) {
            case NOT_OFFERED -> {
                offered = false;
                problem = null;
            }
            case BAD_REQUEST, NOT_FOUND, CONFLICT, NOT_QUALIFIED -> halve(ids);
            case UNAUTHENTICATED, CLOCK_SKEW, KEY_LOCKED -> {
                credentialsRefused = true;
                problem = failure;
                halves.addFirst(ids);
            }
            case FORBIDDEN, SERVICE_DISABLED, METHOD_NOT_ALLOWED -> {
                problem = failure;
                again(ids, FORBIDDEN_PAUSE);
            }
            default -> {
                problem = failure;
                again(ids, backOff(failure.retryAfter()));
            }
        }
        publisher.soon();
    }

    private void halve(List<String> ids) {
        if (ids.size() == 1) {
            unanswered.put(ids.getFirst(), timer.instant());
        } else {
            int middle = ids.size() / 2;
            halves.addFirst(ids.subList(middle, ids.size()));
            halves.addFirst(ids.subList(0, middle));
        }
    }

    private void again(List<String> ids, Duration pause) {
        halves.addFirst(ids);
        notBefore = timer.instant().plus(pause);
    }

    private Duration backOff(@Nullable Duration wanted) {
        Duration pause = Duration.ofSeconds(2L << Math.min(failures++, 5));
        pause = pause.compareTo(LONGEST_BACK_OFF) > 0 ? LONGEST_BACK_OFF : pause;
        return wanted != null && wanted.compareTo(pause) > 0 ? wanted : pause;
    }

    private synchronized void end() {
        asking = false;
        arm(notBefore);
    }
}
