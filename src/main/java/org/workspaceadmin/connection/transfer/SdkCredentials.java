package org.workspaceadmin.connection.transfer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.workspaceadmin.connection.transfer.FileText.Refused;
import org.workspaceadmin.connection.transfer.Found.Note;
import org.workspaceadmin.connection.transfer.Unreadable.Reason;
import org.workspaceadmin.model.Secret;

/**
 * Reads the credentials file of the vendor's SDKs: sections {@code [basic]} for regional and {@code
 * [global]} for global services, with {@code ak}, {@code sk}, {@code security_token}, {@code
 * project_id}, {@code domain_id}, {@code iam_endpoint}, or {@code idp_id} and {@code id_token_file}
 * (user manuals of the SDKs, "Profile"). Other sections are read alike. The file names no region.
 */
final class SdkCredentials {
    private final char[] text;
    private final Origin origin;
    private final Map<String, Clues> sections = new LinkedHashMap<>();

    private SdkCredentials(char[] text, Origin origin) {
        this.text = text;
        this.origin = origin;
    }

    /**
     * Reads a file's text.
     *
     * @throws Refused when it has no section
     */
    static List<Found> read(FileText file, String where) throws Refused {
        return new SdkCredentials(file.characters(), new Origin(Origin.Kind.SDK_FILE, where))
                .read();
    }

    private List<Found> read() throws Refused {
        Clues section = null;
        for (int start = 0; start < text.length; ) {
            int end = start;
            while (end < text.length && text[end] != '\n' && text[end] != '\r') {
                end++;
            }
            int from = skipBlanks(start, end);
            int to = trimBlanks(from, end);
            if (from < to && text[from] == '[' && text[to - 1] == ']') {
                section = section(text(from + 1, to - 1));
            } else if (from < to && text[from] != '#' && text[from] != ';' && section != null) {
                entry(section, from, to);
            }
            start = end + 1;
        }
        if (sections.isEmpty()) {
            throw new Refused(Reason.NOT_UNDERSTOOD);
        }
        return found();
    }

    private Clues section(String name) {
        return sections.computeIfAbsent(name.strip(), n -> new Clues());
    }

    private void entry(Clues clues, int from, int to) {
        int sign = from;
        while (sign < to && text[sign] != '=' && text[sign] != ':') {
            sign++;
        }
        if (sign == to) {
            return;
        }
        int valueFrom = skipBlanks(sign + 1, to);
        int valueTo = to;
        if (valueTo - valueFrom >= 2 && isQuoted(valueFrom, valueTo)) {
            valueFrom++;
            valueTo--;
        }
        String key = text(from, sign).strip().toLowerCase(Locale.ROOT);
        switch (key) {
            case "ak" -> clues.accessKey = text(valueFrom, valueTo);
            case "sk" -> clues.secretKey = secret(clues.secretKey, valueFrom, valueTo);
            case "security_token" -> clues.token = secret(clues.token, valueFrom, valueTo);
            case "project_id" -> clues.projectId = text(valueFrom, valueTo);
            case "iam_endpoint" -> clues.iam = text(valueFrom, valueTo);
            case "region", "region_id" -> clues.region = text(valueFrom, valueTo);
            case "idp_id", "id_token_file" -> clues.notes.add(Note.OTHER_SIGN_IN);
            default -> {
                // domain_id names the account, which a key does not need; the rest is not ours.
            }
        }
    }

    private List<Found> found() {
        List<Found> found = new ArrayList<>();
        sections.forEach((name, clues) -> {
            boolean useful = clues.namesSomebody() && found.stream().noneMatch(f -> same(f, clues));
            if (useful) {
                boolean named = !name.equalsIgnoreCase("basic") && !name.equalsIgnoreCase("global");
                clues.name = named ? name : "";
                found.add(clues.found(origin, name));
            } else {
                clues.wipe();
            }
        });
        return found;
    }

    /** {@code [global]} usually repeats the key of {@code [basic]}. */
    private static boolean same(Found other, Clues clues) {
        return other.accessKey().equals(clues.accessKey)
                && (clues.projectId.isEmpty() || clues.projectId.equals(other.projectId()));
    }

    private boolean isQuoted(int from, int to) {
        char first = text[from];
        return (first == '"' || first == '\'') && text[to - 1] == first;
    }

    private int skipBlanks(int from, int to) {
        int at = from;
        while (at < to && Character.isWhitespace(text[at])) {
            at++;
        }
        return at;
    }

    private int trimBlanks(int from, int to) {
        int at = to;
        while (at > from && Character.isWhitespace(text[at - 1])) {
            at--;
        }
        return at;
    }

    private String text(int from, int to) {
        return new String(text, from, Math.max(0, to - from));
    }

    private Secret secret(Secret before, int from, int to) {
        before.close();
        char[] copy = Arrays.copyOfRange(text, from, Math.max(from, to));
        try {
            return Secret.of(copy);
        } finally {
            Arrays.fill(copy, '\0');
        }
    }
}
