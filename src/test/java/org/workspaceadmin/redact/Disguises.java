package org.workspaceadmin.redact;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A secret as other programs write it, made independently of the redactor: every way in which one
 * could slip through.
 */
public final class Disguises {
    private Disguises() {}

    /**
     * Texts that hold a secret, by the name of what was done to it. Each has ordinary text around.
     *
     * @param secret any text
     */
    public static Map<String, String> of(String secret) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("plain", "a " + secret + " b");
        all.put("json", "{\"x\":\"" + json(secret, false, false) + "\"}");
        all.put(
                "json slashes",
                "{\"x\":\"" + json(secret, false, false).replace("/", "\\/") + "\"}");
        all.put("json ascii", "{\"x\":\"" + json(secret, true, false) + "\"}");
        all.put("json upper hex", "{\"x\":\"" + json(secret, true, true) + "\"}");
        all.put("json twice", "{\"x\":\"" + json(json(secret, false, false), false, false) + "\"}");
        all.put("json ascii twice", json(json(secret, true, false), false, false));
        String form = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        all.put("form", "a=1&x=" + form + "&b=2");
        all.put("form lower hex", "a=1&x=" + lowerHex(form) + "&b=2");
        String percent = form.replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
        all.put("percent", "/p?x=" + percent);
        all.put("percent lower hex", "/p?x=" + lowerHex(percent));
        all.put("percent everything", "/p?x=" + everyByte(secret));
        all.put("percent of json", "/p?x=%22" + encode(json(secret, false, false)) + "%22");
        all.put("percent in json", "{\"u\":\"" + json("/p?x=" + percent, false, false) + "\"}");
        for (String before : new String[] {"", "u:", "us:", "user:", "a long user name:"}) {
            byte[] bytes = (before + secret).getBytes(StandardCharsets.UTF_8);
            String after = Base64.getEncoder().encodeToString(bytes);
            all.put("basic " + before.length() % 3 + " " + before, "Basic " + after);
            all.put(
                    "base64 url " + before,
                    Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + ".x");
            byte[] inside =
                    (before + secret + "\u0001\u0002 more").getBytes(StandardCharsets.UTF_8);
            all.put("base64 inside " + before, Base64.getEncoder().encodeToString(inside));
            all.put("base64 mime " + before, Base64.getMimeEncoder().encodeToString(inside));
        }
        String body = "{\"x\":\"" + json(secret, false, false) + "\"}";
        all.put(
                "base64 of json",
                Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8)));
        int half = secret.offsetByCodePoints(0, secret.codePointCount(0, secret.length()) / 2);
        all.put("wrapped", "a " + secret.substring(0, half) + "\n    " + secret.substring(half));
        all.put("wrapped crlf", secret.substring(0, half) + "\r\n" + secret.substring(half));
        return all;
    }

    private static String json(String text, boolean asciiOnly, boolean upper) {
        StringBuilder out = new StringBuilder();
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20 || (asciiOnly && (c > 0x7e || "<>&'=+".indexOf(c) >= 0))) {
                        String hex = String.format(Locale.ROOT, "%04x", (int) c);
                        out.append("\\u").append(upper ? hex.toUpperCase(Locale.ROOT) : hex);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String everyByte(String text) {
        StringBuilder out = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            out.append(String.format(Locale.ROOT, "%%%02X", b & 0xff));
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
