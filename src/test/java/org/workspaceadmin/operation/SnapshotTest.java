package org.workspaceadmin.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.workspaceadmin.model.OperationRequest;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.RebuildOrder;
import org.workspaceadmin.model.WriteAnswer;
import org.workspaceadmin.model.WriteKind;

class SnapshotTest {
    @TempDir Path folder;

    private EngineBench bench;

    @BeforeEach
    void start() {
        bench = new EngineBench(folder);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void showsEachRequestWithItsAnswerAndTheTargetsItCarries() {
        bench.service.answers.add(new WriteAnswer.Accepted(200, "job-a", List.of(), "req-a"));
        String id = bench.submit(rebuild(150));

        OperationState state = bench.state(id);

        assertThat(state.requests()).hasSize(2);
        OperationRequest first = state.requests().getFirst();
        assertThat(first.kind()).isEqualTo(WriteKind.REBUILD);
        assertThat(first.state()).isEqualTo(OperationRequest.State.ACCEPTED);
        assertThat(first.jobId()).isEqualTo("job-a");
        assertThat(first.requestId()).isEqualTo("req-a");
        assertThat(first.httpStatus()).isEqualTo(200);
        assertThat(first.intended()).isEqualTo(state.created());
        assertThat(first.sent()).isNotNull();
        assertThat(first.answered()).isNotNull();
        assertThat(first.targets()).isEqualTo(IntStream.range(0, 100).boxed().toList());
        assertThat(state.requests().getLast().targets())
                .isEqualTo(IntStream.range(100, 150).boxed().toList());
    }

    @Test
    void showsWhyARequestWasRefused() {
        bench.service.answers.add(
                new WriteAnswer.Refused(
                        bench.service.problem(Problem.Kind.NOT_QUALIFIED, 412, "WKS.00010032")));
        String id = bench.submit(rebuild(3));

        OperationRequest request = bench.state(id).requests().getFirst();

        assertThat(request.state()).isEqualTo(OperationRequest.State.REFUSED);
        assertThat(request.problem()).isNotNull();
        assertThat(request.httpStatus()).isEqualTo(412);
    }

    @Test
    void sharesWithTheLastSnapshotWhatDidNotChange() {
        String id = bench.submit(rebuild(150));
        OperationState before = bench.state(id);
        assertThat(bench.state(id).targets()).isSameAs(before.targets());
        assertThat(bench.state(id).requests()).isSameAs(before.requests());

        bench.service.subJob("job-1", "d0", "SUCCESS", null);
        bench.pass(12);
        OperationState after = bench.state(id);

        assertThat(after.targets()).isNotSameAs(before.targets());
        assertThat(after.targets().getFirst().outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(after.requests().getLast()).isSameAs(before.requests().getLast());
        assertThat(before.targets().getFirst().outcome()).isEqualTo(Outcome.WAITING);
    }

    @Test
    void tellsWhenAnythingOfARequestLastMoved() {
        String id = bench.submit(rebuild(2));
        Instant sent = bench.state(id).requests().getFirst().progressed();
        assertThat(sent).isEqualTo(bench.timer.instant());

        bench.pass(12);
        assertThat(bench.state(id).requests().getFirst().progressed()).isEqualTo(sent);
        bench.service.subJob("job-1", "d0", "RUNNING", 30);
        bench.pass(20);
        Instant moved = bench.state(id).requests().getFirst().progressed();
        assertThat(moved).isAfter(sent);
        bench.pass(60);
        assertThat(bench.state(id).requests().getFirst().progressed()).isEqualTo(moved);
    }

    private static Draft rebuild(int desktops) {
        return new Draft.Rebuild(
                EngineBench.desktops(desktops),
                new RebuildOrder("gold", "image-1", "", "", 0, "", "", ""));
    }
}
