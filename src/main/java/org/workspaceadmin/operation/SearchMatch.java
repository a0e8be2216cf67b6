package org.workspaceadmin.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.journal.RequestRow;
import org.workspaceadmin.journal.TargetRow;
import org.workspaceadmin.model.SearchEvidence.Candidate;
import org.workspaceadmin.model.SearchEvidence.Why;
import org.workspaceadmin.model.SubJob;

/**
 * Whether a job of the fitting type can be that of a request that got no answer. It has to have
 * exactly the request's desktops (part of them is what somebody else asked for, or a job that does
 * not show all of itself yet), and to have begun when the request was on its way. Times are
 * compared by the service's clock, as far as its difference to ours was measured. Pure.
 *
 * @param ids ids of the request's desktops
 * @param names their names, in capitals
 * @param sentHere when the request left, by this computer's clock
 * @param from the earliest begin, by the service's clock; null when not known
 * @param to the latest begin, by the service's clock; null when not known
 */
record SearchMatch(
        Set<String> ids,
        Set<String> names,
        @Nullable Instant sentHere,
        @Nullable Instant from,
        @Nullable Instant to) {
    /** How far the service's clock may be behind ours where nobody measured it. */
    private static final Duration UNMEASURED = Duration.ofMinutes(2);

    /** The service tells its time, and when jobs began, in whole seconds. */
    private static final Duration MEASURED = Duration.ofSeconds(3);

    /** How long after its answer was given up a request may still begin to be carried out. */
    private static final Duration LATER = Duration.ofMinutes(10);

    /** The candidate that began last comes first. */
    static final Comparator<Candidate> LATEST_FIRST =
            Comparator.comparing(Candidate::begin, Comparator.nullsFirst(Comparator.reverseOrder()))
                    .thenComparing(Candidate::jobId);

    /**
     * What to look for.
     *
     * @param targets the request's targets nobody knows about
     * @param request the request
     * @param offset the service's clock minus ours, null when it was not measured
     */
    static SearchMatch of(List<TargetRow> targets, RequestRow request, @Nullable Duration offset) {
        Set<String> ids = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (TargetRow target : targets) {
            ids.add(target.state().target().id());
            names.add(upper(target.state().target().name()));
        }
        Instant sent = request.sent();
        if (sent == null) {
            return new SearchMatch(ids, names, null, null, null);
        }
        Duration apart = offset == null ? Duration.ZERO : offset;
        Duration unsure = offset == null ? UNMEASURED : MEASURED;
        Instant there = sent.plus(apart);
        return new SearchMatch(
                ids, names, sent, there.minus(unsure), there.plus(unsure).plus(LATER));
    }

    /**
     * Judges one job.
     *
     * @param jobId its id
     * @param subs its sub-jobs
     * @param firstSeen when this program saw it first, null when it did not before
     * @return null when it has nothing to do with the request; with {@link Why.FITS} when it fits,
     *     as long as it is the only one
     */
    @Nullable Candidate candidate(String jobId, List<SubJob> subs, @Nullable Instant firstSeen) {
        if (Instant.MIN.equals(firstSeen)) {
            return null;
        }
        Set<String> all = new HashSet<>();
        Set<String> mine = new HashSet<>();
        for (SubJob sub : subs) {
            String desktop = sub.desktopId().isEmpty() ? upper(sub.desktopName()) : sub.desktopId();
            all.add(desktop);
            if (sub.desktopId().isEmpty() ? names.contains(desktop) : ids.contains(desktop)) {
                mine.add(desktop);
            }
        }
        if (mine.isEmpty()) {
            return null;
        }
        Instant begin =
                subs.stream()
                        .map(SubJob::begin)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null);
        String type = subs.getFirst().type();
        Why why = why(all, mine, begin, firstSeen);
        // What ended long before is history, not evidence.
        boolean history = why == Why.BEGAN_BEFORE && subs.stream().allMatch(this::history);
        return history ? null : new Candidate(jobId, type, begin, all.size(), mine.size(), why);
    }

    private Why why(
            Set<String> all, Set<String> mine, @Nullable Instant begin, @Nullable Instant seen) {
        // A job that has not begun is as new as can be.
        if (begin != null && from != null && begin.isBefore(from)) {
            return Why.BEGAN_BEFORE;
        }
        if (begin != null && to != null && begin.isAfter(to)) {
            return Why.BEGAN_AFTER;
        }
        if (seen != null && sentHere != null && seen.isBefore(sentHere)) {
            return Why.SEEN_BEFORE;
        }
        return all.size() == ids.size() && mine.size() == all.size()
                ? Why.FITS
                : Why.OTHER_DESKTOPS;
    }

    private boolean history(SubJob sub) {
        Instant end = sub.end();
        return sub.state().ended() && (end == null || from == null || end.isBefore(from));
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
