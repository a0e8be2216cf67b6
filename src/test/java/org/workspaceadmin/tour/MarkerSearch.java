package org.workspaceadmin.tour;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Looks for secrets in everything that lies in a folder: as they are, escaped, encoded, and inside
 * archives. Knows nothing of the program's own masking.
 */
final class MarkerSearch {
    private final Map<String, String> needles = new LinkedHashMap<>();
    private final Map<String, Pattern> numbers = new LinkedHashMap<>();

    /**
     * Looks for these.
     *
     * @param markers secrets by the name to tell them by; at least 6 characters each
     */
    MarkerSearch(Map<String, String> markers) {
        markers.forEach((name, secret) -> {
            if (secret.length() < 6) {
                throw new IllegalArgumentException(name + " is too short to be told from chance");
            }
            if (secret.length() < 10 && secret.chars().allMatch(c -> c >= '0' && c <= '9')) {
                // six digits in a row are part of many an id and time
                numbers.put(
                        name, Pattern.compile("(?<![0-9A-Fa-f.])" + secret + "(?![0-9A-Fa-f])"));
            } else {
                forms(secret).forEach((how, form) -> needles.put(name + " (" + how + ")", form));
            }
        });
    }

    /** Every way a secret is looked for, as bytes in Latin 1 text. */
    static Map<String, String> forms(String secret) {
        Map<String, String> forms = new LinkedHashMap<>();
        byte[] utf8 = secret.getBytes(StandardCharsets.UTF_8);
        forms.put("plain", latin(utf8));
        forms.put("utf-16 le", latin(secret.getBytes(StandardCharsets.UTF_16LE)));
        forms.put("utf-16 be", latin(secret.getBytes(StandardCharsets.UTF_16BE)));
        forms.put("hex", HexFormat.of().formatHex(utf8));
        forms.put("upper hex", HexFormat.of().withUpperCase().formatHex(utf8));
        String json = secret.replace("\\", "\\\\").replace("\"", "\\\"");
        forms.put("json", latin(json));
        forms.put("json slashes", latin(json.replace("/", "\\/")));
        forms.put("json twice", latin(json.replace("\\", "\\\\").replace("\"", "\\\"")));
        forms.put("json ascii", escaped(json));
        String url = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        forms.put("form", url);
        forms.put("percent", url.replace("+", "%20").replace("*", "%2A").replace("%7E", "~"));
        forms.put("form lower hex", lower(url));
        forms.put("percent lower hex", lower(url.replace("+", "%20")));
        for (int shift = 0; shift < 3; shift++) {
            String core = core(utf8, shift);
            forms.put("base64 at " + shift, core);
            forms.put("base64 url at " + shift, core.replace('+', '-').replace('/', '_'));
            forms.put(
                    "base64 of json at " + shift,
                    core(json.getBytes(StandardCharsets.UTF_8), shift));
        }
        return forms;
    }

    /**
     * Searches.
     *
     * @param folder everything below it
     * @return one line for each hit: the file and what was found; never the secret
     */
    List<String> hits(Path folder) throws IOException {
        List<String> hits = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> tree = Files.walk(folder)) {
            files = tree.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            search(folder.relativize(file).toString(), Files.readAllBytes(file), hits);
        }
        return hits;
    }

    /** Searches in one text or file. */
    void search(String name, byte[] content, List<String> hits) throws IOException {
        String text = latin(content);
        needles.forEach((how, form) -> {
            if (text.contains(form)) {
                hits.add(name + ": " + how);
            }
        });
        boolean picture = text.startsWith("\u0089PNG");
        String wide = text.replace("\0", "");
        numbers.forEach((how, pattern) -> {
            if (!picture && (pattern.matcher(text).find() || pattern.matcher(wide).find())) {
                hits.add(name + ": " + how);
            }
        });
        if (text.startsWith("PK\u0003\u0004")) {
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
                for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                    search(name + "!" + e.getName(), zip.readAllBytes(), hits);
                }
            }
        }
    }

    private static String core(byte[] bytes, int shift) {
        byte[] shifted = new byte[bytes.length + shift];
        System.arraycopy(bytes, 0, shifted, shift, bytes.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int end = shifted.length % 3 == 0 ? encoded.length() : encoded.length() - 1;
        return encoded.substring(shift == 0 ? 0 : shift + 1, end);
    }

    private static String escaped(String json) {
        StringBuilder out = new StringBuilder();
        for (char c : json.toCharArray()) {
            if (c > 126 || "<>&'=+".indexOf(c) >= 0) {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static String lower(String url) {
        StringBuilder out = new StringBuilder(url);
        for (int i = url.indexOf('%'); i >= 0; i = url.indexOf('%', i + 1)) {
            out.setCharAt(i + 1, Character.toLowerCase(url.charAt(i + 1)));
            out.setCharAt(i + 2, Character.toLowerCase(url.charAt(i + 2)));
        }
        return out.toString();
    }

    private static String latin(String text) {
        return latin(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
