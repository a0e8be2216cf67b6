package org.workspaceadmin.journal;

import org.jspecify.annotations.Nullable;

/**
 * What a check of the ledger found. The chain proves that no entry was changed, put in or taken out
 * after it was written, unless everything after it was computed anew; the copies of the journal
 * tell that as far back as they go. It cannot prove what was never written.
 *
 * @param checked how many entries were checked
 * @param head the newest entry
 * @param broken the first thing that is wrong, null when nothing is
 * @param copies how many copies of the journal the ledger was compared with
 * @param clockBack how often an entry is older than the one before it by this computer's clock,
 *     which is no fault of the ledger
 */
public record Verification(
        long checked, LedgerHead head, @Nullable Break broken, int copies, int clockBack) {

    /** Whether all of it holds. */
    public boolean holds() {
        return broken == null;
    }

    /**
     * The first thing that is wrong.
     *
     * @param seq number of the first entry that is concerned
     * @param fault what it is
     * @param copy name of the copy that says otherwise, empty for none
     */
    public record Break(long seq, Fault fault, String copy) {}

    /** What can be wrong. */
    public enum Fault {
        /** The entry is not what was written. */
        ALTERED,
        /** One or more entries are missing from here on. */
        MISSING,
        /** Entries were put in behind the recorded end. */
        ADDED,
        /** The newest entries, from here on, were taken out. */
        TAIL_REMOVED,
        /** The record of the ledger's end is gone. */
        HEAD_MISSING,
        /** A copy holds another entry under this number: the ledger was written anew. */
        DIFFERS_FROM_COPY
    }
}
