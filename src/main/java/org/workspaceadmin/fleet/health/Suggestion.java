package org.workspaceadmin.fleet.health;

/** What to do about a desktop's standing. */
public enum Suggestion {
    /** Nothing, or nothing that is known to help. */
    NONE,
    /** Operation: rejoin the domain. */
    REJOIN,
    /** Operation: update SIDs; its object was made anew. */
    UPDATE_SIDS,
    /**
     * A rejoin would be refused with 0xAAC, because its computer object belongs to somebody else
     * than who joins it and not to administrators (KB5020276): have the object deleted, its owner
     * changed, or joining be done by its owner.
     */
    OWNER_BLOCKS_REUSE,
    /** In the directory: enable the object, then rejoin if it still is out. */
    ENABLE_OBJECT,
    /** In the directory: remove the object that is not the desktop's. */
    REMOVE_DUPLICATE,
    /** In the directory: move the object. */
    MOVE_OBJECT,
    /** In the domain's DNS: correct the record, or have the desktop register again. */
    CORRECT_DNS,
    /** Operation: start it, so that it reports and renews its password. */
    START,
    /** On the desktop: have it renew its computer password. */
    RENEW_PASSWORD
}
