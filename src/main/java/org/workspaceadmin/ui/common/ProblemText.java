package org.workspaceadmin.ui.common;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.workspaceadmin.i18n.Messages;
import org.workspaceadmin.model.Field;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.ProblemException;

/**
 * A problem in words: what happened, what it means, what to do, and the facts for a support ticket.
 *
 * @param title what happened
 * @param meaning what it means
 * @param advice what to do
 * @param facts call, status, codes, request id, the service's own text; label and value
 */
public record ProblemText(String title, String meaning, String advice, List<Field> facts) {
    /** Copies the list. */
    public ProblemText {
        facts = List.copyOf(facts);
    }

    /**
     * Renders a problem. What the call says about its status speaks first, then a service code that
     * we know, then the general explanation of the kind.
     *
     * @param messages the language
     * @param problem what happened
     */
    public static ProblemText of(Messages messages, Problem problem) {
        String kind = "problem." + problem.kind().name();
        String precisely = precisely(problem);
        List<String> speakers = new ArrayList<>();
        if (!precisely.isEmpty()) {
            speakers.add(kind + "." + precisely);
        }
        speakers.add(serviceKey(problem.code()));
        if (problem.kind() == Problem.Kind.SERVER && !problem.outcomeUnknown()) {
            speakers.add(kind + ".told");
        }
        speakers.add(kind);
        return new ProblemText(
                text(messages, speakers, ".title"),
                text(messages, speakers, ".meaning"),
                text(messages, speakers, ".advice"),
                facts(messages, problem));
    }

    /**
     * What a service's code means.
     *
     * @param messages the language
     * @param code as sent, such as {@code WKS.00010032} or {@code APIG.0308}
     * @return our words for it, empty for a code we do not know
     */
    public static String meaningOf(Messages messages, String code) {
        String key = serviceKey(code) + ".meaning";
        return !code.isEmpty() && messages.has(key) ? messages.text(key) : "";
    }

    /**
     * The problem inside a failure of background work.
     *
     * @param failure what the work threw
     * @return its problem; a failure of ours becomes {@link Problem.Kind#INTERNAL}
     */
    public static Problem problemOf(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof ProblemException known) {
            return known.problem();
        }
        String message = cause.getMessage();
        return new Problem(
                Problem.Kind.INTERNAL,
                "",
                0,
                "",
                cause.getClass().getSimpleName() + (message == null ? "" : ": " + message),
                "",
                "",
                "",
                "",
                null,
                java.time.InstantSource.system().instant());
    }

    /** Everything as lines of text, for the clipboard. */
    public String copyText() {
        StringBuilder all = new StringBuilder();
        all.append(title).append('\n').append(meaning).append('\n').append(advice).append('\n');
        for (Field fact : facts) {
            all.append('\n').append(fact.path()).append(": ").append(fact.value());
        }
        return all.append('\n').toString();
    }

    private static String text(Messages messages, List<String> speakers, String part) {
        return speakers.stream()
                .map(speaker -> speaker + part)
                .filter(messages::has)
                .findFirst()
                .map(key -> messages.text(key))
                .orElseThrow();
    }

    /**
     * The end of a key for what a status means at this very call (the vendor's pages Rejoin, SIDs
     * and Apply), or for a gateway that answered in the service's place; empty for nothing special.
     */
    private static String precisely(Problem problem) {
        String call = problem.call();
        return switch (problem.kind()) {
            case BAD_REQUEST -> call.endsWith("/desktops/sids") ? "sids" : "";
            case NOT_QUALIFIED ->
                    call.endsWith("/desktops/sids")
                            ? "sids"
                            : call.endsWith("rejoin-domain") ? "rejoin" : "";
            case NOT_FOUND ->
                    call.startsWith("POST") && call.endsWith("/workspaces") ? "apply" : "";
            case SERVER ->
                    problem.httpStatus() > 501 && problem.outcomeUnknown() ? "unavailable" : "";
            default -> "";
        };
    }

    private static String serviceKey(String code) {
        if (code.isEmpty()) {
            return "";
        }
        // older pages and other sites write APIG for the same numbers (api/errors.md section 4)
        return "service." + (code.startsWith("APIG.") ? "APIGW." + code.substring(5) : code);
    }

    private static List<Field> facts(Messages messages, Problem problem) {
        List<Field> facts = new ArrayList<>();
        add(facts, messages, "call", problem.call());
        add(
                facts,
                messages,
                "status",
                problem.httpStatus() == 0 ? "" : String.valueOf(problem.httpStatus()));
        add(facts, messages, "code", problem.code());
        add(facts, messages, "message", problem.message());
        add(facts, messages, "detail", problem.detail());
        add(facts, messages, "requestId", problem.requestId());
        add(facts, messages, "authorization", problem.authorizationMessage());
        add(facts, messages, "raw", problem.raw());
        add(facts, messages, "at", messages.exact(problem.at(), ZoneId.systemDefault()));
        return facts;
    }

    private static void add(List<Field> facts, Messages messages, String name, String value) {
        if (!value.isEmpty()) {
            facts.add(new Field(messages.text("problem.fact." + name), value));
        }
    }
}
