package org.workspaceadmin.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.workspaceadmin.model.UserNameChange;

/**
 * What many user-name changes at once must look like: each by {@link UserNameRules}, and none in
 * the way of another. The service takes a change by name and carries it out some time after its
 * answer (api/desktops.md section 7), so an order among the rows could not be kept: a chain is sent
 * from its end, one operation after the other, and a circle not at all.
 *
 * <p>Rows are compared by name alone, ignoring case and domains, which is stricter than need be
 * where two domains hold the same name.
 */
public final class HandoverRules {
    private HandoverRules() {}

    /**
     * Checks every row, alone and against the others.
     *
     * @param rows the changes, in the order of the list
     * @param directory where the users live
     * @param desktops how many desktops the fleet has for a name, by the name in lower case; names
     *     without desktops may be missing
     * @return the violations of each row, in the order of the rows; the first argument is the field
     *     or, for what concerns two rows, the name
     */
    public static List<List<Violation>> check(
            List<UserNameChange> rows, Directory directory, Map<String, Integer> desktops) {
        NameGraph graph =
                new NameGraph(
                        rows.stream().map(UserNameChange::oldName).toList(),
                        rows.stream().map(UserNameChange::newName).toList());
        List<List<Violation>> all = new ArrayList<>(rows.size());
        for (int row = 0; row < rows.size(); row++) {
            UserNameChange change = rows.get(row);
            List<Violation> found = new ArrayList<>(UserNameRules.check(change, directory));
            String old = change.oldName();
            if (!old.isBlank() && count(desktops, old) == 0) {
                found.add(Violations.error("HANDOVER-NO-DESKTOP", old));
            }
            if (!old.isBlank() && !graph.sameOld(row).isEmpty()) {
                found.add(Violations.error("HANDOVER-OLD-TWICE", old));
            }
            if (!change.newName().isBlank()) {
                found.addAll(atItsEnd(graph, rows, row, desktops));
            }
            all.add(found);
        }
        return all;
    }

    /** What concerns the name a row ends at. */
    private static List<Violation> atItsEnd(
            NameGraph graph, List<UserNameChange> rows, int row, Map<String, Integer> desktops) {
        List<Violation> found = new ArrayList<>();
        String name = rows.get(row).newName();
        List<Integer> twins = graph.sameNew(row);
        if (!twins.isEmpty()) {
            found.add(
                    Violations.error(
                            "HANDOVER-NEW-TWICE", name, rows.get(twins.getFirst()).oldName()));
        }
        List<Integer> next = graph.next(row);
        if (graph.inCircle(row)) {
            String back = next.isEmpty() ? "" : rows.get(next.getFirst()).newName();
            boolean swap = NameGraph.fold(back).equals(NameGraph.fold(rows.get(row).oldName()));
            found.add(
                    swap
                            ? Violations.error("HANDOVER-SWAP", rows.get(row).oldName(), name)
                            : Violations.error("HANDOVER-CIRCLE", rows.get(row).oldName(), name));
        } else if (!next.isEmpty()) {
            found.add(
                    Violations.error("HANDOVER-CHAIN", name, rows.get(next.getFirst()).newName()));
        } else if (count(desktops, name) > 0 && !graph.keeps(row)) {
            found.add(
                    Violations.warning(
                            "HANDOVER-NEW-EXISTS", name, Integer.toString(count(desktops, name))));
        }
        return found;
    }

    private static int count(Map<String, Integer> desktops, String name) {
        return desktops.getOrDefault(NameGraph.fold(name), 0);
    }
}
