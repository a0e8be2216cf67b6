package org.workspaceadmin.connection.transfer;

import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.connection.ConnectionDraft;
import org.workspaceadmin.connection.Identity;

/**
 * A connection out of a colleague's file, held against those that are kept.
 *
 * @param shared what the file says
 * @param match how it compares
 * @param kept the connection of the same name, null when there is none
 */
public record Incoming(SharedConnection shared, Match match, @Nullable Connection kept) {
    /** How it compares; the message bundles hold {@code connection.import.match.<match>}. */
    public enum Match {
        /** No kept connection has its name. */
        NEW,
        /** The kept one of its name says the same. */
        SAME,
        /** The kept one of its name says something else. */
        CONFLICT
    }

    /** What to do with it; the message bundles hold {@code connection.import.choice.<choice>}. */
    public enum Choice {
        /** Take it, under a free name. */
        ADD,
        /** Let it take the place of the kept one, whose sign-in stays. */
        REPLACE,
        /** Leave it out. */
        SKIP
    }

    /** What happens unless the operator says otherwise: nothing kept is ever touched. */
    public Choice usualChoice() {
        return match == Match.NEW ? Choice.ADD : Choice.SKIP;
    }

    /**
     * The connection to keep.
     *
     * @param choice what to do
     * @param all the kept connections, with those taken before this one
     * @return empty when there is nothing to keep
     */
    public Optional<Connection> take(Choice choice, Collection<Connection> all) {
        ConnectionDraft draft = shared.draft();
        return switch (choice) {
            case SKIP -> Optional.empty();
            case REPLACE -> {
                Connection before = kept;
                yield Optional.of(
                        before == null
                                ? draft.connection(shared.identity())
                                : draft.applyTo(before, identity(before)));
            }
            case ADD -> Optional.of(draft.freeOf(all).connection(shared.identity()));
        };
    }

    /** The kept user's own, unless it signs in another way now. */
    private Identity identity(Connection before) {
        Identity theirs = shared.identity();
        return before.identity().kind() == theirs.kind() ? before.identity() : theirs;
    }
}
