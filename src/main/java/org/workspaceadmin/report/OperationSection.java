package org.workspaceadmin.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.journal.OperationRow;
import org.workspaceadmin.journal.Recorded;
import org.workspaceadmin.journal.RequestRow;
import org.workspaceadmin.journal.RequestState;
import org.workspaceadmin.journal.TargetRow;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.TargetState;

/** Operations, requests and targets of the journal as a report shows them. */
final class OperationSection {
    private static final int MOST_OPERATIONS = 50;
    private static final int MOST_REQUESTS = 50;
    private static final int MOST_TARGETS = 100;
    private static final int LONGEST_BODY = 2000;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private OperationSection() {}

    /** Every operation that is not ended, with all that is known of it. */
    static ArrayNode open(List<Recorded> operations) {
        return list(
                operations.stream().filter(r -> r.operation().ended() == null).toList(),
                request -> true,
                target -> true);
    }

    /**
     * What failed in ended operations.
     *
     * @param since older ones are left out
     */
    static ArrayNode failed(List<Recorded> operations, Instant since) {
        return list(
                operations.stream()
                        .filter(r -> r.operation().ended() != null)
                        .filter(r -> !r.operation().created().isBefore(since))
                        .filter(r ->
                                r.requests().stream().anyMatch(OperationSection::failed)
                                        || r.targets().stream().anyMatch(OperationSection::failed))
                        .toList(),
                OperationSection::failed,
                OperationSection::failed);
    }

    private static boolean failed(RequestRow row) {
        return row.problem() != null
                || row.state() == RequestState.REFUSED
                || row.state() == RequestState.UNANSWERED
                || row.state() == RequestState.UNSENT;
    }

    private static boolean failed(TargetRow row) {
        return row.state().outcome() == Outcome.FAILED || row.state().outcome() == Outcome.UNKNOWN;
    }

    /** The newest ones first: they are looked at first, and the oldest are left out. */
    private static ArrayNode list(
            List<Recorded> operations,
            Predicate<RequestRow> requests,
            Predicate<TargetRow> targets) {
        ArrayNode all = JSON.arrayNode();
        for (Recorded recorded : operations.reversed()) {
            Interruption.check();
            if (all.size() == MOST_OPERATIONS) {
                leftOut(all, operations.size() - MOST_OPERATIONS);
                break;
            }
            ObjectNode node = operation(recorded.operation());
            ArrayNode sent = JSON.arrayNode();
            List<RequestRow> left = recorded.requests().stream().filter(requests).toList();
            left.stream().limit(MOST_REQUESTS).forEach(row -> sent.add(request(row)));
            leftOut(sent, left.size() - MOST_REQUESTS);
            ArrayNode about = JSON.arrayNode();
            List<TargetRow> chosen = recorded.targets().stream().filter(targets).toList();
            chosen.stream().limit(MOST_TARGETS).forEach(row -> about.add(target(row)));
            leftOut(about, chosen.size() - MOST_TARGETS);
            node.put("targetCount", recorded.targets().size());
            put(node, "requests", sent);
            put(node, "targets", about);
            all.add(node);
        }
        return all;
    }

    private static void leftOut(ArrayNode list, int count) {
        if (count > 0) {
            list.addObject().put("leftOut", count);
        }
    }

    private static ObjectNode operation(OperationRow row) {
        ObjectNode node = JSON.objectNode();
        node.put("operation", row.id());
        node.put("kind", row.kind().name());
        node.put("connection", row.connectionName());
        node.put("project", row.projectId());
        node.put("generation", row.generation().name());
        time(node, "created", row.created());
        time(node, "ended", row.ended());
        text(node, "retryOf", row.retryOf());
        text(node, "reason", row.reason());
        if (!row.parameters().isEmpty()) {
            ObjectNode parameters = node.putObject("parameters");
            row.parameters().forEach(p -> parameters.put(p.path(), p.value()));
        }
        return node;
    }

    private static ObjectNode request(RequestRow row) {
        ObjectNode node = JSON.objectNode();
        node.put("number", row.seq());
        node.put("call", row.request().method() + ' ' + row.request().path());
        node.put("state", row.state().name());
        if (row.httpStatus() > 0) {
            node.put("httpStatus", row.httpStatus());
        }
        text(node, "requestId", row.requestId());
        text(node, "job", row.jobId());
        time(node, "intended", row.intended());
        time(node, "sent", row.sent());
        time(node, "answered", row.answered());
        Problem problem = row.problem();
        if (problem != null) {
            node.set("problem", problem(problem));
        }
        String body = row.request().body();
        text(
                node,
                "body",
                body.length() > LONGEST_BODY ? body.substring(0, LONGEST_BODY) + "…" : body);
        return node;
    }

    private static ObjectNode target(TargetRow row) {
        TargetState state = row.state();
        ObjectNode node = JSON.objectNode();
        node.put("type", state.target().type().name());
        node.put("name", state.target().name());
        node.put("id", state.target().id());
        node.put("outcome", state.outcome().name());
        Integer progress = state.progress();
        if (progress != null) {
            node.put("progress", progress);
        }
        node.put("request", row.request());
        text(node, "job", state.jobId());
        text(node, "code", state.code());
        text(node, "message", state.message());
        time(node, "begin", state.begin());
        time(node, "end", state.end());
        return node;
    }

    /** A problem with everything it carries. */
    static ObjectNode problem(Problem problem) {
        ObjectNode node = JSON.objectNode();
        node.put("kind", problem.kind().name());
        text(node, "call", problem.call());
        if (problem.httpStatus() > 0) {
            node.put("httpStatus", problem.httpStatus());
        }
        text(node, "code", problem.code());
        text(node, "message", problem.message());
        text(node, "detail", problem.detail());
        text(node, "requestId", problem.requestId());
        text(node, "encodedAuthorizationMessage", problem.authorizationMessage());
        text(node, "raw", problem.raw());
        time(node, "at", problem.at());
        if (!problem.evidence().isEmpty()) {
            ObjectNode evidence = node.putObject("evidence");
            problem.evidence().forEach(evidence::put);
        }
        return node;
    }

    private static void put(ObjectNode node, String name, ArrayNode list) {
        if (!list.isEmpty()) {
            node.set(name, list);
        }
    }

    private static void text(ObjectNode node, String name, String value) {
        if (!value.isEmpty()) {
            node.put(name, value);
        }
    }

    private static void time(ObjectNode node, String name, @Nullable Instant value) {
        if (value != null) {
            node.put(name, value.toString());
        }
    }
}
