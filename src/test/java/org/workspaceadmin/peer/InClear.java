package org.workspaceadmin.peer;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks for a password in bytes, in each form that anybody can read back. */
public final class InClear {
    private InClear() {}

    /**
     * Looks.
     *
     * @param secret what must not be there, at least six characters
     * @return the forms it was found in; empty is good
     */
    public static List<String> find(String secret, List<byte[]> streams) {
        List<String> found = new ArrayList<>();
        forms(secret)
                .forEach((name, form) -> {
                    if (streams.stream().anyMatch(bytes -> contains(bytes, form))) {
                        found.add(name);
                    }
                });
        return found;
    }

    private static Map<String, byte[]> forms(String secret) {
        Map<String, byte[]> forms = new LinkedHashMap<>();
        for (Charset charset :
                List.of(
                        StandardCharsets.UTF_8,
                        StandardCharsets.UTF_16LE,
                        StandardCharsets.UTF_16BE)) {
            byte[] plain = secret.getBytes(charset);
            forms.put(charset + " plain", plain);
            String hex = HexFormat.of().formatHex(plain);
            forms.put(charset + " hex", hex.getBytes(StandardCharsets.US_ASCII));
            forms.put(
                    charset + " HEX",
                    hex.toUpperCase(java.util.Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
            for (int before = 0; before < 3; before++) {
                forms.put(charset + " Base64 at " + before, base64(plain, before));
            }
        }
        return forms;
    }

    /** What does not depend on the bytes before and behind. */
    private static byte[] base64(byte[] plain, int before) {
        byte[] shifted = new byte[before + plain.length];
        System.arraycopy(plain, 0, shifted, before, plain.length);
        int from = before == 0 ? 0 : before + 1;
        int whole = shifted.length / 3 * 4;
        String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        return text.substring(from, whole).getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean contains(byte[] bytes, byte[] form) {
        for (int i = 0; i + form.length <= bytes.length; i++) {
            int same = 0;
            while (same < form.length && bytes[i + same] == form[same]) {
                same++;
            }
            if (same == form.length) {
                return true;
            }
        }
        return false;
    }
}
