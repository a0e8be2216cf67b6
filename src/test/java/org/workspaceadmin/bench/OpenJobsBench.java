package org.workspaceadmin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.workspaceadmin.cloud.Cloud;
import org.workspaceadmin.cloud.CloudConnection;
import org.workspaceadmin.cloud.CloudSettings;
import org.workspaceadmin.cloud.Credentials;
import org.workspaceadmin.cloud.DesktopQuery;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.journal.Journal;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.DesktopType;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.Image;
import org.workspaceadmin.model.OperationState.Phase;
import org.workspaceadmin.model.OsFamily;
import org.workspaceadmin.model.RebuildOrder;
import org.workspaceadmin.operation.Draft;
import org.workspaceadmin.operation.Engine;
import org.workspaceadmin.operation.EnginePorts;
import org.workspaceadmin.operation.PollSettings;
import org.workspaceadmin.redact.Redactor;
import org.workspaceadmin.simulator.Exchange;
import org.workspaceadmin.simulator.Simulator;
import org.workspaceadmin.simulator.SimulatorOptions;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Workers;
import org.workspaceadmin.ui.common.FxUiExecutor;
import org.workspaceadmin.ui.common.Now;
import org.workspaceadmin.ui.common.Skin;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.Theme;
import org.workspaceadmin.ui.common.UiContext;
import org.workspaceadmin.ui.jobs.JobTexts;
import org.workspaceadmin.ui.jobs.JobsScreen;
import org.workspaceadmin.ui.jobs.JobsViewModel;
import org.workspaceadmin.ui.operation.TestContext;

/**
 * A thousand open jobs over 20,000 desktops, followed at the real pace while the jobs' screen shows
 * them: requests per second, the longest time the UI thread did not answer and the most it computed
 * in such a time (the difference is waiting for a processor, which the service in the same JVM uses
 * too), the heap after a collection at the beginning and at the end. {@code
 * -Dworkspaceadmin.bench.minutes=N} for another time than ten minutes.
 */
@Tag("bench")
@ExtendWith(ApplicationExtension.class)
class OpenJobsBench {
    private static final int JOBS = Integer.getInteger("workspaceadmin.bench.jobs", 1000);
    private static final int TARGETS = 20;
    private static final int MINUTES = Integer.getInteger("workspaceadmin.bench.minutes", 10);

    @TempDir Path folder;

    private final ConcurrentSkipListMap<Long, AtomicInteger> reads = new ConcurrentSkipListMap<>();
    private final AtomicBoolean counting = new AtomicBoolean();
    private final AtomicBoolean done = new AtomicBoolean();
    private final AtomicLong stall = new AtomicLong();
    private final AtomicLong work = new AtomicLong();
    private final AtomicLong computed = new AtomicLong();
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @Test
    @Timeout(3600)
    void aThousandOpenJobs() throws Exception {
        Timer timer = Timer.system();
        try (Simulator simulator =
                        Simulator.start(
                                SimulatorOptions.defaults()
                                        .withDesktops(JOBS * TARGETS * 2)
                                        .withJobTime(Duration.ofMinutes(2L * MINUTES + 20))
                                        .withObserver(this::count));
                CloudConnection cloud = connect(simulator, timer);
                Journal journal =
                        Journal.open(
                                folder.resolve("journal.db"), UnaryOperator.identity(), timer);
                Engine engine =
                        new Engine(
                                journal,
                                Workers.virtual("engine"),
                                timer,
                                PollSettings.standard(),
                                EnginePorts.NONE,
                                UnaryOperator.identity())) {
            engine.attach("c", "Simulated", simulator.projectId(), Generation.V2, cloud);
            begin(engine, cloud);
            show(engine, timer);
            // The screen is warm, and no job is younger than a minute.
            LockSupport.parkNanos(Duration.ofSeconds(75).toNanos());
            long before = heap();
            Thread probe = Thread.ofPlatform().daemon().start(this::probe);
            counting.set(true);
            double[] heaps = new double[MINUTES + 1];
            heaps[0] = before;
            for (int minute = 1; minute <= MINUTES; minute++) {
                LockSupport.parkNanos(Duration.ofMinutes(1).toNanos());
                // A collection stops every thread, the UI thread too; it is not counted.
                done.set(true);
                probe.join();
                heaps[minute] = heap();
                done.set(false);
                probe = Thread.ofPlatform().daemon().start(this::probe);
            }
            counting.set(false);
            done.set(true);
            probe.join();
            int all = reads.values().stream().mapToInt(AtomicInteger::get).sum();
            int most = reads.values().stream().mapToInt(AtomicInteger::get).max().orElse(0);
            BenchReport.add("openJobs.requests", "per second", all / (MINUTES * 60.0));
            BenchReport.add("openJobs.requestsInASecond", "at most", most);
            BenchReport.add("openJobs.uiStall", "ms", stall.get() / 1e6);
            BenchReport.add("openJobs.uiComputing", "ms", work.get() / 1e6);
            BenchReport.add("openJobs.heap", "MiB", heaps);
            assertThat(engine.all()).allMatch(o -> o.phase() == Phase.RUNNING).hasSize(JOBS);
            assertThat(all).isLessThanOrEqualTo(MINUTES * 60 + 10);
        }
    }

