package org.workspaceadmin.ui.operation;

import java.util.List;
import java.util.Locale;

/** The fields of all dialogs, so that a broken rule can be shown where it was broken. */
public enum FormField {
    /** Current user name. */
    OLD_NAME("OLD-NAME"),
    /** Its domain. */
    OLD_DOMAIN("OLD-DOMAIN"),
    /** New user name. */
    NEW_NAME("NEW-NAME"),
    /** Its domain. */
    NEW_DOMAIN("NEW-DOMAIN"),
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
    /** The desktops themselves; also what belongs to no other field. */
    DESKTOPS("");

    private final String mark;

    FormField(String mark) {
        this.mark = mark;
    }

    /**
     * The field a rule speaks of.
     *
     * @param rule a rule id such as {@code REBUILD-MESSAGE-LEN}
     * @return the field; {@link #DESKTOPS} when the id names none
     */
    static FormField of(String rule) {
        String id = rule.toUpperCase(Locale.ROOT);
        return List.of(values()).stream()
                .filter(f -> id.contains(f.mark))
                .findFirst()
                .orElse(DESKTOPS);
    }
}
