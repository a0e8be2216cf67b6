package org.workspaceadmin.fleet;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Problem;

/**
 * How fresh the fleet is.
 *
 * @param loading a read runs now
 * @param loaded how many desktops are in memory
 * @param expected how many the service counts, -1 before the first page
 * @param asOf when the last complete read ended, null before the first
 * @param problem why the last read failed, null when it did not
 * @param domainChecked how many desktops have a domain state
 * @param domainOffered whether the region offers the domain check; null before it was asked
 * @param domainProblem why the domain check cannot go on now, such as a missing permission; null
 *     when it can
 */
public record FleetStatus(
        boolean loading,
        int loaded,
        int expected,
        @Nullable Instant asOf,
        @Nullable Problem problem,
        int domainChecked,
        @Nullable Boolean domainOffered,
        @Nullable Problem domainProblem) {
    /** A status without trouble about the domain check. */
    public FleetStatus(
            boolean loading,
            int loaded,
            int expected,
            @Nullable Instant asOf,
            @Nullable Problem problem,
            int domainChecked,
            @Nullable Boolean domainOffered) {
        this(loading, loaded, expected, asOf, problem, domainChecked, domainOffered, null);
    }
}
