package org.workspaceadmin.redact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/** Secrets to find by value, in every form a text can hold them. Immutable. */
final class Needles {
    /** Longest number that is only taken for a secret when it stands alone. */
    private static final int SHORT_NUMBER = 8;

    /** JSON in a string of JSON in a string of JSON. */
    private static final int DEEPEST = 3;

    /** Shorter words would be found in words that only stand side by side. */
    private static final int SHORTEST_WRAPPED = 8;

    private final Automaton automaton;
    private final boolean none;

    /** Knows these secrets. */
    Needles(Collection<char[]> secrets) {
        List<char[]> words = new ArrayList<>();
        secrets.forEach(s -> words.addAll(SecretForms.of(s)));
        none = words.isEmpty();
        automaton = Automaton.of(words);
        words.forEach(w -> Arrays.fill(w, '\0'));
    }

    /** The text with each of them masked; overlapping ones by one mask. */
    String mask(String text) {
        if (none || text.length() < Redactor.SHORTEST_VALUE) {
            return text;
        }
        Spans spans = new Spans(text.length());
        views(text).forEach(view -> mark(view, 1, spans));
        squeezed(text).forEach(view -> mark(view, SHORTEST_WRAPPED, spans));
        return spans.masked(text);
    }

    private void mark(View view, int shortest, Spans spans) {
        automaton.scan(
                view,
                (last, length) -> {
                    int first = last - length + 1;
                    if (length >= shortest && !partOfNumber(view, first, last)) {
                        spans.add(view.start(first), view.end(last));
                    }
                });
    }

    /** How many look-ups masking a text takes; at most two for each character of each view. */
    long cost(String text) {
        long sum = 0;
        for (View view : views(text)) {
            sum += automaton.scan(view, (last, length) -> {});
        }
        for (View view : squeezed(text)) {
            sum += automaton.scan(view, (last, length) -> {});
        }
        return sum;
    }

    private static List<View> views(String text) {
        View plain = View.plain(text);
        List<View> views = new ArrayList<>();
        views.add(plain);
        if (text.indexOf('\\') >= 0) {
            View unescaped = plain.unescaped();
            views.add(unescaped);
            for (int level = 2; level <= DEEPEST && unescaped.contains('\\'); level++) {
                unescaped = unescaped.unescaped();
                views.add(unescaped);
            }
        }
        boolean percent = text.indexOf('%') >= 0;
        if (percent || text.indexOf('+') >= 0) {
            views.add(plain.unquoted(true));
        }
        if (percent) {
            View unquoted = plain.unquoted(false);
            views.add(unquoted);
            if (unquoted.contains('\\')) {
                views.add(unquoted.unescaped());
            }
        }
        return views;
    }

    /** Text over several lines, also when the line ends are those of a JSON string. */
    private static List<View> squeezed(String text) {
        boolean lines = text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
        View plain = View.plain(text);
        if (text.indexOf('\\') >= 0) {
            View unescaped = plain.unescaped().squeezed();
            return lines ? List.of(plain.squeezed(), unescaped) : List.of(unescaped);
        }
        return lines ? List.of(plain.squeezed()) : List.of();
    }

    /** A one-time code is six digits; inside a longer number they are a time or an id. */
    private static boolean partOfNumber(View view, int first, int last) {
        if (last - first >= SHORT_NUMBER) {
            return false;
        }
        for (int i = first; i <= last; i++) {
            if (!digit(view.charAt(i))) {
                return false;
            }
        }
        return (first > 0 && digit(view.charAt(first - 1)))
                || (last + 1 < view.length() && digit(view.charAt(last + 1)));
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Which characters are to go, and where one secret's end is another's beginning. */
    private static final class Spans {
        private final BitSet covered;
        private final BitSet begins;

        Spans(int length) {
            covered = new BitSet(length);
            begins = new BitSet(length);
        }

        void add(int from, int to) {
            // what is covered from both sides is one span, what only touches stays two
            if (from > 0 && covered.get(from - 1) && !covered.get(from)) {
                begins.set(from);
            }
            if (covered.get(to) && !covered.get(to - 1)) {
                begins.set(to);
            }
            covered.set(from, to);
            begins.clear(from + 1, to);
        }

        String masked(String text) {
            int from = covered.nextSetBit(0);
            if (from < 0) {
                return text;
            }
            StringBuilder out = new StringBuilder(text.length());
            int kept = 0;
            while (from >= 0) {
                out.append(text, kept, from).append(Redactor.MASK);
                int end = covered.nextClearBit(from);
                int next = begins.nextSetBit(from + 1);
                kept = next > 0 && next < end ? next : end;
                from = covered.nextSetBit(kept);
            }
            return out.append(text, kept, text.length()).toString();
        }
    }
}
