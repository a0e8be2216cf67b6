package org.workspaceadmin.ui.operation;

import org.workspaceadmin.operation.Plan;
import org.workspaceadmin.rules.Violation;
import org.workspaceadmin.ui.common.Texts;

/** Renders what view models say, in the language of this moment. */
final class Sentences {
    private Sentences() {}

    /** A sentence of a view model. */
    static String of(Texts texts, Line line) {
        return texts.now(line.key(), line.arguments().toArray());
    }

    /** A broken rule; its id where no text is known, so that nothing is hidden. */
    static String of(Texts texts, Violation violation) {
        String key = "rule." + violation.rule();
        return texts.has(key)
                ? texts.now(key, violation.arguments().toArray())
                : violation.rule() + ' ' + String.join(", ", violation.arguments());
    }

    /** Why a group of desktops is left out. */
    static String of(Texts texts, Plan.Reason reason) {
        return texts.now("operation.leftOut." + reason.name());
    }

    /** Why one desktop is left out, with the service's word for it where there is one. */
    static String of(Texts texts, Plan.Exclusion exclusion) {
        String key = "exclusion." + exclusion.reason().name();
        return texts.has(key)
                ? texts.now(key, exclusion.detail())
                : of(texts, exclusion.reason()) + ' ' + exclusion.detail();
    }
}
