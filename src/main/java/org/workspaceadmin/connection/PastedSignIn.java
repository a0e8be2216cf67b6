package org.workspaceadmin.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Secret;

/**
 * A sign-in found in a text that an operator pasted: IAM's answer with temporary keys
 * (api/iam-and-signing.md section 3), lines that set variables in any shell, or the file that the
 * console lets one save for a new key. Closing it wipes the secrets.
 *
 * @param accessKey access key id, empty for a password
 * @param secretKey secret key, empty for a password
 * @param token security token, empty for a permanent key or a password
 * @param expires when a temporary key ends, null when the text does not say
 * @param account account name, empty for keys
 * @param user IAM user name, empty for keys
 * @param userId IAM user id, empty when the text does not say
 * @param password password, empty for keys or when the text does not say
 */
public record PastedSignIn(
        String accessKey,
        Secret secretKey,
        Secret token,
        @Nullable Instant expires,
        String account,
        String user,
        String userId,
        Secret password)
        implements AutoCloseable {
    /** Longer texts are something else; the longest token has 40,000 characters. */
    private static final int LONGEST = 100_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * {@code export NAME="value"}, {@code set NAME=value}, {@code $env:NAME = 'value'}, options.
     */
    private static final Pattern ASSIGNMENT =
            Pattern.compile(
                    "(?:^|[\\s;])(?:\\$[Ee][Nn][Vv]:|--)?\"?([A-Za-z][A-Za-z0-9_.-]*)"
                            + "[ \\t]*=[ \\t]*(?:\"([^\"\\r\\n]*)\"|'([^'\\r\\n]*)'|([^\\s;\"']+))");

    private static final List<String> BEFORE_NAMES =
            List.of("huaweicloudsdk", "huaweicloud", "hwc", "hw", "os", "cli", "x");

    private enum Part {
        ACCESS,
        SECRET,
        TOKEN,
        EXPIRES,
        ACCOUNT,
        USER,
        USER_ID,
        PASSWORD;

        /** How tools name it, without case, punctuation and {@link #BEFORE_NAMES}. */
        private List<String> names() {
            return switch (this) {
                case ACCESS -> List.of("access", "accesskey", "accesskeyid", "ak");
                case SECRET -> List.of("secret", "secretkey", "secretaccesskey", "sk");
                case TOKEN -> List.of("securitytoken", "sessiontoken");
                case EXPIRES -> List.of("expiresat", "expiration", "expires");
                case ACCOUNT -> List.of("domainname", "accountname", "userdomainname", "iamdomain");
                case USER -> List.of("username", "iamuser");
                case USER_ID -> List.of("userid", "iamuserid");
                case PASSWORD -> List.of("password", "iampassword");
            };
        }
    }

    /**
     * Reads a text.
     *
     * @param text as pasted
     * @return what it says, empty unless it holds a whole key pair, or a user with account or
     *     password; the caller closes it
     */
    public static Optional<PastedSignIn> read(String text) {
        String trimmed = text.strip().replace("\uFEFF", "");
        if (trimmed.length() > LONGEST) {
            return Optional.empty();
        }
        Map<String, String> found = new HashMap<>();
        if (trimmed.startsWith("{")) {
            fromJson(trimmed, found);
        } else if (!fromTable(trimmed, found)) {
            fromAssignments(trimmed, found);
        }
        return of(found);
    }

    /** What kind of sign-in it is. */
    public SignInKind kind() {
        if (accessKey.isEmpty()) {
            return SignInKind.PASSWORD;
        }
        return token.isEmpty() ? SignInKind.ACCESS_KEY : SignInKind.TEMPORARY_KEY;
    }

    @Override
    public void close() {
        secretKey.close();
        token.close();
        password.close();
    }

    private static Optional<PastedSignIn> of(Map<String, String> found) {
        String access = part(found, Part.ACCESS);
        String secret = part(found, Part.SECRET);
        boolean keys = !access.isEmpty() && !secret.isEmpty();
        String user = part(found, Part.USER);
        String account = part(found, Part.ACCOUNT);
        String password = part(found, Part.PASSWORD);
        if (!keys && (user.isEmpty() || (account.isEmpty() && password.isEmpty()))) {
            return Optional.empty();
        }
        return Optional.of(
                new PastedSignIn(
                        keys ? access : "",
                        Secret.of(keys ? secret : ""),
                        Secret.of(keys ? part(found, Part.TOKEN) : ""),
                        instant(part(found, Part.EXPIRES)),
                        keys ? "" : account,
                        keys ? "" : user,
                        keys ? "" : part(found, Part.USER_ID),
                        Secret.of(keys ? "" : password)));
    }

    private static String part(Map<String, String> found, Part part) {
        return part.names().stream()
                .map(name -> found.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static void fromJson(String text, Map<String, String> found) {
        try {
            collect(JSON.readTree(text), found);
        } catch (JsonProcessingException e) {
            found.clear(); // half a text: as good as none
        }
    }

    private static void collect(JsonNode node, Map<String, String> found) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (field.getValue().isObject()) {
                collect(field.getValue(), found);
            } else if (field.getValue().isTextual()) {
                found.putIfAbsent(plain(field.getKey()), field.getValue().textValue().strip());
            }
        }
    }

    private static void fromAssignments(String text, Map<String, String> found) {
        Matcher each = ASSIGNMENT.matcher(text);
        while (each.find()) {
            String value = "";
            for (int group = 2; group <= 4; group++) {
                value = each.group(group) == null ? value : each.group(group);
            }
            found.put(plain(each.group(1)), value.strip());
        }
    }

    /** A line of names and a line of values, as the console saves a new key. */
    private static boolean fromTable(String text, Map<String, String> found) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        if (lines.size() < 2) {
            return false;
        }
        List<String> names = cells(lines.get(0)).stream().map(PastedSignIn::plain).toList();
        if (Part.ACCESS.names().stream().noneMatch(names::contains)
                || Part.SECRET.names().stream().noneMatch(names::contains)) {
            return false;
        }
        List<String> values = cells(lines.get(1));
        for (int i = 0; i < Math.min(names.size(), values.size()); i++) {
            found.put(names.get(i), values.get(i));
        }
        return true;
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("[,;\\t]", -1))
                .map(cell -> cell.strip().replaceAll("^\"|\"$", "").strip())
                .toList();
    }

    /** A name without case, punctuation and the prefixes that tools put before it. */
    private static String plain(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        for (String before : BEFORE_NAMES) {
            if (plain.startsWith(before) && plain.length() > before.length()) {
                return plain.substring(before.length());
            }
        }
        return plain;
    }

    private static @Nullable Instant instant(String text) {
        try {
            return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null; // the operator is asked instead
        }
    }
}
