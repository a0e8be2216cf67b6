package org.workspaceadmin.ui.overview;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.workspaceadmin.fleet.DesktopRow;
import org.workspaceadmin.model.DesktopStatus;
import org.workspaceadmin.model.DomainCheck;
import org.workspaceadmin.model.DomainMembership;
import org.workspaceadmin.ui.common.Tone;

/**
 * The fleet counted. What nobody asked about is a part of its own, so that the others claim no more
 * than is known.
 *
 * @param total all desktops
 * @param status by power state
 * @param domain Windows desktops by what the last domain check said
 */
public record FleetFigures(int total, List<Slice> status, List<Slice> domain) {
    /** Nothing known. */
    public static final FleetFigures NONE = new FleetFigures(0, List.of(), List.of());

    /** Copies the lists. */
    public FleetFigures {
        status = List.copyOf(status);
        domain = List.copyOf(domain);
    }

    /** How many desktops the domain slices speak of. */
    public int domainTotal() {
        return domain.stream().mapToInt(Slice::count).sum();
    }

    /**
     * Counts.
     *
     * @param rows the fleet as last read
     */
    public static FleetFigures of(Collection<DesktopRow> rows) {
        Map<DesktopStatus, Integer> status = new EnumMap<>(DesktopStatus.class);
        Map<DomainMembership, Integer> domain = new EnumMap<>(DomainMembership.class);
        int notAsked = 0;
        for (DesktopRow row : rows) {
            status.merge(row.desktop().status().known(), 1, Integer::sum);
            DomainCheck check = row.domain();
            if (check != null) {
                domain.merge(check.membership(), 1, Integer::sum);
            } else if (row.domainApplies()) {
                notAsked++;
            }
        }
        List<Slice> byStatus = new ArrayList<>();
        for (DesktopStatus each :
                List.of(
                        DesktopStatus.ACTIVE,
                        DesktopStatus.SHUTOFF,
                        DesktopStatus.HIBERNATED,
                        DesktopStatus.ERROR,
                        DesktopStatus.DELETING,
                        DesktopStatus.UNKNOWN)) {
            add(byStatus, "status", each, tone(each), status.getOrDefault(each, 0));
        }
        List<Slice> byDomain = new ArrayList<>();
        for (DomainMembership each : DomainMembership.values()) {
            add(byDomain, "domain", each, tone(each), domain.getOrDefault(each, 0));
        }
        if (notAsked > 0) {
            byDomain.add(
                    new Slice(
                            "desktops.domain.not_asked",
                            Tone.WAITING,
                            notAsked,
                            "domain:not_asked"));
        }
        return new FleetFigures(rows.size(), byStatus, byDomain);
    }

    private static void add(List<Slice> to, String field, Enum<?> state, Tone tone, int count) {
        if (count > 0) {
            String word = state.name().toLowerCase(Locale.ROOT);
            to.add(new Slice("desktops." + field + "." + word, tone, count, field + ":" + word));
        }
    }

    private static Tone tone(DesktopStatus status) {
        return switch (status) {
            case ACTIVE -> Tone.ON;
            case SHUTOFF, HIBERNATED -> Tone.OFF;
            case ERROR -> Tone.BAD;
            case DELETING -> Tone.UNDER_WAY;
            case UNKNOWN -> Tone.UNKNOWN;
        };
    }

    private static Tone tone(DomainMembership membership) {
        return switch (membership) {
            case IN -> Tone.GOOD;
            case OUT -> Tone.ATTENTION;
            case NOT_REPORTED, UNKNOWN -> Tone.UNKNOWN;
        };
    }
}
