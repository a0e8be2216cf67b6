package org.workspaceadmin.ui.common;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as text for other programs: comma-separated for files (RFC 4180), tab-separated for the
 * clipboard. In both, a cell that a spreadsheet would take for a formula is led by an apostrophe,
 * so that a name made by somebody else cannot run in the operator's spreadsheet.
 *
 * @param header names of the columns
 * @param rows cells, as many in each row as the header has
 */
public record Sheet(List<String> header, List<List<String>> rows) {
    /** Makes a spreadsheet read the file as UTF-8. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Copies the lists. */
    public Sheet {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /** The content of a CSV file, with a byte order mark and CRLF line ends. */
    public String csv() {
        StringBuilder text = new StringBuilder().append(BYTE_ORDER_MARK);
        text.append(csvLine(header));
        for (List<String> row : rows) {
            text.append(csvLine(row));
        }
        return text.toString();
    }

    /** Lines of cells with tabs between them, for pasting. */
    public String tabbed() {
        StringBuilder text = new StringBuilder(tabbedLine(header));
        for (List<String> row : rows) {
            text.append('\n').append(tabbedLine(row));
        }
        return text.toString();
    }

    private static String csvLine(List<String> cells) {
        return cells.stream().map(Sheet::csvCell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String csvCell(String cell) {
        String safe = guarded(cell);
        boolean quote = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return quote ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static String tabbedLine(List<String> cells) {
        return cells.stream()
                .map(cell -> guarded(cell).replaceAll("[\\t\\r\\n]+", " "))
                .collect(Collectors.joining("\t"));
    }

    private static String guarded(String cell) {
        if (cell.isEmpty()) {
            return cell;
        }
        return switch (cell.charAt(0)) {
            case '=', '+', '-', '@', '\t', '\r', '\n', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20' ->
                    "'" + cell;
            default -> cell;
        };
    }
}
