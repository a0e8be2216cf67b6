package org.workspaceadmin.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.workspaceadmin.journal.Verification.Break;
import org.workspaceadmin.journal.Verification.Fault;
import org.workspaceadmin.model.Actor;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.Problem;

class LedgerTest {
    private static final Instant NOW = Journals.NOW;
    private static final String DROP = "DROP TRIGGER activity_stays";

    @TempDir Path folder;

    private Path file() {
        return folder.resolve("journal.db");
    }

    private Journal open() {
        return open(InstantSource.fixed(NOW));
    }

    private Journal open(InstantSource clock) {
        Journal journal =
                Journal.open(
                        file(),
                        text -> text.replace("geheim", "•••"),
                        clock,
                        new Machine("ws-17", "a.lin"));
        journal.actors(id -> Actor.user("acme", "a.lin"));
        return journal;
    }

    private static List<Activity> all(Journal journal) {
        return journal.ledger()
                .read(LongStream.of(journal.ledger().find(ActivityQuery.ALL)).boxed().toList())
                .reversed();
    }

    private static Verification verify(Journal journal) {
        return journal.ledger().verify(List.of(), (done, of) -> {}, () -> false);
    }

    @Test
    void everyStepOfAWriteIsAnEntry() {
        try (Journal journal = open()) {
            Journals.carryOut(journal, Journals.rebuild("1", 1, 2));

            assertThat(all(journal))
                    .extracting(Activity::kind)
                    .containsExactly(
                            ActivityKind.BEGUN,
                            ActivityKind.INTENDED,
                            ActivityKind.SENT,
                            ActivityKind.ACCEPTED,
                            ActivityKind.ENDED);
            Activity accepted = journal.ledger().entry(4).orElseThrow();
            assertThat(accepted.actor()).isEqualTo(Actor.user("acme", "a.lin"));
            assertThat(accepted.machine()).isEqualTo(new Machine("ws-17", "a.lin"));
            assertThat(accepted.at()).isEqualTo(NOW);
            assertThat(accepted.requestId()).isEqualTo("req-1-0");
            assertThat(accepted.jobId()).isEqualTo("job-1-0");
            assertThat(accepted.httpStatus()).isEqualTo(200);
            assertThat(accepted.body()).as("read along").contains("\"image_id\":\"img\"");
            assertThat(accepted.targets()).isEqualTo("FIN-1-0, FIN-1-1");
            Activity intended = journal.ledger().entry(2).orElseThrow();
            assertThat(intended.reason()).isEqualTo("CHG-1");
            assertThat(intended.targetCount()).isEqualTo(2);
            assertThat(journal.ledger().entry(5).orElseThrow().note()).isEqualTo("SUCCEEDED=2");
        }
    }

