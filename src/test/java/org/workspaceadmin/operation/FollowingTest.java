package org.workspaceadmin.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.workspaceadmin.cloud.SubJobQuery;
import org.workspaceadmin.journal.OperationRow;
import org.workspaceadmin.journal.Recorded;
import org.workspaceadmin.journal.RequestRow;
import org.workspaceadmin.journal.TargetRow;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.OperationKind;
import org.workspaceadmin.model.OperationState.Phase;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Target;
import org.workspaceadmin.model.WriteAnswer;
import org.workspaceadmin.model.WriteKind;

/** How often and by which questions the service is asked (api/jobs.md section 6). */
class FollowingTest {
    @TempDir Path folder;

    private EngineBench bench;
    private ScriptedService service;

    @BeforeEach
    void start() {
        bench = new EngineBench(folder);
        service = bench.service;
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private List<Long> looksWithin(int seconds) {
        Instant begin = bench.timer.instant();
        List<Long> looks = new ArrayList<>();
        for (int s = 0; s < seconds; s++) {
            int before = service.subJobQueries.size();
            bench.pass(1);
            if (service.subJobQueries.size() > before) {
                looks.add(Duration.between(begin, bench.timer.instant()).toSeconds());
            }
        }
        return looks;
    }

    private String rejoinOne() {
        String id = bench.submit(new Draft.Rejoin(EngineBench.desktops(1)));
        service.subJob("job-1", "d0", "RUNNING", 1);
        return id;
    }

    @Test
    void looksEveryFiveSecondsInTheFirstMinuteAndThenEveryFifteen() {
        rejoinOne();

        assertThat(looksWithin(120))
                .containsExactly(
                        5L, 10L, 15L, 20L, 25L, 30L, 35L, 40L, 45L, 50L, 55L, 60L, 75L, 90L, 105L,
                        120L);
    }

    @Test
    void slowsDownWhenThrottledAndRecovers() {
        String id = rejoinOne();
        for (int i = 0; i < 7; i++) {
            service.readFailures.add(service.problem(Problem.Kind.THROTTLED, 429, "APIGW.0308"));
        }

        List<Long> looks = looksWithin(300);

        assertThat(looks.subList(0, 5)).containsExactly(5L, 15L, 35L, 75L, 155L);
        assertThat(looks.get(5) - looks.get(4)).as("at most two minutes").isEqualTo(120L);
        assertThat(bench.state(id).problem().kind()).isEqualTo(Problem.Kind.THROTTLED);

        looksWithin(300);
        assertThat(bench.state(id).problem()).isNull();
        assertThat(bench.target(id, 0).outcome()).isEqualTo(Outcome.RUNNING);
    }

    @Test
    void stopsAskingAfterAnHourButKeepsTheOperationAndAsksByHand() {
        String id = rejoinOne();
        bench.pass(3700);
        int asked = service.subJobQueries.size();
        bench.pass(3600);

        assertThat(service.subJobQueries).hasSize(asked);
        assertThat(bench.state(id).phase()).isEqualTo(Phase.RUNNING);
        assertThat(bench.target(id, 0).code()).isEqualTo(Codes.POLLING_STOPPED);

        service.subJob("job-1", "d0", "SUCCESS", null);
        assertThat(bench.engine.checkNow(id).await()).isTrue();
        assertThat(bench.state(id).phase()).isEqualTo(Phase.SUCCEEDED);
        assertThat(bench.engine.checkNow(id).await()).isFalse();
    }

    @Test
    void watchesMoreThanThreeJobsOfATypeWithOneQuery() {
        service.otherwise =
                request ->
                        request.kind() == WriteKind.REJOIN_BATCH
                                ? new WriteAnswer.Refused(
                                        service.problem(
                                                Problem.Kind.NOT_OFFERED, 404, "APIGW.0101"))
                                : new WriteAnswer.Accepted(
                                        202, "job-" + service.sent.size(), List.of(), "");
        bench.submit(new Draft.Rejoin(EngineBench.desktops(4)));
        for (int i = 0; i < 4; i++) {
            service.subJob("job-" + (i + 2), "d" + i, "RUNNING", 5);
        }

        bench.pass(5);

        assertThat(service.subJobQueries)
                .containsExactly(SubJobQuery.ofType("desktopRejoinDomain"));
    }

    @Test
    void aThousandOpenJobsCostNoMoreThanAboutOneRequestPerSecond() {
        bench.journal.intend(thousandJobs());
        bench.restart();
        // Half of them show sub-jobs, the others stay silent and have to be asked one by one.
        for (int i = 0; i < 500; i++) {
            service.subJob("job-" + i, "d" + i, "RUNNING", 5);
        }
        for (int i = 500; i < 1000; i++) {
            service.job("job-" + i, "RUNNING", "", "", 0);
        }
        bench.attach();
        bench.pass(10);
        int before = service.reads;

        bench.pass(600);

        assertThat(service.reads - before).isBetween(40, 660);
        assertThat(bench.state("op").count(Outcome.RUNNING)).isEqualTo(500);
    }

    @Test
    void noSecondSeesMoreThanOneRequestWhileManyJobsAreOpen() {
        bench.journal.intend(thousandJobs());
        bench.restart();
        for (int i = 0; i < 1000; i++) {
            service.subJob("job-" + i, "d" + i, "RUNNING", 5);
        }
        bench.attach();
        bench.pass(5);

        int most = 0;
        for (int s = 0; s < 120; s++) {
            int before = service.reads;
            bench.pass(1);
            most = Math.max(most, service.reads - before);
        }

        assertThat(most).isEqualTo(1);
    }

    @Test
    void whileOfflineOneQuestionIsRepeatedAndAfterwardsEverythingIsAskedAtOnce() {
        String first = rejoinOne();
        service.otherwise = request -> new WriteAnswer.Accepted(202, "job-x", List.of(), "");
        String second = bench.submit(new Draft.Rejoin(List.of(Desktops.windows("dx"))));
        service.subJob("job-x", "dx", "RUNNING", 1);
        bench.pass(70);
        service.down = true;
        int before = service.reads;

        bench.pass(1200);

        assertThat(service.reads - before).as("5, 10, 20… 120 s apart").isBetween(8, 20);
        assertThat(bench.state(first).problem().kind()).isEqualTo(Problem.Kind.CONNECTION_REFUSED);
        assertThat(bench.state(second).problem().kind()).isEqualTo(Problem.Kind.CONNECTION_REFUSED);
        service.down = false;
        service.subJob("job-1", "d0", "SUCCESS", null);
        service.subJob("job-x", "dx", "SUCCESS", null);
        bench.pass(120);
        assertThat(bench.state(first).phase()).isEqualTo(Phase.SUCCEEDED);
        assertThat(bench.state(second).phase()).isEqualTo(Phase.SUCCEEDED);
        assertThat(Duration.between(bench.state(first).ended(), bench.state(second).ended()).abs())
                .as("caught up at once")
                .isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void hoursOfflineAreNoReasonToStopAsking() {
        String id = rejoinOne();
        bench.pass(600);
        service.down = true;
        bench.pass(3 * 3600);
        service.down = false;
        bench.pass(300);
        assertThat(bench.target(id, 0).code()).isNotEqualTo(Codes.POLLING_STOPPED);

        service.subJob("job-1", "d0", "SUCCESS", null);
        bench.pass(20);

        assertThat(bench.state(id).phase()).isEqualTo(Phase.SUCCEEDED);
    }

    @Test
    void afterASleepEverythingIsAskedAtOnce() {
        String id = rejoinOne();
        bench.pass(70);
        service.subJob("job-1", "d0", "SUCCESS", null);
        bench.timer.sleep(Duration.ofHours(8));

        bench.timer.runDue();

        assertThat(bench.state(id).phase()).isEqualTo(Phase.SUCCEEDED);
    }

    @Test
    void aSleepIsNoReasonToStopAsking() {
        String id = rejoinOne();
        bench.pass(600);
        bench.timer.sleep(Duration.ofHours(8));
        bench.pass(60);

        assertThat(bench.target(id, 0).code()).isNotEqualTo(Codes.POLLING_STOPPED);
    }

    @Test
    void aClockThatIsSetBackDoesNotSilenceTheFollowing() {
        String id = rejoinOne();
        bench.pass(70);
        service.subJob("job-1", "d0", "SUCCESS", null);
        bench.timer.setBack(Duration.ofHours(2));

        bench.pass(20);

        assertThat(bench.state(id).phase()).isEqualTo(Phase.SUCCEEDED);
    }

    @Test
    void jobsBeyondTheEndOfPagingAreAskedAboutOneByOne() {
        String id = bench.submit(new Draft.Rejoin(EngineBench.desktops(12_000)));
        for (int i = 0; i < 12_000; i++) {
            service.subJob("job-" + (i / 100 + 1), "d" + i, "RUNNING", 5);
        }

        bench.pass(120);

        assertThat(bench.state(id).count(Outcome.RUNNING)).isEqualTo(12_000);
    }

    private Recorded thousandJobs() {
        Instant now = bench.timer.instant();
        List<RequestRow> requests = new ArrayList<>();
        List<TargetRow> targets = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            requests.add(
                    RequestRow.intended(i, service.writes().rejoin("d" + i), now)
                            .leaving(now)
                            .accepted(202, "job-" + i, "", now));
            TargetRow row =
                    new TargetRow(
                            i, i, Targets.waiting(new Target(Target.Type.DESKTOP, "d" + i, "PC")));
            targets.add(Targets.inJob(row, "job-" + i));
        }
        OperationRow row =
                new OperationRow(
                        "op",
                        EngineBench.CONNECTION,
                        "Production",
                        "project",
                        Generation.V2,
                        OperationKind.REJOIN_DOMAIN,
                        List.of(),
                        "",
                        "",
                        now,
                        null);
        return new Recorded(row, requests, targets);
    }

    @Test
    void manyChangesBecomeFewSnapshotsAndTheLastOneAlways() {
        String id = bench.submit(new Draft.Rejoin(EngineBench.desktops(10_000)));
        for (int i = 0; i < 10_000; i++) {
            service.subJob("job-" + (i / 100 + 1), "d" + i, "RUNNING", 5);
        }
        bench.published.clear();
        bench.pass(6);
        int round = bench.published.size();
        for (int i = 0; i < 10_000; i++) {
            service.subJob("job-" + (i / 100 + 1), "d" + i, "SUCCESS", null);
        }
        bench.pass(300);

        assertThat(round).isLessThan(10);
        assertThat(bench.published).hasSizeLessThan(300);
        assertThat(bench.published.getLast().phase()).isEqualTo(Phase.SUCCEEDED);
        assertThat(bench.published.getLast().count(Outcome.SUCCEEDED)).isEqualTo(10_000);
        assertThat(bench.state(id).open()).isFalse();
    }

    @Test
    void operationsGoOnWhenAnotherConnectionIsAttachedAndStopWhenTheirsIsDetached() {
        String id = rejoinOne();
        ScriptedService other = new ScriptedService(bench.timer);
        bench.engine.attach("other", "Other", "p2", Generation.V2, other);
        bench.pass(5);
        assertThat(bench.target(id, 0).outcome()).isEqualTo(Outcome.RUNNING);
        assertThat(other.reads).isZero();

        bench.engine.detach(EngineBench.CONNECTION);
        int reads = service.reads;
        bench.pass(60);
        assertThat(service.reads).isEqualTo(reads);

        service.subJob("job-1", "d0", "SUCCESS", null);
        bench.attach();
        bench.pass(1);
        assertThat(bench.state(id).phase()).isEqualTo(Phase.SUCCEEDED);
    }
}
