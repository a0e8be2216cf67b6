package org.workspaceadmin.operation.list;

import java.util.List;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.rules.Violation;

/**
 * A row of a list of old and new names, judged.
 *
 * @param line where it is in the text
 * @param old what is to change, as written
 * @param wanted the new name, as written
 * @param desktops the desktops it touches; for a rename one, for a user name all of that user
 * @param violations what is wrong with it (errors, then it is not sent) or doubtful (warnings)
 * @param firstLine the line of an earlier row that says the same, 0 when none does; such a row is
 *     passed over
 */
public record NameRow(
        int line,
        String old,
        String wanted,
        List<Desktop> desktops,
        List<Violation> violations,
        int firstLine) {
    /** Copies the lists. */
    public NameRow {
        desktops = List.copyOf(desktops);
        violations = List.copyOf(violations);
    }

    /** Whether it can be sent. */
    public boolean good() {
        return firstLine == 0
                && violations.stream().noneMatch(v -> v.level() == Violation.Level.ERROR);
    }

    /** Whether it repeats an earlier row. */
    public boolean duplicate() {
        return firstLine > 0;
    }
}
