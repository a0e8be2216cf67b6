package org.workspaceadmin.cloud;

import java.util.List;
import org.workspaceadmin.model.Desktop;

/**
 * A whole list, read page by page.
 *
 * @param desktops every desktop once, in the service's order
 * @param consistent whether {@code total_count} stayed the same on all pages; if not, rows may be
 *     missing and the list should be read again
 */
public record FleetListing(List<Desktop> desktops, boolean consistent) {
    /** Copies the list. */
    public FleetListing {
        desktops = List.copyOf(desktops);
    }
}
