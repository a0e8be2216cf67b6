package org.workspaceadmin.connection;

import java.util.List;

/** The settings a computer's administrator may give or lock. */
public enum SettingKey {
    /** The window's colours. */
    THEME("theme"),
    /** The language. */
    LANGUAGE("language"),
    /** How often lists are read again. */
    REFRESH("refreshSeconds"),
    /** Where the proxy comes from, its address and its exceptions; not who signs in there. */
    PROXY("proxy"),
    /** The file with more authorities to trust. */
    EXTRA_CA("extraCa");

    private final String word;

    SettingKey(String word) {
        this.word = word;
    }

    /** Its name in the administrator file. */
    public String word() {
        return word;
    }

    /** The fields of the settings file it stands for, as JSON pointers. */
    List<String> paths() {
        return switch (this) {
            case THEME, LANGUAGE, REFRESH -> List.of("/" + word);
            case PROXY ->
                    List.of("/network/proxy", "/network/host", "/network/port", "/network/noProxy");
            case EXTRA_CA -> List.of("/network/pem");
        };
    }
}
