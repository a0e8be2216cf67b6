package org.workspaceadmin.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.workspaceadmin.directory.ObjectReport.Duplicate;

/** Finds what deserves a look among computer objects. Pure. */
final class ObjectReports {
    private ObjectReports() {}

    /** Duplicates and stale ones. */
    static ObjectReport of(List<Computer> computers, Instant at, int days) {
        Instant limit = at.minus(Duration.ofDays(days));
        List<Stale> stale = new ArrayList<>();
        Map<String, Set<Computer>> byName = new TreeMap<>();
        for (Computer each : computers) {
            each.names()
                    .forEach(n -> byName.computeIfAbsent(n, k -> new LinkedHashSet<>()).add(each));
            Instant set = each.passwordSet();
            if (each.enabled() && set != null && set.isBefore(limit)) {
                stale.add(new Stale(each, set));
            }
        }
        List<Duplicate> duplicates = new ArrayList<>();
        byName.forEach((name, same) -> {
            if (same.size() > 1) {
                duplicates.add(new Duplicate(name, List.copyOf(same)));
            }
        });
        stale.sort(Comparator.comparing(Stale::since));
        return new ObjectReport(
                at, computers.size(), duplicates, stale.stream().map(Stale::computer).toList());
    }

    private record Stale(Computer computer, Instant since) {}
}
