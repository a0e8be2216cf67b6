package org.workspaceadmin.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.workspaceadmin.journal.Journal;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.OperationState.Phase;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.task.ManualTimer;
import org.workspaceadmin.task.Workers;

class EngineTest {
    @TempDir Path folder;

    private final ManualTimer timer = new ManualTimer();
    private final ScriptedService service = new ScriptedService(timer);
    private final List<OperationState> published = new ArrayList<>();
    private Journal journal;
    private Engine engine;

    @BeforeEach
    void start() {
        journal = Journal.open(folder.resolve("journal.db"), UnaryOperator.identity(), timer);
        engine =
                new Engine(
                        journal,
                        Workers.sameThread(),
                        timer,
                        PollSettings.standard(),
                        EnginePorts.NONE,
                        UnaryOperator.identity());
        engine.subscribe(published::add);
        engine.attach("c", "Production", "project", Generation.V2, service);
    }

    @AfterEach
    void stop() {
        engine.close();
        journal.close();
    }

    private OperationState state(String id) {
        return engine.all().stream().filter(o -> o.id().equals(id)).findFirst().orElseThrow();
    }

    private static List<Desktop> desktops(int count) {
        return IntStream.range(0, count).mapToObj(i -> Desktops.windows("d" + i)).toList();
    }

    private String submit(Draft draft) {
        Plan plan = engine.plan("c", draft);
        assertThat(plan.sendable()).as("%s", plan).isTrue();
        return engine.submit(plan, "").await();
    }

    @Test
    void aRejoinIsFollowedToItsEndThroughItsSubJobs() {
        String id = submit(new Draft.Rejoin(desktops(2)));
        assertThat(state(id).phase()).isEqualTo(Phase.RUNNING);

        timer.advance(Duration.ofSeconds(5));
        assertThat(state(id).count(Outcome.WAITING)).isEqualTo(2);

        service.subJob("job-1", "d0", "RUNNING", 40);
        service.subJob("job-1", "d1", "SUCCESS", null);
        timer.advance(Duration.ofSeconds(5));
        assertThat(state(id).targets().getFirst().progress()).isEqualTo(40);
        assertThat(state(id).phase()).isEqualTo(Phase.RUNNING);

        service.subJob("job-1", "d0", "FAILED", null, "WKS.1", "no trust");
        timer.advance(Duration.ofSeconds(5));
        OperationState end = state(id);
        assertThat(end.phase()).isEqualTo(Phase.ENDED_WITH_FAILURES);
        assertThat(end.ended()).isEqualTo(timer.instant());
        assertThat(end.targets().getFirst().code()).isEqualTo("WKS.1");
        assertThat(end.targets().getFirst().message()).isEqualTo("no trust");
        assertThat(published.getLast().phase()).isEqualTo(Phase.ENDED_WITH_FAILURES);
        assertThat(service.sent).hasSize(1);
    }
}
