package org.workspaceadmin.simulator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The last requests, for whoever tests a client: what came, what went back, and whether the client
 * waited for it.
 */
public final class RequestLog {
    private static final int LIMIT = 10_000;
    private static final int LONGEST_BODY = 20_000;
    private static final Pattern SECRETS =
            Pattern.compile(
                    "(\"(?:domain_password|password|passcode|secret|securitytoken|app_secret|cert_pem|ldaps_certificate)\""
                            + "\\s*:\\s*\")(?:[^\"\\\\]|\\\\.)*\"");

    private final Deque<Entry> entries = new ArrayDeque<>();

    private record Entry(
            Incoming request,
            int status,
            @Nullable String jobId,
            boolean processed,
            boolean gone,
            @Nullable String fault) {}

    /**
     * Notes a request that ended.
     *
     * @param request as it came in
     * @param answer what went back, or null when nothing did
     * @param processed whether it took effect
     * @param gone whether the client went away before the answer
     * @param fault what disturbed it, or null
     */
    synchronized void add(
            Incoming request,
            @Nullable Answer answer,
            boolean processed,
            boolean gone,
            @Nullable String fault) {
        entries.addLast(
                new Entry(
                        request,
                        answer == null ? 0 : answer.status(),
                        answer == null ? null : job(answer),
                        processed,
                        gone,
                        fault));
        if (entries.size() > LIMIT) {
            entries.removeFirst();
        }
    }

    /**
     * What came.
     *
     * @param since only numbers above this one
     * @return a JSON array in the order the requests ended
     */
    public synchronized ArrayNode list(long since) {
        ArrayNode list = Json.array();
        for (Entry entry : entries) {
            Incoming request = entry.request;
            if (request.number() > since) {
                ObjectNode node = list.addObject();
                node.put("number", request.number())
                        .put("time", request.at().toString())
                        .put("method", request.method())
                        .put("path", request.path())
                        .put("query", request.query())
                        .put("status", entry.status)
                        .put("processed", entry.processed)
                        .put("client_gone", entry.gone);
                if (request.body().size() > 0) {
                    String text = SECRETS.matcher(request.body().text()).replaceAll("$1***\"");
                    node.put("body", text.substring(0, Math.min(text.length(), LONGEST_BODY)));
                }
                if (entry.jobId != null) {
                    node.put("job_id", entry.jobId);
                }
                if (entry.fault != null) {
                    node.put("fault", entry.fault);
                }
            }
        }
        return list;
    }

    private static @Nullable String job(Answer answer) {
        if (answer.status() > 202 || answer.body().size() == 0 || answer.body().size() > 400) {
            return null;
        }
        try {
            JsonNode id = Json.MAPPER.readTree(answer.body().array()).path("job_id");
            return id.isTextual() ? id.textValue() : null;
        } catch (JsonProcessingException notJson) {
            return null;
        } catch (IOException unreadable) {
            return null;
        }
    }
}
