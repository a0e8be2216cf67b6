package org.workspaceadmin.ui.desktops;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * One row of the table: stays the same object while its facts change in place. The observable is
 * made only for rows that were on screen. UI thread only.
 */
final class DesktopItem {
    /** Where it stands among the rows shown, -1 when it is filtered out. */
    int position = -1;

    private final String id;
    private DesktopFacts facts;
    private @Nullable ReadOnlyObjectWrapper<DesktopFacts> observable;

    DesktopItem(DesktopFacts facts) {
        this.id = facts.id();
        this.facts = facts;
    }

    String id() {
        return id;
    }

    DesktopFacts facts() {
        return facts;
    }

    /** Changes what the row shows. */
    void update(DesktopFacts newer) {
        facts = newer;
        if (observable != null) {
            observable.set(newer);
        }
    }

    /** The facts, for cells. */
    ReadOnlyObjectProperty<DesktopFacts> factsProperty() {
        ReadOnlyObjectWrapper<DesktopFacts> property = observable;
        if (property == null) {
            property = new ReadOnlyObjectWrapper<>(facts);
            observable = property;
        }
        return property.getReadOnlyProperty();
    }
}
