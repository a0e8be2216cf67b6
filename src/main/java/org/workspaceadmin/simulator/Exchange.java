package org.workspaceadmin.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP exchange, after it ended.
 *
 * @param number its place in the order of arrival, from 1
 * @param at when the request came
 * @param method HTTP method
 * @param path path as sent
 * @param rawQuery query as sent, or null
 * @param requestHeaders by name in lower case
 * @param requestBody the bytes sent as UTF-8 text, empty without a body
 * @param status HTTP status, 0 when a fault kept the service from answering
 * @param responseHeaders by name as sent
 * @param responseBody what was answered as UTF-8 text, empty without a body
 * @param injected whether a fault changed the answer or its delivery
 */
public record Exchange(
        long number,
        Instant at,
        String method,
        String path,
        @Nullable String rawQuery,
        Map<String, List<String>> requestHeaders,
        String requestBody,
        int status,
        Map<String, List<String>> responseHeaders,
        String responseBody,
        boolean injected) {

    /**
     * The request body as it was on the wire.
     *
     * @return a new array
     */
    public byte[] requestBytes() {
        return requestBody.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The first value of a request header.
     *
     * @param name in lower case
     * @return its value, or null
     */
    public @Nullable String requestHeader(String name) {
        List<String> values = requestHeaders.get(name);
        return values == null || values.isEmpty() ? null : values.getFirst();
    }
}
