package org.workspaceadmin.model;

import java.util.List;

/**
 * One desktop with everything the service sent of it (api/desktops.md section 2).
 *
 * @param desktop what we understand
 * @param fields every value of the answer, in the service's order, also those we do not know
 */
public record DesktopDetails(Desktop desktop, List<Field> fields) {
    /** Copies the list. */
    public DesktopDetails {
        fields = List.copyOf(fields);
    }
}
