package org.workspaceadmin.operation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.Target;
import org.workspaceadmin.model.UserNameChange;
import org.workspaceadmin.model.WriteRequest;
import org.workspaceadmin.rules.HandoverRules;
import org.workspaceadmin.rules.RenameRules;
import org.workspaceadmin.rules.Violation;

/** Plans lists of names: new names of desktops and of users, each row a request of its own. */
final class NamePlanner {
    private NamePlanner() {}

    /** A request and what it carries. */
    record Row(WriteRequest request, List<Target> targets) {}

    /** What is wrong with new names; only those of desktops that are not left out count. */
    static List<Violation> violations(
            Draft.Rename rename, List<Desktop> included, PlanContext context) {
        List<RenameRules.Row> rows = new ArrayList<>();
        for (Draft.NewName name : included(rename, included)) {
            Desktop desktop = name.desktop();
            rows.add(new RenameRules.Row(desktop.id(), desktop.name(), name.name()));
        }
        Map<String, String> taken =
                context.names().desktops(rows.stream().map(RenameRules.Row::wanted).toList());
        return RenameRules.check(rows, taken).stream().flatMap(List::stream).toList();
    }

    /** The requests of new names. */
    static List<Row> requests(Draft.Rename rename, List<Desktop> included, PlanContext context) {
        return included(rename, included).stream()
                .map(n ->
                        new Row(
                                context.writes().rename(n.desktop().id(), n.name()),
                                List.of(Target.of(n.desktop()))))
                .toList();
    }

    private static List<Draft.NewName> included(Draft.Rename rename, List<Desktop> included) {
        Set<String> ids = new HashSet<>();
        included.forEach(d -> ids.add(d.id()));
        return rename.names().stream().filter(n -> ids.contains(n.desktop().id())).toList();
    }

    /** What is wrong with user-name changes; of warnings only how many rows have one. */
    static List<Violation> violations(Draft.ChangeUserNames names, PlanContext context) {
        List<UserNameChange> changes = names.rows().stream().map(Draft.Handover::change).toList();
        Map<String, Integer> desktops = new HashMap<>(context.names().users(newNames(changes)));
        names.rows()
                .forEach(r ->
                        desktops.put(
                                r.change().oldName().toLowerCase(Locale.ROOT),
                                r.desktops().size()));
        List<List<Violation>> found = HandoverRules.check(changes, context.directory(), desktops);
        List<Violation> all = new ArrayList<>();
        found.forEach(row -> row.stream().filter(NamePlanner::blocks).forEach(all::add));
        warn(all, "HANDOVERS-DOUBTFUL", found.stream().filter(row -> !row.isEmpty()).count());
        if (all.stream().anyMatch(NamePlanner::blocks)) {
            return all;
        }
        List<Desktop> desktopsTouched = names.desktops();
        warn(all, "USERNAME-BUSY", desktopsTouched.stream().filter(Desktop::busy).count());
        warn(
                all,
                "USERNAME-IN-OPEN-OPERATION",
                desktopsTouched.stream()
                        .filter(d -> context.openOperation().apply(d.id()) != null)
                        .count());
        return all;
    }

    /** The requests of user-name changes. */
    static List<Row> requests(Draft.ChangeUserNames names, PlanContext context) {
        return names.rows().stream()
                .map(r -> new Row(context.writes().changeUserName(r.change()), targets(r)))
                .toList();
    }

    /** The user's name, then the desktops known for it. */
    static List<Target> targets(Draft.Handover row) {
        String old = row.change().oldName();
        return Stream.concat(
                        Stream.of(new Target(Target.Type.USER_NAME, old, old)),
                        row.desktops().stream().map(Target::of))
                .toList();
    }

    private static List<String> newNames(List<UserNameChange> changes) {
        return changes.stream().map(UserNameChange::newName).toList();
    }

    private static boolean blocks(Violation violation) {
        return violation.level() == Violation.Level.ERROR;
    }

    private static void warn(List<Violation> found, String rule, long count) {
        if (count > 0) {
            found.add(new Violation(rule, Violation.Level.WARNING, List.of(Long.toString(count))));
        }
    }
}
