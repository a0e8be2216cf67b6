package org.workspaceadmin.rules.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.workspaceadmin.rules.Violation.Level;

/** Collects the rules of one input. */
final class RuleList<T> {
    private final DomainField field;
    private final List<Rule<T>> rules = new ArrayList<>();

    RuleList(DomainField field) {
        this.field = field;
    }

    RuleList<T> error(String id, Certainty certainty, Predicate<T> holds, Object... arguments) {
        return add(id, certainty, Level.ERROR, holds, arguments);
    }

    RuleList<T> warning(String id, Certainty certainty, Predicate<T> holds, Object... arguments) {
        return add(id, certainty, Level.WARNING, holds, arguments);
    }

    List<Rule<T>> rules() {
        return rules;
    }

    private RuleList<T> add(
            String id, Certainty certainty, Level level, Predicate<T> holds, Object... arguments) {
        List<String> words = new ArrayList<>();
        for (Object argument : arguments) {
            words.add(String.valueOf(argument));
        }
        rules.add(new Rule<>(id, field, certainty, level, words, holds));
        return this;
    }
}
