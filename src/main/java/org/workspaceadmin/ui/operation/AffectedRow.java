package org.workspaceadmin.ui.operation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.Target;
import org.workspaceadmin.operation.Plan;

/** One line of the list that says who is affected and who is left out. */
public sealed interface AffectedRow {
    /**
     * A desktop the operation acts on.
     *
     * @param target the desktop
     * @param desktop what is known of it, null when nothing is
     */
    record Affected(Target target, @Nullable Desktop desktop) implements AffectedRow {
        /** Whether somebody has a session on it. */
        boolean session() {
            return desktop != null && desktop.hasSession();
        }
    }

    /**
     * The head of a group of exclusions.
     *
     * @param reason why they are left out
     * @param count how many
     */
    record Group(Plan.Reason reason, int count) implements AffectedRow {}

    /**
     * A desktop that is left out.
     *
     * @param exclusion which and why
     */
    record Excluded(Plan.Exclusion exclusion) implements AffectedRow {}

    /**
     * Everybody in the order of reading: those affected, then the exclusions grouped by reason.
     *
     * @param affected the desktops acted on
     * @param exclusions those left out
     * @param known desktops by id
     * @return the rows
     */
    static List<AffectedRow> of(
            List<Target> affected, List<Plan.Exclusion> exclusions, Map<String, Desktop> known) {
        List<AffectedRow> rows = new ArrayList<>(affected.size() + exclusions.size() + 4);
        for (Target target : affected) {
            rows.add(new Affected(target, known.get(target.id())));
        }
        Map<Plan.Reason, List<Plan.Exclusion>> groups = new EnumMap<>(Plan.Reason.class);
        for (Plan.Exclusion exclusion : exclusions) {
            groups.computeIfAbsent(exclusion.reason(), r -> new ArrayList<>()).add(exclusion);
        }
        groups.forEach((reason, members) -> {
            rows.add(new Group(reason, members.size()));
            members.forEach(e -> rows.add(new Excluded(e)));
        });
        return rows;
    }
}
