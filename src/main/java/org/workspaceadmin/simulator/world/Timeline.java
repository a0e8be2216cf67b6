package org.workspaceadmin.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * What will happen later. Nothing runs in the background: whoever looks at the world first lets
 * everything happen that is due by then, in order, so that a world under a stopped clock stands
 * still.
 */
public final class Timeline {
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::due).thenComparingLong(Event::order));
    private long order;
    private Instant now;

    /**
     * Starts the time.
     *
     * @param now the first moment
     */
    public Timeline(Instant now) {
        this.now = now;
    }

    /**
     * The moment the world has reached; inside an event this is the moment the event was due.
     *
     * @return the world's time
     */
    public Instant now() {
        return now;
    }

    /**
     * Plans something.
     *
     * @param delay from the world's present moment
     * @param action what happens then
     */
    public void after(Duration delay, Runnable action) {
        at(now.plus(delay), action);
    }

    /**
     * Plans something.
     *
     * @param due when
     * @param action what happens then
     */
    public void at(Instant due, Runnable action) {
        events.add(new Event(due, order++, action));
    }

    /**
     * Lets everything happen that is due.
     *
     * @param until the present moment; an earlier one than before changes nothing
     */
    public void advance(Instant until) {
        for (Event next = events.peek();
                next != null && !next.due.isAfter(until);
                next = events.peek()) {
            events.remove();
            if (next.due.isAfter(now)) {
                now = next.due;
            }
            next.action.run();
        }
        if (until.isAfter(now)) {
            now = until;
        }
    }

    private record Event(Instant due, long order, Runnable action) {}
}
