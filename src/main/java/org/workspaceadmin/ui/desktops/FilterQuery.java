package org.workspaceadmin.ui.desktops;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The filter line as typed: terms that must all hold. A term is a plain word or {@code
 * field:value}; {@code field:a,b} means either; a leading {@code -} negates; quotes keep spaces,
 * commas and colons together and a doubled quote stands for itself. Every text can be read: what
 * makes no sense as a term is a word to look for.
 *
 * @param terms in the order typed
 */
record FilterQuery(List<Term> terms) {
    /** Matches everything. */
    static final FilterQuery EMPTY = new FilterQuery(List.of());

    /** Copies the list. */
    FilterQuery {
        terms = List.copyOf(terms);
    }

    /**
     * One condition.
     *
     * @param negated whether it must not hold
     * @param field what it looks at, null for everything
     * @param values any of them suffices; an empty list (nothing typed yet) always holds, an empty
     *     value means the field is empty
     */
    record Term(boolean negated, @Nullable FilterField field, List<String> values) {
        /** Copies the list. */
        Term {
            values = List.copyOf(values);
        }
    }

    /**
     * A query and what was odd about its text.
     *
     * @param query what was understood
     * @param unknownFields words before a colon that name no field; looked for as text
     */
    record Reading(FilterQuery query, List<String> unknownFields) {
        /** Copies the list. */
        Reading {
            unknownFields = List.copyOf(unknownFields);
        }
    }

    /**
     * Reads a text with the fields' own words.
     *
     * @param text any text
     */
    static FilterQuery parse(String text) {
        return read(text, FilterField::of).query();
    }

    /**
     * Reads a text.
     *
     * @param text any text
     * @param fields which field a word names, null when none
     */
    static Reading read(String text, Function<String, @Nullable FilterField> fields) {
        return new Reader(text, fields).read();
    }

    /** The shortest usual spelling; reading it gives this query again. */
    String format() {
        return terms.stream().map(FilterQuery::format).collect(Collectors.joining(" "));
    }

    /**
     * Whether a term asks for a value, not negated.
     *
     * @param field which field
     * @param value the value, ignoring case
     */
    boolean has(FilterField field, String value) {
        return terms.stream()
                .anyMatch(t ->
                        !t.negated()
                                && t.field() == field
                                && t.values().stream().anyMatch(value::equalsIgnoreCase));
    }

    /**
     * This query with a value added or taken away. Values of one field join in one term, since a
     * desktop that is off and in error at once does not exist.
     *
     * @param field which field
     * @param value the value
     */
    FilterQuery toggle(FilterField field, String value) {
        List<Term> next = new ArrayList<>();
        boolean found = has(field, value);
        boolean joined = found;
        for (Term term : terms) {
            if (term.negated() || term.field() != field) {
                next.add(term);
            } else if (found) {
                List<String> rest =
                        term.values().stream().filter(v -> !v.equalsIgnoreCase(value)).toList();
                if (!rest.isEmpty()) {
                    next.add(new Term(false, field, rest));
                }
            } else if (joined) {
                next.add(term);
            } else {
                List<String> more = new ArrayList<>(term.values());
                more.add(value);
                next.add(new Term(false, field, more));
                joined = true;
            }
        }
        if (!joined) {
            next.add(new Term(false, field, List.of(value)));
        }
        return new FilterQuery(next);
    }

    private static String format(Term term) {
        String sign = term.negated() ? "-" : "";
        FilterField field = term.field();
        if (field == null) {
            return sign + quotePlain(term.values().getFirst());
        }
        return sign
                + field.word()
                + ":"
                + term.values().stream()
                        .map(FilterQuery::quoteValue)
                        .collect(Collectors.joining(","));
    }

    private static String quotePlain(String value) {
        boolean plain =
                !value.isEmpty()
                        && !value.startsWith("-")
                        && value.chars().noneMatch(c -> space(c) || c == '"' || colon(c));
        return plain ? value : quoted(value);
    }

    private static String quoteValue(String value) {
        boolean plain =
                !value.isEmpty() && value.chars().noneMatch(c -> space(c) || c == '"' || comma(c));
        return plain ? value : quoted(value);
    }

    private static String quoted(String value) {
        return '"' + value.replace("\"", "\"\"") + '"';
    }

    private static boolean space(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean colon(int c) {
        return c == ':' || c == '\uFF1A';
    }

    private static boolean comma(int c) {
        return c == ',' || c == '\uFF0C';
    }

    /** Reads one text from left to right. */
    private static final class Reader {
        private final String text;
        private final Function<String, @Nullable FilterField> fields;
        private final List<Term> terms = new ArrayList<>();
        private final List<String> unknown = new ArrayList<>();
        private int at;

        Reader(String text, Function<String, @Nullable FilterField> fields) {
            this.text = text;
            this.fields = fields;
        }

        Reading read() {
            while (true) {
                while (at < text.length() && space(text.charAt(at))) {
                    at++;
                }
                if (at == text.length()) {
                    return new Reading(new FilterQuery(terms), unknown);
                }
                term();
            }
        }

        private void term() {
            boolean negated =
                    text.charAt(at) == '-' && at + 1 < text.length() && !space(text.charAt(at + 1));
            if (negated) {
                at++;
            }
            int end = at;
            while (end < text.length() && Character.isLetter(text.charAt(end))) {
                end++;
            }
            if (end > at && end < text.length() && colon(text.charAt(end))) {
                String word = text.substring(at, end);
                FilterField field = fields.apply(word);
                if (field != null) {
                    at = end + 1;
                    terms.add(new Term(negated, field, values()));
                    return;
                }
                unknown.add(word);
            }
            String value = value(false);
            if (!value.isEmpty()) {
                terms.add(new Term(negated, null, List.of(value)));
            }
        }

        private List<String> values() {
            List<String> values = new ArrayList<>();
            while (true) {
                int start = at;
                String value = value(true);
                if (at > start) {
                    values.add(value);
                }
                if (at == text.length() || !comma(text.charAt(at))) {
                    return values;
                }
                at++;
            }
        }

        /** Runs to a space (or comma); quoted stretches count as part of it. */
        private String value(boolean endsAtComma) {
            StringBuilder value = new StringBuilder();
            while (at < text.length()) {
                char c = text.charAt(at);
                if (space(c) || (endsAtComma && comma(c))) {
                    break;
                }
                at++;
                if (c == '"') {
                    quotedStretch(value);
                } else {
                    value.append(c);
                }
            }
            return value.toString();
        }

        private void quotedStretch(StringBuilder value) {
            while (at < text.length()) {
                char c = text.charAt(at++);
                if (c != '"') {
                    value.append(c);
                } else if (at < text.length() && text.charAt(at) == '"') {
                    value.append('"');
                    at++;
                } else {
                    return;
                }
            }
        }
    }
}
