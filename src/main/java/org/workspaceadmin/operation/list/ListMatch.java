package org.workspaceadmin.operation.list;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.workspaceadmin.model.Desktop;

/**
 * What a list means in a fleet. Every row ends up in exactly one outcome; what fits several
 * desktops or none is told and left to the operator.
 *
 * @param rows in the order of the list
 */
public record ListMatch(List<MatchedRow> rows) {
    /** Copies the list. */
    public ListMatch {
        rows = List.copyOf(rows);
    }

    /** What became of a row. */
    public enum Outcome {
        /** It names one desktop. */
        MATCHED,
        /** It names several. */
        AMBIGUOUS,
        /** It names none. */
        UNMATCHED,
        /** It says what a row before it said, or names a desktop that one named. */
        DUPLICATE
    }

    /**
     * One row.
     *
     * @param line where it is in the text
     * @param text what it says
     * @param outcome what became of it
     * @param desktops the desktops it names: one when matched, several when ambiguous
     * @param firstLine the line of the row it repeats, 0 when it repeats none
     */
    public record MatchedRow(
            int line, String text, Outcome outcome, List<Desktop> desktops, int firstLine) {
        /** Copies the list. */
        public MatchedRow {
            desktops = List.copyOf(desktops);
        }
    }

    /**
     * Matches a column of a table.
     *
     * @param table the list
     * @param column which column, from 0; rows without a text in it count as unmatched
     * @param index the fleet
     * @param key what the column names desktops by
     */
    public static ListMatch of(ListTable table, int column, FleetIndex index, FleetIndex.Key key) {
        Map<String, Integer> saidBefore = new HashMap<>();
        Map<String, Integer> namedBefore = new HashMap<>();
        List<MatchedRow> rows = new ArrayList<>(table.rows().size());
        for (ListTable.Row row : table.rows()) {
            String text = row.cell(column);
            List<Desktop> found = text.isEmpty() ? List.of() : index.find(text, key);
            Integer earlier =
                    text.isEmpty()
                            ? null
                            : saidBefore.putIfAbsent(FleetIndex.fold(text), row.line());
            if (earlier == null && found.size() == 1) {
                earlier = namedBefore.putIfAbsent(found.getFirst().id(), row.line());
            }
            Outcome outcome =
                    earlier != null
                            ? Outcome.DUPLICATE
                            : switch (found.size()) {
                                case 0 -> Outcome.UNMATCHED;
                                case 1 -> Outcome.MATCHED;
                                default -> Outcome.AMBIGUOUS;
                            };
            rows.add(
                    new MatchedRow(
                            row.line(), text, outcome, found, earlier == null ? 0 : earlier));
        }
        return new ListMatch(rows);
    }

    /** How many rows have an outcome. */
    public int count(Outcome outcome) {
        return (int) rows.stream().filter(r -> r.outcome() == outcome).count();
    }

    /** The rows with an outcome. */
    public List<MatchedRow> of(Outcome outcome) {
        return rows.stream().filter(r -> r.outcome() == outcome).toList();
    }

    /**
     * The desktops the list means, each once, in the order of the list.
     *
     * @param everyOne whether the operator decided to take every desktop of rows that name several
     */
    public List<Desktop> desktops(boolean everyOne) {
        Map<String, Desktop> all = new LinkedHashMap<>();
        for (MatchedRow row : rows) {
            if (row.outcome() == Outcome.MATCHED
                    || (everyOne && row.outcome() == Outcome.AMBIGUOUS)) {
                row.desktops().forEach(d -> all.putIfAbsent(d.id(), d));
            }
        }
        return List.copyOf(all.values());
    }
}
