package org.workspaceadmin.ui.common;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.workspaceadmin.i18n.Messages;
import org.workspaceadmin.journal.JournalException;
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
    /** The rest of the service's text stands in the details. */
    private static final int LONGEST_OWN = 300;

    /** Copies the list. */
    public ProblemText {
        facts = List.copyOf(facts);
    }

    /**
     * Renders a problem. What was seen of it and what the call says about its status speak first,
     * then a code that we know, then the general explanation of the kind; each of the three parts
     * is taken from the first that has it.
     *
     * @param messages the language
     * @param problem what happened
     */
    public static ProblemText of(Messages messages, Problem problem) {
        Optional<Object[]> seen = EvidenceText.arguments(messages, problem);
        List<String> speakers = new Speakers(problem).inOrder();
        Words words =
                part -> {
                    String kind = Speakers.kind(problem) + Speakers.refined(problem) + ".seen";
                    return seen.isPresent() && messages.has(kind + part)
                            ? messages.text(kind + part, seen.get())
                            : text(messages, speakers, part);
                };
        return new ProblemText(
                words.of(".title"),
                withOwnText(messages, problem, words.of(".meaning")),
                words.of(".advice"),
                facts(messages, problem));
    }

    private interface Words {
        String of(String part);
    }

    /**
     * What a service's code means.
     *
     * @param messages the language
     * @param code as sent, such as {@code WKS.00010032} or {@code APIG.0308}
     * @return our words for it, empty for a code we do not know
     */
    public static String meaningOf(Messages messages, String code) {
        String key = Speakers.serviceKey(code) + ".meaning";
        return !code.isEmpty() && messages.has(key) ? messages.text(key) : "";
    }

    /**
     * What to do about a service's code.
     *
     * @param messages the language
     * @param code as sent
     * @return our advice, empty for a code we do not know
     */
    public static String adviceOf(Messages messages, String code) {
        String key = Speakers.serviceKey(code) + ".advice";
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
        if (cause instanceof JournalException journal) {
            return journal.problem(java.time.InstantSource.system().instant());
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
     * The service's own words belong to what it means where they name the field, the state or the
     * object, and where the code says nothing to us.
     */
    private static String withOwnText(Messages messages, Problem problem, String meaning) {
        String own = problem.message().strip();
        boolean telling =
                switch (problem.kind()) {
                    case BAD_REQUEST,
                            CONFLICT,
                            NOT_QUALIFIED,
                            REFUSED_WITH_SUCCESS_STATUS,
                            JOB_FAILED ->
                            true;
                    default ->
                            !problem.code().isEmpty()
                                    && meaningOf(messages, problem.code()).isEmpty();
                };
        if (own.isEmpty() || !telling) {
            return meaning;
        }
        String head = own.length() > LONGEST_OWN ? own.substring(0, LONGEST_OWN) + "…" : own;
        return problem.code().isEmpty()
                ? messages.text("problem.ownText.plain", meaning, head)
                : messages.text("problem.ownText", meaning, head, problem.code());
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
        for (String name : EvidenceText.NAMES) {
            add(facts, messages, name, EvidenceText.words(messages, problem.evidence(), name));
        }
        add(facts, messages, "at", messages.exact(problem.at(), ZoneId.systemDefault()));
        return facts;
    }

    private static void add(List<Field> facts, Messages messages, String name, String value) {
        if (!value.isEmpty()) {
            facts.add(new Field(messages.text("problem.fact." + name), value));
        }
    }
}
