package org.workspaceadmin.connection.probe;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects facts; leaves out what is not known, and says once what is the same everywhere. */
final class Facts {
    private final List<Fact> list = new ArrayList<>();

    /** A text; nothing when it is empty. */
    Facts text(String label, String about, String text) {
        if (!text.isEmpty()) {
            list.add(new Fact(label, about, new Value.Text(text)));
        }
        return this;
    }

    /** A text about everything. */
    Facts text(String label, String text) {
        return text(label, "", text);
    }

    /** One of our words. */
    Facts word(String label, String about, String code) {
        list.add(new Fact(label, about, new Value.Word(code)));
        return this;
    }

    /** A time; nothing when it is not known. */
    Facts moment(String label, String about, @Nullable Instant at) {
        if (at != null) {
            list.add(new Fact(label, about, new Value.Moment(at)));
        }
        return this;
    }

    /** Any value. */
    Facts add(String label, String about, Value value) {
        list.add(new Fact(label, about, value));
        return this;
    }

    /** What was collected. */
    List<Fact> list() {
        return List.copyOf(list);
    }

    /**
     * What was collected, with one fact in place of those that say the same of every one.
     *
     * @param everybody how many there are to say something of
     */
    List<Fact> collapsed(int everybody) {
        Map<String, List<Fact>> byLabel = new LinkedHashMap<>();
        list.forEach(f -> byLabel.computeIfAbsent(f.label(), l -> new ArrayList<>()).add(f));
        List<Fact> result = new ArrayList<>();
        byLabel.forEach((label, facts) -> {
            boolean same =
                    facts.size() == everybody
                            && facts.stream().map(Fact::value).distinct().count() == 1;
            if (same) {
                result.add(new Fact(label, "", facts.getFirst().value()));
            } else {
                result.addAll(facts);
            }
        });
        return result;
    }
}
