package org.workspaceadmin.operation.list;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.UserNameChange;
import org.workspaceadmin.operation.Draft;
import org.workspaceadmin.rules.Directory;
import org.workspaceadmin.rules.HandoverRules;
import org.workspaceadmin.rules.RenameRules;
import org.workspaceadmin.rules.UserNameSplit;
import org.workspaceadmin.rules.Violation;

/** Lists with a column of what is and one of what is to be, judged row by row. */
public final class NameList {
    private NameList() {}

    /** The two columns of a table, by their headings where these tell, else the first two. */
    public record Columns(int old, int wanted) {
        /**
         * The columns of a list of desktops and their new names, or of old and new user names.
         *
         * @param table the list
         */
        public static Columns of(ListTable table) {
            int wanted = Column.find(table.headings(), Column.NEW);
            int old =
                    Column.find(
                            table.headings(),
                            Column.OLD,
                            Column.ID,
                            Column.NAME,
                            Column.DESKTOP,
                            Column.USER,
                            Column.ADDRESS);
            if (wanted < 0 && old < 0) {
                return new Columns(0, 1);
            }
            if (wanted < 0) {
                return new Columns(old, old == 0 ? 1 : 0);
            }
            return new Columns(old < 0 || old == wanted ? (wanted == 0 ? 1 : 0) : old, wanted);
        }
    }

    /**
     * Desktops and their new names.
     *
     * @param table the list
     * @param columns the desktop, by name, id, address or user, and its new name
     * @param index the fleet
     */
    public static List<NameRow> renames(ListTable table, Columns columns, FleetIndex index) {
        List<NameRow> rows = new ArrayList<>(table.rows().size());
        List<RenameRules.Row> toCheck = new ArrayList<>();
        List<Integer> checked = new ArrayList<>();
        Map<String, Integer> said = new HashMap<>();
        for (ListTable.Row row : table.rows()) {
            String old = row.cell(columns.old());
            String wanted = row.cell(columns.wanted());
            List<Desktop> found = old.isEmpty() ? List.of() : index.find(old, FleetIndex.Key.ANY);
            String key = (found.size() == 1 ? found.getFirst().id() : old) + '\n' + wanted;
            Integer earlier = said.putIfAbsent(fold(key), row.line());
            List<Violation> violations = List.of();
            if (found.size() != 1) {
                violations =
                        List.of(
                                found.isEmpty()
                                        ? error("LIST-NO-DESKTOP", old)
                                        : error("LIST-SEVERAL-DESKTOPS", old, names(found)));
            } else if (earlier == null) {
                Desktop desktop = found.getFirst();
                checked.add(rows.size());
                toCheck.add(new RenameRules.Row(desktop.id(), desktop.name(), wanted));
            }
            rows.add(row(row, old, wanted, found, violations, earlier));
        }
        Map<String, String> holders =
                index.holders(toCheck.stream().map(RenameRules.Row::wanted).toList());
        return judged(rows, checked, RenameRules.check(toCheck, holders));
    }

    /** The draft of the rows that can be sent. */
    public static Draft.Rename rename(List<NameRow> rows) {
        return new Draft.Rename(
                rows.stream()
                        .filter(NameRow::good)
                        .map(r -> new Draft.NewName(r.desktops().getFirst(), r.wanted()))
                        .toList());
    }

    /**
     * Old and new user names.
     *
     * @param table the list
     * @param columns the two names, with or without a domain
     * @param index the fleet
     * @param directory where the users live
     */
    public static List<NameRow> handovers(
            ListTable table, Columns columns, FleetIndex index, Directory directory) {
        List<NameRow> rows = new ArrayList<>(table.rows().size());
        List<UserNameChange> toCheck = new ArrayList<>();
        List<Integer> checked = new ArrayList<>();
        Map<String, Integer> said = new HashMap<>();
        for (ListTable.Row row : table.rows()) {
            String old = row.cell(columns.old());
            String wanted = row.cell(columns.wanted());
            List<Desktop> found = old.isEmpty() ? List.of() : index.ofUser(old);
            Integer earlier = said.putIfAbsent(fold(old + '\n' + wanted), row.line());
            if (earlier == null) {
                checked.add(rows.size());
                toCheck.add(change(old, wanted, false));
            }
            rows.add(row(row, old, wanted, found, List.of(), earlier));
        }
        Map<String, Integer> counts =
                new HashMap<>(index.counts(toCheck.stream().map(UserNameChange::newName).toList()));
        for (int i = 0; i < toCheck.size(); i++) {
            counts.put(fold(toCheck.get(i).oldName()), rows.get(checked.get(i)).desktops().size());
        }
        return judged(rows, checked, HandoverRules.check(toCheck, directory, counts));
    }

    /**
     * The draft of the rows that can be sent.
     *
     * @param restart whether the desktops restart afterwards
     */
    public static Draft.ChangeUserNames changes(List<NameRow> rows, boolean restart) {
        return new Draft.ChangeUserNames(
                rows.stream()
                        .filter(NameRow::good)
                        .map(r ->
                                new Draft.Handover(
                                        change(r.old(), r.wanted(), restart), r.desktops()))
                        .toList());
    }

    private static UserNameChange change(String old, String wanted, boolean restart) {
        Optional<UserNameSplit> from = UserNameSplit.of(old);
        Optional<UserNameSplit> to = UserNameSplit.of(wanted);
        return new UserNameChange(
                from.map(UserNameSplit::name).orElse(old),
                from.map(UserNameSplit::domain).orElse(""),
                to.map(UserNameSplit::name).orElse(wanted),
                to.map(UserNameSplit::domain).orElse(""),
                restart);
    }

    private static NameRow row(
            ListTable.Row row,
            String old,
            String wanted,
            List<Desktop> found,
            List<Violation> violations,
            @Nullable Integer earlier) {
        return new NameRow(
                row.line(), old, wanted, found, violations, earlier == null ? 0 : earlier);
    }

    private static List<NameRow> judged(
            List<NameRow> rows, List<Integer> checked, List<List<Violation>> found) {
        List<NameRow> judged = new ArrayList<>(rows);
        for (int i = 0; i < checked.size(); i++) {
            NameRow row = rows.get(checked.get(i));
            judged.set(
                    checked.get(i),
                    new NameRow(
                            row.line(),
                            row.old(),
                            row.wanted(),
                            row.desktops(),
                            found.get(i),
                            row.firstLine()));
        }
        return judged;
    }

    private static String names(List<Desktop> desktops) {
        return desktops.stream().map(Desktop::name).collect(Collectors.joining(", "));
    }

    private static Violation error(String rule, String... arguments) {
        return new Violation(rule, Violation.Level.ERROR, List.of(arguments));
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
