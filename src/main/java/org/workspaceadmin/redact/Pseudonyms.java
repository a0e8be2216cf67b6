package org.workspaceadmin.redact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Stands numbers in for names: the same name gets the same number wherever and however it is
 * written. Upper and lower case count as one, as they do in a directory. For one thread.
 */
public final class Pseudonyms {
    /** Shorter names are replaced where they stand alone in a field, not inside a sentence. */
    private static final int SHORTEST_IN_TEXT = 3;

    /** Words of logs and of JSON that a name may equal; there they stay words. */
    private static final List<String> WORDS =
            List.of("info", "warn", "error", "debug", "trace", "true", "false", "null");

    private final Map<String, String> standIns = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private Automaton automaton = Automaton.of(List.of());
    private boolean stale;

    /** Knows no name yet. */
    public Pseudonyms() {}

    /**
     * Learns names.
     *
     * @param kind what they name, such as {@code user}; part of the stand-in
     * @param names the names; blank ones are ignored, known ones keep their number
     */
    public void learn(String kind, Collection<String> names) {
        for (String name : names) {
            String known = name.strip().toLowerCase(Locale.ROOT);
            if (known.isEmpty() || known.contains(Redactor.MASK) || standIns.containsKey(known)) {
                continue;
            }
            standIns.put(known, kind + '-' + counts.merge(kind, 1, Integer::sum));
            stale = true;
        }
    }

    /** How many names it knows. */
    public int size() {
        return standIns.size();
    }

    /**
     * Replaces every known name.
     *
     * @param text any text; a name is replaced where it stands as a word of its own, or where it is
     *     all there is
     * @return the text with stand-ins
     */
    public String text(String text) {
        String whole = standIns.get(text.strip().toLowerCase(Locale.ROOT));
        if (whole != null) {
            return whole;
        }
        List<Hit> hits = new ArrayList<>();
        View plain = View.plain(text);
        find(plain, hits);
        if (text.indexOf('\\') >= 0) {
            find(plain.unescaped(), hits);
        }
        if (hits.isEmpty()) {
            return text;
        }
        hits.sort(Hit.FIRST_AND_LONGEST);
        StringBuilder out = new StringBuilder(text.length());
        int kept = 0;
        for (Hit hit : hits) {
            if (hit.from >= kept) {
                out.append(text, kept, hit.from).append(standIns.get(hit.name));
                kept = hit.to;
            }
        }
        return out.append(text, kept, text.length()).toString();
    }

    private void find(View view, List<Hit> hits) {
        automaton()
                .scan(
                        view.lowerCase(),
                        (last, length) -> {
                            int first = last - length + 1;
                            if (wordBegins(view, first) && wordEnds(view, last)) {
                                String name = view.text(first, last + 1).toLowerCase(Locale.ROOT);
                                if (standIns.containsKey(name)) {
                                    hits.add(new Hit(view.start(first), view.end(last), name));
                                }
                            }
                        });
    }

    private Automaton automaton() {
        if (stale) {
            automaton =
                    Automaton.of(
                            standIns.keySet().stream()
                                    .filter(Pseudonyms::tells)
                                    .filter(n -> !WORDS.contains(n))
                                    .map(String::toCharArray)
                                    .toList());
            stale = false;
        }
        return automaton;
    }

    /** Whether a name is long enough to be recognized inside a text; Chinese ones are short. */
    private static boolean tells(String name) {
        return name.length() >= SHORTEST_IN_TEXT
                || (name.length() > 1 && name.codePoints().allMatch(Character::isIdeographic));
    }

    private static boolean wordBegins(View view, int first) {
        return first == 0 || apart(view.charAt(first - 1), view.charAt(first));
    }

    private static boolean wordEnds(View view, int last) {
        return last + 1 == view.length() || apart(view.charAt(last), view.charAt(last + 1));
    }

    /** Whether a word can end between two characters; Chinese is written without blanks. */
    private static boolean apart(char before, char after) {
        return !inWord(before) || !inWord(after);
    }

    private static boolean inWord(char c) {
        return (Character.isLetterOrDigit(c) && !Character.isIdeographic(c)) || c == '_';
    }

    private record Hit(int from, int to, String name) {
        static final java.util.Comparator<Hit> FIRST_AND_LONGEST =
                java.util.Comparator.comparingInt(Hit::from)
                        .thenComparing(java.util.Comparator.comparingInt(Hit::to).reversed());
    }
}
