package org.workspaceadmin.ui.common;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.workspaceadmin.fleet.health.DomainHealth;
import org.workspaceadmin.fleet.health.Finding;
import org.workspaceadmin.fleet.health.Forecast;
import org.workspaceadmin.fleet.health.Suggestion;

/** Why a desktop stands in its domain as it does, and what to do, in sentences; any thread. */
public final class HealthWords {
    private final Texts texts;
    private final ZoneId zone;

    /**
     * Words.
     *
     * @param texts the language
     * @param zone the operator's
     */
    public HealthWords(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
    }

    /** Why a finding was made. */
    public String cause(Finding finding) {
        List<String> arguments = finding.arguments();
        return switch (finding.cause()) {
            case SEVERAL_OBJECTS ->
                    texts.now(
                            "health.cause.SEVERAL_OBJECTS",
                            arguments.size(),
                            String.join("\n", arguments));
            case DIRECTORY_UNKNOWN -> problem(arguments, argument(arguments, 2));
            default -> sentence("health.cause." + finding.cause(), arguments);
        };
    }

    /** What to do about it, empty when nothing is to be done. */
    public String suggestion(DomainHealth health) {
        Suggestion suggestion = health.suggestion();
        return suggestion == Suggestion.NONE
                ? ""
                : texts.now(
                        "health.suggestion." + suggestion,
                        health.owner().isEmpty()
                                ? texts.now("health.somebodyElse")
                                : health.owner());
    }

    /** Why a rejoin will come to what the forecast says. */
    public String reason(Forecast.Reason reason) {
        List<String> arguments = reason.arguments();
        return switch (reason.code()) {
            case DUPLICATE ->
                    texts.now(
                            "health.reason.DUPLICATE",
                            arguments.size(),
                            String.join("\n", arguments));
            case DIRECTORY_UNKNOWN -> problem(arguments, "");
            case OWNER_BLOCKS_REUSE ->
                    texts.now(
                            "health.reason.OWNER_BLOCKS_REUSE",
                            argument(arguments, 0).isEmpty()
                                    ? texts.now("health.somebodyElse")
                                    : argument(arguments, 0));
            case OBJECT_CREATED ->
                    texts.now(
                            argument(arguments, 0).isEmpty()
                                    ? "health.reason.OBJECT_CREATED.usual"
                                    : "health.reason.OBJECT_CREATED",
                            argument(arguments, 0));
            case NOT_REJOINABLE ->
                    texts.now(
                            "health.reason.NOT_REJOINABLE",
                            argument(arguments, 1).isEmpty()
                                    ? argument(arguments, 0)
                                    : argument(arguments, 1));
            default -> sentence("health.reason." + reason.code(), arguments);
        };
    }

    private String problem(List<String> arguments, String controller) {
        String kind = argument(arguments, 0);
        return kind.isEmpty()
                ? texts.now("adAccess.unknown")
                : texts.now("adAccess.problem." + kind, controller);
    }

    private String sentence(String key, List<String> arguments) {
        List<Object> readable = new ArrayList<>();
        arguments.forEach(each -> readable.add(readable(each)));
        while (readable.size() < 3) {
            readable.add(""); // a place without an argument shows nothing instead of itself
        }
        return texts.now(key, readable.toArray());
    }

    /** Times come in ISO 8601 and are shown in the operator's zone. */
    private String readable(String argument) {
        if (argument.length() < 20 || !argument.endsWith("Z")) {
            return argument;
        }
        try {
            return texts.messages().exact(Instant.parse(argument), zone);
        } catch (DateTimeException e) {
            return argument; // a text that only ends like a time
        }
    }

    private static String argument(List<String> arguments, int at) {
        return arguments.size() > at ? arguments.get(at) : "";
    }
}
