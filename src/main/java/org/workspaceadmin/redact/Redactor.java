package org.workspaceadmin.redact;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes secrets out of text before it is logged, shown, stored or reported: by the name in front of
 * them (api/iam-and-signing.md section 8), and by value for every secret it was told to remember,
 * in the plain, JSON-escaped, URL-encoded and Base64 form. Safe for use by many threads.
 */
public final class Redactor {
    /** What stands in place of a secret. */
    public static final String MASK = "•••";

    /** Shorter values would take ordinary words out of a text, so they are masked by name only. */
    public static final int SHORTEST_VALUE = 4;

    private static final Set<String> HEADERS =
            Set.of(
                    "authorization",
                    "proxy-authorization",
                    "x-auth-token",
                    "x-subject-token",
                    "x-security-token",
                    "cookie",
                    "set-cookie");

    private static final String FIELD_NAMES =
            "domain_password|adminpass|admin_password|old_password|new_password|password|passcode"
                    + "|secretkey|secret_key|secretaccesskey|secret_access_key|app_secret"
                    + "|client_secret|secret|securitytoken|security_token|access_token|cert_pem"
                    + "|cert_content|ldaps_certificate|private_key|keystore_password|sk";

    /** {@code "name": value} in JSON, also when that JSON is itself escaped inside a string. */
    private static final Pattern FIELD =
            Pattern.compile(
                    "(?<slash>\\\\*+)\"(?<name>"
                            + FIELD_NAMES
                            + ")\\k<slash>\"(?<gap>\\s*+:\\s*+)(?=[^\\s{])",
                    Pattern.CASE_INSENSITIVE);

    /** {@code name=value} or {@code name: value} in a form, a query or a sentence. */
    private static final Pattern ASSIGNMENT =
            Pattern.compile(
                    "(?<![A-Za-z0-9_\"\\\\-])(?<head>(?:"
                            + FIELD_NAMES
                            + ")\\s*[=:]\\s*)(?<value>[^\\s&,;\"'{}\\[\\]\\\\]+)",
                    Pattern.CASE_INSENSITIVE);

    /** {@code Header: value} up to the end of the line or the closing quote. */
    private static final Pattern HEADER_LINE =
            Pattern.compile(
                    "(?<![A-Za-z0-9-])(?<head>(?:proxy-authorization|authorization|x-auth-token"
                            + "|x-subject-token|x-security-token|set-cookie|cookie)"
                            + "[\"']?\\s*[:=]\\s*[\\[\"']*)(?<value>[^\\r\\n\"'\\]]+)",
                    Pattern.CASE_INSENSITIVE);

    private final List<char[]> needles = new CopyOnWriteArrayList<>();

    /**
     * From now on masks this value wherever it appears.
     *
     * @param secret a password, key or token; copied, the caller may wipe its array
     */
    public void remember(char[] secret) {
        if (secret.length < SHORTEST_VALUE) {
            return;
        }
        for (char[] form : SecretForms.of(secret)) {
            if (needles.stream().noneMatch(n -> Arrays.equals(n, form))) {
                needles.add(form);
            }
        }
        // A longer form goes first, so that no shorter one leaves its tail behind.
        needles.sort(Comparator.comparingInt((char[] n) -> n.length).reversed());
    }

    /**
     * Masks free text, JSON, or free text with JSON in it.
     *
     * @param text anything
     * @return the text without secrets
     */
    public String text(String text) {
        if (text.isEmpty()) {
            return text;
        }
        String masked = values(text);
        masked = fields(masked);
        masked = replace(HEADER_LINE, masked);
        return replace(ASSIGNMENT, masked);
    }

    /**
     * Masks a JSON body, complete or cut short.
     *
     * @param json JSON text
     * @return the text without secrets
     */
    public String json(String json) {
        return json.isEmpty() ? json : fields(values(json));
    }

    /**
     * Masks one header.
     *
     * @param name header name
     * @param value its value
     * @return what may be shown of the value
     */
    public String header(String name, String value) {
        return HEADERS.contains(name.toLowerCase(Locale.ROOT)) ? MASK : values(value);
    }

    /** Masks remembered values only, whatever stands around them. */
    public String values(String text) {
        StringBuilder out = null;
        for (char[] needle : needles) {
            String source = out == null ? text : out.toString();
            int at = indexOf(source, needle, 0);
            if (at < 0) {
                continue;
            }
            StringBuilder next = new StringBuilder(source.length());
            int from = 0;
            while (at >= 0) {
                next.append(source, from, at).append(MASK);
                from = at + needle.length;
                at = indexOf(source, needle, from);
            }
            out = next.append(source, from, source.length());
        }
        return out == null ? text : out.toString();
    }

    private static int indexOf(String text, char[] needle, int from) {
        int last = text.length() - needle.length;
        for (int i = text.indexOf(needle[0], from);
                i >= 0 && i <= last;
                i = text.indexOf(needle[0], i + 1)) {
            int k = 1;
            while (k < needle.length && text.charAt(i + k) == needle[k]) {
                k++;
            }
            if (k == needle.length) {
                return i;
            }
        }
        return -1;
    }

    private static String fields(String text) {
        Matcher matcher = FIELD.matcher(text);
        if (!matcher.find()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int from = 0;
        do {
            if (matcher.start() < from) {
                continue;
            }
            String quote = matcher.group("slash") + "\"";
            out.append(text, from, matcher.end()).append(quote).append(MASK).append(quote);
            from = JsonSpan.end(text, matcher.end(), matcher.group("slash").length());
        } while (matcher.find());
        return out.append(text, from, text.length()).toString();
    }

    private static String replace(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.replaceAll(m -> Matcher.quoteReplacement(m.group(1) + MASK));
    }
}
