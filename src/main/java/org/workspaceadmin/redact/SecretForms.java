package org.workspaceadmin.redact;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The shapes in which one secret can appear in a text. */
final class SecretForms {
    private SecretForms() {}

    /**
     * All forms of a secret: as it is, escaped for JSON (once and twice), URL-encoded, Base64 at
     * each of the three positions it can have inside a longer encoded text.
     */
    static List<char[]> of(char[] secret) {
        String plain = new String(secret);
        Set<String> forms = new LinkedHashSet<>();
        forms.add(plain);
        String json = json(plain, false);
        forms.add(json);
        forms.add(json.replace("/", "\\/"));
        forms.add(json(plain, true));
        forms.add(json(plain, true).toUpperCase(Locale.ROOT).replace("\\U", "\\u"));
        forms.add(json(json, false));
        String form = URLEncoder.encode(plain, StandardCharsets.UTF_8);
        String percent = form.replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
        forms.add(form);
        forms.add(percent);
        forms.add(lowerHex(form));
        forms.add(lowerHex(percent));
        byte[] bytes = plain.getBytes(StandardCharsets.UTF_8);
        for (int shift = 0; shift < 3; shift++) {
            String core = base64Core(bytes, shift);
            if (core.length() >= Redactor.SHORTEST_VALUE) {
                forms.add(core);
                forms.add(core.replace('+', '-').replace('/', '_'));
            }
        }
        List<char[]> result = new ArrayList<>();
        for (String f : forms) {
            if (f.length() >= Redactor.SHORTEST_VALUE) {
                result.add(f.toCharArray());
            }
        }
        return result;
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

    private static String json(String text, boolean asciiOnly) {
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
                    boolean html = "<>&'=".indexOf(c) >= 0;
                    if (c < 0x20 || (asciiOnly && (c > 0x7e || html))) {
                        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.toString();
    }

    private static String lowerHex(String encoded) {
        StringBuilder out = new StringBuilder(encoded);
        for (int i = 0; i + 2 < out.length(); i++) {
            if (out.charAt(i) == '%') {
                out.setCharAt(i + 1, Character.toLowerCase(out.charAt(i + 1)));
                out.setCharAt(i + 2, Character.toLowerCase(out.charAt(i + 2)));
            }
        }
        return out.toString();
    }
}
