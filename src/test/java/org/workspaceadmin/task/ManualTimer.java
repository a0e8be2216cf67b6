package org.workspaceadmin.task;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Time moved by hand: nothing runs until a test advances it, then everything that became due runs
 * on the test's thread, in order of its time. Thread-safe, so that background work may ask for call
 * backs.
 */
public final class ManualTimer implements Timer {
    private final PriorityQueue<Entry> waiting =
            new PriorityQueue<>(
                    Comparator.comparing(Entry::due).thenComparingLong(Entry::sequence));
    private Instant now;
    private long sequence;

    /** Starts at a fixed moment. */
    public ManualTimer() {
        this(Instant.parse("2026-11-21T08:00:00Z"));
    }

    /** Starts at the given moment. */
    public ManualTimer(Instant start) {
        now = start;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized Cancel after(Duration delay, Runnable action) {
        Instant due = delay.isNegative() ? now : now.plus(delay);
        Entry entry = new Entry(due, sequence++, action);
        waiting.add(entry);
        return () -> {
            synchronized (this) {
                waiting.remove(entry);
            }
        };
    }

    /**
     * Moves time forward, running what becomes due on the way, also what those actions ask for; the
     * clock stands at each action's own time while it runs.
     *
     * @param duration how far
     * @return how many actions ran
     */
    public int advance(Duration duration) {
        Instant end = instant().plus(duration);
        int ran = 0;
        while (true) {
            Entry next = nextUntil(end);
            if (next == null) {
                break;
            }
            next.action().run();
            ran++;
        }
        synchronized (this) {
            now = end;
        }
        return ran;
    }

    /** Time goes on while nothing runs, as when the computer sleeps; what was due is late then. */
    public synchronized void sleep(Duration duration) {
        now = now.plus(duration);
    }

    /** The clock is set back; what waits does so as long as before. */
    public synchronized void setBack(Duration duration) {
        now = now.minus(duration);
        List<Entry> all = new ArrayList<>(waiting);
        waiting.clear();
        for (Entry entry : all) {
            waiting.add(new Entry(entry.due().minus(duration), entry.sequence(), entry.action()));
        }
    }

    /** Runs what is due now. */
    public int runDue() {
        return advance(Duration.ZERO);
    }

    /** How many actions wait. */
    public synchronized int waiting() {
        return waiting.size();
    }

    /** How long until the next action is due, empty when none waits. */
    public synchronized Optional<Duration> next() {
        return Optional.ofNullable(waiting.peek()).map(e -> Duration.between(now, e.due()));
    }

    /** Whether an action is due in exactly this time. */
    public synchronized boolean isDueIn(Duration delay) {
        Instant due = now.plus(delay);
        return waiting.stream().anyMatch(e -> e.due().equals(due));
    }

    private synchronized Entry nextUntil(Instant end) {
        Entry next = waiting.peek();
        if (next == null || next.due().isAfter(end)) {
            return null;
        }
        waiting.remove();
        if (next.due().isAfter(now)) {
            now = next.due();
        }
        return next;
    }

    private record Entry(Instant due, long sequence, Runnable action) {}
}
