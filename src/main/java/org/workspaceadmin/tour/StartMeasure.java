package org.workspaceadmin.tour;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import org.workspaceadmin.app.Program;
import org.workspaceadmin.app.Script;

/**
 * Watches the program start: when the demo's table could be used, and what the program holds in
 * memory then. Prints one line: {@code start <moment of the first row> <moment of all rows> <heap,
 * KiB> <resident, KiB>}, moments in milliseconds of the system's clock, so that whoever started the
 * process can count from there.
 */
public final class StartMeasure implements Script {
    private static final Duration LOOK = Duration.ofMillis(5);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration REST = Duration.ofSeconds(3);

    private final int desktops;
    private final PrintWriter out;

    /**
     * A measurement.
     *
     * @param desktops how many rows all are
     * @param out gets the line
     */
    public StartMeasure(int desktops, PrintWriter out) {
        this.desktops = desktops;
        this.out = out;
    }

    @Override
    public int run(Program program, Path folder) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        long first = 0;
        // A folder that was used before begins where its user left.
        Hands.onUi(() -> {
            program.shell().places().stream()
                    .filter(place -> place.id().equals("desktops"))
                    .forEach(program.shell()::go);
            return true;
        });
        while (rows(program) < desktops) {
            if (System.nanoTime() > end) {
                return 1;
            }
            first = first == 0 && rows(program) > 0 ? System.currentTimeMillis() : first;
            LockSupport.parkNanos(LOOK.toNanos());
        }
        long all = System.currentTimeMillis();
        LockSupport.parkNanos(REST.toNanos());
        out.printf("start %d %d %d %d%n", first == 0 ? all : first, all, heapKiB(), residentKiB());
        out.flush();
        return 0;
    }

    /** How many rows the table holds, once it has drawn some. */
    private static int rows(Program program) {
        return Hands.onUi(() -> {
            Node table = program.stage().getScene().lookup("#desktops-table");
            return table instanceof TableView<?> t && t.lookup(".table-row-cell:filled") != null
                    ? t.getItems().size()
                    : 0;
        });
    }

    private static long heapKiB() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 10;
    }

    /** 0 where the system does not tell. */
    private static long residentKiB() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                    .findFirst()
                    .orElse(0);
        }
    }
}
