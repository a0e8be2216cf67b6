package org.workspaceadmin.connection.probe;

/**
 * Evidence of a step.
 *
 * @param label what it is, as a code; its text is {@code probe.fact.<label>}
 * @param about the host, call or project it is about, as a name; empty for all of them
 * @param value what was seen
 */
public record Fact(String label, String about, Value value) {
    /** A fact about everything the step looked at. */
    static Fact of(String label, Value value) {
        return new Fact(label, "", value);
    }

    /** A fact that is a text as it came. */
    static Fact text(String label, String about, String text) {
        return new Fact(label, about, new Value.Text(text));
    }

    /** A fact that is one of our words. */
    static Fact word(String label, String about, String code) {
        return new Fact(label, about, new Value.Word(code));
    }

    /** One line, for a report. */
    String line() {
        return (about.isEmpty() ? "" : about + " ") + label + ": " + value.plain();
    }
}
