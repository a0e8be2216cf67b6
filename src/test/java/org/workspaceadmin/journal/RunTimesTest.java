package org.workspaceadmin.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.OperationKind;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.Target;
import org.workspaceadmin.model.TargetState;
import org.workspaceadmin.model.WriteKind;
import org.workspaceadmin.model.WriteRequest;

class RunTimesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    @TempDir Path folder;

    private Journal journal;

    @BeforeEach
    void open() {
        journal =
                Journal.open(
                        folder.resolve("journal.db"),
                        UnaryOperator.identity(),
                        InstantSource.fixed(NOW));
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void tellsHowLongOperationsOfAKindTookFromLeavingToTheEnd() {
        write("1", OperationKind.REBUILD, 10, NOW.plusSeconds(600), Outcome.SUCCEEDED, "");
        write("2", OperationKind.REBUILD, 2, NOW.plusSeconds(300), Outcome.SUCCEEDED, "");
        write("3", OperationKind.POWER, 5, NOW.plusSeconds(20), Outcome.SUCCEEDED, "");
        write("4", OperationKind.REBUILD, 3, null, Outcome.RUNNING, "");

        RunTimes times = journal.runTimes(OperationKind.REBUILD, 10);

        assertThat(times.runs())
                .containsExactly(
                        new RunTimes.Run(2, Duration.ofSeconds(295)),
                        new RunTimes.Run(10, Duration.ofSeconds(595)));
        assertThat(times.targets()).hasSize(12).containsOnly(Duration.ofSeconds(120));
        assertThat(journal.runTimes(OperationKind.REBUILD, 1).runs()).hasSize(1);
        assertThat(journal.runTimes(OperationKind.RENAME, 10)).isEqualTo(RunTimes.NONE);
    }

    @Test
    void leavesOutWhatTheServiceDidNotBringToItsEnd() {
        Instant later = NOW.plusSeconds(86_400);
        write("1", OperationKind.REBUILD, 2, later, Outcome.SUCCEEDED, "wa.settled.done");
        write("2", OperationKind.REBUILD, 2, later, Outcome.FAILED, "WKS.1");
        write("3", OperationKind.REBUILD, 2, later, Outcome.SKIPPED, "wa.dropped");

        assertThat(journal.runTimes(OperationKind.REBUILD, 10)).isEqualTo(RunTimes.NONE);
    }

    private void write(
            String id,
            OperationKind kind,
            int targets,
            Instant ended,
            Outcome outcome,
            String code) {
        OperationRow row =
                new OperationRow(
                        id, "c", "C", "p", Generation.V2, kind, List.of(), "", "", NOW, null);
        RequestRow request =
                RequestRow.intended(
                        0, new WriteRequest(WriteKind.REBUILD, "POST", "/v2/p/x", "{}"), NOW);
        List<TargetRow> rows = new ArrayList<>();
        for (int i = 0; i < targets; i++) {
            Target target = new Target(Target.Type.DESKTOP, "d" + i, "PC-" + i);
            rows.add(
                    new TargetRow(
                            i,
                            0,
                            new TargetState(
                                    target,
                                    outcome,
                                    null,
                                    "job",
                                    NOW.plusSeconds(10),
                                    NOW.plusSeconds(130),
                                    code,
                                    "",
                                    false)));
        }
        journal.intend(new Recorded(row, List.of(request), rows));
        journal.record(
                id,
                new Change(
                        List.of(), List.of(request.leaving(NOW.plusSeconds(5))), List.of(), ended));
    }
}
