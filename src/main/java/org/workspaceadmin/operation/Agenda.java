package org.workspaceadmin.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.WriteKind;

/**
 * What one connection's follower has to ask, and what comes next: jobs of a type one by one while
 * they are few, together by scans of their type when they are many; scans and single questions take
 * turns, so that neither starves. Thread-safe.
 */
final class Agenda {
    /** Up to here jobs of a type are asked about one by one. */
    private static final int FEW = 3;

    private final Asking asking;
    private final List<Watch> watches = new ArrayList<>();
    private final List<Watch> resting = new ArrayList<>();
    private final Map<String, Question.OfType> scans = new LinkedHashMap<>();
    private final Map<String, Integer> pages = new HashMap<>();
    private @Nullable ForeignLook foreign;
    private boolean scanNext;

    /** Something to ask. */
    sealed interface Question {
        /** Jobs that were started elsewhere. */
        record Elsewhere(ForeignLook look) implements Question {}

        /** The next page of a scan, and whom it is for. */
        record OfType(TypeScan scan, List<Watch> clients) implements Question {}

        /** One request. */
        record Single(Watch watch) implements Question {}
    }

    Agenda(Asking asking) {
        this.asking = asking;
    }

    synchronized void add(Watch watch) {
        watches.add(watch);
    }

    synchronized void add(ForeignLook look) {
        foreign = look;
    }

    synchronized @Nullable ForeignLook foreign() {
        return foreign;
    }

    /** How many are asked about on their own. */
    synchronized int active() {
        return watches.size();
    }

    /** How many there are, also those that are asked about only by hand. */
    synchronized int all() {
        return watches.size() + resting.size();
    }

    /** Those that are asked about on their own. */
    synchronized List<Watch> watches() {
        return List.copyOf(watches);
    }

    /** Everything about an operation. */
    synchronized List<Watch> of(LiveOperation operation) {
        List<Watch> all = new ArrayList<>();
        watches.stream().filter(w -> w.operation() == operation).forEach(all::add);
        resting.stream().filter(w -> w.operation() == operation).forEach(all::add);
        return all;
    }

    /** Drops what the operator settled of an operation. */
    synchronized void forget(LiveOperation operation) {
        watches.removeIf(w -> w.operation() == operation && w.open().isEmpty());
        resting.removeIf(w -> w.operation() == operation && w.open().isEmpty());
    }

    /** Drops what is about one request. */
    synchronized void forget(LiveOperation operation, int request) {
        watches.removeIf(w -> w.operation() == operation && w.request().seq() == request);
        resting.removeIf(w -> w.operation() == operation && w.request().seq() == request);
    }

    synchronized void remove(Watch watch) {
        watches.remove(watch);
        resting.remove(watch);
    }

    /** From now on it is asked about by hand only. */
    synchronized void rest(Watch watch) {
        if (watches.remove(watch)) {
            resting.add(watch);
        }
    }

    /** A scan ended, well or not. */
    synchronized void ended(TypeScan scan) {
        scans.remove(scan.type());
        pages.put(scan.type(), scan.pages());
    }

    synchronized void clear() {
        watches.clear();
        resting.clear();
        scans.clear();
        foreign = null;
    }

    /**
     * Makes everything due.
     *
     * @param gap time that counts for nothing
     */
    synchronized void catchUp(Duration gap, Instant now) {
        for (Watch watch : watches) {
            watch.skip(gap);
            watch.lookAt(now);
        }
        ForeignLook look = foreign;
        if (look != null) {
            look.soon(now);
        }
    }

    /** When the next question is due, null when there is none. */
    synchronized @Nullable Instant due() {
        Instant next = scans.isEmpty() ? Instant.MAX : Instant.EPOCH;
        for (Watch watch : watches) {
            next = watch.due().isBefore(next) ? watch.due() : next;
        }
        ForeignLook look = foreign;
        if (look != null && look.due().isBefore(next)) {
            next = look.due();
        }
        return next.equals(Instant.MAX) ? null : next;
    }

    /**
     * The question to ask now.
     *
     * @param now what time it is
     * @param coalesce what is due so much later is asked about along with the others
     * @return null when none is due
     */
    synchronized @Nullable Question next(Instant now, Duration coalesce) {
        ForeignLook look = foreign;
        if (look != null && !look.due().isAfter(now)) {
            return new Question.Elsewhere(look);
        }
        Watch due = earliest(now.plus(coalesce));
        if (due != null && beginScan(due)) {
            due = null;
        }
        boolean scan = !scans.isEmpty() && (scanNext || due == null);
        scanNext = !scan;
        if (scan) {
            return scans.values().iterator().next();
        }
        return due == null ? null : new Question.Single(due);
    }

    private @Nullable Watch earliest(Instant until) {
        Set<Watch> scanning = new HashSet<>();
        scans.values().forEach(s -> scanning.addAll(s.clients()));
        return watches.stream()
                .filter(w -> !w.due().isAfter(until) && !scanning.contains(w))
                .min(Comparator.comparing(Watch::due))
                .orElse(null);
    }

    /** Whether a question is answered by a scan of its type, which then has begun. */
    private boolean beginScan(Watch due) {
        Map<String, Integer> open = openByType();
        String type = scanType(due, open);
        if (type.isEmpty() || scans.containsKey(type)) {
            return false;
        }
        List<Watch> clients = watches.stream().filter(w -> scanType(w, open).equals(type)).toList();
        Map<String, Integer> wanted = new HashMap<>();
        boolean everything = false;
        for (Watch client : clients) {
            if (client instanceof JobWatch job) {
                wanted.put(job.jobId(), job.carried());
            } else {
                everything = true;
            }
        }
        TypeScan scan = new TypeScan(type, everything ? Map.of() : wanted);
        scans.put(type, new Question.OfType(scan, clients));
        return true;
    }

    private Map<String, Integer> openByType() {
        Map<String, Integer> open = new HashMap<>();
        for (Watch watch : watches) {
            if (watch instanceof JobWatch) {
                open.merge(type(watch), 1, Integer::sum);
            }
        }
        return open;
    }

    /** The type to scan for a watch, empty when it is better asked about alone. */
    private String scanType(Watch watch, Map<String, Integer> open) {
        String type = type(watch);
        return switch (watch) {
            case SearchWatch search -> type;
            case JobWatch job when !job.alone() && !job.more() && many(type, open) -> type;
            default -> "";
        };
    }

    /** A scan has to answer more questions than it takes. */
    private boolean many(String type, Map<String, Integer> open) {
        int most = Math.max(FEW, pages.getOrDefault(type, 1));
        return open.getOrDefault(type, 0) > most;
    }

    private String type(Watch watch) {
        WriteKind kind = watch.request().request().kind();
        return asking.typeOf(kind);
    }
}