    @Test
    void whatTheServiceDidNotTakeAndWhatTheOperatorDidAreEntriesToo() {
        try (Journal journal = open()) {
            Recorded recorded = Journals.rebuild("1", 4, 1);
            journal.intend(recorded);
            Problem why = Problem.without(Problem.Kind.CONFLICT, "", "busy geheim", NOW);
            List<RequestState> ways =
                    List.of(
                            RequestState.REFUSED,
                            RequestState.UNANSWERED,
                            RequestState.UNSENT,
                            RequestState.DROPPED);
            for (int i = 0; i < ways.size(); i++) {
                RequestRow request = recorded.requests().get(i);
                RequestRow now =
                        ways.get(i) == RequestState.DROPPED ? request : request.leaving(NOW);
                journal.record("1", Journals.change(List.of(now), List.of(), null));
                journal.record(
                        "1",
                        Journals.change(
                                List.of(now.stopped(ways.get(i), why, NOW)), List.of(), null));
            }
            RequestRow lost = recorded.requests().get(1).leaving(NOW);
            journal.record(
                    "1",
                    Journals.change(List.of(lost.accepted(0, "job-9", "", NOW)), List.of(), null));
            journal.record(
                    "1",
                    new Change(
                            List.of(),
                            List.of(),
                            List.of(),
                            null,
                            new Act(ActivityKind.SETTLED, "wa.settled.done", "asked on site")));
            journal.act("1", new Act(ActivityKind.RESUMED, "", ""));
            journal.unlocked(
                    new UnlockRow("u", "c-1", "P", "CHG geheim", NOW, NOW.plusSeconds(9), null));
            journal.locked("u", NOW.plusSeconds(1));
            journal.locked("u", NOW.plusSeconds(2));

            assertThat(all(journal).subList(5, all(journal).size()))
                    .extracting(Activity::kind)
                    .containsExactly(
                            ActivityKind.SENT,
                            ActivityKind.REFUSED,
                            ActivityKind.SENT,
                            ActivityKind.UNANSWERED,
                            ActivityKind.SENT,
                            ActivityKind.NOT_SENT,
                            ActivityKind.DROPPED,
                            ActivityKind.ADOPTED,
                            ActivityKind.SETTLED,
                            ActivityKind.RESUMED,
                            ActivityKind.UNLOCKED,
                            ActivityKind.LOCKED);
            assertThat(all(journal))
                    .filteredOn(a -> a.kind() == ActivityKind.REFUSED)
                    .extracting(Activity::code, Activity::note)
                    .containsExactly(tuple("CONFLICT", "busy •••"));
            assertThat(all(journal))
                    .filteredOn(a -> a.kind() == ActivityKind.UNLOCKED)
                    .extracting(Activity::reason)
                    .containsExactly("CHG •••");
            assertThat(verify(journal).holds()).isTrue();
        }
    }

