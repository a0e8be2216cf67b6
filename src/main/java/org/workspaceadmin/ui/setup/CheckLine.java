package org.workspaceadmin.ui.setup;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.directory.CheckKind;
import org.workspaceadmin.directory.CheckResult;

/** A place on screen that a result will take, there before the result is. */
public final class CheckLine {
    private final CheckKind kind;
    private final String subject;
    private final ReadOnlyObjectWrapper<@Nullable CheckResult> result =
            new ReadOnlyObjectWrapper<>();

    /**
     * A line that waits.
     *
     * @param kind which check
     * @param subject of whom
     */
    CheckLine(CheckKind kind, String subject) {
        this.kind = kind;
        this.subject = subject;
    }

    /** Which check. */
    public CheckKind kind() {
        return kind;
    }

    /** Of whom: a DNS server or a controller; empty when it concerns all. */
    public String subject() {
        return subject;
    }

    /** What was found, null before. */
    public ReadOnlyObjectProperty<@Nullable CheckResult> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** What was found, null before. */
    public @Nullable CheckResult result() {
        return result.get();
    }

    /** Takes a result if it is this line's and nothing came yet. */
    boolean take(CheckResult found) {
        if (result.get() != null || found.check() != kind || !found.subject().equals(subject)) {
            return false;
        }
        result.set(found);
        return true;
    }
}