    private static CloudConnection connect(Simulator simulator, Timer timer) {
        return Cloud.connect(
                CloudSettings.single(
                        simulator.endpoint(),
                        simulator.projectId(),
                        simulator.region(),
                        Generation.V2),
                new Credentials.AccessKey(
                        simulator.accessKey(), simulator.secretKey().toCharArray()),
                Workers.virtual("bench-call"),
                timer,
                new Redactor());
    }

    private void count(Exchange exchange) {
        if (counting.get()) {
            reads.computeIfAbsent(System.nanoTime() / 1_000_000_000L, s -> new AtomicInteger())
                    .incrementAndGet();
        }
    }

    private static void begin(Engine engine, CloudConnection cloud) {
        List<Desktop> desktops =
                cloud.allDesktops(DesktopQuery.all(), page -> {}).await().desktops().stream()
                        .filter(d -> d.active() && !d.busy() && !d.frozen() && !d.maintenance())
                        .filter(d -> d.osFamily().is(OsFamily.WINDOWS))
                        .filter(d -> d.type().is(DesktopType.DEDICATED))
                        .limit((long) JOBS * TARGETS)
                        .toList();
        assertThat(desktops).hasSize(JOBS * TARGETS);
        Image image =
                cloud.images("gold").await().stream()
                        .filter(i -> i.osFamily().is(OsFamily.WINDOWS))
                        .findFirst()
                        .orElseThrow();
        List<String> ids = new ArrayList<>();
        for (int job = 0; job < JOBS; job++) {
            Draft draft =
                    new Draft.Rebuild(
                            desktops.subList(job * TARGETS, (job + 1) * TARGETS),
                            new RebuildOrder("gold", image.id(), image.name(), "", 0, "", "", ""));
            ids.add(engine.submit(engine.plan("c", draft), "").await());
        }
        Instant end = Instant.now().plusSeconds(120);
        while (engine.all().stream().anyMatch(o -> o.phase() == Phase.SENDING)) {
            assertThat(Instant.now()).isBefore(end);
            LockSupport.parkNanos(50_000_000);
        }
        assertThat(ids).hasSize(JOBS);
    }

    private void show(Engine engine, Timer timer) throws InterruptedException {
        FxUiExecutor executor = new FxUiExecutor();
        Texts texts = new Texts(Language.ENGLISH);
        UiContext ui =
                new UiContext(
                        texts,
                        new Now(timer, executor),
                        timer,
                        Workers.virtual("screen"),
                        executor,
                        text -> {},
                        new TestContext().ui.files(),
                        page -> {});
        AtomicBoolean shown = new AtomicBoolean();
        Platform.runLater(() -> {
            Skin skin = new Skin(Theme.LIGHT);
            JobTexts words = new JobTexts(texts);
            JobsViewModel model = new JobsViewModel(engine, ui, words::sentence);
            JobsScreen screen = new JobsScreen(model, words, ui);
            model.start();
            Scene scene = new Scene(new StackPane(screen.root()), 1000, 700);
            Skin.dress(scene);
            skin.themeProperty().set(Theme.LIGHT);
            stage.setScene(scene);
            stage.show();
            screen.shown();
            model.select(engine.all().getFirst().id());
            shown.set(true);
        });
        while (!shown.get()) {
            LockSupport.parkNanos(10_000_000);
        }
    }

    /** Asks the UI thread for a sign of life again and again. */
    private void probe() {
        long before = 0;
        while (!done.get()) {
            long asked = System.nanoTime();
            AtomicBoolean answered = new AtomicBoolean();
            Thread self = Thread.currentThread();
            Platform.runLater(() -> {
                computed.set(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
                answered.set(true);
                LockSupport.unpark(self);
            });
            while (!answered.get()) {
                LockSupport.park(this);
            }
            long took = System.nanoTime() - asked;
            stall.accumulateAndGet(took, Math::max);
            long now = computed.get();
            if (before > 0) {
                work.accumulateAndGet(now - before, Math::max);
            }
            before = now;
            LockSupport.parkNanos(5_000_000);
        }
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }
}
