package org.workspaceadmin.connection;

import java.util.List;

/**
 * A region that offers Workspace (api/regions.json).
 *
 * @param id region id, also the name of its default project
 * @param english name in English
 * @param chinese name in Chinese
 * @param site which of the vendor's sites sells it
 * @param endpoints the addresses of its services
 * @param hints what is peculiar about it, as ids; the message bundles hold {@code
 *     connection.region.hint.<id>}
 */
public record Region(
        String id,
        String english,
        String chinese,
        Site site,
        Endpoints endpoints,
        List<String> hints) {
    /** Copies the list. */
    public Region {
        hints = List.copyOf(hints);
    }

    /** The vendor's sites; an account belongs to one of them. */
    public enum Site {
        /** Mainland China. */
        CHINA,
        /** The rest of the world. */
        INTERNATIONAL,
        /** The European site. */
        EUROPE
    }
}
