package org.workspaceadmin.cloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tolerant reading of answers: null and missing are empty, a number may come as text and the other
 * way round, one object may stand where a list is meant, and both date formats are understood.
 */
final class Json {
    static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** The body as a tree, a missing node when there is none, null when it is no JSON. */
    static @Nullable JsonNode tryParse(Reply reply) {
        if (reply.isEmpty()) {
            return MissingNode.getInstance();
        }
        try {
            return MAPPER.readTree(reply.body());
        } catch (IOException e) {
            return null;
        }
    }

    /** A text as a tree, a missing node when it is no JSON. */
    static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** A field as text; empty when missing or null, JSON text when it is no plain value. */
    static String text(JsonNode node, String field) {
        return text(node.path(field));
    }

    /** A value as text. */
    static String text(JsonNode value) {
        if (value.isTextual()) {
            return value.textValue();
        }
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }

    /** The first of several fields that is not empty. */
    static String firstText(JsonNode node, String... fields) {
        for (String field : fields) {
            String value = text(node, field);
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    /** A whole number, also from text such as {@code 42} or {@code 42%}; null when none. */
    static @Nullable Integer integer(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isNumber()) {
            return value.intValue();
        }
        return integer(text(value));
    }

    /** A whole number out of a text; null when there is none. */
    static @Nullable Integer integer(String raw) {
        String text = raw.strip();
        if (text.endsWith("%")) {
            text = text.substring(0, text.length() - 1).strip();
        }
        if (text.isEmpty()) {
            return null;
        }
        try {
            return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, toLong(text)));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static long toLong(String text) {
        int dot = text.indexOf('.');
        return Long.parseLong(dot < 0 ? text : text.substring(0, dot));
    }

    /** A whole number, or another one when there is none. */
    static int integer(JsonNode node, String field, int otherwise) {
        Integer value = integer(node, field);
        return value == null ? otherwise : value;
    }

    /** A truth value; {@code true}, {@code 1}, {@code yes} and {@code on} in any case count. */
    static boolean bool(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        return bool(text(value));
    }

    /** Whether a text says yes. */
    static boolean bool(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes", "on" -> true;
            default -> false;
        };
    }

    /** A moment in UTC from {@code yyyy-MM-dd HH:mm:ss} or ISO 8601; null when none. */
    static @Nullable Instant instant(JsonNode node, String field) {
        return instant(text(node, field));
    }

    /** A moment in UTC from text or milliseconds; null when it is neither. */
    static @Nullable Instant instant(String raw) {
        String text = raw.strip();
        if (text.length() < 10) {
            return null;
        }
        try {
            if (isPlain(text)) {
                return plain(text);
            }
            if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return text.length() > 11
                        ? Instant.ofEpochMilli(Long.parseLong(text))
                        : Instant.ofEpochSecond(Long.parseLong(text));
            }
            String iso = text.length() == 10 ? text + "T00:00:00" : text.replace(' ', 'T');
            if (iso.endsWith("Z") || iso.indexOf('+') > 0 || iso.lastIndexOf('-') > 10) {
                return OffsetDateTime.parse(withColon(iso)).toInstant();
            }
            return LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    /** The two usual forms, which a page of a fleet holds hundreds of. */
    private static boolean isPlain(String text) {
        int n = text.length();
        char between = n < 19 ? 'x' : text.charAt(10);
        return (n == 19 || (n == 20 && text.charAt(19) == 'Z'))
                && (between == ' ' || between == 'T')
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
    }

    private static Instant plain(String text) {
        LocalDateTime time =
                LocalDateTime.of(
                        Integer.parseInt(text, 0, 4, 10),
                        Integer.parseInt(text, 5, 7, 10),
                        Integer.parseInt(text, 8, 10, 10),
                        Integer.parseInt(text, 11, 13, 10),
                        Integer.parseInt(text, 14, 16, 10),
                        Integer.parseInt(text, 17, 19, 10));
        return time.toInstant(ZoneOffset.UTC);
    }

    /** {@code +0800} as {@code +08:00}. */
    private static String withColon(String iso) {
        int n = iso.length();
        boolean bare =
                n > 5
                        && (iso.charAt(n - 5) == '+' || iso.charAt(n - 5) == '-')
                        && iso.indexOf(':', n - 5) < 0
                        && iso.indexOf('T') < n - 5;
        return bare ? iso.substring(0, n - 2) + ":" + iso.substring(n - 2) : iso;
    }

    /** The entries of a list; one object stands for a list of one, nothing for an empty one. */
    static <T> List<T> list(JsonNode node, String field, Function<JsonNode, T> read) {
        JsonNode value = node.path(field);
        List<T> result = new ArrayList<>();
        if (value.isArray()) {
            for (JsonNode entry : value) {
                if (!entry.isNull()) {
                    result.add(read.apply(entry));
                }
            }
        } else if (!value.isMissingNode() && !value.isNull()) {
            result.add(read.apply(value));
        }
        return result;
    }

    /** The texts of a list, empty ones left out. */
    static List<String> texts(JsonNode node, String field) {
        List<String> texts = list(node, field, Json::text);
        texts.removeIf(String::isEmpty);
        return texts;
    }
}
