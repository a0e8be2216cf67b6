package org.workspaceadmin.operation.list;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes a separated text apart into its records, because a record may go over several lines and the
 * operator is told lines: a line end inside quotes ends no record. Blank lines and comments are
 * left out.
 */
final class Records {
    private Records() {}

    /**
     * A record.
     *
     * @param line where it begins, from 1
     * @param text without its line end
     */
    record Piece(int line, String text) {}

    static List<Piece> of(String text, char separator) {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        int line = 1;
        int begins = 1;
        boolean quoted = false;
        boolean atCellStart = true;
        boolean comment = false;
        for (int i = 0; i <= text.length(); i++) {
            boolean end = i == text.length();
            char c = end ? '\n' : text.charAt(i);
            boolean lineEnd = end || c == '\n' || c == '\r';
            if (lineEnd && (!quoted || end)) {
                String piece = text.substring(from, i);
                if (!comment && !piece.isBlank()) {
                    pieces.add(new Piece(begins, piece));
                }
                i += !end && crLf(text, i) ? 1 : 0;
                line++;
                begins = line;
                from = i + 1;
                atCellStart = true;
                comment = false;
                quoted = false;
            } else if (lineEnd) {
                i += crLf(text, i) ? 1 : 0;
                line++;
            } else if (quoted) {
                if (c == '"' && next(text, i, '"')) {
                    i++; // two quotes in a quoted cell are one letter
                } else {
                    quoted = c != '"';
                }
            } else if (c == '"' && !comment) {
                // inside an unquoted cell it is a letter like others
                quoted = atCellStart;
                atCellStart = false;
            } else {
                comment |= c == '#' && atCellStart && text.substring(from, i).isBlank();
                atCellStart = c == separator || (atCellStart && c == ' ');
            }
        }
        return pieces;
    }

    private static boolean crLf(String text, int at) {
        return text.charAt(at) == '\r' && next(text, at, '\n');
    }

    private static boolean next(String text, int at, char wanted) {
        return at + 1 < text.length() && text.charAt(at + 1) == wanted;
    }
}
