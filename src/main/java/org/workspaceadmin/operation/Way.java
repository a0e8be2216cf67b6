package org.workspaceadmin.operation;

import java.util.Objects;
import org.workspaceadmin.model.Pacing;

/**
 * How the operator wants a draft carried out.
 *
 * @param pacing in which waves and when
 * @param maintenance whether desktops in maintenance mode are taken along. Somebody may be working
 *     on them, and the service does not refuse them (api/desktops.md), so they are left out unless
 *     the operator says otherwise
 */
public record Way(Pacing pacing, boolean maintenance) {
    /** Everything at once, now, without desktops in maintenance. */
    public static final Way USUAL = new Way(Pacing.AT_ONCE, false);

    /** The pacing is required. */
    public Way {
        Objects.requireNonNull(pacing);
    }

    /** The same with another pacing. */
    public Way with(Pacing other) {
        return new Way(other, maintenance);
    }
}
