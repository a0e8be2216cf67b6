package org.workspaceadmin.simulator.world;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The desktops of one project, in the order of their creation in the service's tables. */
public final class Fleet {
    private final List<Desktop> desktops;
    private final Map<String, Desktop> byId;

    Fleet(List<Desktop> desktops) {
        this.desktops = desktops;
        byId = HashMap.newHashMap(desktops.size());
        for (Desktop desktop : desktops) {
            byId.put(desktop.id(), desktop);
        }
    }

    /**
     * All desktops.
     *
     * @return in a fixed order
     */
    public List<Desktop> all() {
        return desktops;
    }

    /**
     * Looks a desktop up.
     *
     * @param id its id
     * @return the desktop, or null
     */
    public @Nullable Desktop find(String id) {
        return byId.get(id);
    }
}
