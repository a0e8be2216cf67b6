package org.workspaceadmin.rules;

import java.util.ArrayList;
import java.util.List;

/** Batches, messages and names of desktops (api/desktops.md sections 8, 9 and 11). */
public final class DesktopRules {
    /** The largest batch of every desktop call (api/README.md fact 4). */
    public static final int BATCH = 100;

    /** Longest message of a log-off. */
    public static final int LOG_OFF_MESSAGE = 255;

    /** Longest message users are shown; the service publishes none, this is what fits a screen. */
    public static final int NOTIFICATION = 1_000;

    /** Positions of a desktop's name; a Chinese character takes two. */
    public static final int NAME_POSITIONS = 15;

    private DesktopRules() {}

    /**
     * Checks how many desktops one request carries.
     *
     * @param size how many
     * @return every violation
     */
    public static List<Violation> batch(int size) {
        if (size < 1) {
            return List.of(Violations.error("BATCH-EMPTY"));
        }
        return size <= BATCH
                ? List.of()
                : List.of(
                        Violations.error(
                                "BATCH-SIZE", Integer.toString(BATCH), Integer.toString(size)));
    }

    /**
     * Checks the text users read before they are logged off.
     *
     * @param message as typed, may be empty
     * @return every violation
     */
    public static List<Violation> logOffMessage(String message) {
        List<Violation> found = new ArrayList<>();
        if (message.length() > LOG_OFF_MESSAGE) {
            found.add(
                    Violations.error(
                            "LOGOFF-MESSAGE-LEN",
                            Integer.toString(LOG_OFF_MESSAGE),
                            Integer.toString(message.length())));
        }
        if (Violations.hasControlBesideLayout(message)) {
            found.add(Violations.error("LOGOFF-MESSAGE-CONTROL"));
        }
        return found;
    }

    /**
     * Checks a message that users are shown. Its longest length is not published, so only what
     * cannot be meant is refused.
     *
     * @param message as typed
     * @return every violation
     */
    public static List<Violation> notification(String message) {
        if (message.isBlank()) {
            return List.of(Violations.error("NOTIFY-MESSAGE-REQUIRED"));
        }
        List<Violation> found = new ArrayList<>();
        if (message.length() > NOTIFICATION) {
            found.add(
                    Violations.error(
                            "NOTIFY-MESSAGE-LEN",
                            Integer.toString(NOTIFICATION),
                            Integer.toString(message.length())));
        }
        if (Violations.hasControlBesideLayout(message)) {
            found.add(Violations.error("NOTIFY-MESSAGE-CONTROL"));
        }
        return found;
    }

    /**
     * Checks a new computer name. That it is unique, only the service can tell.
     *
     * @param name as typed
     * @return every violation
     */
    public static List<Violation> computerName(String name) {
        if (name.isEmpty()) {
            return List.of(Violations.error("RENAME-REQUIRED"));
        }
        List<Violation> found = new ArrayList<>();
        int positions = name.codePoints().map(c -> chinese(c) ? 2 : 1).sum();
        if (positions > NAME_POSITIONS) {
            found.add(
                    Violations.error(
                            "RENAME-LEN",
                            Integer.toString(NAME_POSITIONS),
                            Integer.toString(positions)));
        }
        if (!name.codePoints().allMatch(c -> letterOrDigit(c) || c == '-' || chinese(c))) {
            found.add(Violations.error("RENAME-CHARSET"));
        }
        int first = name.codePointAt(0);
        if (!letterOrDigit(first)) {
            found.add(Violations.error("RENAME-START"));
        }
        if (name.endsWith("-")) {
            found.add(Violations.error("RENAME-END"));
        }
        return found;
    }

    private static boolean chinese(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }

    private static boolean letterOrDigit(int c) {
        return c < 128 && (Violations.asciiLetter((char) c) || Violations.asciiDigit((char) c));
    }
}
