package org.workspaceadmin.ui.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.journal.Act;
import org.workspaceadmin.journal.ActivityKind;
import org.workspaceadmin.journal.Journal;
import org.workspaceadmin.journal.JournalCopies;
import org.workspaceadmin.journal.Journals;
import org.workspaceadmin.journal.Machine;
import org.workspaceadmin.journal.Recorded;
import org.workspaceadmin.journal.RequestRow;
import org.workspaceadmin.journal.RequestState;
import org.workspaceadmin.journal.UnlockRow;
import org.workspaceadmin.model.Actor;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Workers;
import org.workspaceadmin.ui.common.CssLog;
import org.workspaceadmin.ui.common.FilePort;
import org.workspaceadmin.ui.common.FxUiExecutor;
import org.workspaceadmin.ui.common.Now;
import org.workspaceadmin.ui.common.Pictures;
import org.workspaceadmin.ui.common.Skin;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.Theme;
import org.workspaceadmin.ui.common.UiContext;

/** The place on a real journal, with real background threads. */
@ExtendWith(ApplicationExtension.class)
class ActivityScreenTest {
    @TempDir Path folder;

    private final CssLog css = new CssLog();
    private final Texts texts = new Texts(Language.ENGLISH);
    private final List<String> copied = new ArrayList<>();
    private final List<String> jobs = new ArrayList<>();
    private Optional<Path> chosen = Optional.empty();
    private Journal journal;
    private Skin skin;
    private Scene scene;
    private Stage window;
    private ActivityScreen screen;

    @Start
    void start(Stage stage) {
        window = stage;
        skin = new Skin(Theme.LIGHT);
    }

    private Path file() {
        return folder.resolve("journal.db");
    }

    private Path copies() {
        return folder.resolve("copies");
    }

    private void open() {
        journal =
                Journal.open(
                        file(),
                        UnaryOperator.identity(),
                        () -> Journals.NOW,
                        new Machine("ws-17", "a.lin"));
        journal.actors(id -> Actor.user("acme", "a.lin"));
    }

    private void show(FxRobot robot) {
        FxUiExecutor ui = new FxUiExecutor();
        Timer timer = Timer.system();
        UiContext context =
                new UiContext(
                        texts,
                        new Now(timer, ui),
                        timer,
                        Workers.virtual("test"),
                        ui,
                        copied::add,
                        new ChosenFile(),
                        page -> {});
        robot.interact(() -> {
            screen =
                    new ActivityScreen(
                            new ActivityViewModel(
                                    journal.ledger(), () -> JournalCopies.list(copies()), context),
                            jobs::add,
                            context);
            scene = new Scene(new StackPane(screen.root()), 824, 620);
            Skin.dress(scene);
            window.setScene(scene);
            window.show();
            screen.shown();
        });
    }

    private final class ChosenFile implements FilePort {
        @Override
        public Optional<Path> chooseToSave(
                String title, String name, String kind, List<String> patterns) {
            return chosen;
        }

        @Override
        public Optional<Path> chooseToOpen(String title, String kind, List<String> patterns) {
            return Optional.empty();
        }
    }

    @AfterEach
    void end(FxRobot robot) {
        robot.interact(() -> {
            if (screen != null) {
                screen.close();
            }
        });
        journal.close();
        css.assertEmpty();
        css.close();
    }

    /** An ordinary day: an operation that went well, one with trouble, an unlock. */
    private void aDay() {
        journal.unlocked(
                new UnlockRow(
                        "u",
                        "c-1",
                        "Production",
                        "CHG-4711",
                        Journals.NOW,
                        Journals.NOW.plusSeconds(900),
                        null));
        Journals.carryOut(journal, Journals.rebuild("0001", 1, 3));
        Recorded second = Journals.rebuild("0002", 3, 2);
        journal.intend(second);
        Problem busy =
                new Problem(
                        Problem.Kind.CONFLICT,
                        "POST /v2/p/desktops/rebuild",
                        409,
                        "WKS.00010032",
                        "The desktop is busy.",
                        "",
                        "",
                        "req-0002-0",
                        "",
                        null,
                        Journals.NOW);
        Problem lost = Problem.without(Problem.Kind.TIMEOUT, "", "", Journals.NOW);
        settle(second.requests().get(0), RequestState.REFUSED, busy);
        settle(second.requests().get(1), RequestState.UNANSWERED, lost);
        journal.act("0002", new Act(ActivityKind.RESUMED, "", "after lunch"));
        settle(second.requests().get(2), RequestState.DROPPED, null);
        journal.locked("u", Journals.NOW.plusSeconds(60));
    }

    private void settle(
            RequestRow request,
            RequestState state,
            @org.jspecify.annotations.Nullable Problem why) {
        RequestRow now = state == RequestState.DROPPED ? request : request.leaving(Journals.NOW);
        journal.record("0002", Journals.change(List.of(now), List.of(), null));
        journal.record(
                "0002",
                Journals.change(List.of(now.stopped(state, why, Journals.NOW)), List.of(), null));
    }

