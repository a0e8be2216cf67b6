package org.workspaceadmin.ui.operation;

import org.workspaceadmin.rules.Violation;

/** The fields of all dialogs, so that a broken rule can be shown where it was broken. */
public enum FormField {
    /** Current user name. */
    OLD_NAME(""),
    /** Its domain. */
    OLD_DOMAIN(""),
    /** New user name. */
    NEW_NAME(""),
    /** Its domain. */
    NEW_DOMAIN(""),
    /** Type and id of the image. */
    IMAGE("IMAGE"),
    /** Minutes before a rebuild begins. */
    DELAY("DELAY"),
    /** Message to users. */
    MESSAGE("MESSAGE"),
    /** Billing order. */
    ORDER("ORDER"),
    /** Enterprise project. */
    ENTERPRISE_PROJECT("PROJECT"),
    /** Power action. */
    ACTION("ACTION"),
    /** New name of a desktop. */
    COMPUTER_NAME("RENAME"),
    /** The desktops themselves; also what belongs to no other field. */
    DESKTOPS("");

    private final String mark;

    FormField(String mark) {
        this.mark = mark;
    }

    /**
     * The field a violation speaks of, by its rule id and, for user names, by its first argument.
     *
     * @param violation such as {@code REBUILD-MESSAGE-LEN}
     * @return the field; {@link #DESKTOPS} when it names none
     */
    static FormField of(Violation violation) {
        String id = violation.rule();
        if (id.startsWith("USERNAME") || id.startsWith("USERDOMAIN")) {
            boolean name = id.startsWith("USERNAME");
            return switch (violation.arguments().isEmpty()
                    ? ""
                    : violation.arguments().getFirst()) {
                case "old" -> name ? OLD_NAME : OLD_DOMAIN;
                case "new" -> name ? NEW_NAME : NEW_DOMAIN;
                default -> DESKTOPS;
            };
        }
        for (FormField field : values()) {
            if (!field.mark.isEmpty() && id.contains(field.mark)) {
                return field;
            }
        }
        return DESKTOPS;
    }
}