    @Test
    void aStepThatFailsLeavesNoEntry() {
        try (Journal journal = open()) {
            Recorded recorded = Journals.rebuild("1", 1, 1);
            journal.intend(recorded);
            LedgerHead before = journal.ledger().head();

            assertThatThrownBy(() -> journal.intend(recorded)).isInstanceOf(JournalException.class);

            assertThat(journal.ledger().head()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE activity SET note='x' WHERE seq=2",
                "DELETE FROM activity WHERE seq=2",
                "INSERT OR REPLACE INTO activity SELECT * FROM activity WHERE seq=2"
            })
    void theDatabaseItselfRefusesToChangeAnEntry(String sql) {
        try (Journal journal = open()) {
            Journals.carryOut(journal, Journals.rebuild("1", 1, 1));
        }

        assertThatThrownBy(() -> Journals.tamper(file(), sql))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("append-only");
    }

    @Test
    void provesAnUntouchedChain() {
        try (Journal journal = open()) {
            for (int i = 0; i < 300; i++) {
                Journals.carryOut(journal, Journals.rebuild("op" + i, 1, 1));
            }
        }
        try (Journal journal = open()) {
            AtomicLong last = new AtomicLong();
            Verification found =
                    journal.ledger().verify(List.of(), (done, of) -> last.set(done), () -> false);

            assertThat(found.holds()).isTrue();
            assertThat(found.checked()).isEqualTo(1 + 300 * 4);
            assertThat(last).hasValue(found.checked());
            assertThat(found.head()).isEqualTo(journal.ledger().head());
        }
    }

    private Verification tampered(String... sql) throws SQLException {
        try (Journal journal = open()) {
            for (int i = 1; i <= 5; i++) {
                Journals.carryOut(journal, Journals.rebuild("op" + i, 1, 1));
            }
        }
        Journals.tamper(file(), sql);
        try (Journal journal = open()) {
            return verify(journal);
        }
    }

    @Test
    void namesTheFirstEntryThatWasChanged() throws SQLException {
        assertThat(tampered(DROP, "UPDATE activity SET actor='somebody' WHERE seq IN (7,12)"))
                .extracting(Verification::broken, Verification::checked)
                .containsExactly(new Break(7, Fault.ALTERED, ""), 6L);
    }

    @Test
    void noticesTextMovedFromOneFieldToTheNext() throws SQLException {
        assertThat(
                        tampered(
                                        DROP,
                                        "UPDATE activity SET host='ws-1', os_user='7a.lin'"
                                                + " WHERE seq=3")
                                .broken())
                .isEqualTo(new Break(3, Fault.ALTERED, ""));
    }

    @Test
    void namesTheFirstEntryThatIsMissing() throws SQLException {
        assertThat(
                        tampered(
                                        "DROP TRIGGER activity_remains",
                                        "DELETE FROM activity WHERE seq IN (9,10)")
                                .broken())
                .isEqualTo(new Break(9, Fault.MISSING, ""));
    }

    @Test
    void noticesARemovedEndAlsoAfterNewEntriesCame() throws SQLException {
        assertThat(
                        tampered(
                                        "DROP TRIGGER activity_remains",
                                        "DELETE FROM activity WHERE seq > 18")
                                .broken())
                .isEqualTo(new Break(19, Fault.TAIL_REMOVED, ""));
        try (Journal journal = open()) {
            Journals.carryOut(journal, Journals.rebuild("later", 1, 1));

            assertThat(verify(journal).broken()).isEqualTo(new Break(19, Fault.MISSING, ""));
        }
    }

    @Test
    void noticesEntriesPutInBehindTheEndAndAnEndThatIsGone() throws Exception {
        assertThat(
                        tampered(
                                        "INSERT INTO activity SELECT 22, at, kind, actor_kind,"
                                                + " actor, host, os_user, connection_id,"
                                                + " connection_name, operation, operation_kind,"
                                                + " request, method, path, body, targets,"
                                                + " target_count, reason, http_status, request_id,"
                                                + " job_id, code, note, previous, hash FROM"
                                                + " activity WHERE seq=21")
                                .broken())
                .isEqualTo(new Break(22, Fault.ALTERED, ""));
        Files.delete(file());
        Verification headless = tampered("DELETE FROM activity_head");
        assertThat(headless.broken())
                .as("the program noted the loss when it started, outside the chain")
                .isEqualTo(new Break(22, Fault.ALTERED, ""));
    }

    @Test
    void aLedgerWrittenAnewIsFoundByTheCopies() throws Exception {
        Path copies = folder.resolve("copies");
        try (Journal journal = open()) {
            Journals.carryOut(journal, Journals.rebuild("op1", 1, 1));
            assertThat(new JournalCopies(journal, copies, 3, f -> Long.MAX_VALUE).makeIfDue(NOW))
                    .isEqualTo(JournalCopies.Result.MADE);
            assertThat(
                            journal.ledger()
                                    .verify(JournalCopies.list(copies), (d, a) -> {}, () -> false))
                    .extracting(Verification::holds, Verification::copies)
                    .containsExactly(true, 1);
        }
        Files.delete(file());
        try (Journal journal = open()) {
            Journals.carryOut(journal, Journals.rebuild("other", 2, 1));

            Verification found =
                    journal.ledger().verify(JournalCopies.list(copies), (d, a) -> {}, () -> false);

            assertThat(found.broken())
                    .isEqualTo(new Break(5, Fault.DIFFERS_FROM_COPY, "journal-2026-11-21.db"));
        }
    }

    @Test
    void aClockThatGoesBackIsToldAndBreaksNothing() {
        AtomicReference<Instant> clock = new AtomicReference<>(NOW);
        try (Journal journal = open(clock::get)) {
            Journals.carryOut(journal, Journals.rebuild("1", 1, 1));
            clock.set(NOW.minus(Duration.ofDays(400)));
            Journals.carryOut(journal, Journals.rebuild("2", 1, 1));

            Verification found = verify(journal);

            assertThat(found.holds()).isTrue();
            assertThat(found.clockBack()).isEqualTo(1);
            assertThat(journal.ledger().find(ActivityQuery.ALL))
                    .as("in the order they were written")
                    .containsExactly(9, 8, 7, 6, 5, 4, 3, 2, 1);
        }
    }

    @Test
    void findsByTextPersonKindConnectionAndTime() {
        AtomicReference<Instant> clock = new AtomicReference<>(NOW);
        try (Journal journal = open(clock::get)) {
            Journals.carryOut(journal, Journals.rebuild("1", 1, 2));
            clock.set(NOW.plusSeconds(3600));
            journal.actors(id -> Actor.accessKey("AK42"));
            Journals.carryOut(journal, Journals.rebuild("2%", 1, 2));
            Ledger ledger = journal.ledger();

            assertThat(ledger.find(text("fin-1-1"))).containsExactly(2);
            assertThat(ledger.find(text("req-2%-0"))).containsExactly(8);
            assertThat(ledger.find(text("2%"))).as("a percent sign is one").hasSize(4);
            assertThat(ledger.find(text("nothing like it"))).isEmpty();
            assertThat(
                            ledger.find(
                                    new ActivityQuery(
                                            "",
                                            "AK42",
                                            "c-1",
                                            Set.of(ActivityKind.SENT, ActivityKind.ENDED),
                                            NOW.plusSeconds(1),
                                            NOW.plusSeconds(3601))))
                    .containsExactly(9, 7);
            assertThat(ledger.actors()).containsExactly("AK42", "acme/a.lin");
            assertThat(ledger.connections()).containsEntry("c-1", "Production");
        }
    }

    private static ActivityQuery text(String text) {
        return new ActivityQuery(text, "", "", Set.of(), null, null);
    }

    @Test
    void anExportAsJsonLinesCanBeProvenByAnybody() throws Exception {
        Path target = folder.resolve("activity.jsonl");
        try (Journal journal = open()) {
            for (int i = 0; i < 120; i++) {
                Journals.carryOut(journal, Journals.rebuild("op" + i, 1, 1));
            }
            assertThat(export(journal, LedgerExport.JSON_LINES, target)).isTrue();
        }
        String previous = "0".repeat(64);
        long seq = 0;
        for (String line : Files.readAllLines(target)) {
            JsonNode node = new ObjectMapper().readTree(line);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            netstring(bytes, "wa-ledger-1");
            netstring(bytes, previous);
            node.properties().stream()
                    .filter(e -> !Set.of("previous", "hash").contains(e.getKey()))
                    .forEach(e -> netstring(bytes, e.getValue().asText()));
            String hash =
                    HexFormat.of()
                            .formatHex(
                                    MessageDigest.getInstance("SHA-256")
                                            .digest(bytes.toByteArray()));
            assertThat(node.path("seq").asLong()).isEqualTo(++seq);
            assertThat(node.path("hash").asText()).isEqualTo(hash);
            previous = hash;
        }
        assertThat(seq).isEqualTo(1 + 120 * 4);
    }

    private static void netstring(ByteArrayOutputStream bytes, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        bytes.writeBytes((utf8.length + ":").getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(utf8);
        bytes.write(',');
    }

    private static boolean export(Journal journal, LedgerExport format, Path target)
            throws IOException {
        Ledger ledger = journal.ledger();
        return ledger.export(
                ledger.find(ActivityQuery.ALL), format, target, (d, a) -> {}, () -> false);
    }

    @Test
    void anExportAsCsvHoldsNoFormulaAndEveryRequest() throws Exception {
        Path target = folder.resolve("activity.csv");
        try (Journal journal = open()) {
            journal.actors(id -> new Actor(Actor.Kind.USER, "=HYPERLINK(\"http://x\",\"y\")"));
            Journals.carryOut(journal, Journals.rebuild("1", 1, 1));
            export(journal, LedgerExport.CSV, target);
        }
        String text = Files.readString(target);
        assertThat(text).startsWith("\uFEFFseq,at,kind,");
        assertThat(text.lines()).hasSize(6);
        assertThat(text).contains("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
        assertThat(text).doesNotContain(",=").doesNotContain(",\"=");
        assertThat(text.split("\"\"image_id\"\"", -1)).as("with each of three entries").hasSize(4);
    }

    @Test
    void anExportThatIsCancelledOrFailsLeavesNothingBehind() throws Exception {
        try (Journal journal = open()) {
            Journals.carryOut(journal, Journals.rebuild("1", 1, 1));
            long[] numbers = journal.ledger().find(ActivityQuery.ALL);
            Path target = folder.resolve("out/activity.csv");
            Files.createDirectories(target.getParent());
            Files.writeString(target, "older");

            assertThat(
                            journal.ledger()
                                    .export(
                                            numbers,
                                            LedgerExport.CSV,
                                            target,
                                            (d, a) -> {},
                                            () -> true))
                    .isFalse();

            assertThat(target).hasContent("older");
            assertThat(target.getParent()).isDirectoryContaining(f -> f.equals(target));
            try (var files = Files.list(target.getParent())) {
                assertThat(files).hasSize(1);
            }
            Path nowhere = folder.resolve("missing/activity.csv");
            assertThatThrownBy(() -> export(journal, LedgerExport.CSV, nowhere))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void theHistoryIsSearchedByPageAndForgottenWhileTheLedgerStays() {
        try (Journal journal = Journal.open(file(), UnaryOperator.identity(), () -> NOW)) {
            for (int i = 10; i < 70; i++) {
                Journals.carryOut(journal, Journals.rebuild("" + i, 1, 3));
            }
            journal.intend(Journals.rebuild("99", 1, 1));
            History history = journal.history();

            HistoryPage first = history.page(HistoryQuery.ALL, "", 25);
            assertThat(first.rows()).hasSize(25);
            assertThat(first.rows().getFirst().operation().id()).isEqualTo("69");
            assertThat(first.rows().getFirst().count(Outcome.SUCCEEDED)).isEqualTo(3);
            HistoryPage second = history.page(HistoryQuery.ALL, first.before(), 25);
            HistoryPage third = history.page(HistoryQuery.ALL, second.before(), 25);
            assertThat(third.rows()).hasSize(10);
            assertThat(third.before()).isEmpty();
            assertThat(history.count(HistoryQuery.ALL)).isEqualTo(60);
            HistoryQuery wanted =
                    new HistoryQuery(
                            "FIN-42-1", "c-1", Set.of(), null, null, HistoryQuery.Result.ANY);
            assertThat(history.page(wanted, "", 5).rows())
                    .extracting(r -> r.operation().id())
                    .containsExactly("42");
            assertThat(history.read("42").orElseThrow().targets()).hasSize(3);
            LedgerHead head = journal.ledger().head();

            assertThat(history.prune(NOW)).as("none is older").isZero();
            assertThat(history.prune(NOW.plusSeconds(61))).isEqualTo(60);

            assertThat(history.count(HistoryQuery.ALL)).isZero();
            assertThat(journal.load(100)).extracting(r -> r.operation().id()).containsExactly("99");
            assertThat(journal.ledger().head()).isEqualTo(head);
            assertThat(verify(journal).holds()).isTrue();
        }
    }

    @Test
    void whateverPointsToAnOperationIsForgottenWithIt() throws SQLException {
        try (Journal journal = open()) {
            journal.intend(Journals.rebuild("1", 1, 1));
        }
        List<String> pointing = new java.util.ArrayList<>();
        try (var raw = java.sql.DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = raw.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT DISTINCT m.name FROM sqlite_master m, "
                                        + "pragma_foreign_key_list(m.name) f WHERE m.type='table'"
                                        + " AND f.\"table\" IN ('operation','request')")) {
            while (rows.next()) {
                pointing.add(rows.getString(1));
            }
        }
        assertThat(History.FORGOTTEN).containsAll(pointing);
    }
}
