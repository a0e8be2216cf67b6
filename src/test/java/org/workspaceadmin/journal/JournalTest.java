package org.workspaceadmin.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.workspaceadmin.model.Field;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.OperationKind;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Target;
import org.workspaceadmin.model.TargetState;
import org.workspaceadmin.model.WriteKind;
import org.workspaceadmin.model.WriteRequest;

class JournalTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);

    @TempDir Path folder;

    private Path file() {
        return folder.resolve("deep/journal.db");
    }

    private Journal open() {
        return Journal.open(file(), UnaryOperator.identity(), CLOCK);
    }

    private static Recorded operation(String id, String body, int targets) {
        OperationRow row =
                new OperationRow(
                        id,
                        "c",
                        "Production 生产",
                        "p",
                        Generation.V2,
                        OperationKind.REBUILD,
                        List.of(new Field("image_id", "i\"1\"")),
                        "因为",
                        "",
                        NOW,
                        null);
        WriteRequest request = new WriteRequest(WriteKind.REBUILD, "POST", "/v2/p/x", body);
        List<TargetRow> rows = new ArrayList<>();
        for (int i = 0; i < targets; i++) {
            rows.add(
                    new TargetRow(
                            i,
                            0,
                            new TargetState(
                                    new Target(Target.Type.DESKTOP, "d" + i, "PC-" + i),
                                    Outcome.WAITING,
                                    null,
                                    "",
                                    null,
                                    null,
                                    "",
                                    "",
                                    false)));
        }
        return new Recorded(row, List.of(RequestRow.intended(0, request, NOW)), rows);
    }

    private static Problem problem() {
        return new Problem(
                Problem.Kind.THROTTLED,
                "POST /x",
                429,
                "APIGW.0308",
                "慢 \"down\"",
                "detail",
                "enc",
                "req",
                "raw",
                Duration.ofSeconds(7),
                NOW);
    }

    @Test
    void givesBackEverythingThatWasWrittenAfterReopening() {
        Recorded written = operation("1", "{\"a\":1}", 2);
        Recorded changed;
        try (Journal journal = open()) {
            journal.intend(written);
            assertThat(journal.load(0)).containsExactly(written);

            RequestRow leaving = written.requests().getFirst().leaving(NOW.plusSeconds(1));
            RequestRow held = leaving.stopped(RequestState.UNSENT, problem(), NOW.plusSeconds(2));
            TargetRow old = written.targets().getFirst();
            TargetRow moved =
                    new TargetRow(
                            0,
                            1,
                            new TargetState(
                                    old.state().target(),
                                    Outcome.FAILED,
                                    55,
                                    "job",
                                    NOW,
                                    NOW.plusSeconds(9),
                                    "code",
                                    "message",
                                    false));
            RequestRow added =
                    RequestRow.intended(
                            1, new WriteRequest(WriteKind.REJOIN, "POST", "/y", ""), NOW);
            journal.record("1", new Change(List.of(added), List.of(held), List.of(moved), null));
            changed =
                    new Recorded(
                            written.operation(),
                            List.of(held, added),
                            List.of(moved, written.targets().get(1)));
        }
        try (Journal journal = open()) {
            assertThat(journal.load(0)).containsExactly(changed);
            assertThat(journal.setAside()).isEmpty();
        }
    }

    @Test
    void loadsEveryOpenOperationAndTheNewestEndedOnes() {
        try (Journal journal = open()) {
            for (int i = 1; i <= 5; i++) {
                journal.intend(operation("" + i, "", 1));
                if (i != 2) {
                    journal.record("" + i, new Change(List.of(), List.of(), List.of(), NOW));
                }
            }

            assertThat(journal.load(2))
                    .extracting(r -> r.operation().id())
                    .containsExactly("2", "4", "5");
        }
    }

    @Test
    void storesBodiesMaskedAndTellsWhichAreStillExact() throws IOException {
        try (Journal journal = Journal.open(file(), body -> body.replace("geheim", "•••"), CLOCK)) {
            journal.intend(operation("1", "{\"password\":\"geheim\"}", 1));
            journal.intend(operation("2", "{\"desktop_ids\":[]}", 1));

            List<Recorded> read = journal.load(0);

            RequestRow masked = read.get(0).requests().getFirst();
            assertThat(masked.exact()).isFalse();
            assertThat(masked.request().body()).isEqualTo("{\"password\":\"•••\"}");
            assertThat(read.get(1).requests().getFirst().exact()).isTrue();
        }
        try (Stream<Path> files = Files.list(file().getParent())) {
            for (Path each : files.toList()) {
                assertThat(new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1))
                        .doesNotContain("geheim");
            }
        }
    }

    @Test
    void aFailedStepChangesNothing() {
        try (Journal journal = open()) {
            Recorded written = operation("1", "", 1);
            journal.intend(written);
            RequestRow sent = written.requests().getFirst().leaving(NOW);
            TargetRow toNowhere = new TargetRow(0, 7, written.targets().getFirst().state());

            assertThatThrownBy(() ->
                            journal.record(
                                    "1",
                                    new Change(List.of(), List.of(sent), List.of(toNowhere), null)))
                    .isInstanceOf(JournalException.class)
                    .extracting(e -> ((JournalException) e).reason())
                    .isEqualTo(JournalException.Cause.WRITE_FAILED);
            assertThatThrownBy(() -> journal.intend(written)).isInstanceOf(JournalException.class);

            assertThat(journal.load(0)).containsExactly(written);
        }
    }

    @Test
    void worksWithTheSettingsThatMakeStepsDurable() throws SQLException {
        open().close();
        try (Connection raw = DriverManager.getConnection("jdbc:sqlite:" + file())) {
            assertThat(text(raw, "PRAGMA journal_mode")).isEqualTo("wal");
            assertThat(text(raw, "SELECT count(*) FROM schema_version"))
                    .isEqualTo(String.valueOf(Schema.STEPS.size()));
        }
    }

    @Test
    void isOpenInOneProgramAtATime() {
        try (Journal first = open()) {
            first.intend(operation("1", "", 1));
            assertThatThrownBy(this::open)
                    .isInstanceOf(JournalException.class)
                    .extracting(e -> ((JournalException) e).reason())
                    .isEqualTo(JournalException.Cause.IN_USE);
            assertThat(first.load(0)).hasSize(1);
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsSetAsideNotDeleted() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "this is not a database, but somebody's file".repeat(100));

        try (Journal journal = open()) {
            Path aside = journal.setAside().orElseThrow();
            assertThat(aside.getFileName()).hasToString("journal.db.damaged-20261121T080000Z");
            assertThat(aside).content().startsWith("this is not a database");
            journal.intend(operation("1", "", 1));
            assertThat(journal.load(0)).hasSize(1);
        }
    }

    @Test
    void aFileWithDamagedPagesIsSetAside() throws IOException {
        try (Journal journal = open()) {
            for (int i = 0; i < 30; i++) {
                journal.intend(operation("op" + i, "x".repeat(500), 20));
            }
        }
        byte[] bytes = Files.readAllBytes(file());
        for (int i = 4096 * 3; i < 4096 * 6; i++) {
            bytes[i] = 0x55;
        }
        Files.write(file(), bytes);

        try (Journal journal = open()) {
            assertThat(journal.setAside()).isPresent();
            assertThat(Files.size(journal.setAside().orElseThrow())).isEqualTo(bytes.length);
            assertThat(journal.load(10)).isEmpty();
        }
        Files.writeString(
                file(), "damaged again, in the same second, and longer than a header ".repeat(9));
        try (Journal journal = open()) {
            assertThat(journal.setAside().orElseThrow())
                    .hasToString(file() + ".damaged-20261121T080000Z-2");
        }
    }

    @Test
    void aFileOfANewerVersionIsLeftUntouched() throws IOException {
        List<List<String>> newer = new ArrayList<>(Schema.STEPS);
        newer.add(List.of("ALTER TABLE operation ADD COLUMN mood TEXT NOT NULL DEFAULT ''"));
        Journal.open(file(), UnaryOperator.identity(), CLOCK, Machine.UNKNOWN, newer).close();
        byte[] before = Files.readAllBytes(file());

        assertThatThrownBy(this::open)
                .isInstanceOf(JournalException.class)
                .extracting(e -> ((JournalException) e).reason())
                .isEqualTo(JournalException.Cause.NEWER_VERSION);

        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    void aLaterVersionBringsAnOlderFileForwardAndKeepsItsRows() throws SQLException {
        try (Journal journal = open()) {
            journal.intend(operation("1", "", 1));
        }
        List<List<String>> later = new ArrayList<>(Schema.STEPS);
        later.add(List.of("CREATE TABLE note (id TEXT PRIMARY KEY)", "CREATE INDEX n ON note(id)"));

        try (Journal journal =
                Journal.open(file(), UnaryOperator.identity(), CLOCK, Machine.UNKNOWN, later)) {
            assertThat(journal.load(0)).hasSize(1);
        }
        try (Connection raw = DriverManager.getConnection("jdbc:sqlite:" + file())) {
            assertThat(text(raw, "SELECT max(version) FROM schema_version"))
                    .isEqualTo(String.valueOf(later.size()));
            assertThat(text(raw, "SELECT count(*) FROM note")).isEqualTo("0");
        }
    }

    @Test
    void anUnlockIsEndedOnceAndOnlyWhileItRuns() {
        try (Journal journal = open()) {
            journal.unlocked(new UnlockRow("u1", "c", "P", "a", NOW, NOW.plusSeconds(60), null));
            journal.unlocked(new UnlockRow("u2", "c", "P", "b", NOW, NOW.plusSeconds(600), null));
            journal.unlocked(new UnlockRow("u3", "d", "Q", "c", NOW, NOW.plusSeconds(600), null));

            journal.locked("u2", NOW.plusSeconds(30));
            journal.lockAll(NOW.plusSeconds(100));

            assertThat(journal.unlocks("c"))
                    .extracting(UnlockRow::locked)
                    .as("the first had run out by itself")
                    .containsExactly(null, NOW.plusSeconds(30));
            assertThat(journal.unlocks("d"))
                    .extracting(UnlockRow::locked)
                    .containsExactly(NOW.plusSeconds(100));
        }
    }

    @Test
    void anOperationCannotBeLinkedToAnUnlockThatWasNeverWrittenDown() {
        try (Journal journal = open()) {
            assertThatThrownBy(() -> journal.intend(operation("1", "", 1), "nothing"))
                    .isInstanceOf(JournalException.class);
            assertThat(journal.load(10)).as("nothing of it was written").isEmpty();
        }
    }

    @Test
    void aStepThatFailsHalfWayLeavesTheOlderVersion() throws SQLException {
        open().close();
        List<List<String>> broken = new ArrayList<>(Schema.STEPS);
        broken.add(List.of("CREATE TABLE half (id TEXT)", "this is not SQL"));

        assertThatThrownBy(() ->
                        Journal.open(
                                file(), UnaryOperator.identity(), CLOCK, Machine.UNKNOWN, broken))
                .isInstanceOf(JournalException.class);

        try (Connection raw = DriverManager.getConnection("jdbc:sqlite:" + file())) {
            assertThat(text(raw, "SELECT max(version) FROM schema_version"))
                    .isEqualTo(String.valueOf(Schema.STEPS.size()));
            assertThat(text(raw, "SELECT count(*) FROM sqlite_master WHERE name='half'"))
                    .isEqualTo("0");
        }
        try (Journal journal = open()) {
            assertThat(journal.load(0)).isEmpty();
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsToldAsUnreadable() throws IOException {
        Files.writeString(folder.resolve("deep"), "a file where the folder should be");

        assertThatThrownBy(this::open)
                .isInstanceOf(JournalException.class)
                .extracting(e -> ((JournalException) e).reason())
                .isEqualTo(JournalException.Cause.UNREADABLE);
    }

    @Test
    void nothingThatIsWrittenHoldsWhatTheMaskKnows() throws Exception {
        Recorded planned = operation("01", "{}", 1);
        Problem echo =
                new Problem(
                        Problem.Kind.UNREADABLE,
                        "POST /x",
                        502,
                        "",
                        "got S3CRET",
                        "S3CRET",
                        "",
                        "r",
                        "<html>S3CRET</html>",
                        null,
                        NOW);
        try (Journal journal = Journal.open(file(), s -> s.replace("S3CRET", "•••"), CLOCK)) {
            journal.intend(planned);
            RequestRow request = planned.requests().getFirst();
            TargetState state = planned.targets().getFirst().state();
            TargetState failed =
                    new TargetState(
                            state.target(),
                            Outcome.FAILED,
                            null,
                            "",
                            null,
                            NOW,
                            "x",
                            "S3CRET",
                            true);
            journal.record(
                    "01",
                    new Change(
                            List.of(),
                            List.of(request.stopped(RequestState.UNANSWERED, echo, NOW)),
                            List.of(new TargetRow(0, 0, failed)),
                            null));

            Recorded read = journal.load(0).getFirst();
            Problem problem = read.requests().getFirst().problem();
            assertThat(problem).isNotNull();
            assertThat(problem.message()).isEqualTo("got •••");
            assertThat(problem.raw()).isEqualTo("<html>•••</html>");
            assertThat(read.targets().getFirst().state().message()).isEqualTo("•••");
        }
        for (String name : List.of("journal.db", "journal.db-wal")) {
            Path written = file().resolveSibling(name);
            if (Files.exists(written)) {
                assertThat(Files.readString(written, StandardCharsets.ISO_8859_1))
                        .doesNotContain("S3CRET");
            }
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }
}
