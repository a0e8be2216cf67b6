package org.workspaceadmin.journal;

/**
 * Where the ledger ends. Whoever keeps these two elsewhere can tell later whether the ledger was
 * rewritten as a whole.
 *
 * @param seq number of the newest entry, 0 while there is none
 * @param hash its hash
 */
public record LedgerHead(long seq, String hash) {
    /** An empty ledger. */
    public static final LedgerHead NONE = new LedgerHead(0, "0".repeat(64));
}
