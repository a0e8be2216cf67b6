package org.workspaceadmin.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.DomainMembership;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.task.ManualTimer;
import org.workspaceadmin.task.Workers;

class DomainSweepTest {
    private final ManualTimer timer = new ManualTimer();
    private final ScriptedService service = new ScriptedService(timer);
    private final LiveFleet fleet = LiveFleet.of(service, Workers.sameThread(), timer);

    @AfterEach
    void close() {
        fleet.close();
    }

    @Test
    void asksAHundredAtATimeAndOnceASecond() {
        service.fleet = SampleDesktop.many(1_000);
        watch();
        assertThat(service.checks).hasSize(1);

        timer.advance(Duration.ofMillis(999));
        assertThat(service.checks).hasSize(1);
        timer.advance(Duration.ofSeconds(9));

        assertThat(service.checks).hasSize(10).allMatch(ids -> ids.size() == 100);
        assertThat(new HashSet<>(service.checks.stream().flatMap(List::stream).toList()))
                .hasSize(1_000);
        assertThat(fleet.status().domainChecked()).isEqualTo(1_000);
        assertThat(fleet.status().domainOffered()).isTrue();
        timer.advance(Duration.ofSeconds(30));
        assertThat(service.checks).hasSize(10);
    }

    @Test
    void asksWhatIsOnScreenFirst() {
        service.fleet = SampleDesktop.many(1_000);
        fleet.visible(List.of("d900", "d901"));
        watch();

        assertThat(service.checks.getFirst()).startsWith("d900", "d901").hasSize(100);
    }

    @Test
    void keepsTheTimeOfEachAnswerAndAsksAgainWhenItIsOld() {
        service.fleet = SampleDesktop.many(2);
        fleet.visible(List.of("d0"));
        Instant start = timer.instant();
        watch();
        assertThat(fleet.row("d0").orElseThrow().domain().at()).isEqualTo(start);

        timer.advance(SweepOrder.FRESH_ON_SCREEN.minusSeconds(1));
        assertThat(service.checks).hasSize(1);
        timer.advance(Duration.ofSeconds(2));
        assertThat(service.checks.getLast()).containsExactly("d0");

        fleet.visible(List.of());
        timer.advance(SweepOrder.FRESH);
        assertThat(service.checks.stream().filter(ids -> ids.contains("d1")).count()).isEqualTo(2);
        assertThat(fleet.row("d1").orElseThrow().domain().at()).isAfter(start);
    }

    @Test
    void asksNeitherLinuxNorWhileNobodyWatches() {
        service.fleet = List.of(SampleDesktop.linux("l"), SampleDesktop.windows("w"));
        fleet.refresh().await();
        timer.advance(Duration.ofMinutes(1));
        assertThat(service.checks).isEmpty();

        watch();
        assertThat(service.checks).containsExactly(List.of("w"));
        assertThat(fleet.row("l").orElseThrow().domain()).isNull();
        assertThat(fleet.row("l").orElseThrow().domainApplies()).isFalse();
    }

    @Test
    void asksForRepairedDesktopsAtOnceHoweverFreshAndEvenUnwatched() {
        service.fleet = SampleDesktop.many(300);
        service.membership = id -> DomainMembership.OUT;
        watch();
        timer.advance(Duration.ofSeconds(10));
        fleet.watched(false);
        service.checks.clear();
        service.membership = id -> DomainMembership.IN;

        fleet.reread(List.of("d42"));
        timer.runDue();

        assertThat(service.checks).containsExactly(List.of("d42"));
        assertThat(fleet.row("d42").orElseThrow().domain().membership())
                .isEqualTo(DomainMembership.IN);
        assertThat(fleet.row("d43").orElseThrow().domain().membership())
                .isEqualTo(DomainMembership.OUT);

        timer.advance(Duration.ofSeconds(10));
        assertThat(service.checks).hasSize(2);
    }

    @Test
    void remembersThatTheRegionLacksTheCheck() {
        service.fleet = SampleDesktop.many(500);
        service.nextCheckFailures.add(Problem.Kind.NOT_OFFERED);
        watch();

        timer.advance(Duration.ofHours(1));

        assertThat(service.checks).hasSize(1);
        assertThat(fleet.status().domainOffered()).isFalse();
        assertThat(fleet.status().problem()).isNull();
    }

