package org.workspaceadmin.rules;

import java.util.List;

/** Short forms the rules share. */
final class Violations {
    private Violations() {}

    static Violation error(String rule, String... arguments) {
        return new Violation(rule, Violation.Level.ERROR, List.of(arguments));
    }

    static Violation warning(String rule, String... arguments) {
        return new Violation(rule, Violation.Level.WARNING, List.of(arguments));
    }

    static boolean hasControl(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    /** Message texts may hold line breaks and tabs; other control characters are a mishap. */
    static boolean hasControlBesideLayout(String text) {
        return text.chars()
                .anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
    }

    static boolean asciiLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    static boolean asciiDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
