package org.workspaceadmin.ui.operation;

import java.util.List;

/**
 * One sentence for the operator, not yet rendered: view models say what, views say it in the
 * current language.
 *
 * @param key message key
 * @param arguments its arguments
 * @param weight how serious
 */
public record Line(String key, List<Object> arguments, Weight weight) {
    /** How serious a sentence is; drawn with a shape besides the colour. */
    public enum Weight {
        /** A plain statement. */
        PLAIN,
        /** Something people will feel. */
        WARNING,
        /** Something that destroys, or that stops the operation. */
        DANGER
    }

    /** Copies the arguments. */
    public Line {
        arguments = List.copyOf(arguments);
    }

    /** A plain statement. */
    static Line plain(String key, Object... arguments) {
        return new Line(key, List.of(arguments), Weight.PLAIN);
    }

    /** Something people will feel. */
    static Line warning(String key, Object... arguments) {
        return new Line(key, List.of(arguments), Weight.WARNING);
    }

    /** Something that destroys or stops. */
    static Line danger(String key, Object... arguments) {
        return new Line(key, List.of(arguments), Weight.DANGER);
    }
}
