package org.workspaceadmin.ui.activity;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.journal.Activity;

/** One row of the list: an entry's number, and the entry once it was read. UI thread only. */
public final class ActivityRow {
    /**
     * What the row shows.
     *
     * @param row which row
     * @param entry the entry without its request's body, null while it is not read
     */
    public record Shown(ActivityRow row, @Nullable Activity entry) {}

    private final int index;
    private final long number;
    private final ReadOnlyObjectWrapper<Shown> shown;

    ActivityRow(int index, long number) {
        this.index = index;
        this.number = number;
        shown = new ReadOnlyObjectWrapper<>(new Shown(this, null));
    }

    /** Where it stands in the list, from 0. */
    int index() {
        return index;
    }

    /** The entry's number in the ledger. */
    public long number() {
        return number;
    }

    /** What it shows. */
    public ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    void show(@Nullable Activity entry) {
        shown.set(new Shown(this, entry));
    }
}
