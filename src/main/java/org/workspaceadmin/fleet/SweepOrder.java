package org.workspaceadmin.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.DesktopStatus;
import org.workspaceadmin.model.DomainCheck;

/**
 * Which desktops' domain state is asked next: those just repaired, then those on screen, then those
 * never asked, then those asked longest ago. Pure.
 */
final class SweepOrder {
    /** Ids per call (api/desktops.md section 4). */
    static final int CHUNK = 100;

    /** How old an answer gets before it is asked again. */
    static final Duration FRESH = Duration.ofMinutes(5);

    /** The same for desktops on screen. */
    static final Duration FRESH_ON_SCREEN = Duration.ofMinutes(1);

    private SweepOrder() {}

    /**
     * A decision.
     *
     * @param ids what to ask now, at most {@link #CHUNK}, empty when nothing is due
     * @param nextDue when something will be due, null when there is nothing to ask at all
     */
    record Choice(List<String> ids, @Nullable Instant nextDue) {}

    /**
     * Decides.
     *
     * @param store the rows; only Windows desktops that are not being deleted are asked
     * @param urgent ids to ask however fresh they are
     * @param onScreen ids on screen
     * @param unanswered when desktops were asked that the answer left out
     * @param now the time
     * @param all whether desktops that are neither urgent nor on screen are asked at all
     */
    static Choice choose(
            RowStore store,
            Collection<String> urgent,
            Collection<String> onScreen,
            Map<String, Instant> unanswered,
            Instant now,
            boolean all) {
        Set<String> chosen = LinkedHashSet.newLinkedHashSet(CHUNK);
        for (String id : urgent) {
            DesktopRow row = store.row(id);
            if (chosen.size() < CHUNK && row != null && asked(row)) {
                chosen.add(id);
            }
        }
        Instant nextDue = null;
        for (String id : onScreen) {
            DesktopRow row = store.row(id);
            if (chosen.size() < CHUNK && row != null && asked(row)) {
                Instant due = due(row, unanswered, FRESH_ON_SCREEN);
                if (due.isAfter(now)) {
                    nextDue = earlier(nextDue, due);
                } else {
                    chosen.add(id);
                }
            }
        }
        if (all && chosen.size() < CHUNK) {
            Instant rest = addOldest(chosen, store, unanswered, now);
            nextDue = rest == null ? nextDue : earlier(nextDue, rest);
        }
        return new Choice(List.copyOf(chosen), nextDue);
    }

    /** Fills up with what is due longest; never asked counts as due since ever. */
    private static @Nullable Instant addOldest(
            Set<String> chosen, RowStore store, Map<String, Instant> unanswered, Instant now) {
        int room = CHUNK - chosen.size();
        PriorityQueue<Due> oldest = new PriorityQueue<>(Comparator.comparing(Due::at).reversed());
        Instant nextDue = null;
        for (DesktopRow row : store.rows()) {
            if (!asked(row) || chosen.contains(row.id())) {
                continue;
            }
            Instant due = due(row, unanswered, FRESH);
            if (due.isAfter(now)) {
                nextDue = earlier(nextDue, due);
            } else if (oldest.size() < room) {
                oldest.add(new Due(row.id(), due));
            } else if (due.isBefore(oldest.element().at())) {
                oldest.remove();
                oldest.add(new Due(row.id(), due));
            }
        }
        List<Due> inOrder = new ArrayList<>(oldest);
        inOrder.sort(Comparator.comparing(Due::at));
        inOrder.forEach(due -> chosen.add(due.id()));
        return nextDue;
    }

    private static boolean asked(DesktopRow row) {
        return row.domainApplies() && !row.desktop().status().is(DesktopStatus.DELETING);
    }

    private static Instant due(
            DesktopRow row, Map<String, Instant> unanswered, Duration freshness) {
        DomainCheck check = row.domain();
        Instant answered = check == null ? Instant.MIN : check.at();
        Instant silent = unanswered.getOrDefault(row.id(), Instant.MIN);
        Instant last = answered.isAfter(silent) ? answered : silent;
        return last.equals(Instant.MIN) ? last : last.plus(freshness);
    }

    private static Instant earlier(@Nullable Instant a, Instant b) {
        return a == null || b.isBefore(a) ? b : a;
    }

    private record Due(String id, Instant at) {}
}
