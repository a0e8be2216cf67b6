package org.workspaceadmin.operation.list;

import java.util.HashMap;
import java.util.Map;

/** Recognizes what parts the cells of a list. */
public final class Separators {
    /** No separator: every line is one cell. */
    public static final char NONE = '\n';

    /** In the order in which they are preferred. */
    private static final String CANDIDATES = "\t;,|\uFF0C\uFF1B";

    /** Lines that are looked at. */
    private static final int SAMPLE = 200;

    private Separators() {}

    /**
     * The separator that stands outside quotes in most lines, and as often in each; with none in
     * any line, there is none.
     *
     * @param text the list
     */
    static char of(String text) {
        char best = NONE;
        int bestLines = 0;
        for (int i = 0; i < CANDIDATES.length(); i++) {
            char candidate = CANDIDATES.charAt(i);
            Map<Integer, Integer> linesByCount = counts(text, candidate);
            linesByCount.remove(0);
            int lines = linesByCount.values().stream().mapToInt(n -> n).max().orElse(0);
            if (lines > bestLines) {
                best = candidate;
                bestLines = lines;
            }
        }
        return best;
    }

    /** How many lines have how many of a character outside quotes. */
    private static Map<Integer, Integer> counts(String text, char wanted) {
        Map<Integer, Integer> lines = new HashMap<>();
        boolean quoted = false;
        boolean comment = false;
        boolean begun = false;
        int count = 0;
        int seen = 0;
        for (int i = 0; i <= text.length() && seen < SAMPLE; i++) {
            char c = i == text.length() ? '\n' : text.charAt(i);
            if (c == '\n' || c == '\r') {
                if (begun && !comment) {
                    lines.merge(count, 1, Integer::sum);
                    seen++;
                }
                begun = false;
                comment = false;
                // a cell over several lines spoils a line or two, a stray quote no more than one
                quoted = false;
                count = 0;
            } else {
                comment |= !begun && c == '#';
                begun |= !Character.isWhitespace(c);
                quoted ^= c == '"' && !comment;
                count += c == wanted && !quoted ? 1 : 0;
            }
        }
        return lines;
    }
}
