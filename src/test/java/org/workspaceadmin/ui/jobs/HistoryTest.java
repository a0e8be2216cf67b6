package org.workspaceadmin.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.workspaceadmin.journal.Change;
import org.workspaceadmin.journal.HistoryQuery;
import org.workspaceadmin.journal.HistoryQuery.Result;
import org.workspaceadmin.journal.Journal;
import org.workspaceadmin.journal.OperationRow;
import org.workspaceadmin.journal.Recorded;
import org.workspaceadmin.journal.RequestRow;
import org.workspaceadmin.journal.TargetRow;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.OperationKind;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.OperationState.Phase;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.Target;
import org.workspaceadmin.model.TargetState;
import org.workspaceadmin.model.WriteKind;
import org.workspaceadmin.model.WriteRequest;
import org.workspaceadmin.task.Workers;
import org.workspaceadmin.ui.jobs.HistoryViewModel.Period;
import org.workspaceadmin.ui.operation.TestContext;

class HistoryTest {
    @TempDir Path folder;

    private final TestContext test = new TestContext();
    private Journal journal;
    private JobHistory history;
    private HistoryViewModel model;

    @BeforeEach
    void open() {
        journal = Journal.open(folder.resolve("journal.db"), UnaryOperator.identity(), test.timer);
        history = JobHistory.of(journal, Workers.sameThread());
        model = new HistoryViewModel(history, test.ui);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void findsEndedOperationsByTextKindOutcomeAndTime() {
        Instant now = test.timer.instant();
        write("1", OperationKind.REBUILD, now.minus(Duration.ofDays(40)), "FIN-0001", true);
        write("2", OperationKind.POWER, now.minus(Duration.ofDays(3)), "FIN-0002", false);
        write("3", OperationKind.REBUILD, now.minus(Duration.ofHours(2)), "HR-0003", true);

        model.search();
        assertThat(found()).containsExactly("3", "2", "1");
        assertThat(model.totalProperty().get()).isEqualTo(3);

        model.kindProperty().set(OperationKind.REBUILD);
        assertThat(found()).containsExactly("3", "1");
        model.periodProperty().set(Period.WEEK);
        assertThat(found()).containsExactly("3");
        model.kindProperty().set(null);
        model.resultProperty().set(Result.WITH_FAILURES);
        assertThat(found()).containsExactly("3");
        model.resultProperty().set(Result.ALL_SUCCEEDED);
        assertThat(found()).containsExactly("2");
        model.resultProperty().set(Result.WITH_LEFT_OUT);
        assertThat(found()).isEmpty();

        model.resultProperty().set(Result.ANY);
        model.periodProperty().set(Period.ANY);
        model.textProperty().set("fin-00");
        assertThat(found()).as("typing is waited for").containsExactly("3", "2", "1");
        test.timer.advance(HistoryViewModel.TYPING);
        assertThat(found()).containsExactly("2", "1");
    }

    @Test
    void readsPageByPage() {
        Instant now = test.timer.instant();
        for (int i = 0; i < 250; i++) {
            write("%04d".formatted(i), OperationKind.POWER, now, "PC", false);
        }
        model.search();
        assertThat(model.rows()).hasSize(HistoryViewModel.PAGE);
        assertThat(model.totalProperty().get()).isEqualTo(250);
        assertThat(model.moreProperty().get()).isTrue();

        model.older();
        model.older();
        assertThat(found()).hasSize(250).doesNotHaveDuplicates();
        assertThat(model.moreProperty().get()).isFalse();
    }

    @Test
    void givesBackAnOperationWithAllItsTargets() {
        write("1", OperationKind.REBUILD, test.timer.instant(), "FIN-0001", true);
        model.search();
        List<OperationState> read = new ArrayList<>();

        model.read(model.rows().getFirst(), read::add);

        assertThat(read).hasSize(1);
        assertThat(read.getFirst().phase()).isEqualTo(Phase.ENDED_WITH_FAILURES);
        assertThat(read.getFirst().targets()).hasSize(2);
        assertThat(read.getFirst().targets().getFirst().code()).isEqualTo("WKS.1");
    }

    @Test
    void exportsTargetsAsCsvWithoutFormulas() throws Exception {
        write("1", OperationKind.REBUILD, test.timer.instant(), "=cmd|' /C calc'!A0", true);
        Path file = folder.resolve("jobs.csv");

        int written = export().write(HistoryQuery.ALL, file);

        assertThat(written).isEqualTo(2);
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(3);
        assertThat(lines.getFirst()).startsWith("\uFEFFoperation,created,ended,connection");
        assertThat(lines.get(1))
                .contains(",'=cmd|' /C calc'!A0,FAILED,WKS.1,\"busy, \"\"really\"\"\",job");
    }

    @Test
    void exportsTargetsAsJsonLines() throws Exception {
        write("1", OperationKind.REBUILD, test.timer.instant(), "生产\t\"1\"", true);
        Path file = folder.resolve("jobs.jsonl");

        export().write(
                        new HistoryQuery(
                                "", "", java.util.Set.of(), null, null, Result.WITH_FAILURES),
                        file);

        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(2);
        var json = new com.fasterxml.jackson.databind.ObjectMapper().readTree(lines.getFirst());
        assertThat(json.get("target_name").asText()).isEqualTo("生产\t\"1\"");
        assertThat(json.get("outcome").asText()).isEqualTo("FAILED");
        assertThat(json.get("what").asText()).isEqualTo("Do REBUILD");
    }

    private HistoryExport export() {
        return new HistoryExport(history, state -> "Do " + state.kind());
    }

    private List<String> found() {
        return model.rows().stream().map(row -> row.operation().id()).toList();
    }

    private void write(String id, OperationKind kind, Instant ended, String name, boolean fails) {
        Instant created = ended.minusSeconds(60);
        OperationRow row =
                new OperationRow(
                        id,
                        "c1",
                        "Production",
                        "p",
                        Generation.V2,
                        kind,
                        List.of(),
                        "because",
                        "",
                        created,
                        null);
        RequestRow request =
                RequestRow.intended(
                        0, new WriteRequest(WriteKind.REBUILD, "POST", "/v2/p/x", "{}"), created);
        List<TargetRow> targets =
                List.of(
                        target(0, name, fails ? Outcome.FAILED : Outcome.SUCCEEDED, ended),
                        target(1, "OTHER", Outcome.SUCCEEDED, ended));
        journal.intend(new Recorded(row, List.of(request), targets));
        journal.record(id, new Change(List.of(), List.of(), List.of(), ended));
    }

    private static TargetRow target(int seq, String name, Outcome outcome, Instant ended) {
        boolean failed = outcome == Outcome.FAILED;
        return new TargetRow(
                seq,
                0,
                new TargetState(
                        new Target(Target.Type.DESKTOP, "d" + seq, name),
                        outcome,
                        null,
                        "job",
                        ended.minusSeconds(50),
                        ended,
                        failed ? "WKS.1" : "",
                        failed ? "busy, \"really\"" : "",
                        false));
    }
}
