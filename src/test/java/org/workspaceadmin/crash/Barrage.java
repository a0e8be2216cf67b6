package org.workspaceadmin.crash;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.workspaceadmin.cloud.CloudConnection;
import org.workspaceadmin.cloud.DesktopQuery;
import org.workspaceadmin.cloud.WorkspaceService;
import org.workspaceadmin.journal.Journal;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.OperationRequest;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.WriteRequest;
import org.workspaceadmin.operation.Engine;
import org.workspaceadmin.operation.EnginePorts;
import org.workspaceadmin.operation.Plan;
import org.workspaceadmin.operation.PollSettings;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.task.Workers;

/**
 * The program that gets killed at a random moment: real journal, engine and HTTP client, on a
 * journal that earlier kills left behind, with several operations under way at once. It dawdles a
 * random while between the steps of an operation, so that no phase is too short to be hit, and says
 * on its standard output what it reached.
 */
public final class Barrage {
    static final String CONNECTION = "c";
    static final String GO = "GO";
    static final String INTENT = "INTENT ";
    static final String LEAVING = "LEAVING ";
    static final String ANSWER = "ANSWER ";
    static final String JOURNALED = "JOURNALED ";

    private static final int DAWDLE_MS = 100;

    private final Random random;
    private final List<Mission> missions;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    private Barrage(long seed, List<Mission> missions) {
        this.random = new Random(seed);
        this.missions = missions;
    }

    /**
     * Runs missions and stays.
     *
     * @param args journal, file of missions, seed, endpoint, project, access key, secret key; with
     *     "train" after these it ends on its own once it has done them
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        List<Mission> missions =
                Files.readAllLines(Path.of(args[1])).stream().map(Mission::of).toList();
        CloudConnection cloud = CrashingProgram.connect(args[3], args[4], args[5], args[6]);
        Barrage barrage = new Barrage(Long.parseLong(args[2]), missions);
        boolean train = args.length > 7;
        barrage.run(Path.of(args[0]), cloud, args[4], train);
        if (!train) {
            new CountDownLatch(1).await();
        }
        // Ends without closing anything, as a program does that is killed.
        System.exit(0);
    }

    static Journal journal(Path file) {
        return Journal.open(file, UnaryOperator.identity(), Timer.system());
    }

    private void run(Path file, CloudConnection cloud, String project, boolean train)
            throws InterruptedException {
        Engine engine =
                new Engine(
                        journal(file),
                        dawdling(Workers.virtual("engine")),
                        Timer.system(),
                        PollSettings.faster(CrashingProgram.FASTER).withForeign(Duration.ZERO),
                        EnginePorts.NONE,
                        UnaryOperator.identity());
        engine.subscribe(this::published);
        engine.attach(CONNECTION, "Simulated", project, Generation.V2, watched(cloud));
        List<Plan> plans = new ArrayList<>();
        for (Mission mission : missions) {
            List<Desktop> desktops =
                    cloud.desktops(
                                    DesktopQuery.all()
                                            .with(
                                                    "desktop_id",
                                                    mission.desktopIds().toArray(String[]::new)),
                                    0,
                                    100)
                            .await()
                            .desktops();
            Plan plan = engine.plan(CONNECTION, mission.errand().draft(desktops, mission.word()));
            if (!plan.sendable()) {
                throw new IllegalStateException(plan.toString());
            }
            plans.add(plan);
        }
        say(GO);
        CountDownLatch submitted = new CountDownLatch(plans.size());
        for (int i = 0; i < plans.size(); i++) {
            Plan plan = plans.get(i);
            String name = missions.get(i).name();
            Thread.ofVirtual()
                    .start(() -> {
                        say(INTENT + name + " " + engine.submit(plan, "").await());
                        submitted.countDown();
                    });
        }
        submitted.await();
        if (train) {
            LockSupport.parkNanos(Duration.ofMillis(800).toNanos());
        }
    }

    private void published(OperationState state) {
        boolean written =
                state.requests().stream()
                        .noneMatch(r ->
                                r.state() == OperationRequest.State.INTENDED
                                        || r.state() == OperationRequest.State.SENT);
        String target = state.targets().getLast().target().id();
        if (written && told.add(target)) {
            missions.stream()
                    .filter(m -> m.desktopIds().contains(target))
                    .forEach(m -> say(JOURNALED + m.name()));
        }
    }

    private Workers dawdling(Workers workers) {
        Executor executor = workers.executor();
        return () ->
                task ->
                        executor.execute(() -> {
                            dawdle();
                            task.run();
                        });
    }

    private void dawdle() {
        int ms;
        synchronized (random) {
            ms = 20 + random.nextInt(DAWDLE_MS);
        }
        LockSupport.parkNanos(Duration.ofMillis(ms).toNanos());
    }

    private WorkspaceService watched(CloudConnection cloud) {
        return (WorkspaceService)
                Proxy.newProxyInstance(
                        Barrage.class.getClassLoader(),
                        new Class<?>[] {WorkspaceService.class},
                        (proxy, method, arguments) -> {
                            if (arguments != null && arguments[0] instanceof WriteRequest leaving) {
                                say(LEAVING + name(leaving));
                            }
                            Object result;
                            try {
                                result = method.invoke(cloud, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                            if (result instanceof Work<?> work
                                    && arguments != null
                                    && arguments[0] instanceof WriteRequest request) {
                                work.await();
                                say(ANSWER + name(request));
                                dawdle();
                            }
                            return result;
                        });
    }

    private String name(WriteRequest request) {
        String all = request.path() + request.body();
        return missions.stream()
                .filter(m -> all.contains(m.mark()))
                .map(Mission::name)
                .findFirst()
                .orElse("earlier");
    }

    private static synchronized void say(String what) {
        PrintStream out = System.out;
        out.println(what);
        out.flush();
    }
}
