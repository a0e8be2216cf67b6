package org.workspaceadmin.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.workspaceadmin.journal.JournalException;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.Problem;

/** The engine on a disk that fills up: what is not written down does not leave. */
class FullDiskTest {
    @TempDir Path folder;

    private EngineBench bench;

    @BeforeEach
    void mount() throws Exception {
        boolean mounted =
                run("mount", "-t", "tmpfs", "-o", "size=640k", "tmpfs", folder.toString());
        if (!mounted) {
            System.out.println("skipped: a disk of its own needs root (mount -t tmpfs)");
        }
        Assumptions.assumeTrue(mounted, "a disk of its own needs root");
        bench = new EngineBench(folder);
    }

    @AfterEach
    void unmount() throws Exception {
        if (bench != null) {
            bench.close();
            run("umount", "-l", folder.toString());
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static List<Desktop> desktops(int from) {
        return IntStream.range(from, from + 20).mapToObj(i -> Desktops.windows("d" + i)).toList();
    }

    @Test
    void nothingLeavesThatIsNotWrittenDownAndItGoesOnWhenThereIsRoomAgain() throws Exception {
        Throwable refused = null;
        int from = 0;
        while (refused == null) {
            Plan plan = bench.engine.plan(EngineBench.CONNECTION, new Draft.Rejoin(desktops(from)));
            refused = catchThrowable(() -> bench.engine.submit(plan, "because").await());
            from += 20;
            assertThat(from).as("it fills up").isLessThan(20_000);
        }
        assertThat(refused).isInstanceOf(JournalException.class);
        assertThat(((JournalException) refused).problem(bench.timer.instant()).kind())
                .isEqualTo(Problem.Kind.JOURNAL_DISK_FULL);
        int sent = bench.service.sent.size();
        Set<String> known = new HashSet<>();
        for (OperationState operation : bench.engine.all()) {
            known.add(operation.id());
        }
        assertThat(sent)
                .as("one request of each operation at the most")
                .isLessThanOrEqualTo(known.size());

        assertThat(run("mount", "-o", "remount,size=16m", folder.toString())).isTrue();
        bench.restart();
        bench.attach();
        assertThat(bench.engine.all())
                .extracting(OperationState::id)
                .as("whatever was acknowledged is there after a restart")
                .containsExactlyInAnyOrderElementsOf(known);
        assertThat(bench.service.sent).as("and nothing left a second time").hasSize(sent);

        String id = bench.submit(new Draft.Rejoin(desktops(from)));
        assertThat(bench.state(id).phase()).isEqualTo(OperationState.Phase.RUNNING);
        assertThat(bench.service.sent).hasSize(sent + 1);
    }
}