    @Test
    void backsOffFromTwoSecondsDoublingToAMinute() {
        service.fleet = SampleDesktop.many(100);
        for (int i = 0; i < 8; i++) {
            service.nextCheckFailures.add(Problem.Kind.THROTTLED);
        }
        List<Instant> times = new ArrayList<>();
        watch();
        for (int asked = 0; asked < 9; ) {
            if (service.checks.size() > asked) {
                asked = service.checks.size();
                times.add(timer.instant());
            }
            timer.advance(Duration.ofSeconds(1));
        }

        List<Long> waits =
                IntStream.range(1, times.size())
                        .mapToObj(i -> Duration.between(times.get(i - 1), times.get(i)).toSeconds())
                        .toList();
        assertThat(waits).containsExactly(2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
        assertThat(fleet.status().domainChecked()).isEqualTo(100);
    }

    @Test
    void waitsForAWorkingReadAfterRefusedCredentials() {
        service.fleet = SampleDesktop.many(10);
        service.nextCheckFailures.add(Problem.Kind.UNAUTHENTICATED);
        watch();
        timer.advance(Duration.ofSeconds(59));
        assertThat(service.checks).hasSize(1);

        timer.advance(Duration.ofSeconds(1));

        assertThat(service.checks).hasSize(2);
        assertThat(fleet.status().domainChecked()).isEqualTo(10);
    }

    @Test
    void saysThatThePermissionIsMissingAndTriesAgainFiveMinutesLater() {
        service.fleet = SampleDesktop.many(10);
        service.nextCheckFailures.add(Problem.Kind.FORBIDDEN);
        Recorder heard = new Recorder();
        fleet.addListener(heard);
        watch();
        timer.advance(Duration.ofSeconds(1));
        assertThat(heard.last().domainProblem().kind()).isEqualTo(Problem.Kind.FORBIDDEN);
        assertThat(heard.last().problem()).isNull();

        timer.advance(DomainSweep.FORBIDDEN_PAUSE.minusSeconds(2));
        assertThat(service.checks).hasSize(1);
        timer.advance(Duration.ofSeconds(2));

        assertThat(service.checks).hasSize(2);
        assertThat(heard.last().domainProblem()).isNull();
        assertThat(fleet.status().domainChecked()).isEqualTo(10);
    }

    @Test
    void findsTheOneDesktopThatMakesAWholeCallFail() {
        service.fleet = SampleDesktop.many(200);
        service.poison = List.of("d33");
        watch();

        timer.advance(Duration.ofSeconds(59));

        assertThat(fleet.status().domainChecked()).isEqualTo(199);
        assertThat(fleet.row("d33").orElseThrow().domain()).isNull();
        int calls = service.checks.size();
        assertThat(calls).isLessThan(20);
        timer.advance(Duration.ofSeconds(120));
        assertThat(service.checks).hasSize(calls);
    }

    @Test
    void doesNotAskEverySecondForDesktopsTheAnswerLeavesOut() {
        service.fleet = SampleDesktop.many(3);
        service.unknownToCheck = List.of("d1");
        watch();

        timer.advance(Duration.ofMinutes(4));

        assertThat(service.checks).hasSize(1);
        assertThat(fleet.status().domainChecked()).isEqualTo(2);
    }

    @Test
    void asksNewDesktopsBeforeOldOnes() {
        service.fleet = SampleDesktop.many(150);
        watch();
        timer.advance(Duration.ofSeconds(5));
        service.checks.clear();
        List<Desktop> more = new ArrayList<>(SampleDesktop.many(150));
        more.add(SampleDesktop.windows("new"));
        service.fleet = more;

        timer.advance(Duration.ofSeconds(60));

        assertThat(service.checks.getFirst()).containsExactly("new");
    }

    @Test
    void forgetsTheDomainStateOfADesktopThatBecameLinux() {
        service.fleet = SampleDesktop.many(1);
        watch();
        assertThat(fleet.status().domainChecked()).isEqualTo(1);

        service.fleet = List.of(SampleDesktop.linux("d0"));
        fleet.refresh().await();

        assertThat(fleet.row("d0").orElseThrow().domain()).isNull();
        assertThat(fleet.status().domainChecked()).isZero();
    }

    private void watch() {
        fleet.watched(true);
        timer.runDue();
    }
}
