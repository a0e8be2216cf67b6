package org.workspaceadmin.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.workspaceadmin.operation.EngineBench.CONNECTION;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.workspaceadmin.journal.UnlockRow;
import org.workspaceadmin.model.OperationState.Phase;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.ProblemException;
import org.workspaceadmin.model.WriteAnswer;

/** A guarded connection is read-only until it is unlocked, for a while and with a reason. */
class GuardTest {
    private static final Duration QUARTER = Duration.ofMinutes(15);

    @TempDir Path folder;

    private EngineBench bench;
    private ScriptedService service;
    private final List<GuardState> heard = new ArrayList<>();

    @BeforeEach
    void start() {
        bench = new EngineBench(folder);
        service = bench.service;
        bench.guarded.add(CONNECTION);
        bench.engine.onGuard(heard::add);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private static Draft rejoin(int count) {
        return new Draft.Rejoin(EngineBench.desktops(count));
    }

    private static Draft sids(int count) {
        return new Draft.UpdateSids(EngineBench.desktops(count));
    }

    private GuardState unlock(String reason) {
        return bench.engine.unlock(CONNECTION, reason, QUARTER).await();
    }

    private void throttle() {
        service.answers.add(
                new WriteAnswer.Refused(
                        service.problem(Problem.Kind.THROTTLED, 429, "APIGW.0308")));
    }

    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call)
                .asInstanceOf(type(ProblemException.class))
                .satisfies(e -> {
                    assertThat(e.problem().kind()).isEqualTo(Problem.Kind.CONNECTION_GUARDED);
                    assertThat(e.problem().neverLeft()).isTrue();
                });
    }

    @Test
    void nothingIsSubmittedWhileItIsLocked() {
        assertThat(bench.engine.guard(CONNECTION)).isEqualTo(GuardState.locked(CONNECTION));
        assertThat(bench.engine.guard(CONNECTION).writable()).isFalse();

        refused(() -> bench.submit(rejoin(1)));

        assertThat(service.sent).isEmpty();
        assertThat(bench.engine.all()).as("not even written down").isEmpty();
        assertThat(bench.engine.plan(CONNECTION, rejoin(1)).sendable())
                .as("its desktops are not reserved")
                .isTrue();
    }

    @Test
    void anotherConnectionIsNotConcerned() {
        bench.guarded.clear();
        bench.guarded.add("other");

        bench.submit(rejoin(1));

        assertThat(service.sent).hasSize(1);
        assertThat(bench.engine.guard(CONNECTION)).isEqualTo(GuardState.open(CONNECTION));
    }

    @Test
    void unlockingLetsWritesThroughUntilTheTimeIsOver() {
        Instant end = bench.timer.instant().plus(QUARTER);
        GuardState open = unlock("  CHG-4711: repair FIN  ");

        assertThat(open).isEqualTo(new GuardState(CONNECTION, true, end, "CHG-4711: repair FIN"));
        bench.submit(rejoin(1));
        bench.pass(15 * 60 - 1);
        bench.submit(new Draft.Rejoin(List.of(Desktops.windows("y"))));
        assertThat(service.sent).hasSize(2);

        bench.pass(1);

        assertThat(heard).containsExactly(open, GuardState.locked(CONNECTION));
        refused(() -> bench.submit(new Draft.Rejoin(List.of(Desktops.windows("x")))));
        assertThat(service.sent).hasSize(2);
    }

    @Test
    void itCanBeLockedBeforeItsTime() {
        unlock("a");
        assertThat(bench.engine.lock(CONNECTION).await()).isEqualTo(GuardState.locked(CONNECTION));
        refused(() -> bench.submit(rejoin(1)));
        bench.pass(3600);
        assertThat(heard).as("the time's end is nothing new then").hasSize(2);
    }

    @Test
    void unlockingAgainBeginsTheTimeAnewAndKeepsBothReasons() {
        unlock("first");
        bench.pass(600);
        unlock("second");
        bench.pass(600);

        assertThat(bench.engine.guard(CONNECTION).reason()).isEqualTo("second");
        assertThat(bench.engine.guard(CONNECTION).writable()).isTrue();
        bench.pass(300);
        assertThat(bench.engine.guard(CONNECTION).writable()).isFalse();
        assertThat(bench.journal.unlocks(CONNECTION))
                .extracting(UnlockRow::reason)
                .containsExactly("first", "second");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\t\n"})
    void aReasonIsNeeded(String nothing) {
        assertThatThrownBy(() -> unlock(nothing)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> unlock("x".repeat(201)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(bench.engine.guard(CONNECTION).writable()).isFalse();
        assertThat(bench.journal.unlocks(CONNECTION)).isEmpty();
        assertThat(unlock("x".repeat(200)).writable()).isTrue();
    }

    @Test
    void whatWasConfirmedInTimeIsSentToItsEnd() {
        service.otherwise =
                request -> {
                    if (service.sent.size() == 1) {
                        bench.pass(15 * 60);
                    }
                    return new WriteAnswer.Accepted(
                            202, "job-" + service.sent.size(), List.of(), "");
                };
        unlock("a");

        String id = bench.submit(sids(250));

        assertThat(bench.engine.guard(CONNECTION).writable()).isFalse();
        assertThat(service.sent).as("also those that left after the time").hasSize(3);
        for (int i = 0; i < 250; i++) {
            service.subJob("job-" + (1 + i / 100), "d" + i, "SUCCESS", null);
        }
        bench.pass(60);
        assertThat(bench.state(id).phase()).as("and followed").isEqualTo(Phase.SUCCEEDED);
    }

    @Test
    void whatStoppedNeedsItUnlockedAgain() {
        unlock("first");
        throttle();
        String id = bench.submit(sids(150));
        assertThat(bench.state(id).phase()).isEqualTo(Phase.HELD);
        bench.pass(15 * 60);
        int sent = service.sent.size();

        refused(() -> bench.engine.resume(id).await());
        refused(() -> bench.engine.dropUnsent(id).await());
        assertThat(service.sent).hasSize(sent);
        assertThat(bench.state(id).phase()).as("nothing given up").isEqualTo(Phase.HELD);
        assertThat(bench.state(id).count(Outcome.WAITING)).isEqualTo(150);

        unlock("second");
        assertThat(bench.engine.resume(id).await()).isTrue();
        assertThat(service.sent).hasSize(sent + 2);
        assertThat(bench.journal.unlocksOf(id))
                .extracting(UnlockRow::reason)
                .containsExactly("first", "second");
    }

    @Test
    void aRetryIsAWriteLikeAnyOther() {
        unlock("a");
        service.desktops.put("d0", Desktops.windows("d0"));
        service.answers.add(
                new WriteAnswer.Refused(
                        service.problem(Problem.Kind.NOT_QUALIFIED, 412, "WKS.00010032")));
        String id = bench.submit(rejoin(1));
        bench.engine.lock(CONNECTION).await();

        Draft retry = bench.engine.draftOfFailed(id).await().orElseThrow();

        refused(() -> bench.submit(retry));
        assertThat(service.sent).hasSize(1);
    }

    @Test
    void readingIsNeverHeldBack() {
        unlock("a");
        String id = bench.submit(rejoin(1));
        bench.engine.lock(CONNECTION).await();
        service.subJob("job-1", "d0", "SUCCESS", null);

        assertThat(bench.engine.checkNow(id).await()).isTrue();

        assertThat(bench.state(id).phase()).isEqualTo(Phase.SUCCEEDED);
    }

    @Test
    void aRestartLocksAgainAndTheRecordStays() {
        Instant began = bench.timer.instant();
        unlock("CHG-1");
        String id = bench.submit(rejoin(1));
        bench.pass(60);

        bench.restart();
        bench.attach();

        assertThat(bench.engine.guard(CONNECTION)).isEqualTo(GuardState.locked(CONNECTION));
        refused(() -> bench.submit(sids(2)));
        assertThat(bench.journal.unlocks(CONNECTION))
                .singleElement()
                .satisfies(u -> {
                    assertThat(u.connectionName()).isEqualTo("Production");
                    assertThat(u.reason()).isEqualTo("CHG-1");
                    assertThat(u.began()).isEqualTo(began);
                    assertThat(u.ends()).isEqualTo(began.plus(QUARTER));
                    assertThat(u.locked()).isEqualTo(began.plusSeconds(60));
                });
        assertThat(bench.journal.unlocksOf(id)).extracting(UnlockRow::reason).contains("CHG-1");
    }

    @Test
    void whatACrashLeftUnlockedIsLockedAtTheNextStart() {
        Instant now = bench.timer.instant();
        bench.journal.unlocked(
                new UnlockRow(
                        "u", CONNECTION, "P", "before the crash", now, now.plus(QUARTER), null));
        bench.pass(60);

        bench.restart();
        bench.attach();

        assertThat(bench.engine.guard(CONNECTION).writable()).isFalse();
        assertThat(bench.journal.unlocks(CONNECTION))
                .extracting(UnlockRow::locked)
                .containsExactly(now.plusSeconds(60));
    }

    @Test
    void closingTheConnectionLocksIt() {
        unlock("a");
        bench.engine.detach(CONNECTION);
        bench.attach();
        refused(() -> bench.submit(rejoin(1)));
    }
}
