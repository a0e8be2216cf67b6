package org.workspaceadmin.rules.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.workspaceadmin.rules.Violation;

/**
 * All rules of one input. A missing value breaks the first rule only; otherwise every rule is
 * evaluated, so that the operator sees all that is wrong at once.
 *
 * @param <T> what is checked
 */
public final class FieldRules<T> {
    private final List<Rule<T>> rules;
    private final boolean required;

    private FieldRules(List<Rule<T>> rules, boolean required) {
        this.rules = List.copyOf(rules);
        this.required = required;
    }

    /** Rules whose first one wants a value. */
    static <T> FieldRules<T> required(List<Rule<T>> rules) {
        return new FieldRules<>(rules, true);
    }

    /** Rules that are content with no value, each by itself. */
    static <T> FieldRules<T> optional(List<Rule<T>> rules) {
        return new FieldRules<>(rules, false);
    }

    /** The rules, in the order they are shown. */
    public List<Rule<T>> rules() {
        return rules;
    }

    /** Whether a value has to be there. */
    public boolean isRequired() {
        return required;
    }

    /**
     * The same rules for something the checked value is a part of.
     *
     * @param part takes the value out
     * @param <U> what holds the value
     */
    public <U> FieldRules<U> of(Function<U, T> part) {
        List<Rule<U>> same = new ArrayList<>();
        for (Rule<T> rule : rules) {
            same.add(
                    new Rule<>(
                            rule.id(),
                            rule.field(),
                            rule.certainty(),
                            rule.level(),
                            rule.arguments(),
                            value -> rule.holds().test(part.apply(value))));
        }
        return new FieldRules<>(same, required);
    }

    /**
     * Evaluates all rules.
     *
     * @param value as typed; never trimmed here
     * @return every broken rule, in the order of {@link #rules()}
     */
    public List<Violation> check(T value) {
        if (required && !rules.getFirst().holds().test(value)) {
            return List.of(rules.getFirst().violation());
        }
        List<Violation> broken = new ArrayList<>();
        for (Rule<T> rule : rules) {
            if (!rule.holds().test(value)) {
                broken.add(rule.violation());
            }
        }
        return broken;
    }
}
