package org.workspaceadmin.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.journal.Recorded;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.redact.Redactor;

/** Makes reports: gathers, takes secrets and names out, and lays out the files of the archive. */
public final class SupportReports {
    /** Most bytes of log that a report carries. */
    public static final int LOG_BYTES = 2 * 1024 * 1024;

    /** How far back failed requests go. */
    public static final Duration FAILURES_SINCE = Duration.ofDays(7);

    private static final int ENDED_OPERATIONS = 200;
    private static final int LARGEST_TEXT = 1024 * 1024;
    private static final int FORMAT = 1;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ReportSources sources;
    private final Redactor redactor;
    private final int logBytes;

    /**
     * Reports of a program.
     *
     * @param sources what it tells
     * @param redactor knows its secrets
     */
    public SupportReports(ReportSources sources, Redactor redactor) {
        this(sources, redactor, LOG_BYTES);
    }

    SupportReports(ReportSources sources, Redactor redactor, int logBytes) {
        this.sources = sources;
        this.redactor = redactor;
        this.logBytes = logBytes;
    }

    /**
     * Gathers a report; blocks, and ends when its thread is interrupted.
     *
     * @param choice what it should be like
     * @param words the user's language
     * @return the report, ready to be looked at and written
     * @throws java.util.concurrent.CancellationException when the thread was interrupted
     */
    public Report gather(ReportChoice choice, Wording words) {
        String log = log();
        List<Connection> connections = sources.connections();
        List<Recorded> operations = sources.operations(ENDED_OPERATIONS);
        Map<String, JsonNode> raw = sections(choice, connections, operations);

        Naming naming = new Naming();
        if (choice.withoutNames()) {
            naming.known(sources.users(), sources.desktops());
            naming.connections(connections);
            naming.operations(operations);
            naming.workstation();
            naming.text(redactor.text(log));
            raw.values().forEach(section -> naming.text(section.toString()));
        }
        Cleaning cleaning =
                new Cleaning(redactor, choice.withoutNames() ? naming.pseudonyms() : null);

        ObjectNode machine = head(choice, naming.pseudonyms().size());
        List<Report.Part> parts = new ArrayList<>();
        raw.forEach((kind, section) -> {
            JsonNode clean = cleaning.node(section);
            machine.set(kind, clean);
            if (!clean.isEmpty()) {
                String text = cleaning.gate(bounded(Outline.of(clean), words));
                parts.add(new Report.Part(kind + ".txt", kind, text));
            }
        });
        Interruption.check();
        if (!log.isEmpty()) {
            parts.add(new Report.Part("log.txt", "log", cleaning.text(log)));
        }
        parts.add(new Report.Part("report.json", "json", cleaning.gate(pretty(machine))));
        Report rest = new Report(choice.at(), parts);
        String readme = cleaning.gate(new Readme(words).text(rest, choice));
        parts.addFirst(new Report.Part("README.txt", "readme", readme));
        return new Report(choice.at(), parts);
    }

    private Map<String, JsonNode> sections(
            ReportChoice choice, List<Connection> connections, List<Recorded> operations) {
        Map<String, JsonNode> raw = new LinkedHashMap<>();
        Problem about = choice.about();
        if (about != null) {
            raw.put("problem", OperationSection.problem(about));
        }
        Instant since = choice.at().minus(FAILURES_SINCE);
        raw.put("program", Sections.program(sources.program(), choice.zone()));
        raw.put("settings", Sections.settings(sources.settings()));
        raw.put("connections", Sections.connections(connections));
        raw.put("network", Sections.fields(sources.network()));
        raw.put("connection-tests", Sections.tests(sources.tests()));
        raw.put("open-operations", OperationSection.open(operations));
        raw.put("failed-requests", OperationSection.failed(operations, since));
        raw.put("failures", Sections.failures(sources.failures()));
        return raw;
    }

    private String log() {
        try {
            return LogTail.read(sources.logs(), logBytes);
        } catch (IOException e) {
            return "the log could not be read: " + e + '\n';
        }
    }

    private static ObjectNode head(ReportChoice choice, int names) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("format", FORMAT);
        node.put("created", choice.at().toString());
        node.put("withoutNames", choice.withoutNames());
        node.put("namesReplaced", names);
        return node;
    }

    private static String bounded(String text, Wording words) {
        if (text.length() <= LARGEST_TEXT) {
            return text;
        }
        int line = text.lastIndexOf('\n', LARGEST_TEXT);
        String kept = text.substring(0, line < 0 ? LARGEST_TEXT : line + 1);
        return kept + words.say("report.cut") + '\n';
    }

    private static String pretty(JsonNode node) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node) + '\n';
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of values is always JSON", e);
        }
    }
}
