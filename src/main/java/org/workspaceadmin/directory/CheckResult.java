package org.workspaceadmin.directory;

import java.time.Duration;
import java.util.List;
import org.workspaceadmin.model.Field;

/**
 * What one check found. The words are {@code directory.<check>.<code>} in the message bundles.
 *
 * @param check which
 * @param subject of whom: a DNS server or a controller; empty when it concerns all
 * @param verdict what it came to
 * @param code what exactly, one of {@link CheckKind#codes}
 * @param arguments for the words
 * @param evidence what was seen, by name
 * @param took how long it took
 */
public record CheckResult(
        CheckKind check,
        String subject,
        Verdict verdict,
        String code,
        List<String> arguments,
        List<Field> evidence,
        Duration took) {
    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException when the check has no such code
     */
    public CheckResult {
        if (!check.codes().contains(code)) {
            throw new IllegalArgumentException(check + " has no code " + code);
        }
        arguments = List.copyOf(arguments);
        evidence = List.copyOf(evidence);
    }
}
