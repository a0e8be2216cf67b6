package org.workspaceadmin.operation;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Actor;
import org.workspaceadmin.model.DomainCheck;
import org.workspaceadmin.rules.Directory;
import org.workspaceadmin.rules.domain.SiteLists;

/** What the engine needs to know or tell beyond the service; the composition root connects it. */
public interface EnginePorts {
    /** Nothing known, nobody told. */
    EnginePorts NONE = new EnginePorts() {};

    /**
     * The last domain check of a desktop, from memory.
     *
     * @return null when it was not asked
     */
    default @Nullable DomainCheck domainCheck(String connectionId, String desktopId) {
        return null;
    }

    /** Where a connection's users live, as far as known. */
    default Directory directory(String connectionId) {
        return Directory.UNKNOWN;
    }

    /** Names and passwords the site does not want. */
    default SiteLists siteLists() {
        return SiteLists.standIn();
    }

    /** Which names a connection's fleet has, as last read. */
    default KnownNames names(String connectionId) {
        return KnownNames.NONE;
    }

    /**
     * Whether a connection, open or not, can only be read until it is unlocked. Called often; must
     * not block.
     */
    default boolean guarded(String connectionId) {
        return false;
    }

    /**
     * Who acts on a connection, for the ledger. Called within each step of the journal; must not
     * block.
     */
    default Actor actor(String connectionId) {
        return Actor.PROGRAM;
    }

    /**
     * Desktops whose part of an operation just ended, so that the list reads them again. Called on
     * background threads; must not block.
     */
    default void ended(String connectionId, Collection<String> desktopIds) {}
}
