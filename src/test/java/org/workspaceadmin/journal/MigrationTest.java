package org.workspaceadmin.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.workspaceadmin.model.Field;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.OperationKind;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.Problem;

/**
 * Files as every earlier version left them, opened by this one. The fixtures are written out in
 * SQL, apart from the program's own steps, so a step that was changed after its release shows.
 */
class MigrationTest {
    private static final Instant THEN = Instant.parse("2025-11-21T08:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);

    @TempDir Path folder;

    private Path file() {
        return folder.resolve("journal.db");
    }

    private Journal open() {
        return Journal.open(file(), UnaryOperator.identity(), CLOCK);
    }

    static IntStream earlierVersions() {
        return IntStream.range(1, Schema.STEPS.size());
    }

    private void write(int version) throws IOException, SQLException {
        String name = "version-" + version + ".sql";
        String script;
        try (InputStream in = MigrationTest.class.getResourceAsStream(name)) {
            script =
                    new String(
                            Objects.requireNonNull(in, "a fixture of every version: " + name)
                                    .readAllBytes(),
                            StandardCharsets.UTF_8);
        }
        try (Connection raw = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = raw.createStatement()) {
            statement.execute("PRAGMA journal_mode=WAL");
            // A trigger's body holds semicolons of its own, at the end of no line.
            for (String sql : script.split(";\n", -1)) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("earlierVersions")
    void aFileOfEveryEarlierVersionKeepsItsRowsAndTakesNewOnes(int version) throws Exception {
        write(version);

        try (Journal journal = open()) {
            assertThat(journal.setAside()).isEmpty();
            checkRows(journal);
            if (version >= 2) {
                assertThat(journal.unlocksOf("01-open"))
                        .extracting(UnlockRow::reason)
                        .containsExactly("CHG-7");
            }
            journal.unlocked(
                    new UnlockRow("u2", "c-1", "P", "CHG-8", NOW, NOW.plusSeconds(60), null));
            Recorded open = journal.load(0).getFirst();
            journal.record(
                    "01-open",
                    new Change(
                            List.of(),
                            List.of(
                                    open.requests()
                                            .get(1)
                                            .stopped(RequestState.DROPPED, null, NOW)),
                            List.of(),
                            null));
        }
        try (Journal journal = open()) {
            assertThat(journal.load(0).getFirst().requests().get(1).state())
                    .isEqualTo(RequestState.DROPPED);
        }
        assertThat(version()).isEqualTo(Schema.STEPS.size());
    }

    private static void checkRows(Journal journal) {
        List<Recorded> all = journal.load(10);
        assertThat(all).extracting(r -> r.operation().id()).containsExactly("00-ended", "01-open");
        Recorded open = all.get(1);
        OperationRow row = open.operation();
        assertThat(row.connectionName()).isEqualTo("Production 生产");
        assertThat(row.generation()).isEqualTo(Generation.V2);
        assertThat(row.kind()).isEqualTo(OperationKind.REBUILD);
        assertThat(row.parameters()).containsExactly(new Field("image_id", "img \"new\""));
        assertThat(row.reason()).isEqualTo("CHG-7 'quoted'");
        assertThat(row.created()).isEqualTo(THEN);
        assertThat(row.ended()).isNull();
        RequestRow held = open.requests().get(1);
        assertThat(held.state()).isEqualTo(RequestState.UNSENT);
        assertThat(held.exact()).as("its body was masked").isFalse();
        assertThat(held.problem())
                .extracting(Problem::kind, Problem::code)
                .containsExactly(Problem.Kind.THROTTLED, "APIGW.0308");
        assertThat(open.requests().getFirst().exact()).isTrue();
        assertThat(open.requests().getFirst().jobId()).isEqualTo("job-1");
        assertThat(open.targets())
                .extracting(t -> t.state().outcome())
                .containsExactly(Outcome.RUNNING, Outcome.FAILED, Outcome.WAITING);
        assertThat(open.targets().get(1).state().target().name()).isEqualTo("FIN-0002 财务");
        assertThat(all.getFirst().operation().ended()).isEqualTo(THEN.minusMillis(86_000_000));
    }

    @ParameterizedTest
    @MethodSource("earlierVersions")
    void operationsFromBeforeTheLedgerAreNotMadeUp(int version) throws Exception {
        write(version);

        try (Journal journal = open()) {
            List<Activity> entries = journal.ledger().read(List.of(1L, 2L, 3L));

            if (version < Schema.LEDGER) {
                assertThat(entries)
                        .extracting(Activity::kind, Activity::code, Activity::note)
                        .containsExactly(
                                org.assertj.core.groups.Tuple.tuple(
                                        ActivityKind.BEGUN,
                                        LedgerCodes.UPGRADED,
                                        Integer.toString(version)));
            } else {
                assertThat(entries)
                        .extracting(Activity::kind)
                        .containsExactly(
                                ActivityKind.SENT, ActivityKind.INTENDED, ActivityKind.BEGUN);
                assertThat(
                                journal.ledger()
                                        .verify(List.of(), (done, all) -> {}, () -> false)
                                        .holds())
                        .as("a chain of that time still holds")
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("earlierVersions")
    void anInterruptedMigrationLeavesTheOldFileAndIsDoneTheNextTime(int version) throws Exception {
        write(version);
        for (int interrupted = version; interrupted < Schema.STEPS.size(); interrupted++) {
            List<List<String>> broken = new ArrayList<>(Schema.STEPS.subList(0, interrupted));
            List<String> half = new ArrayList<>(Schema.STEPS.get(interrupted));
            half.add("SELECT no_such_function()");
            broken.add(half);

            assertThatThrownBy(() ->
                            Journal.open(
                                    file(),
                                    UnaryOperator.identity(),
                                    CLOCK,
                                    Machine.UNKNOWN,
                                    broken))
                    .isInstanceOf(JournalException.class);
            assertThat(version()).as("the whole step is undone").isEqualTo(interrupted);
        }

        try (Journal journal = open()) {
            checkRows(journal);
        }
        assertThat(version()).isEqualTo(Schema.STEPS.size());
        assertThat(Files.list(folder)).noneMatch(f -> f.toString().contains("damaged"));
    }

    @Test
    void aNewFileIsWhatTheOldestBecomes() throws Exception {
        write(1);
        open().close();
        List<String> grown = schema();
        Files.delete(file());
        open().close();

        assertThat(schema()).isEqualTo(grown);
    }

    private List<String> schema() throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection raw = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = raw.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM"
                                        + " sqlite_master WHERE name <> 'schema_version'"
                                        + " ORDER BY name")) {
            while (rows.next()) {
                found.add(rows.getString(1).replaceAll("\\s+", " ").strip());
            }
        }
        return found;
    }

    private int version() throws SQLException {
        try (Connection raw = DriverManager.getConnection("jdbc:sqlite:" + file())) {
            return Schema.version(raw);
        }
    }
}
