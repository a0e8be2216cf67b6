package org.workspaceadmin.connection.probe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Project;

/**
 * What a connection test found: plain data without secrets, for the screen and for the support
 * report.
 *
 * @param began when it began
 * @param took how long it took
 * @param steps every step, in order
 * @param projects the projects to choose from when the project is open; else none
 * @param project the project that was found or confirmed, null when none was
 * @param clockOffset the service's clock minus this machine's, null when it was not told
 * @param lockedUntil until when the service refuses the key, null when it does not
 */
public record ProbeReport(
        Instant began,
        Duration took,
        List<ProbeStep> steps,
        List<Project> projects,
        @Nullable Project project,
        @Nullable Duration clockOffset,
        @Nullable Instant lockedUntil) {
    /** Copies the lists. */
    public ProbeReport {
        steps = List.copyOf(steps);
        projects = List.copyOf(projects);
    }

    /** The worst that was seen: FAILED, WARNED, else PASSED. */
    public StepState outcome() {
        for (StepState bad : new StepState[] {StepState.FAILED, StepState.WARNED}) {
            if (steps.stream().anyMatch(step -> step.state() == bad)) {
                return bad;
            }
        }
        return StepState.PASSED;
    }

    /** One of the steps. */
    public ProbeStep step(StepKind kind) {
        return steps.stream()
                .filter(step -> step.kind() == kind)
                .findFirst()
                .orElseGet(() -> ProbeStep.waiting(kind));
    }

    /** Everything as lines of codes and values, one step after the other. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("began: " + began);
        for (ProbeStep step : steps) {
            lines.add(line(step));
            step.facts().forEach(fact -> lines.add("  " + fact.line()));
            Problem problem = step.problem();
            if (problem != null) {
                lines.add(
                        "  problem: "
                                + String.join(
                                                " ",
                                                problem.kind().name(),
                                                problem.call(),
                                                problem.httpStatus() == 0
                                                        ? ""
                                                        : Integer.toString(problem.httpStatus()),
                                                problem.code(),
                                                problem.message(),
                                                problem.requestId())
                                        .replaceAll(" +", " ")
                                        .strip());
                problem.evidence().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .forEach(e -> lines.add("    " + e.getKey() + ": " + e.getValue()));
            }
        }
        return lines;
    }

    /** Everything as JSON. */
    public ObjectNode json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("began", began.toString());
        root.put("tookMillis", took.toMillis());
        root.put("outcome", code(outcome()));
        if (clockOffset != null) {
            root.put("clockOffset", clockOffset.toString());
        }
        if (lockedUntil != null) {
            root.put("lockedUntil", lockedUntil.toString());
        }
        ArrayNode list = root.putArray("steps");
        for (ProbeStep step : steps) {
            write(step, list.addObject());
        }
        return root;
    }

    private static void write(ProbeStep step, ObjectNode node) {
        node.put("step", code(step.kind())).put("state", code(step.state()));
        Duration took = step.took();
        if (took != null) {
            node.put("millis", took.toMillis());
        }
        if (!step.verdict().code().isEmpty()) {
            node.put("verdict", step.verdict().code());
            ArrayNode arguments = node.putArray("arguments");
            step.verdict().arguments().forEach(value -> arguments.add(value.plain()));
        }
        StepKind because = step.because();
        if (because != null) {
            node.put("because", code(because));
        }
        if (!step.facts().isEmpty()) {
            ArrayNode facts = node.putArray("facts");
            for (Fact fact : step.facts()) {
                ObjectNode entry = facts.addObject().put("label", fact.label());
                if (!fact.about().isEmpty()) {
                    entry.put("about", fact.about());
                }
                entry.put("value", fact.value().plain());
            }
        }
        Problem problem = step.problem();
        if (problem != null) {
            ObjectNode entry = node.putObject("problem");
            entry.put("kind", problem.kind().name())
                    .put("call", problem.call())
                    .put("status", problem.httpStatus())
                    .put("code", problem.code())
                    .put("message", problem.message())
                    .put("requestId", problem.requestId());
            ObjectNode evidence = entry.putObject("evidence");
            problem.evidence().forEach(evidence::put);
        }
    }

    private static String line(ProbeStep step) {
        StringBuilder line = new StringBuilder(code(step.kind())).append(": ");
        line.append(code(step.state()));
        if (!step.verdict().code().isEmpty()) {
            line.append(", ").append(step.verdict().code());
            step.verdict().arguments().forEach(value -> line.append(' ').append(value.plain()));
        }
        StepKind because = step.because();
        if (because != null) {
            line.append(" because of ").append(code(because));
        }
        Duration took = step.took();
        if (took != null) {
            line.append(" (").append(took.toMillis()).append(" ms)");
        }
        return line.toString();
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Only how it ended: what was seen is told by {@link #lines()} on purpose. */
    @Override
    public String toString() {
        return "ProbeReport[" + began + ", " + outcome() + "]";
    }
}
