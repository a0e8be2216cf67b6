package org.workspaceadmin.cloud;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.task.Workers;

/**
 * Reads a whole list in a few round trips. Four lanes fetch side by side, as many as the request
 * budget carries: the first asks for a small page, so that rows show after one round trip, the
 * others for large pages right behind it without knowing the total. A lane takes its next page only
 * when it is free, so other calls of the connection never wait behind the whole list.
 */
final class DesktopPager {
    static final int FIRST = 100;
    static final int REST = 500;

    /** Fetches one page. */
    @FunctionalInterface
    interface Fetch {
        DesktopPage page(DesktopQuery query, int offset, int limit) throws InterruptedException;
    }

    private record Span(int offset, int limit) {}

    private final Workers workers;
    private final Fetch fetch;

    /** What each list held last time, so that small ones are not asked for pages they lack. */
    private final Map<DesktopQuery, Integer> lastTotals = new ConcurrentHashMap<>();

    /** Reads by the given call. */
    DesktopPager(Workers workers, Fetch fetch) {
        this.workers = workers;
        this.fetch = fetch;
    }

    /**
     * Reads everything.
     *
     * @param query filters and order
     * @param onPage receives pages as they arrive, one at a time
     * @return every desktop once, by offset
     */
    FleetListing all(DesktopQuery query, Consumer<DesktopPage> onPage) throws InterruptedException {
        int expected = lastTotals.getOrDefault(query, Integer.MAX_VALUE);
        Reading reading = new Reading(query, onPage, expected);
        List<Work<Boolean>> lanes = new ArrayList<>();
        try {
            for (int i = 0; i < RequestBudget.ALL; i++) {
                lanes.add(workers.start(reading::lane));
            }
            for (Work<Boolean> lane : lanes) {
                lane.await();
            }
        } catch (CancellationException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            throw e;
        } finally {
            lanes.forEach(Work::cancel);
        }
        FleetListing listing = reading.result();
        if (lastTotals.size() > 64) {
            lastTotals.clear();
        }
        lastTotals.put(query, reading.total());
        return listing;
    }

    /** One reading of one list. */
    private final class Reading {
        private final DesktopQuery query;
        private final Consumer<DesktopPage> onPage;
        private final Object handOver = new Object();
        private final Deque<Span> gaps = new ArrayDeque<>();
        private final List<DesktopPage> pages = Collections.synchronizedList(new ArrayList<>());
        private int next;
        private int running;
        private int total;
        private boolean totalKnown;
        private boolean failed;
        private boolean consistent = true;

        Reading(DesktopQuery query, Consumer<DesktopPage> onPage, int expected) {
            this.query = query;
            this.onPage = onPage;
            this.total = expected;
        }

        Boolean lane() throws InterruptedException {
            boolean whole = false;
            try {
                for (Span span = take(); span != null; span = take()) {
                    DesktopPage page = fetch.page(query, span.offset, span.limit);
                    arrived(span, page);
                }
                whole = true;
                return true;
            } finally {
                if (!whole) {
                    giveUp();
                }
            }
        }

        /** The next span, waiting while others may still leave a gap; null at the end. */
        private synchronized @Nullable Span take() throws InterruptedException {
            while (true) {
                if (failed) {
                    return null;
                }
                Span gap = gaps.poll();
                if (gap != null) {
                    running++;
                    return gap;
                }
                if (next == 0 || next < total) {
                    Span span = new Span(next, next == 0 ? FIRST : REST);
                    next += span.limit;
                    running++;
                    return span;
                }
                if (running == 0) {
                    return null;
                }
                wait();
            }
        }

        private void arrived(Span span, DesktopPage page) {
            synchronized (this) {
                if (totalKnown && page.totalCount() != total) {
                    consistent = false;
                }
                total = totalKnown ? Math.max(total, page.totalCount()) : page.totalCount();
                totalKnown = true;
                int got = page.desktops().size();
                int end = Math.min(span.offset + span.limit, page.totalCount());
                if (got > 0 && span.offset + got < end) {
                    gaps.add(new Span(span.offset + got, end - span.offset - got));
                } else if (got == 0 && span.offset < page.totalCount()) {
                    consistent = false;
                }
                pages.add(page);
            }
            // The running count falls only afterwards, so that nobody is told the end before.
            synchronized (handOver) {
                onPage.accept(page);
            }
            synchronized (this) {
                running--;
                notifyAll();
            }
        }

        private synchronized void giveUp() {
            failed = true;
            notifyAll();
        }

        synchronized int total() {
            return total;
        }

        synchronized FleetListing result() {
            pages.sort(Comparator.comparingInt(DesktopPage::offset));
            List<Desktop> desktops = new ArrayList<>(Math.max(0, Math.min(total, 1 << 20)));
            Set<String> seen = new HashSet<>();
            for (DesktopPage page : pages) {
                for (Desktop desktop : page.desktops()) {
                    if (seen.add(desktop.id())) {
                        desktops.add(desktop);
                    } else {
                        consistent = false;
                    }
                }
            }
            return new FleetListing(desktops, consistent);
        }
    }
}
