package org.workspaceadmin.fleet.health;

import org.jspecify.annotations.Nullable;
import org.workspaceadmin.directory.ComputerReading;
import org.workspaceadmin.fleet.health.DirectoryStanding.State;

/** How a standing goes over into the next. Pure. */
final class Standings {
    private Standings() {}

    /** A reading runs and has come so far. */
    static DirectoryStanding reading(DirectoryStanding s, int read) {
        return new DirectoryStanding(
                s.state(),
                true,
                read,
                s.domain(),
                s.controller(),
                s.asOf(),
                s.unknownSince(),
                s.problem(),
                s.addressesCompared());
    }

    /** It came to its end. */
    static DirectoryStanding known(DirectoryStanding s, Known known) {
        ComputerIndex index = known.computers();
        ComputerReading reading = index == null ? null : index.reading();
        return new DirectoryStanding(
                State.KNOWN,
                false,
                reading == null ? 0 : reading.computers().size(),
                s.domain(),
                reading == null ? "" : reading.controller(),
                reading == null ? null : reading.at(),
                null,
                null,
                s.addressesCompared());
    }

    /** It failed. */
    static DirectoryStanding failed(DirectoryStanding s, Known known) {
        return new DirectoryStanding(
                State.UNKNOWN,
                false,
                size(known.computers()),
                s.domain(),
                s.controller(),
                s.asOf(),
                known.unknownSince(),
                known.problem(),
                s.addressesCompared());
    }

    /** DNS was asked. */
    static DirectoryStanding addresses(DirectoryStanding s, boolean answered) {
        return new DirectoryStanding(
                s.state(),
                s.reading(),
                s.read(),
                s.domain(),
                s.controller(),
                s.asOf(),
                s.unknownSince(),
                s.problem(),
                answered);
    }

    private static int size(@Nullable ComputerIndex index) {
        return index == null ? 0 : index.reading().computers().size();
    }
}
