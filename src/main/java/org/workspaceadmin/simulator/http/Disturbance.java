package org.workspaceadmin.simulator.http;

import java.nio.charset.StandardCharsets;
import org.workspaceadmin.simulator.world.World;

/** The answers that faults put in place of the real ones. */
final class Disturbance {
    private Disturbance() {}

    static Answer replace(
            Fault fault, Answer real, Incoming request, String requestId, World world) {
        return switch (fault.kind()) {
            case STATUS -> status(fault, requestId);
            case THROTTLE ->
                    Answer.failure(
                                    429,
                                    "APIGW.0308",
                                    "The throttling threshold has been reached: policy user over ratelimit",
                                    requestId)
                            .with("Retry-After", "1");
            case DENY -> Denial.answer(fault, request, requestId, world);
            case TRUNCATE ->
                    real.status() == 0
                            ? Answer.json(200, Json.object().put("total_count", 0))
                            : real;
            case RESET, STALL, DELAY -> real;
        };
    }

    private static Answer status(Fault fault, String requestId) {
        String body = fault.body();
        if (body == null) {
            return Answer.failure(fault.status(), "APIGW.0201", "Backend unavailable", requestId);
        }
        Answer answer = Answer.bytes(fault.status(), body.getBytes(StandardCharsets.UTF_8));
        return body.startsWith("<") ? answer.with("Content-Type", "text/html") : answer;
    }
}
