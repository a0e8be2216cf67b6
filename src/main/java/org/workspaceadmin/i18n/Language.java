package org.workspaceadmin.i18n;

import java.util.Locale;

/** A language the program speaks. Every key exists in every language. */
public enum Language {
    /** English; also what a missing text falls back to. */
    ENGLISH(Locale.ENGLISH, "English"),
    /** Simplified Chinese. */
    CHINESE(Locale.SIMPLIFIED_CHINESE, "简体中文");

    private final Locale locale;
    private final String ownName;

    Language(Locale locale, String ownName) {
        this.locale = locale;
        this.ownName = ownName;
    }

    /** The locale that numbers and plurals follow. */
    public Locale locale() {
        return locale;
    }

    /** The language's name in itself, the only text that needs no translation. */
    public String ownName() {
        return ownName;
    }

    /**
     * The language for a machine's locale.
     *
     * @param locale usually the system's
     * @return Chinese for every Chinese locale, else English
     */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? CHINESE : ENGLISH;
    }
}
