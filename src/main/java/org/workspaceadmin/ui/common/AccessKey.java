package org.workspaceadmin.ui.common;

import java.util.Locale;

/**
 * Marks the letter of a text that leads to its control together with Alt. The letter is given once
 * and holds in every language: where the text does not have it, as in Chinese, it follows in
 * brackets, which is what readers of Chinese are used to.
 */
public final class AccessKey {
    private AccessKey() {}

    /**
     * Marks a letter as {@link javafx.scene.control.Labeled} with mnemonic parsing reads it.
     *
     * @param text without a mark; underscores in it stay underscores
     * @param letter A-Z
     * @return the text with the mark
     */
    public static String in(String text, char letter) {
        String plain = text.replace("_", "__");
        int at = plain.toUpperCase(Locale.ROOT).indexOf(Character.toUpperCase(letter));
        if (at < 0) {
            return plain + " (_" + Character.toUpperCase(letter) + ")";
        }
        return plain.substring(0, at) + '_' + plain.substring(at);
    }
}
