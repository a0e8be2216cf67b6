package org.workspaceadmin.fleet.health;

import java.util.Set;

/** Hears of health that changed, on background threads, one call at a time. */
public interface HealthListener {
    /**
     * The health of desktops changed while their rows did not.
     *
     * @param desktopIds whose; a few calls a second at the most, however many change
     */
    void changed(Set<String> desktopIds);

    /** Freshness changed. */
    void standing(DirectoryStanding standing);
}
