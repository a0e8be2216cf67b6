package org.workspaceadmin.ui.jobs;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.journal.HistoryPage;
import org.workspaceadmin.journal.HistoryQuery;
import org.workspaceadmin.journal.HistoryRow;
import org.workspaceadmin.journal.OperationRow;
import org.workspaceadmin.journal.Recorded;
import org.workspaceadmin.journal.TargetRow;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.TargetState;

/**
 * Writes what a search found to a file, one line per target: comma-separated values (RFC 4180, with
 * a byte order mark) or JSON lines. Reads page by page, so that a year of operations needs no more
 * memory than one. Blocks.
 */
final class HistoryExport {
    private static final int PAGE = 200;

    /** How a file is written. */
    enum Form {
        /** Comma-separated values, safe to open in a spreadsheet. */
        CSV,
        /** One JSON object a line. */
        JSON_LINES;

        /** The ending of the file's name. */
        String ending() {
            return this == CSV ? "csv" : "jsonl";
        }

        /** The form of a file, by its name. */
        static Form of(Path file) {
            String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
            return name.endsWith(".jsonl") || name.endsWith(".json") ? JSON_LINES : CSV;
        }
    }

    private final JobHistory history;
    private final Function<OperationState, String> sentence;

    HistoryExport(JobHistory history, Function<OperationState, String> sentence) {
        this.history = history;
        this.sentence = sentence;
    }

    /**
     * Writes everything that fits a search.
     *
     * @param query which operations
     * @param file where; replaced if it is there
     * @return how many targets were written
     * @throws IOException when the file cannot be written
     */
    int write(HistoryQuery query, Path file) throws IOException {
        Form form = Form.of(file);
        int written = 0;
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            if (form == Form.CSV) {
                out.write('\uFEFF');
            }
            boolean first = true;
            String before = "";
            do {
                HistoryPage page = history.page(query, before, PAGE).await();
                for (HistoryRow row : page.rows()) {
                    Optional<Recorded> found = history.read(row.operation().id()).await();
                    if (found.isEmpty()) {
                        continue;
                    }
                    String what = sentence.apply(Recollection.of(found.get()));
                    for (TargetRow target : found.get().targets()) {
                        Map<String, String> line = line(found.get().operation(), what, target);
                        if (form == Form.CSV && first) {
                            out.write(csv(line.keySet()));
                        }
                        first = false;
                        out.write(form == Form.CSV ? csv(line.values()) : json(line));
                        written++;
                    }
                }
                before = page.before();
            } while (!before.isEmpty());
        }
        return written;
    }

    private static Map<String, String> line(OperationRow row, String what, TargetRow target) {
        TargetState state = target.state();
        Map<String, String> line = new LinkedHashMap<>();
        line.put("operation", row.id());
        line.put("created", time(row.created()));
        line.put("ended", time(row.ended()));
        line.put("connection", row.connectionName());
        line.put("project", row.projectId());
        line.put("kind", row.kind().name());
        line.put("what", what);
        line.put("reason", row.reason());
        line.put("retry_of", row.retryOf());
        line.put("target_type", state.target().type().name());
        line.put("target_id", state.target().id());
        line.put("target_name", state.target().name());
        line.put("outcome", state.outcome().name());
        line.put("code", state.code());
        line.put("message", state.message());
        line.put("job_id", state.jobId());
        line.put("begin", time(state.begin()));
        line.put("end", time(state.end()));
        return line;
    }

    private static String time(@Nullable Instant time) {
        return time == null ? "" : time.toString();
    }

    private static String csv(Iterable<String> cells) {
        StringBuilder line = new StringBuilder();
        for (String cell : cells) {
            line.append(line.isEmpty() ? "" : ",").append(cell(cell));
        }
        return line.append("\r\n").toString();
    }

    /** A cell a spreadsheet would take for a formula is led by an apostrophe. */
    private static String cell(String value) {
        String safe = value;
        if (!value.isEmpty()
                && "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20".indexOf(value.charAt(0)) >= 0) {
            safe = "'" + value;
        }
        boolean quote = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return quote ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static String json(Map<String, String> line) {
        return line.entrySet().stream()
                        .map(e -> quoted(e.getKey()) + ":" + quoted(e.getValue()))
                        .collect(Collectors.joining(",", "{", "}"))
                + "\n";
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < 0x20 || Character.isSurrogate(c) || c == 0x7f) {
                        quoted.append("\\u").append("%04x".formatted((int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
