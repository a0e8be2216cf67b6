package org.workspaceadmin.connection;

import java.util.List;

/** The settings a computer's administrator may give or lock. */
public enum SettingKey {
    /** The window's colours. */
    THEME("theme", "/theme"),
    /** The language. */
    LANGUAGE("language", "/language"),
    /** How often lists are read again. */
    REFRESH("refreshSeconds", "/refreshSeconds"),
    /** Where the proxy comes from, its address and its exceptions; not who signs in there. */
    PROXY("proxy", "/network/proxy", "/network/host", "/network/port", "/network/noProxy"),
    /** The file with more authorities to trust. */
    EXTRA_CA("extraCa", "/network/pem");

    private final String word;
    private final List<String> paths;

    SettingKey(String word, String... paths) {
        this.word = word;
        this.paths = List.of(paths);
    }

    /** Its name in the administrator file. */
    public String word() {
        return word;
    }

    /** The fields of the settings file it stands for, as JSON pointers. */
    List<String> paths() {
        return paths;
    }
}
