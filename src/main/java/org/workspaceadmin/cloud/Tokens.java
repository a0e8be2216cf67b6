package org.workspaceadmin.cloud;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The tolerance of {@link Json} for values that are read while they pass by. Each method takes the
 * value the parser stands on and leaves it on the value's last token.
 */
final class Tokens {
    private Tokens() {}

    /** Something that reads one value. */
    @FunctionalInterface
    interface Reader {
        void read(JsonParser parser) throws IOException;
    }

    /** Something that reads the value of a field. */
    @FunctionalInterface
    interface FieldReader {
        void read(String field, JsonParser parser) throws IOException;
    }

    /** A text; empty for null and for what is no plain value. */
    static String text(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        if (token.isStructStart()) {
            parser.skipChildren();
            return "";
        }
        return token == JsonToken.VALUE_NULL ? "" : parser.getText();
    }

    /** A text that many desktops have in common; creates no object when it was seen before. */
    static String shared(JsonParser parser, StringPool pool) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_STRING && parser.hasTextCharacters()
                ? pool.share(
                        parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength())
                : pool.share(text(parser));
    }

    /** A whole number, also from text; null when none. */
    static @Nullable Integer integer(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                && parser.getNumberType() == JsonParser.NumberType.INT) {
            return parser.getIntValue();
        }
        return Json.integer(text(parser));
    }

    /** A truth value, also from text and number. */
    static boolean bool(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> Json.bool(text(parser));
        };
    }

    /** Every entry of a list; a single value stands for a list of one, null for an empty one. */
    static void each(JsonParser parser, Reader reader) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            if (parser.currentToken() != JsonToken.VALUE_NULL) {
                reader.read(parser);
            }
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == null) {
                throw new IOException("the list has no end");
            }
            if (parser.currentToken() != JsonToken.VALUE_NULL) {
                reader.read(parser);
            }
        }
    }

    /** Every field of an object; anything else is passed over. */
    static void fields(JsonParser parser, FieldReader reader) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            reader.read(field, parser);
        }
        if (parser.currentToken() != JsonToken.END_OBJECT) {
            throw new IOException("the object has no end");
        }
    }
}
