package org.workspaceadmin.app;

import java.time.Duration;
import java.time.Instant;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.workspaceadmin.journal.Journal;
import org.workspaceadmin.journal.JournalCopies;
import org.workspaceadmin.journal.JournalException;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Workers;

/**
 * Looks after the journal while the program runs: the day's copy, and forgetting what ended long
 * ago. Works in the background, soon after the start and then once an hour.
 */
final class JournalCare implements AutoCloseable {
    /** How many days of copies are kept. */
    static final int COPIES = 14;

    /** How long ended operations are kept unless the settings say otherwise, days. */
    static final int HISTORY_DAYS = 365;

    /** The setting that says otherwise: a number of days, 0 for ever. */
    static final String HISTORY_SETTING = "journal.history.days";

    private static final Logger LOG = LoggerFactory.getLogger(JournalCare.class);
    private static final Duration FIRST = Duration.ofSeconds(45);
    private static final Duration EACH = Duration.ofHours(1);

    private final Journal journal;
    private final JournalCopies copies;
    private final Workers workers;
    private final Timer timer;
    private final IntSupplier historyDays;
    private Timer.@Nullable Cancel waiting;
    private boolean closed;

    /**
     * Care that has not begun.
     *
     * @param journal whose
     * @param copies makes the copies
     * @param workers runs what blocks
     * @param timer all time comes from here
     * @param historyDays for how many days ended operations are kept, 0 for ever
     */
    JournalCare(
            Journal journal,
            JournalCopies copies,
            Workers workers,
            Timer timer,
            IntSupplier historyDays) {
        this.journal = journal;
        this.copies = copies;
        this.workers = workers;
        this.timer = timer;
        this.historyDays = historyDays;
    }

    /** Begins to look after it. */
    void begin() {
        next(FIRST);
    }

    private synchronized void next(Duration delay) {
        if (!closed) {
            waiting = timer.after(delay, () -> workers.start(this::look));
        }
    }

    private boolean look() {
        try {
            care();
        } catch (JournalException e) {
            LOG.warn("the journal could not be looked after", e);
        } finally {
            next(EACH);
        }
        return true;
    }

    /** Does once what is due; blocks. The copy comes first, so that it still holds the rest. */
    void care() {
        Instant now = timer.instant();
        copies.makeIfDue(now);
        int days = historyDays.getAsInt();
        if (days > 0) {
            int forgotten = journal.history().prune(limit(now, days));
            if (forgotten > 0) {
                LOG.info("forgot {} operations that ended over {} days ago", forgotten, days);
            }
        }
    }

    /** A clock that runs ahead must not make everything look old. */
    private Instant limit(Instant now, int days) {
        Instant newest = journal.history().newestEnd().orElse(now);
        Instant today = newest.isBefore(now) ? newest : now;
        return today.minus(Duration.ofDays(days));
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (waiting != null) {
            waiting.cancel();
        }
    }
}
