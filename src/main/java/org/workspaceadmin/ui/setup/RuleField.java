package org.workspaceadmin.ui.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.workspaceadmin.rules.Violation;
import org.workspaceadmin.rules.domain.DomainField;
import org.workspaceadmin.rules.domain.FieldRules;
import org.workspaceadmin.rules.domain.Rule;

/**
 * One input with its rules, evaluated at every keystroke and whenever a value they also look at
 * changes. Nothing is called broken before the input was left or Next was pressed.
 *
 * @param <T> what the rules look at
 */
public final class RuleField<T> {
    /** What is to be shown of an input as a whole. */
    public enum Verdict {
        /** Nobody was there yet. */
        UNTOUCHED,
        /** Every rule is kept. */
        MET,
        /** Something must be corrected. */
        BROKEN
    }

    private final Supplier<FieldRules<T>> rules;
    private final Supplier<T> value;
    private final BooleanSupplier missing;
    private final ReadOnlyObjectWrapper<List<RuleLine>> lines =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Verdict> verdict =
            new ReadOnlyObjectWrapper<>(Verdict.UNTOUCHED);
    private boolean judged;

    /**
     * An input.
     *
     * @param rules what holds now; may change with the kind of domain
     * @param value what is typed, and what it is compared with
     * @param missing whether nothing is typed
     * @param dependsOn every value the rules look at
     */
    RuleField(
            Supplier<FieldRules<T>> rules,
            Supplier<T> value,
            BooleanSupplier missing,
            Observable... dependsOn) {
        this.rules = rules;
        this.value = value;
        this.missing = missing;
        for (Observable each : dependsOn) {
            each.addListener(o -> evaluate());
        }
        evaluate();
    }

    /** The rules as they stand, always all of them and in the same order. */
    public ReadOnlyObjectProperty<List<RuleLine>> linesProperty() {
        return lines.getReadOnlyProperty();
    }

    /** The input as a whole. */
    public ReadOnlyObjectProperty<Verdict> verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /** Which input. */
    public DomainField field() {
        return rules.get().rules().getFirst().field();
    }

    /** The operator left the input, or pressed Next. */
    public void left() {
        judged = true;
        evaluate();
    }

    /** Shows it as nobody had been there. */
    public void forget() {
        judged = false;
        evaluate();
    }

    /** Whether the service would refuse it, shown or not. */
    public boolean blocks() {
        return rules.get().check(value.get()).stream()
                .anyMatch(v -> v.level() == Violation.Level.ERROR);
    }

    private void evaluate() {
        FieldRules<T> now = rules.get();
        T text = value.get();
        boolean none = missing.getAsBoolean();
        List<RuleLine> found = new ArrayList<>(now.rules().size());
        boolean broken = false;
        for (Rule<T> rule : now.rules()) {
            RuleLine.State state = state(rule, text, none, found.isEmpty() && now.isRequired());
            broken |= state == RuleLine.State.BROKEN;
            found.add(new RuleLine(rule.id(), rule.arguments(), rule.certainty(), state));
        }
        // Whoever draws the lines also looks at the verdict.
        verdict.set(broken ? Verdict.BROKEN : judged && !none ? Verdict.MET : Verdict.UNTOUCHED);
        lines.set(List.copyOf(found));
    }

    /** Of a missing value only the rule that wants one speaks. */
    private RuleLine.State state(Rule<T> rule, T text, boolean none, boolean wantsOne) {
        if (none) {
            return judged && wantsOne ? RuleLine.State.BROKEN : RuleLine.State.OPEN;
        }
        if (rule.holds().test(text)) {
            return RuleLine.State.MET;
        }
        if (rule.level() == Violation.Level.WARNING) {
            return RuleLine.State.ADVICE;
        }
        return judged ? RuleLine.State.BROKEN : RuleLine.State.OPEN;
    }
}
