package org.workspaceadmin.simulator.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came in.
 *
 * @param number its place in the log, from 1
 * @param at when it came
 * @param method HTTP method
 * @param path path as sent
 * @param query query as sent, or null
 * @param headers by name in lower case
 * @param body the bytes sent
 */
public record Incoming(
        long number,
        Instant at,
        String method,
        String path,
        @Nullable String query,
        Map<String, List<String>> headers,
        Bytes body) {

    /**
     * The first value of a header.
     *
     * @param name in lower case
     * @return the value, or null
     */
    public @Nullable String header(String name) {
        List<String> values = headers.get(name);
        return values == null || values.isEmpty() ? null : values.getFirst();
    }

    /**
     * The query taken apart.
     *
     * @return name and value, decoded, in the order sent
     */
    public List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        if (query != null) {
            for (String part : query.split("&", -1)) {
                if (!part.isEmpty()) {
                    int equals = part.indexOf('=');
                    pairs.add(
                            equals < 0
                                    ? new Pair(decode(part), "")
                                    : new Pair(
                                            decode(part.substring(0, equals)),
                                            decode(part.substring(equals + 1))));
                }
            }
        }
        return pairs;
    }

    /**
     * Undoes percent-encoding of a query part.
     *
     * @param text as sent
     * @return decoded; a malformed part stays as it is
     */
    static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }

    /**
     * One query parameter.
     *
     * @param name decoded
     * @param value decoded
     */
    public record Pair(String name, String value) {}
}
