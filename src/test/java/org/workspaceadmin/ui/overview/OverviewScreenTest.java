package org.workspaceadmin.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
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
import org.workspaceadmin.fleet.LiveFleet;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.operation.Draft;
import org.workspaceadmin.operation.SimulatedBench;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Workers;
import org.workspaceadmin.ui.common.FilePort;
import org.workspaceadmin.ui.common.FxUiExecutor;
import org.workspaceadmin.ui.common.Now;
import org.workspaceadmin.ui.common.Pictures;
import org.workspaceadmin.ui.common.Skin;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.Theme;
import org.workspaceadmin.ui.common.UiContext;

/** The overview before the simulated service: its figures are the truth, and each opens a list. */
@ExtendWith(ApplicationExtension.class)
class OverviewScreenTest {
    @TempDir Path folder;

    private final List<String> opened = new ArrayList<>();
    private final Texts texts = new Texts(Language.ENGLISH);
    private final FxRobot robot = new FxRobot();
    private Stage stage;
    private SimulatedBench bench;
    private LiveFleet fleet;
    private Now now;
    private OverviewScreen screen;
    private Scene scene;

    @Start
    void start(Stage first) {
        stage = first;
    }

    @AfterEach
    void stop() {
        robot.interact(screen::close);
        now.close();
        fleet.close();
        bench.close();
    }

    private void open() throws IOException {
        bench = new SimulatedBench(folder, options -> options.withJobTime(Duration.ofSeconds(2)));
        Timer timer = Timer.system();
        Workers workers = Workers.virtual("test");
        fleet = LiveFleet.of(bench.cloud, workers, timer);
        FxUiExecutor ui = new FxUiExecutor();
        now = new Now(timer, ui);
        UiContext context =
                new UiContext(
                        texts, now, timer, workers, ui, text -> {}, new NoFiles(), page -> {});
        robot.interact(() -> {
            screen =
                    new OverviewScreen(
                            new OverviewViewModel(
                                    fleet,
                                    bench.engine,
                                    since -> bench.journal().history().outcomes(since),
                                    context,
                                    ZoneId.systemDefault()),
                            new Links(),
                            state -> state.kind().name(),
                            context);
            new Skin(Theme.LIGHT);
            scene = new Scene(new StackPane(screen.root()), 832, 620);
            Skin.dress(scene);
            stage.setScene(scene);
            stage.show();
            screen.shown();
        });
    }

    @Test
    void figuresAreTheTruthAndOpenWhatIsBehindThem() throws IOException {
        open();
        until(
                "every Windows desktop was asked for its domain",
                () ->
                        fleet.rows().size() == 300
                                && count("domain", "domain-in") > 0
                                && scene.lookup("#overview-domain-domain-not_asked") == null);
        long out =
                fleet.rows().stream()
                        .filter(r -> r.domain() != null)
                        .filter(r -> r.domain().membership().name().equals("OUT"))
                        .count();
        assertThat(count("domain", "domain-out")).isEqualTo(out).isPositive();
        assertThat(count("status", "status-active"))
                .isEqualTo((int) fleet.rows().stream().filter(r -> r.desktop().active()).count());

        press("overview-domain-domain-out");
        press("overview-status-status-error");
        press("overview-all-desktops");

        assertThat(opened)
                .containsExactly("desktops domain:out", "desktops status:error", "desktops ");
    }

    @Test
    void whatIsUnderWayAndHowTheDayWent() throws IOException {
        open();
        List<Desktop> good = bench.outOfDomain(4, "succeed");
        bench.edit(good.getFirst(), "{\"outcome\":\"fail\"}");
        String first = bench.submit(new Draft.Rejoin(good));
        // Pressed the moment they are there: the operation may end at any time.
        until("it is listed", () -> pressed("overview-job-" + first));
        until(
                "its desktops are listed as running",
                () -> good.stream().anyMatch(d -> pressed("overview-slow-" + d.name())));
        picture("overview-running");
        assertThat(opened).containsExactly("job " + first, "job " + first);
        press("overview-open-all");
        assertThat(opened).endsWith("open");
        opened.clear();

        assertThat(bench.ended(first).count(Outcome.FAILED)).isEqualTo(1);
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        until(
                "the day has its column",
                () -> {
                    Node bar = scene.lookup("#overview-day-" + today + "-SUCCEEDED");
                    return bar != null && bar.getAccessibleText().contains("3 succeeded, 1 failed");
                });
        assertThat(words()).contains("Nothing is under way.");

        robot.interact(() -> scene.lookup("#overview-day-" + today + "-SUCCEEDED").requestFocus());
        robot.push(KeyCode.ENTER);
        assertThat(opened).containsExactly("day " + today);
        picture("overview");
        robot.interact(() -> {
            texts.setLanguage(Language.CHINESE);
            new Skin(Theme.DARK);
        });
        picture("overview-dark-zh");
        assertThat(words()).contains("概览").doesNotContain("Nothing is under way.");
        robot.interact(() -> new Skin(Theme.LIGHT));
    }

    private int count(String card, String filter) {
        Node row = scene.lookup("#overview-" + card + "-" + filter);
        if (!(row instanceof Button button)) {
            return 0;
        }
        String said = button.getAccessibleText().replaceAll("^[^:]*: ([0-9,]+) .*$", "$1");
        return Integer.parseInt(said.replace(",", ""));
    }

    private String words() {
        StringBuilder all = new StringBuilder();
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {
            for (Node node : scene.getRoot().lookupAll(".label")) {
                if (node instanceof Labeled labeled) {
                    all.append(labeled.getText()).append('\n');
                }
            }
        });
        return all.toString();
    }

    private void press(String id) {
        robot.interact(() -> ((Button) scene.lookup("#" + id)).fire());
    }

    private boolean pressed(String id) {
        if (!(scene.lookup("#" + id) instanceof Button button)) {
            return false;
        }
        button.fire();
        return true;
    }

    private void picture(String name) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> Pictures.save(scene, name));
    }

    private static void until(String what, BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    60,
                    TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
        } catch (TimeoutException e) {
            throw new AssertionError("never came true: " + what, e);
        }
    }

    private final class Links implements OverviewLinks {
        @Override
        public void desktops(String filter) {
            opened.add("desktops " + filter);
        }

        @Override
        public void openJobs() {
            opened.add("open");
        }

        @Override
        public void jobsOf(LocalDate day) {
            opened.add("day " + day);
        }

        @Override
        public void job(String operationId) {
            opened.add("job " + operationId);
        }
    }

    private static final class NoFiles implements FilePort {
        @Override
        public Optional<Path> chooseToSave(
                String title, String name, String kind, List<String> patterns) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> chooseToOpen(String title, String kind, List<String> patterns) {
            return Optional.empty();
        }
    }
}
