package org.workspaceadmin.cloud;

import java.util.List;
import org.workspaceadmin.model.Desktop;

/**
 * One page of the desktop list.
 *
 * @param totalCount what the service says the whole list holds; can change between pages
 * @param offset where the page begins
 * @param desktops the page
 */
public record DesktopPage(int totalCount, int offset, List<Desktop> desktops) {
    /** Copies the list. */
    public DesktopPage {
        desktops = List.copyOf(desktops);
    }
}
