package org.workspaceadmin.report;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest failures of this run that nobody handled. Safe for use by many threads. */
public final class UncaughtFailures {
    /** How many are kept. */
    public static final int MOST = 20;

    private static final int LONGEST_STACK = 8000;

    private final Deque<Entry> entries = new ArrayDeque<>();

    /** None yet. */
    public UncaughtFailures() {}

    /**
     * One of them.
     *
     * @param at when
     * @param thread the thread's name
     * @param stack the stack trace, not masked, cut when long
     */
    public record Entry(Instant at, String thread, String stack) {}

    /**
     * Keeps a failure.
     *
     * @param at when
     * @param thread the thread's name
     * @param failure what was thrown
     */
    public void add(Instant at, String thread, Throwable failure) {
        StringWriter stack = new StringWriter();
        failure.printStackTrace(new PrintWriter(stack));
        String text = stack.toString();
        Entry entry =
                new Entry(
                        at,
                        thread,
                        text.length() > LONGEST_STACK
                                ? text.substring(0, LONGEST_STACK) + "…"
                                : text);
        synchronized (entries) {
            entries.addLast(entry);
            if (entries.size() > MOST) {
                entries.removeFirst();
            }
        }
    }

    /** The kept ones, oldest first. */
    public List<Entry> entries() {
        synchronized (entries) {
            return List.copyOf(entries);
        }
    }
}
