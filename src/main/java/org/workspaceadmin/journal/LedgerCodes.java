package org.workspaceadmin.journal;

/** Codes of ours on entries of the ledger; the message bundles hold {@code code.<code>}. */
public final class LedgerCodes {
    /** The journal is new. */
    public static final String NEW = "wa.ledger.new";

    /** An older version's journal had no ledger; what it did is not in here. */
    public static final String UPGRADED = "wa.ledger.upgraded";

    /** The journal before this one was damaged and set aside. */
    public static final String AFTER_DAMAGE = "wa.ledger.afterDamage";

    /** There was a ledger, and it is gone. */
    public static final String LOST = "wa.ledger.lost";

    /** A copy was put in the journal's place; what had not left then may have left since. */
    public static final String FROM_COPY = "wa.ledger.fromCopy";

    private LedgerCodes() {}
}
