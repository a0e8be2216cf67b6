package org.workspaceadmin.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.workspaceadmin.connection.Home;
import org.workspaceadmin.connection.HomeException;
import org.workspaceadmin.model.Problem;

/** The journal where the disk, the file or the clock is not as it should be. */
class JournalFaultsTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Journals.NOW);

    @TempDir Path folder;
    private final List<Path> mounted = new ArrayList<>();

    @AfterEach
    void unmount() throws Exception {
        for (Path each : mounted.reversed()) {
            run("umount", "-l", each.toString());
        }
    }

    private Path file() {
        return folder.resolve("home/journal.db");
    }

    private Journal open() {
        return open(file());
    }

    private static Journal open(Path file) {
        return Journal.open(file, UnaryOperator.identity(), CLOCK);
    }

    /** A disk of its own; skipped with a line where this user may not have one. */
    private Path disk(String options) throws Exception {
        Path disk = Files.createDirectories(folder.resolve("disk" + mounted.size()));
        boolean made = run("mount", "-t", "tmpfs", "-o", options, "tmpfs", disk.toString());
        if (!made) {
            System.out.println("skipped: a disk of its own needs root (mount -t tmpfs)");
        }
        Assumptions.assumeTrue(made, "a disk of its own needs root");
        mounted.add(disk);
        return disk;
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            return false;
        }
        process.getInputStream().readAllBytes();
        return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    private static JournalException failure(ThrowingRunnable action) {
        return catchThrowableOfType(JournalException.class, action::run);
    }

    @FunctionalInterface
    private interface ThrowingRunnable {
        void run() throws Exception;
    }

    private static List<String> ids(Journal journal) {
        return journal.load(1000).stream().map(r -> r.operation().id()).toList();
    }

    @Test
    void aDiskThatFillsUpLosesNothingThatWasAcknowledged() throws Exception {
        Path disk = disk("size=768k");
        Path file = disk.resolve("journal.db");
        List<String> acknowledged = new ArrayList<>();
        JournalException full;
        try (Journal journal = open(file)) {
            full =
                    failure(() -> {
                        for (int i = 1000; i < 5000; i++) {
                            journal.intend(Journals.rebuild("" + i, 4, 25));
                            acknowledged.add("" + i);
                        }
                    });
            assertThat(full.reason()).isEqualTo(JournalException.Cause.DISK_FULL);
            assertThat(full.problem(Journals.NOW))
                    .extracting(Problem::kind, p -> p.evidence().get(Problem.Evidence.FILE))
                    .containsExactly(Problem.Kind.JOURNAL_DISK_FULL, file.toString());
            assertThat(acknowledged).isNotEmpty();
            assertThat(ids(journal)).as("while it is full").isEqualTo(acknowledged);
            assertThat(run("mount", "-o", "remount,size=16m", disk.toString())).isTrue();
            journal.intend(Journals.rebuild("9999", 1, 1));
            acknowledged.add("9999");
        }
        try (Journal journal = open(file)) {
            assertThat(journal.setAside()).isEmpty();
            assertThat(ids(journal)).isEqualTo(acknowledged);
            Verification ledger = journal.ledger().verify(List.of(), (d, a) -> {}, () -> false);
            assertThat(ledger.holds()).isTrue();
            assertThat(ledger.checked()).isEqualTo(1 + (acknowledged.size() - 1) * 4L + 1);
        }
    }

    @Test
    void aJournalThatWasOpenWhenTheDiskWasFullAndIsKilledStillHoldsWhatWasAcknowledged()
            throws Exception {
        Path disk = disk("size=768k");
        Path file = disk.resolve("journal.db");
        List<String> acknowledged = new ArrayList<>();
        Path elsewhere = folder.resolve("as-after-a-kill");
        Files.createDirectories(elsewhere);
        try (Journal journal = open(file)) {
            failure(() -> {
                for (int i = 1000; i < 5000; i++) {
                    journal.intend(Journals.rebuild("" + i, 2, 20));
                    acknowledged.add("" + i);
                }
            });
            // What a killed process leaves: the file and what was not merged into it.
            for (String name : List.of("journal.db", "journal.db-wal")) {
                if (Files.exists(disk.resolve(name))) {
                    Files.copy(disk.resolve(name), elsewhere.resolve(name));
                }
            }
        }
        try (Journal journal = open(elsewhere.resolve("journal.db"))) {
            assertThat(ids(journal)).isEqualTo(acknowledged);
        }
    }

    @Test
    void aJournalOnAFullDiskIsToldAsSuchAndLeftAlone() throws Exception {
        Path disk = disk("size=64k");
        Path file = disk.resolve("journal.db");
        Files.write(disk.resolve("ballast"), new byte[60 << 10]);

        assertThat(failure(() -> open(file).close()).reason())
                .isEqualTo(JournalException.Cause.DISK_FULL);

        Files.delete(disk.resolve("ballast"));
        assertThat(run("mount", "-o", "remount,size=4m", disk.toString())).isTrue();
        try (Journal journal = open(file)) {
            assertThat(journal.setAside())
                    .satisfiesAnyOf(
                            aside -> assertThat(aside).isEmpty(),
                            aside -> assertThat(aside.orElseThrow()).isEmptyFile());
        }
    }

    @Test
    void aReadOnlyHomeIsToldBeforeAnythingIsDone() throws Exception {
        Path disk = disk("size=4m");
        Path file = disk.resolve("home/journal.db");
        try (Journal journal = open(file)) {
            Journals.carryOut(journal, Journals.rebuild("1", 1, 1));
        }
        assertThat(run("mount", "-o", "remount,ro", disk.toString())).isTrue();

        assertThatThrownBy(() -> Home.open(file.getParent()))
                .isInstanceOf(HomeException.class)
                .extracting(e -> ((HomeException) e).reason())
                .isEqualTo(HomeException.Reason.NOT_WRITABLE);
        assertThat(failure(() -> open(file).close()).reason())
                .isIn(JournalException.Cause.READ_ONLY, JournalException.Cause.UNREADABLE);

        assertThat(run("mount", "-o", "remount,rw", disk.toString())).isTrue();
        try (Journal journal = open(file)) {
            assertThat(ids(journal)).containsExactly("1");
        }
    }

    @Test
    void aHomeThatTurnsReadOnlyRefusesTheNextIntent() throws Exception {
        Path disk = disk("size=4m");
        Path file = disk.resolve("journal.db");
        Files.writeString(disk.resolve("other"), "x");
        try (Journal journal = open(file)) {
            journal.intend(Journals.rebuild("1", 1, 1));
            // The kernel refuses while files are open for writing, unless it is forced.
            if (run("mount", "-o", "remount,ro", disk.toString())) {
                assertThat(failure(() -> journal.intend(Journals.rebuild("2", 1, 1)))).isNotNull();
                assertThat(run("mount", "-o", "remount,rw", disk.toString())).isTrue();
            }
            assertThat(ids(journal)).containsExactly("1");
        }
    }

    @Test
    void aFolderInItsPlaceIsToldAndLeftAlone() throws IOException {
        Files.createDirectories(file().resolve("inside"));

        JournalException failure = failure(() -> open().close());

        assertThat(failure.reason()).isEqualTo(JournalException.Cause.NOT_A_FILE);
        assertThat(file().resolve("inside")).isDirectory();
    }

    @Test
    void anEmptyFileIsDamageAndNotANewJournal() throws IOException {
        filled(3);
        Files.write(file(), new byte[0]);

        try (Journal journal = open()) {
            assertThat(journal.setAside()).isPresent();
            assertThat(journal.ledger().entry(1).orElseThrow())
                    .extracting(Activity::kind, Activity::code)
                    .containsExactly(ActivityKind.BEGUN, LedgerCodes.AFTER_DAMAGE);
        }
    }

    private byte[] filled(int operations) throws IOException {
        try (Journal journal = open()) {
            for (int i = 0; i < operations; i++) {
                Journals.carryOut(journal, Journals.rebuild("op" + (100 + i), 2, 10));
            }
        }
        return Files.readAllBytes(file());
    }

    static IntStream seeds() {
        return IntStream.range(0, 30);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void flippedBytesAreFoundOrHarmlessAndTheFileIsKept(int seed) throws IOException {
        byte[] sound = filled(12);
        Random random = new Random(seed);
        byte[] damaged = sound.clone();
        int flips = 1 + random.nextInt(64);
        for (int i = 0; i < flips; i++) {
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
        }
        keptOrReadable(damaged);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aTruncatedFileIsSetAside(int seed) throws IOException {
        byte[] sound = filled(12);
        int length = 1 + new Random(seed).nextInt(sound.length - 1);
        byte[] cut = Arrays.copyOf(sound, seed % 4 == 0 ? length / 4096 * 4096 + 1 : length);

        Files.write(file(), cut);
        try (Journal journal = open()) {
            assertThat(journal.setAside().orElseThrow()).hasBinaryContent(cut);
            assertThat(ids(journal)).isEmpty();
        }
    }

    /** Either set aside whole, or opened with all its operations; never anything in between. */
    private void keptOrReadable(byte[] damaged) throws IOException {
        Files.write(file(), damaged);
        try (Journal journal = open()) {
            if (journal.setAside().isPresent()) {
                assertThat(journal.setAside().orElseThrow()).hasBinaryContent(damaged);
                assertThat(ids(journal)).isEmpty();
            } else {
                assertThat(journal.load(1000)).hasSize(12);
            }
            journal.intend(Journals.rebuild("new", 1, 1));
        } catch (JournalException e) {
            assertThat(e.reason()).isEqualTo(JournalException.Cause.NEWER_VERSION);
            assertThat(file()).hasBinaryContent(damaged);
        }
    }

    @Test
    void rowsThatMeanNothingAreFoundAtTheStart() throws Exception {
        filled(3);
        Journals.tamper(file(), "UPDATE operation SET kind='REBVILD' WHERE id='op101'");

        try (Journal journal = open()) {
            assertThat(journal.setAside()).isPresent();
        }
    }

    @Test
    void aCopyInTheJournalsPlaceSendsNothingAgain() throws IOException {
        Path copies = folder.resolve("copies");
        try (Journal journal = open()) {
            Journals.carryOut(journal, Journals.rebuild("1", 1, 1));
            Recorded open = Journals.rebuild("2", 3, 1);
            journal.intend(open);
            RequestRow sent = open.requests().getFirst().leaving(Journals.NOW);
            journal.record("2", Journals.change(List.of(sent), List.of(), null));
            assertThat(copies(journal, copies, 5).makeIfDue(Journals.NOW))
                    .isEqualTo(JournalCopies.Result.MADE);
            // After the copy the second leaves, too; the copy cannot know.
            RequestRow second = open.requests().get(1).leaving(Journals.NOW);
            journal.record("2", Journals.change(List.of(second), List.of(), null));
        }
        Files.writeString(file(), "damaged".repeat(2000));
        try (Journal journal = open()) {
            assertThat(journal.setAside()).isPresent();
        }
        Path copy = JournalCopies.newestGood(copies).orElseThrow();
        Files.delete(file());
        Files.copy(copy, file());

        try (Journal journal = open()) {
            assertThat(journal.setAside()).isEmpty();
            assertThat(journal.history().read("2").orElseThrow().requests())
                    .as("nothing of it is sendable")
                    .extracting(RequestRow::state)
                    .containsOnly(RequestState.SENT);
            assertThat(journal.history().read("1").orElseThrow().requests())
                    .extracting(RequestRow::state)
                    .containsOnly(RequestState.ACCEPTED);
            Activity last = journal.ledger().entry(journal.ledger().head().seq()).orElseThrow();
            assertThat(last.kind()).isEqualTo(ActivityKind.RESTORED);
            assertThat(last.note()).as("how many are in doubt").isEqualTo("2");
            assertThat(journal.ledger().verify(List.of(copy), (d, a) -> {}, () -> false).holds())
                    .isTrue();
        }
        LedgerHead head;
        try (Journal journal = open()) {
            head = journal.ledger().head();
        }
        try (Journal journal = open()) {
            assertThat(journal.ledger().head()).as("only once").isEqualTo(head);
        }
    }

    private static JournalCopies copies(Journal journal, Path folder, int keep) {
        return new JournalCopies(journal, folder, keep, f -> Long.MAX_VALUE);
    }

    @Test
    void copiesAreMadeOnceADayAndTheOldestGo() throws IOException {
        Path folder = this.folder.resolve("copies");
        try (Journal journal = open()) {
            JournalCopies copies = copies(journal, folder, 3);
            for (int day = 0; day < 5; day++) {
                assertThat(copies.makeIfDue(Journals.NOW.plusSeconds(86_400L * day)))
                        .isEqualTo(JournalCopies.Result.MADE);
                assertThat(copies.makeIfDue(Journals.NOW.plusSeconds(86_400L * day + 60)))
                        .isEqualTo(JournalCopies.Result.NOT_DUE);
            }
            assertThat(names(folder))
                    .containsExactly(
                            "journal-2026-11-25.db",
                            "journal-2026-11-24.db",
                            "journal-2026-11-23.db");
            // The clock goes back: a copy of today is made, and none of the others is lost to it.
            copies.makeIfDue(Journals.NOW.minusSeconds(86_400L * 30));
            assertThat(names(folder)).hasSize(4).endsWith("journal-2026-10-22.db");
        }
    }

    private static List<String> names(Path folder) {
        return JournalCopies.list(folder).stream()
                .map(f -> String.valueOf(f.getFileName()))
                .toList();
    }

    @Test
    void noCopyIsMadeWhenTheDiskIsNearlyFullOrCannotBeWritten() throws Exception {
        Path folder = this.folder.resolve("copies");
        try (Journal journal = open()) {
            assertThat(new JournalCopies(journal, folder, 3, f -> 1000).makeIfDue(Journals.NOW))
                    .isEqualTo(JournalCopies.Result.DISK_NEARLY_FULL);
            assertThat(folder).isEmptyDirectory();
            Path disk = disk("size=16k");
            assertThat(copies(journal, disk, 3).makeIfDue(Journals.NOW))
                    .isEqualTo(JournalCopies.Result.FAILED);
            assertThat(disk).isEmptyDirectory();
            Files.writeString(this.folder.resolve("in-the-way"), "x");
            assertThat(
                            copies(journal, this.folder.resolve("in-the-way"), 3)
                                    .makeIfDue(Journals.NOW))
                    .isEqualTo(JournalCopies.Result.FAILED);
        }
    }

    @Test
    void onlyAGoodCopyIsOffered() throws IOException {
        Path folder = this.folder.resolve("copies");
        try (Journal journal = open()) {
            JournalCopies copies = copies(journal, folder, 9);
            copies.makeIfDue(Journals.NOW);
            copies.makeIfDue(Journals.NOW.plusSeconds(86_400));
            // A copy that was interrupted has not got its name yet.
            Files.writeString(folder.resolve("journal-2026-11-29.db.part"), "half");
        }
        assertThat(JournalCopies.newestGood(folder).orElseThrow())
                .hasFileName("journal-2026-11-22.db");

        Files.write(
                folder.resolve("journal-2026-11-22.db"),
                "no database at all ".repeat(300).getBytes(StandardCharsets.UTF_8));

        assertThat(JournalCopies.newestGood(folder).orElseThrow())
                .hasFileName("journal-2026-11-21.db");
        assertThat(JournalCopies.newestGood(folder.resolve("missing"))).isEmpty();
    }
}
