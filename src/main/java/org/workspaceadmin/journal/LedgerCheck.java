package org.workspaceadmin.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.journal.Verification.Break;
import org.workspaceadmin.journal.Verification.Fault;

/** Goes through the ledger from the first entry on, a piece at a time so that others can write. */
final class LedgerCheck {
    private static final int PIECE = 1000;
    private static final String SELECT =
            "SELECT "
                    + String.join(",", LedgerForm.COLUMNS)
                    + ",previous,hash FROM activity WHERE seq>? AND seq<=? ORDER BY seq LIMIT ?";

    private final Access access;
    private String previous = LedgerHead.NONE.hash();
    private long last;
    private long time = Long.MIN_VALUE;
    private int clockBack;
    private long checked;

    LedgerCheck(Access access) {
        this.access = access;
    }

    private record Ends(LedgerHead head, long last) {}

    /**
     * Checks everything that is there now.
     *
     * @param copies copies of the journal to compare with; unreadable ones are left out
     * @param progress hears how many are done of how many
     * @param cancelled asked now and then; ends the check with what was found so far
     */
    Verification run(Collection<Path> copies, Ledger.Progress progress, BooleanSupplier cancelled) {
        Ends ends = access.read(c -> new Ends(LedgerEntry.head(c), LedgerEntry.lastSeq(c)));
        long until = Math.max(ends.head().seq(), ends.last());
        Break broken = null;
        while (broken == null && last < until && !cancelled.getAsBoolean()) {
            long from = last;
            broken = access.read(c -> piece(c, from, until)).orElse(null);
            progress.done(Math.min(last, until), until);
            if (last == from) {
                break;
            }
        }
        boolean whole = !cancelled.getAsBoolean();
        if (broken == null && whole) {
            broken = end(ends);
        }
        int compared = 0;
        if (broken == null && whole) {
            for (Path copy : copies) {
                LedgerHead head = JournalCopies.head(copy);
                if (head != null) {
                    compared++;
                    broken = broken != null ? broken : compare(head, copy);
                }
            }
        }
        return new Verification(checked, ends.head(), broken, compared, clockBack);
    }

    private Optional<Break> piece(Connection connection, long from, long until)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setLong(1, from);
            select.setLong(2, until);
            select.setInt(3, PIECE);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Break broken = entry(rows);
                    if (broken != null) {
                        return Optional.of(broken);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private @Nullable Break entry(ResultSet rows) throws SQLException {
        long seq = rows.getLong("seq");
        if (seq != last + 1) {
            return new Break(last + 1, Fault.MISSING, "");
        }
        String hash = rows.getString("hash");
        if (!previous.equals(rows.getString("previous"))
                || !LedgerForm.hash(previous, LedgerEntry.fields(rows)).equals(hash)) {
            return new Break(seq, Fault.ALTERED, "");
        }
        long at = rows.getLong("at");
        clockBack += at < time ? 1 : 0;
        time = at;
        previous = hash;
        last = seq;
        checked++;
        return null;
    }

    /** The entries are sound as far as they go; do they go as far as was recorded? */
    private static @Nullable Break end(Ends ends) {
        LedgerHead head = ends.head();
        if (head.equals(LedgerHead.NONE)) {
            return new Break(ends.last(), Fault.HEAD_MISSING, "");
        }
        if (ends.last() < head.seq()) {
            return new Break(ends.last() + 1, Fault.TAIL_REMOVED, "");
        }
        return ends.last() > head.seq() ? new Break(head.seq() + 1, Fault.ADDED, "") : null;
    }

    private @Nullable Break compare(LedgerHead head, Path copy) {
        if (head.seq() == 0) {
            return null;
        }
        String name = String.valueOf(copy.getFileName());
        List<String> found = new ArrayList<>();
        access.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT hash FROM activity WHERE seq=?")) {
                select.setLong(1, head.seq());
                try (ResultSet rows = select.executeQuery()) {
                    return rows.next() && found.add(rows.getString(1));
                }
            }
        });
        return found.contains(head.hash())
                ? null
                : new Break(head.seq(), Fault.DIFFERS_FROM_COPY, name);
    }
}
