package org.workspaceadmin.simulator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is sent back.
 *
 * @param status HTTP status
 * @param headers headers beyond the usual ones
 * @param body JSON, or empty
 */
public record Answer(int status, Map<String, String> headers, Bytes body) {

    /**
     * An answer without body.
     *
     * @param status HTTP status
     * @return the answer
     */
    public static Answer empty(int status) {
        return new Answer(status, Map.of(), Bytes.NONE);
    }

    /**
     * An answer with JSON.
     *
     * @param status HTTP status
     * @param body what to say
     * @return the answer
     */
    public static Answer json(int status, JsonNode body) {
        try {
            return bytes(status, Json.MAPPER.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer cannot be written", e);
        }
    }

    /**
     * An answer with JSON that is written already.
     *
     * @param status HTTP status
     * @param body JSON
     * @return the answer
     */
    public static Answer bytes(int status, byte[] body) {
        return new Answer(status, Map.of(), new Bytes(body));
    }

    /**
     * An accepted job.
     *
     * @param status 200 or 202
     * @param jobId its id
     * @return the answer
     */
    public static Answer job(int status, String jobId) {
        return json(status, Json.object().put("job_id", jobId));
    }

    /**
     * A failure in the flat shape of Workspace and of the gateway.
     *
     * @param status HTTP status
     * @param code error code
     * @param message text
     * @param requestId set by the gateway, null from Workspace
     * @return the answer
     */
    public static Answer failure(
            int status, String code, String message, @Nullable String requestId) {
        ObjectNode body = Json.object().put("error_code", code).put("error_msg", message);
        if (requestId != null) {
            body.put("request_id", requestId);
        }
        return json(status, body);
    }

    /**
     * The same answer with one more header.
     *
     * @param name header name
     * @param value its value
     * @return the answer
     */
    public Answer with(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Answer(status, Map.copyOf(more), body);
    }
}
