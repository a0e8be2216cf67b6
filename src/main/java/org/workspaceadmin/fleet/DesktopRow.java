package org.workspaceadmin.fleet;

import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.DomainCheck;
import org.workspaceadmin.model.OsFamily;

/**
 * What the program knows of one desktop now.
 *
 * @param desktop from the list
 * @param domain from the last domain check, null when not asked yet
 */
public record DesktopRow(Desktop desktop, @Nullable DomainCheck domain) {
    /** The desktop's id. */
    public String id() {
        return desktop.id();
    }

    /**
     * Whether domain membership means anything here: only Windows desktops can be rejoined, so only
     * they are asked for (vendor page Rejoin).
     */
    public boolean domainApplies() {
        return desktop.osFamily().is(OsFamily.WINDOWS);
    }
}