    @SuppressWarnings("unchecked")
    private static TableView<ActivityRow> table(FxRobot robot) {
        return robot.lookup("#activity-table").queryAs(TableView.class);
    }

    private static String text(FxRobot robot, String selector) {
        return robot.lookup(selector).queryAs(Labeled.class).getText();
    }

    private static void until(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    20, java.util.concurrent.TimeUnit.SECONDS, condition::getAsBoolean);
            WaitForAsyncUtils.waitForFxEvents();
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError("not in time", e);
        }
    }

    private void rows(FxRobot robot, int count) {
        until(() -> table(robot).getItems().size() == count);
    }

    @Test
    void tellsWhoDidWhatAndShowsTheRequestOfTheSelectedEntry(FxRobot robot) {
        open();
        aDay();
        show(robot);
        rows(robot, 16);
        until(() -> !robot.lookup("Refused").queryAll().isEmpty());
        assertThat(robot.lookup("acme/a.lin").queryAll()).isNotEmpty();
        robot.clickOn("Refused");
        until(() -> text(robot, "#activity-title").equals("Rebuild system disks"));
        assertThat(robot.lookup("#activity-request").queryAs(TextArea.class).getText())
                .startsWith("POST /v2/p/desktops/rebuild\n\n{")
                .contains("\"image_id\": \"img\"");
        assertThat(robot.lookup("a.lin @ ws-17").queryAll()).isNotEmpty();
        assertThat(robot.lookup("The desktop is busy.").queryAll()).isNotEmpty();
        robot.clickOn("#activity-job");
        assertThat(jobs).containsExactly("0002");
        robot.clickOn("#activity-copy");
        assertThat(copied.getFirst()).contains("WKS.00010032").contains("req-0002-0");
        picture(robot, "activity");
        robot.interact(() -> skin.themeProperty().set(Theme.DARK));
        picture(robot, "activity-dark");
        robot.interact(() -> {
            skin.themeProperty().set(Theme.LIGHT);
            texts.setLanguage(Language.CHINESE);
        });
        assertThat(robot.lookup("被拒绝").queryAll()).isNotEmpty();
        picture(robot, "activity-zh");
    }

    @Test
    void narrowsTheListByWordsSubjectPersonConnectionAndTime(FxRobot robot) {
        open();
        aDay();
        show(robot);
        rows(robot, 16);
        robot.clickOn("#activity-search").write("fin-0001-2");
        rows(robot, 1);
        robot.eraseText(10);
        rows(robot, 16);
        choose(robot, "subject", Subject.TROUBLE);
        rows(robot, 2);
        choose(robot, "subject", Subject.LOCKS);
        rows(robot, 2);
        choose(robot, "subject", Subject.ALL);
        choose(robot, "who", "acme/a.lin");
        rows(robot, 15);
        choose(robot, "period", Period.DAY);
        boolean past = Instant.now().isAfter(Journals.NOW.plusSeconds(86_400));
        rows(robot, past ? 0 : 15);
        robot.clickOn("#activity-search").write("no such thing");
        rows(robot, 0);
        until(() -> !robot.lookup("No entry fits").queryAll().isEmpty());
        picture(robot, "activity-empty");
        robot.clickOn("Show all entries");
        rows(robot, 16);
    }

    private static <T> void choose(FxRobot robot, String by, T value) {
        robot.interact(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<T> combo = robot.lookup("#activity-by-" + by).queryAs(ComboBox.class);
            assertThat(combo.getItems()).contains(value);
            combo.setValue(value);
        });
    }

    @Test
    void provesTheLedgerAndComparesItWithTheCopies(FxRobot robot) {
        open();
        aDay();
        new JournalCopies(journal, copies(), 3).makeIfDue(Journals.NOW);
        show(robot);
        rows(robot, 16);
        robot.clickOn("#activity-verify");
        until(() -> text(robot, "#activity-verdict").startsWith("The chain holds: 16 entries"));
        assertThat(text(robot, "#activity-verdict-text"))
                .contains(journal.ledger().head().hash())
                .contains("One daily copy of the journal agrees.");
        picture(robot, "activity-verified");
        robot.clickOn("#activity-dismiss");
        assertThat(robot.lookup("#activity-band").query().isVisible()).isFalse();
    }

    @Test
    void findsARowThatWasTamperedWith(FxRobot robot) throws Exception {
        open();
        aDay();
        journal.close();
        Journals.tamper(
                file(),
                "DROP TRIGGER activity_stays",
                "UPDATE activity SET actor='acme/somebody.else' WHERE seq=4");
        open();
        show(robot);
        rows(robot, 16);
        robot.clickOn("#activity-verify");
        until(() -> text(robot, "#activity-verdict").equals("Entry 4 is not what was written"));
        assertThat(text(robot, "#activity-verdict-text")).contains("(3 were proven)");
        picture(robot, "activity-tampered");
        robot.interact(() -> skin.themeProperty().set(Theme.DARK));
        picture(robot, "activity-tampered-dark");
    }

    @Test
    void writesWhatIsListedOut(FxRobot robot) throws Exception {
        open();
        aDay();
        show(robot);
        rows(robot, 16);
        choose(robot, "subject", Subject.TROUBLE);
        rows(robot, 2);
        export(robot, "csv");
        assertThat(robot.lookup("#activity-band").query().isVisible())
                .as("the operator chose no file")
                .isFalse();
        chosen = Optional.of(folder.resolve("activity.csv"));
        export(robot, "csv");
        until(() -> text(robot, "#activity-verdict").startsWith("2 entries were written to "));
        assertThat(Files.readAllLines(chosen.orElseThrow()))
                .hasSize(3)
                .anySatisfy(line -> assertThat(line).contains(",REFUSED,"));
        chosen = Optional.of(folder.resolve("activity.jsonl"));
        export(robot, "jsonl");
        until(() -> Files.exists(folder.resolve("activity.jsonl")));
        assertThat(Files.readAllLines(folder.resolve("activity.jsonl"))).hasSize(2);
        chosen = Optional.of(folder.resolve("missing/activity.csv"));
        export(robot, "csv");
        until(() -> text(robot, "#activity-verdict").equals("The file could not be written"));
    }

    private static void export(FxRobot robot, String format) {
        robot.interact(() ->
                robot.lookup("#activity-export").queryAs(MenuButton.class).getItems().stream()
                        .filter(item -> item.getId().equals("activity-export-" + format))
                        .findFirst()
                        .orElseThrow()
                        .fire());
    }

    @Test
    void aHundredThousandEntriesAreReadAsTheyAreScrolledTo(FxRobot robot) throws Exception {
        open();
        Journals.carryOut(journal, Journals.rebuild("0001", 1, 1));
        journal.close();
        Journals.tamper(
                file(),
                "DROP TRIGGER activity_grows",
                "WITH RECURSIVE n(x) AS (SELECT 6 UNION ALL SELECT x + 1 FROM n WHERE x < 100000)"
                        + " INSERT INTO activity SELECT x, at, kind, actor_kind, actor, host,"
                        + " os_user, connection_id, connection_name, operation, operation_kind,"
                        + " request, method, path, body, targets, target_count, 'reason ' || x,"
                        + " http_status, request_id, job_id, code, note, previous, hash"
                        + " FROM activity, n WHERE seq=3",
                "UPDATE activity_head SET seq=100000");
        open();
        show(robot);
        rows(robot, 100_000);
        TableView<ActivityRow> table = table(robot);
        until(() -> table.getItems().getFirst().shownProperty().get().entry() != null);
        Stalls stalls = new Stalls();
        robot.interact(stalls::begin);
        for (int row : new int[] {50_000, 99_990, 10, 73_000, 20_000}) {
            robot.interact(() -> table.scrollTo(row));
            until(() -> table.getItems().get(row).shownProperty().get().entry() != null);
        }
        for (int row = 0; row < 100_000; row += 2_500) {
            int there = row;
            robot.interact(() -> table.scrollTo(there));
        }
        robot.interact(stalls::end);
        System.out.println("longest stall of the UI thread: " + stalls.longest() + " ms");
        // On an idle machine it is a frame or two; reading pages on this thread would take seconds.
        assertThat(stalls.longest()).as("milliseconds").isLessThan(3_000);
        long read =
                table.getItems().stream()
                        .filter(row -> row.shownProperty().get().entry() != null)
                        .count();
        assertThat(read).as("only what was on screen is kept").isLessThan(4_200);
        assertThat(robot.lookup("#activity-newer").queryAs(Button.class).isVisible()).isFalse();
        journal.act("0001", new Act(ActivityKind.RESUMED, "", ""));
        until(() -> robot.lookup("#activity-newer").queryAs(Button.class).isVisible());
        assertThat(text(robot, "#activity-newer")).isEqualTo("1 new entry: show");
        robot.clickOn("#activity-newer");
        rows(robot, 100_001);
    }

    /** The longest time between two pulses of the UI thread. */
    private static final class Stalls extends javafx.animation.AnimationTimer {
        private long last;
        private long longest;

        void begin() {
            start();
        }

        @Override
        public void handle(long now) {
            if (last != 0) {
                longest = Math.max(longest, now - last);
            }
            last = now;
        }

        void end() {
            stop();
        }

        long longest() {
            return longest / 1_000_000;
        }
    }

    private void picture(FxRobot robot, String name) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> Pictures.save(scene, name));
    }
}
