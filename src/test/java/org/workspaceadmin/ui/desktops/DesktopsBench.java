package org.workspaceadmin.ui.desktops;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.workspaceadmin.bench.BenchReport;
import org.workspaceadmin.fleet.DesktopRow;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.operation.Draft;
import org.workspaceadmin.task.ManualTimer;
import org.workspaceadmin.task.Workers;
import org.workspaceadmin.ui.common.FilePort;
import org.workspaceadmin.ui.common.FxUiExecutor;
import org.workspaceadmin.ui.common.Now;
import org.workspaceadmin.ui.common.OperationDialogs;
import org.workspaceadmin.ui.common.Skin;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.Theme;
import org.workspaceadmin.ui.common.UiContext;

/**
 * How long the UI thread is busy with 50,000 desktops on screen. Times are CPU time of the UI
 * thread; "with layout" adds the table's own work of showing the result.
 */
@Tag("bench")
@ExtendWith(ApplicationExtension.class)
class DesktopsBench {
    private static final int COUNT = 50_000;
    private static final int WARM_UP = 5;
    private static final int ROUNDS = 15;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final ManualTimer timer = new ManualTimer(SampleFleet.NOW);
    private final FakeFleet fleet = new FakeFleet();
    private DesktopsViewModel model;
    private Scene scene;
    private TableView<DesktopItem> table;

    @Start
    void start(Stage stage) {
        new Skin(Theme.LIGHT);
        Texts texts = new Texts(Language.ENGLISH);
        FxUiExecutor ui = new FxUiExecutor();
        UiContext context =
                new UiContext(
                        texts,
                        new Now(timer, ui),
                        timer,
                        Workers.sameThread(),
                        ui,
                        text -> {},
                        FilePortOf.NOWHERE,
                        page -> {});
        fleet.with(SampleFleet.rows(COUNT, 1));
        model = new DesktopsViewModel(fleet, new NoDialogs(), null, context, ZoneOffset.UTC);
        DesktopTable shown = new DesktopTable(model, context);
        table = shown.node();
        scene = new Scene(table, 1000, 700);
        Skin.dress(scene);
        stage.setScene(scene);
        stage.show();
        frame();
    }

    @Test
    void filterPerKey(FxRobot robot) {
        List<Double> keys = new ArrayList<>();
        List<Double> shown = new ArrayList<>();
        for (String typed : List.of("fin-00", "user:lin", "domain:out", "没有", "10.1.2")) {
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                boolean counts = round >= 0;
                robot.interact(() -> {
                    model.filterTextProperty().set("");
                    layout();
                    for (int i = 1; i <= typed.length(); i++) {
                        String text = typed.substring(0, i);
                        double key = millis(() -> model.filterTextProperty().set(text));
                        double laidOut = millis(this::layout);
                        if (counts) {
                            keys.add(key);
                            shown.add(key + laidOut);
                        }
                    }
                });
            }
        }
        BenchReport.add("desktops.50000.filterPerKey", "ms", values(keys));
        BenchReport.add("desktops.50000.filterPerKeyWithLayout", "ms", values(shown));
        assertThat(median(keys)).as("a key must fit into a frame").isLessThan(16);
    }

    @Test
    void sortSelectAndMerge(FxRobot robot) {
        List<Double> sorting = new ArrayList<>();
        List<Double> reordering = new ArrayList<>();
        List<Double> selecting = new ArrayList<>();
        List<Double> clearing = new ArrayList<>();
        List<Double> filteringSelected = new ArrayList<>();
        DesktopColumn[] columns = {DesktopColumn.NAME, DesktopColumn.IP, DesktopColumn.DOMAIN};
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            DesktopColumn column = columns[Math.floorMod(round, columns.length)];
            boolean counts = round >= 0;
            robot.interact(() -> {
                Arrangement arrangement = new Arrangement();
                arrangement.update(model.rows().stream().map(DesktopItem::facts).toList());
                Arrangement.Snapshot snapshot = arrangement.snapshot();
                List<DesktopItem[]> sorted = new ArrayList<>();
                double sort = millis(() -> sorted.add(Arrangement.sort(snapshot, column, counts)));
                double reorder = millis(() -> arrangement.reorder(sorted.getFirst()));
                double select = millis(() -> table.getSelectionModel().selectAll());
                double filter = millis(() -> model.filterTextProperty().set("fin"));
                model.filterTextProperty().set("");
                table.getSelectionModel().selectAll();
                double clear = millis(() -> table.getSelectionModel().clearAndSelect(7));
                layout();
                if (counts) {
                    sorting.add(sort);
                    reordering.add(reorder);
                    selecting.add(select);
                    clearing.add(clear);
                    filteringSelected.add(filter);
                }
            });
        }
        BenchReport.add("desktops.50000.sortInBackground", "ms", values(sorting));
        BenchReport.add("desktops.50000.showSorted", "ms", values(reordering));
        BenchReport.add("desktops.50000.selectAll", "ms", values(selecting));
        BenchReport.add("desktops.50000.clickAfterSelectAll", "ms", values(clearing));
        BenchReport.add("desktops.50000.filterWithAllSelected", "ms", values(filteringSelected));
        assertThat(median(selecting)).isLessThan(100);
        assertThat(median(clearing)).isLessThan(100);
    }

    @Test
    void mergeARefresh(FxRobot robot) {
        for (int changed : List.of(500, COUNT)) {
            List<Double> merging = new ArrayList<>();
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                List<DesktopRow> rows = SampleFleet.rows(COUNT, round).subList(0, changed);
                fleet.publish(rows);
                boolean counts = round >= 0;
                robot.interact(() -> {
                    double merge = millis(this::frame);
                    layout();
                    if (counts) {
                        merging.add(merge);
                    }
                });
            }
            BenchReport.add("desktops.50000.merge" + changed + "Changed", "ms", values(merging));
        }
    }

    private void frame() {
        timer.advance(Duration.ofMillis(16));
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

    /** Nobody exports here. */
    private static final class FilePortOf {
        static final FilePort NOWHERE =
                new FilePort() {
                    @Override
                    public Optional<Path> chooseToSave(
                            String title, String name, String kind, List<String> patterns) {
                        return Optional.empty();
                    }

                    @Override
                    public Optional<Path> chooseToOpen(
                            String title, String kind, List<String> patterns) {
                        return Optional.empty();
                    }
                };

        private FilePortOf() {}
    }

    private static final class NoDialogs implements OperationDialogs {
        @Override
        public void rejoin(List<Desktop> desktops) {
            throw new AssertionError();
        }

        @Override
        public void updateSids(List<Desktop> desktops) {
            throw new AssertionError();
        }

        @Override
        public void changeUserName(@Nullable Desktop desktop) {
            throw new AssertionError();
        }

        @Override
        public void rebuild(List<Desktop> desktops) {
            throw new AssertionError();
        }

        @Override
        public void power(List<Desktop> desktops, Draft.PowerAction action) {
            throw new AssertionError();
        }
    }
}
