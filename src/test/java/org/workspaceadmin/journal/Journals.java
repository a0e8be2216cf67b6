package org.workspaceadmin.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.workspaceadmin.model.Field;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.OperationKind;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.Target;
import org.workspaceadmin.model.TargetState;
import org.workspaceadmin.model.WriteKind;
import org.workspaceadmin.model.WriteRequest;

/** Rows for tests of the journal and of what shows it. */
public final class Journals {
    /** When everything in them happened. */
    public static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    private Journals() {}

    /** A rebuild of desktops by requests of a few each. */
    public static Recorded rebuild(String id, int requests, int each) {
        OperationRow row =
                new OperationRow(
                        id,
                        "c-1",
                        "Production",
                        "p",
                        Generation.V2,
                        OperationKind.REBUILD,
                        List.of(new Field("image_id", "img")),
                        "CHG-" + id,
                        "",
                        NOW,
                        null);
        List<RequestRow> asked = new ArrayList<>();
        List<TargetRow> targets = new ArrayList<>();
        for (int r = 0; r < requests; r++) {
            String body = "{\"desktop_ids\":[\"" + id + "-" + r + "\"],\"image_id\":\"img\"}";
            asked.add(
                    RequestRow.intended(
                            r,
                            new WriteRequest(
                                    WriteKind.REBUILD, "POST", "/v2/p/desktops/rebuild", body),
                            NOW));
            for (int t = 0; t < each; t++) {
                int seq = targets.size();
                targets.add(
                        new TargetRow(
                                seq,
                                r,
                                new TargetState(
                                        new Target(
                                                Target.Type.DESKTOP,
                                                id + "-d" + seq,
                                                "FIN-" + id + "-" + seq),
                                        Outcome.WAITING,
                                        null,
                                        "",
                                        null,
                                        null,
                                        "",
                                        "",
                                        false)));
            }
        }
        return new Recorded(row, asked, targets);
    }

    /** Writes an operation down, sends all its requests, has them accepted and ends it. */
    public static void carryOut(Journal journal, Recorded recorded) {
        String id = recorded.operation().id();
        journal.intend(recorded);
        for (RequestRow request : recorded.requests()) {
            RequestRow leaving = request.leaving(NOW.plusSeconds(1));
            journal.record(id, change(List.of(leaving), List.of(), null));
            journal.record(
                    id,
                    change(
                            List.of(
                                    leaving.accepted(
                                            200,
                                            "job-" + id + "-" + request.seq(),
                                            "req-" + id + "-" + request.seq(),
                                            NOW.plusSeconds(2))),
                            List.of(),
                            null));
        }
        journal.record(
                id,
                change(
                        List.of(),
                        recorded.targets().stream().map(Journals::succeeded).toList(),
                        NOW.plusSeconds(60)));
    }

    /** A change of requests and targets. */
    public static Change change(
            List<RequestRow> requests,
            List<TargetRow> targets,
            @org.jspecify.annotations.Nullable Instant ended) {
        return new Change(List.of(), requests, targets, ended);
    }

    private static TargetRow succeeded(TargetRow row) {
        return new TargetRow(
                row.seq(),
                row.request(),
                new TargetState(
                        row.state().target(),
                        Outcome.SUCCEEDED,
                        100,
                        "job",
                        NOW,
                        NOW.plusSeconds(50),
                        "",
                        "",
                        false));
    }

    /** Does something to the file as somebody with another program would. */
    public static void tamper(Path file, String... sql) throws SQLException {
        try (Connection raw = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = raw.createStatement()) {
            for (String each : sql) {
                statement.execute(each);
            }
        }
    }
}
