package org.workspaceadmin.journal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** How the ledger is written out. */
public enum LedgerExport {
    /**
     * For spreadsheets: UTF-8 with a mark at the start, one line of headings, times in ISO 8601,
     * the request with every entry that is about it. A cell that a spreadsheet would take for a
     * formula begins with an apostrophe.
     */
    CSV {
        @Override
        void begin(Writer out) throws IOException {
            out.write('\uFEFF');
            List<String> heads = new ArrayList<>(LedgerForm.COLUMNS);
            heads.add("previous");
            heads.add("hash");
            out.write(Csv.line(heads));
        }

        @Override
        String line(ResultSet rows, Activity whole) throws SQLException {
            List<String> cells = new ArrayList<>();
            for (String column : LedgerForm.COLUMNS) {
                cells.add(
                        switch (column) {
                            case "at" -> whole.at().toString();
                            case "body" -> whole.body();
                            case "targets" -> whole.targets();
                            case "request" ->
                                    whole.request() < 0 ? "" : Integer.toString(whole.request());
                            default -> rows.getString(column);
                        });
            }
            cells.add(whole.previous());
            cells.add(whole.hash());
            return Csv.line(cells);
        }
    },
    /**
     * For programs: one JSON object a line with the fields as they are stored, so that the hashes
     * can be made anew from it as {@link LedgerForm} says.
     */
    JSON_LINES {
        @Override
        String line(ResultSet rows, Activity whole) throws SQLException {
            ObjectNode node = JSON.createObjectNode();
            for (String column : LedgerForm.COLUMNS) {
                if (LedgerEntry.NUMBERS.contains(column)) {
                    node.put(column, rows.getLong(column));
                } else {
                    node.put(column, rows.getString(column));
                }
            }
            node.put("previous", whole.previous()).put("hash", whole.hash());
            return node + "\n";
        }
    };

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PIECE = 200;

    abstract String line(ResultSet rows, Activity whole) throws SQLException;

    void begin(Writer out) throws IOException {
        out.flush();
    }

    boolean write(
            Access access,
            long[] numbers,
            Path target,
            Ledger.Progress progress,
            BooleanSupplier cancelled)
            throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        Path draft = Files.createTempFile(folder, "activity", ".part");
        try {
            try (BufferedWriter out = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
                begin(out);
                for (int end = numbers.length; end > 0; end -= PIECE) {
                    if (cancelled.getAsBoolean()) {
                        return false;
                    }
                    int start = Math.max(0, end - PIECE);
                    for (String line : lines(access, numbers, start, end)) {
                        out.write(line);
                    }
                    progress.done(numbers.length - (long) start, numbers.length);
                }
            }
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private List<String> lines(Access access, long[] numbers, int start, int end) {
        List<Long> wanted = new ArrayList<>();
        for (int i = start; i < end; i++) {
            wanted.add(numbers[i]);
        }
        return access.read(connection -> {
            Conditions where = new Conditions();
            where.addIn("seq", wanted);
            List<String> lines = new ArrayList<>();
            try (PreparedStatement select =
                            where.prepare(connection, "SELECT * FROM activity", " ORDER BY seq");
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    lines.add(line(rows, Ledger.whole(connection, rows)));
                }
            }
            return lines;
        });
    }
}
