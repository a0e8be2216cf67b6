package org.workspaceadmin.cloud;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Filters and order of the detail list (api/desktops.md section 1). Immutable; each {@code with}
 * method returns a copy. An empty query lists the whole fleet.
 *
 * @param parameters query parameters by name; several values are sent as repeated parameters,
 *     sorted
 */
public record DesktopQuery(Map<String, List<String>> parameters) {
    /** Copies the map. */
    public DesktopQuery {
        parameters = Map.copyOf(parameters);
    }

    /** Everything, in the service's order. */
    public static DesktopQuery all() {
        return new DesktopQuery(Map.of());
    }

    /**
     * Adds one filter.
     *
     * @param name a filter of {@code GET /desktops/detail}, such as {@code user_name} or {@code
     *     status}
     * @param values its values; lists of ids hold at most 100
     * @return the narrower query
     */
    public DesktopQuery with(String name, String... values) {
        Map<String, List<String>> copy = new LinkedHashMap<>(parameters);
        copy.put(name, List.of(values));
        return new DesktopQuery(copy);
    }
}
