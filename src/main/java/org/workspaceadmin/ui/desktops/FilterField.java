package org.workspaceadmin.ui.desktops;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a {@code field:value} term of the filter line can name. */
enum FilterField {
    NAME,
    USER,
    STATUS,
    TASK,
    LOGIN,
    DOMAIN,
    OS,
    IMAGE,
    IP,
    OU,
    POOL,
    TYPE,
    TAG,
    ID,
    CREATED;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The field as typed, in every language. */
    String word() {
        return word;
    }

    /** The field of a word, ignoring case; null when there is none. */
    static @Nullable FilterField of(String word) {
        for (FilterField field : values()) {
            if (field.word.equalsIgnoreCase(word)) {
                return field;
            }
        }
        return null;
    }
}
