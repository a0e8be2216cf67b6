package org.workspaceadmin.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.workspaceadmin.bench.BenchReport;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.OperationState.Phase;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.ui.common.FrameBatch;
import org.workspaceadmin.ui.common.FxUiExecutor;
import org.workspaceadmin.ui.common.Skin;
import org.workspaceadmin.ui.common.Theme;
import org.workspaceadmin.ui.operation.FakeOperations;
import org.workspaceadmin.ui.operation.TestContext;

/**
 * How long the UI thread is busy with 20,000 targets on the monitor: in 1,000 open operations, and
 * in one with every line open. Times are CPU time of the UI thread for one batch of changes.
 */
@Tag("bench")
@ExtendWith(ApplicationExtension.class)
class JobsBench {
    private static final int WARM_UP = 10;
    private static final int ROUNDS = 30;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final FakeOperations operations = new FakeOperations();
    private TestContext test;
    private JobsViewModel model;
    private Scene scene;

    @Start
    void start(Stage stage) {
        new Skin(Theme.LIGHT);
        test = new TestContext(new FxUiExecutor());
        JobTexts words = new JobTexts(test.texts);
        model = new JobsViewModel(operations, test.ui, words::sentence);
        JobsScreen screen = new JobsScreen(model, words, test.ui);
        model.start();
        scene = new Scene(new StackPane(screen.root()), 1000, 700);
        Skin.dress(scene);
        stage.setScene(scene);
        stage.show();
        screen.shown();
    }

    @Test
    void aThousandOpenOperations(FxRobot robot) {
        List<OperationState> states = new ArrayList<>();
        for (int i = 1; i <= 1_000; i++) {
            states.add(running(i, 20));
        }
        robot.interact(() -> {
            states.forEach(operations::publish);
            frame();
            model.select("op-00500");
            layout();
        });
        List<Double> merging = new ArrayList<>();
        List<Double> showing = new ArrayList<>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            boolean counts = round >= 0;
            int target = Math.floorMod(round, 20);
            robot.interact(() -> {
                for (int i = 0; i < states.size(); i += 10) {
                    states.set(i, TestJobs.ended(states.get(i), target));
                    operations.publish(states.get(i));
                }
                double merge = millis(this::frame);
                double shown = millis(this::layout);
                if (counts) {
                    merging.add(merge);
                    showing.add(merge + shown);
                }
            });
        }
        BenchReport.add("jobs.1000.merge100Changed", "ms", values(merging));
        BenchReport.add("jobs.1000.merge100ChangedWithLayout", "ms", values(showing));
        assertThat(median(merging)).as("a batch must fit into a frame").isLessThan(16);
    }

    @Test
    void twentyThousandOpenLines(FxRobot robot) {
        List<OperationState> state = new ArrayList<>(List.of(running(1, 20_000)));
        List<Double> opening = new ArrayList<>();
        robot.interact(() -> {
            operations.publish(state.getFirst());
            frame();
            model.select("op-00001");
            layout();
            opening.add(
                    millis(() -> {
                        model.expand(model.lines().getFirst());
                        List.copyOf(model.lines()).forEach(model::expand);
                        layout();
                    }));
        });
        assertThat(model.lines()).hasSize(1 + 200 + 200 + 20_000);
        List<Double> merging = new ArrayList<>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            boolean counts = round >= 0;
            int from = Math.floorMod(round, 200);
            robot.interact(() -> {
                OperationState next = state.getFirst();
                for (int i = from; i < 20_000; i += 200) {
                    next = TestJobs.ended(next, i);
                }
                state.set(0, next);
                operations.publish(next);
                double merge = millis(this::frame);
                layout();
                if (counts) {
                    merging.add(merge);
                }
            });
        }
        BenchReport.add("jobs.20000.openEveryLine", "ms", values(opening));
        BenchReport.add("jobs.20000.merge100Changed", "ms", values(merging));
        assertThat(median(merging)).as("a batch must fit into a frame").isLessThan(16);
    }

    private static OperationState running(int number, int targets) {
        return TestJobs.inRequests(
                number, Phase.RUNNING, 100, Collections.nCopies(targets, Outcome.RUNNING));
    }

    private void frame() {
        test.timer.advance(FrameBatch.FRAME);
    }

    private void layout() {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    /** What the calling thread spends, so that a busy machine does not count as a slow program. */
    private static double millis(Runnable action) {
        long begin = THREADS.getCurrentThreadCpuTime();
        action.run();
        return (THREADS.getCurrentThreadCpuTime() - begin) / 1e6;
    }

    private static double[] values(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double median(List<Double> list) {
        return list.stream().sorted().toList().get(list.size() / 2);
    }
}
