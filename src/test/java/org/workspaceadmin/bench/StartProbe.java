package org.workspaceadmin.bench;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import org.workspaceadmin.app.Display;
import org.workspaceadmin.app.Options;
import org.workspaceadmin.app.Program;
import org.workspaceadmin.app.ProgramRun;

/**
 * The program in a process of its own, ended as soon as its table can be used; prints how long that
 * took since the process began, and what it holds in memory.
 */
final class StartProbe {
    private StartProbe() {}

    /** Takes the home folder and the size of the fleet. */
    public static void main(String[] args) {
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int desktops = Integer.parseInt(args[1]);
        Display.drawOffScreen();
        int code =
                ProgramRun.scripted(
                        new Options.Start.Tour(
                                Path.of(args[0]),
                                Path.of(args[0]),
                                Options.demoDefaults().withDesktops(desktops)),
                        (program, folder) -> measure(program, desktops),
                        err);
        System.exit(code);
    }

    private static int measure(Program program, int desktops) throws Exception {
        until(() -> rows(program) > 0);
        long first = sinceStart();
        until(() -> rows(program) >= desktops);
        long all = sinceStart();
        LockSupport.parkNanos(Duration.ofSeconds(3).toNanos());
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        System.out.printf("probe %d %d %d %d%n", first, all, heap >> 20, residentKiB() >> 10);
        return 0;
    }

    private static int rows(Program program) throws Exception {
        FutureTask<Integer> task =
                new FutureTask<>(() -> {
                    Node table = program.stage().getScene().lookup("#desktops-table");
                    return table instanceof TableView<?> t
                                    && t.lookup(".table-row-cell:filled") != null
                            ? t.getItems().size()
                            : 0;
                });
        Platform.runLater(task);
        return task.get();
    }

    private static void until(Condition condition) throws Exception {
        while (!condition.holds()) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private static long sinceStart() {
        return System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
    }

    private static long residentKiB() throws Exception {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                .findFirst()
                .orElse(0);
    }

    /** Something that comes to hold. */
    @FunctionalInterface
    private interface Condition {
        boolean holds() throws Exception;
    }
}
