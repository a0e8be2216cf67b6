package org.workspaceadmin.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.WriteAnswer;
import org.workspaceadmin.model.WriteAnswer.TargetFailure;
import org.workspaceadmin.model.WriteKind;
import org.workspaceadmin.model.WriteRequest;

/**
 * Sends writes, each once, and says what is known afterwards.
 *
 * <p>Refused: the request never left, or the service or the gateway said no. A 5xx counts as no
 * only when {@link Problem#outcomeUnknown()} says so. Everything else is unanswered, also a 2xx
 * that carries both an error code and a job.
 */
final class WriteSender {
    private final Exchanges exchanges;

    /** Sends over a connection. */
    WriteSender(Exchanges exchanges) {
        this.exchanges = exchanges;
    }

    /** Sends one write. */
    WriteAnswer send(WriteRequest request) throws InterruptedException {
        Call call = Call.write(request.method(), name(request), request.path(), request.body());
        Exchanges.Sent sent = exchanges.once(call);
        Problem problem = sent.problem();
        if (problem != null) {
            return sent.unknown()
                    ? new WriteAnswer.Unanswered(problem)
                    : new WriteAnswer.Refused(problem, sent.left());
        }
        Reply reply = sent.reply();
        if (reply == null) {
            throw new IllegalStateException("an exchange ends with an answer or a problem");
        }
        return read(request.kind(), call.name(), reply);
    }

    private WriteAnswer read(WriteKind kind, String call, Reply reply) {
        String requestId = ErrorReader.requestId(reply);
        boolean bodyMeansNothing = kind == WriteKind.UPDATE_SIDS && reply.status() != 202;
        JsonNode json = Json.tryParse(reply);
        if (json == null) {
            return bodyMeansNothing
                    ? new WriteAnswer.Accepted(reply.status(), "", List.of(), requestId)
                    : new WriteAnswer.Unanswered(
                            ErrorReader.unreadable(call, reply, exchanges.now()));
        }
        String jobId = Json.text(json, "job_id");
        Problem hidden = ErrorReader.inSuccess(call, reply, json, exchanges.now());
        if (hidden != null) {
            return jobId.isEmpty()
                    ? new WriteAnswer.Refused(hidden)
                    : new WriteAnswer.Unanswered(hidden);
        }
        List<TargetFailure> failures =
                Json.list(json, "failed_operation_list", WriteSender::failure);
        return new WriteAnswer.Accepted(reply.status(), jobId, failures, requestId);
    }

    private static TargetFailure failure(JsonNode json) {
        return new TargetFailure(
                Json.text(json, "desktop_id"),
                Json.text(json, "desktop_name"),
                Json.text(json, "error_code"),
                Json.text(json, "error_msg"));
    }

    /** The call in words of the API: ids in the path become their variables again. */
    private String name(WriteRequest request) {
        String[] parts = request.path().split("/");
        if (parts.length > 2) {
            parts[2] = "{project_id}";
        }
        if (parts.length > 4) {
            switch (request.kind()) {
                case REJOIN, RENAME -> parts[4] = "{desktop_id}";
                case RETRY_JOB -> parts[4] = "{job_id}";
                default -> {
                    return request.method() + " " + String.join("/", parts);
                }
            }
        }
        return request.method() + " " + String.join("/", parts);
    }
}
