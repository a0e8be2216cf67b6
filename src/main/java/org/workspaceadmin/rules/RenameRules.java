package org.workspaceadmin.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What new names of desktops must look like: each by {@link DesktopRules#computerName}, and unique
 * among the rows and in the fleet (api/desktops.md section 11). Names are compared ignoring case,
 * since servers change it.
 */
public final class RenameRules {
    private RenameRules() {}

    /**
     * A desktop and the name it is to have.
     *
     * @param desktopId which
     * @param current its name now
     * @param wanted its new name
     */
    public record Row(String desktopId, String current, String wanted) {}

    /**
     * Checks every row, alone and against the others.
     *
     * @param rows in the order of the list
     * @param taken which of the wanted names the fleet has, with the id of the desktop that bears
     *     it, by the name in lower case
     * @return the violations of each row, in the order of the rows
     */
    public static List<List<Violation>> check(List<Row> rows, Map<String, String> taken) {
        NameGraph graph =
                new NameGraph(
                        rows.stream().map(Row::current).toList(),
                        rows.stream().map(Row::wanted).toList());
        Map<String, Long> often = new HashMap<>();
        rows.forEach(row -> often.merge(row.desktopId(), 1L, Long::sum));
        List<List<Violation>> all = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            List<Violation> found = new ArrayList<>(DesktopRules.computerName(row.wanted()));
            if (often.getOrDefault(row.desktopId(), 0L) > 1) {
                found.add(Violations.error("RENAME-TWICE", row.current()));
            }
            if (!row.wanted().isEmpty()) {
                found.addAll(unique(graph, rows, i, taken));
            }
            all.add(found);
        }
        return all;
    }

    private static List<Violation> unique(
            NameGraph graph, List<Row> rows, int i, Map<String, String> taken) {
        Row row = rows.get(i);
        List<Violation> found = new ArrayList<>();
        if (row.wanted().equals(row.current())) {
            found.add(Violations.error("RENAME-SAME", row.wanted()));
        }
        List<Integer> twins =
                graph.sameNew(i).stream()
                        .filter(t -> !rows.get(t).desktopId().equals(row.desktopId()))
                        .toList();
        if (!twins.isEmpty()) {
            found.add(
                    Violations.error(
                            "RENAME-NAME-TWICE",
                            row.wanted(),
                            rows.get(twins.getFirst()).current()));
        }
        if (graph.inCircle(i)) {
            found.add(Violations.error("RENAME-SWAP", row.current(), row.wanted()));
        } else if (!graph.next(i).isEmpty()) {
            found.add(Violations.error("RENAME-CHAIN", row.wanted()));
        } else {
            String holder = taken.get(NameGraph.fold(row.wanted()));
            if (holder != null && !holder.equals(row.desktopId())) {
                found.add(Violations.error("RENAME-TAKEN", row.wanted()));
            }
        }
        return found;
    }
}
