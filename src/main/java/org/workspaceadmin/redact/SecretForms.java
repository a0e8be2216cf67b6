package org.workspaceadmin.redact;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words to look for when a secret is to be found. Escapes and percent codes need no words of
 * their own, since the text is decoded instead ({@link View}).
 */
final class SecretForms {
    private SecretForms() {}

    /**
     * The secret itself, without white space, and in Base64 at each of the three positions it can
     * have inside a longer encoded text, in both alphabets; what is encoded may be the secret as
     * UTF-8, as Latin 1, or escaped for JSON as part of a body.
     */
    static List<char[]> of(char[] secret) {
        String plain = new String(secret);
        Set<String> words = new LinkedHashSet<>();
        words.add(plain);
        words.add(View.plain(plain).squeezed().text());
        base64(words, plain, StandardCharsets.UTF_8);
        base64(words, json(plain), StandardCharsets.UTF_8);
        if (StandardCharsets.ISO_8859_1.newEncoder().canEncode(plain)) {
            base64(words, plain, StandardCharsets.ISO_8859_1);
        }
        List<char[]> result = new ArrayList<>();
        for (String word : words) {
            if (word.length() >= Redactor.SHORTEST_VALUE) {
                result.add(word.toCharArray());
            }
        }
        return result;
    }

    private static void base64(Set<String> words, String text, Charset charset) {
        byte[] bytes = text.getBytes(charset);
        for (int shift = 0; shift < 3; shift++) {
            String core = base64Core(bytes, shift);
            words.add(core);
            words.add(core.replace('+', '-').replace('/', '_'));
        }
    }

    /** The characters of the Base64 text that depend on the secret alone, at one of 3 offsets. */
    private static String base64Core(byte[] bytes, int shift) {
        byte[] shifted = new byte[bytes.length + shift];
        System.arraycopy(bytes, 0, shifted, shift, bytes.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int start = shift == 0 ? 0 : shift + 1;
        int end = shifted.length % 3 == 0 ? encoded.length() : encoded.length() - 1;
        return start < end ? encoded.substring(start, end) : "";
    }

    private static String json(String text) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20) {
                        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.toString();
    }
}
