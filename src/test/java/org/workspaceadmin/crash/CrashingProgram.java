package org.workspaceadmin.crash;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.workspaceadmin.cloud.Cloud;
import org.workspaceadmin.cloud.CloudConnection;
import org.workspaceadmin.cloud.CloudSettings;
import org.workspaceadmin.cloud.Credentials;
import org.workspaceadmin.cloud.DesktopPage;
import org.workspaceadmin.cloud.DesktopQuery;
import org.workspaceadmin.cloud.FleetListing;
import org.workspaceadmin.cloud.SubJobPage;
import org.workspaceadmin.cloud.WireOptions;
import org.workspaceadmin.cloud.WorkspaceService;
import org.workspaceadmin.journal.Journal;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.operation.Engine;
import org.workspaceadmin.operation.EnginePorts;
import org.workspaceadmin.operation.PollSettings;
import org.workspaceadmin.redact.Redactor;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.task.Workers;

/**
 * The program that gets killed: a process of its own with the real journal, engine and HTTP client.
 * It runs one errand, says on its standard output when it stands at the wanted point, and stays
 * there until it is killed.
 */
public final class CrashingProgram {
    static final String CONNECTION = "c";
    static final String HERE = "HERE";
    static final int FASTER = 25;

    private final Point point;
    private final String word;
    private final AtomicBoolean told = new AtomicBoolean();

    private CrashingProgram(Point point, String word) {
        this.point = point;
        this.word = word;
    }

    /**
     * Runs an errand.
     *
     * @param args point, errand, journal, endpoint, project, access key, secret key, desktop ids
     *     with commas, the errand's word
     */
    public static void main(String[] args) throws InterruptedException {
        new CrashingProgram(Point.valueOf(args[0]), args[8])
                .run(
                        Errand.valueOf(args[1]),
                        Path.of(args[2]),
                        connect(args[3], args[4], args[5], args[6]),
                        args[4],
                        List.of(args[7].split(",")));
    }

    static CloudConnection connect(String endpoint, String project, String key, String secret) {
        return Cloud.connect(
                CloudSettings.single(
                        URI.create(endpoint), project, "ap-southeast-3", Generation.V2),
                new Credentials.AccessKey(key, secret.toCharArray()),
                Workers.virtual("cloud"),
                Timer.system(),
                new Redactor(),
                WireOptions.standard().withTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(20)));
    }

    static Journal journal(Path file) {
        return Journal.open(file, UnaryOperator.identity(), Timer.system());
    }

    static Engine engine(Journal journal, Workers workers) {
        return new Engine(
                journal,
                workers,
                Timer.system(),
                PollSettings.faster(FASTER),
                EnginePorts.NONE,
                UnaryOperator.identity());
    }

    private void run(
            Errand errand,
            Path journal,
            CloudConnection cloud,
            String project,
            List<String> desktopIds)
            throws InterruptedException {
        List<Desktop> desktops =
                cloud.desktops(
                                DesktopQuery.all()
                                        .with("desktop_id", desktopIds.toArray(String[]::new)),
                                0,
                                100)
                        .await()
                        .desktops();
        Engine engine = engine(journal(journal), workers());
        engine.subscribe(this::published);
        engine.attach(CONNECTION, "Simulated", project, Generation.V2, watched(cloud));
        var plan = engine.plan(CONNECTION, errand.draft(desktops, word));
        if (!plan.sendable()) {
            throw new IllegalStateException(plan.toString());
        }
        if (point.heldByService()) {
            tell();
        }
        engine.submit(plan, "").await();
        if (point == Point.ANYWHERE) {
            tell();
        }
        new CountDownLatch(1).await();
    }

    /** The second task is the sending of what the first one wrote down. */
    private Workers workers() {
        Executor executor = Workers.virtual("engine").executor();
        AtomicInteger tasks = new AtomicInteger();
        return () ->
                task -> {
                    if (tasks.incrementAndGet() > 1) {
                        standAt(Point.AFTER_INTENT);
                    }
                    executor.execute(task);
                };
    }

    private void published(OperationState state) {
        if (point == Point.RUNNING && state.phase() == OperationState.Phase.RUNNING) {
            tell();
        }
        if (point == Point.ENDED && state.targets().stream().anyMatch(t -> t.outcome().ended())) {
            tell();
        }
    }

    private WorkspaceService watched(CloudConnection cloud) {
        return (WorkspaceService)
                Proxy.newProxyInstance(
                        CrashingProgram.class.getClassLoader(),
                        new Class<?>[] {WorkspaceService.class},
                        (proxy, method, arguments) -> {
                            boolean send = method.getName().equals("send");
                            if (send) {
                                standAt(Point.LEAVING);
                            }
                            Object result;
                            try {
                                result = method.invoke(cloud, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                            if (result instanceof Work<?> work
                                    && (point == Point.ANSWERED || point == Point.END_SEEN)) {
                                Object value = work.await();
                                if (send) {
                                    standAt(Point.ANSWERED);
                                } else if (showsAnEnd(value)) {
                                    standAt(Point.END_SEEN);
                                }
                            }
                            return result;
                        });
    }

    private boolean showsAnEnd(Object value) {
        return switch (value) {
            case SubJobPage page -> page.subJobs().stream().anyMatch(s -> s.state().ended());
            case DesktopPage page -> page.desktops().stream().anyMatch(d -> !d.active());
            case FleetListing list ->
                    list.desktops().stream().anyMatch(d -> d.userName().equals(word + "-new"));
            default -> false;
        };
    }

    private void standAt(Point here) {
        if (point != here) {
            return;
        }
        tell();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell() {
        if (told.compareAndSet(false, true)) {
            System.out.println(HERE);
            System.out.flush();
        }
    }
}
