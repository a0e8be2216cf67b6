package org.workspaceadmin.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.workspaceadmin.cloud.DesktopPage;
import org.workspaceadmin.cloud.FleetListing;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.ProblemException;
import org.workspaceadmin.task.ManualTimer;
import org.workspaceadmin.task.Workers;

class LiveFleetTest {
    private final ManualTimer timer = new ManualTimer();
    private final ScriptedService service = new ScriptedService(timer);
    private final LiveFleet fleet = LiveFleet.of(service, Workers.sameThread(), timer);
    private final Recorder heard = new Recorder();

    @BeforeEach
    void listen() {
        fleet.addListener(heard);
    }

    @AfterEach
    void close() {
        fleet.close();
    }

    @Test
    void publishesTheFirstPageAtOnceAndTheRestTogether() {
        service.fleet = SampleDesktop.many(5_000);

        fleet.refresh().await();

        assertThat(heard.changes.getFirst().added()).hasSize(500);
        assertThat(heard.changes).hasSize(2);
        assertThat(heard.rows).hasSize(5_000);
        assertThat(fleet.rows()).extracting(DesktopRow::desktop).isEqualTo(service.fleet);
        FleetStatus status = heard.last();
        assertThat(status.loading()).isFalse();
        assertThat(status.loaded()).isEqualTo(5_000);
        assertThat(status.expected()).isEqualTo(5_000);
        assertThat(status.asOf()).isEqualTo(timer.instant());
        assertThat(status.domainOffered()).isNull();
    }

    @Test
    void publishesAboutTenTimesASecondHoweverFastPagesArrive() {
        List<Desktop> all = SampleDesktop.many(50_000);
        service.nextListings.add(onPage -> {
            for (int from = 0; from < all.size(); from += 500) {
                onPage.accept(new DesktopPage(all.size(), from, all.subList(from, from + 500)));
                timer.advance(Duration.ofMillis(10));
            }
            return new FleetListing(all, true);
        });

        fleet.refresh().await();

        // 100 pages in one second
        assertThat(heard.changes).hasSizeBetween(9, 13);
        assertThat(heard.rows).hasSize(50_000);
    }

    @Test
    void saysNothingWhenReadingAgainBringsTheSame() {
        service.fleet = SampleDesktop.many(10);
        fleet.refresh().await();
        List<DesktopRow> rows = fleet.rows();
        int told = heard.changes.size();

        service.fleet = SampleDesktop.many(10);
        timer.advance(Duration.ofSeconds(5));
        fleet.refresh().await();

        assertThat(heard.changes).hasSize(told);
        assertThat(fleet.rows().getFirst()).isSameAs(rows.getFirst());
        assertThat(heard.last().asOf()).isEqualTo(timer.instant());
    }

    @Test
    void tellsAddedChangedAndRemovedApart() {
        service.fleet = SampleDesktop.many(3);
        fleet.refresh().await();
        timer.advance(Duration.ofSeconds(1));

        service.fleet =
                List.of(
                        SampleDesktop.windows("new"),
                        SampleDesktop.busy("d1", "rebooting"),
                        SampleDesktop.windows("d0"));
        fleet.refresh().await();

        FleetChange change = merged(heard.changes.subList(1, heard.changes.size()));
        assertThat(change.added()).extracting(DesktopRow::id).containsExactly("new");
        assertThat(change.changed()).extracting(DesktopRow::id).containsExactly("d1");
        assertThat(change.removed()).containsExactly("d2");
        assertThat(fleet.rows()).extracting(DesktopRow::id).containsExactly("new", "d1", "d0");
        assertThat(fleet.row("d1").orElseThrow().desktop().task()).isEqualTo("rebooting");
        assertThat(fleet.row("d2")).isEmpty();
    }

    @Test
    void readsAgainAtOnceWhenTheTotalMovedAndKeepsRowsThePassesDisagreeAbout() {
        service.fleet = SampleDesktop.many(4);
        fleet.refresh().await();
        service.nextListings.add(service.listing(SampleDesktop.many(4).subList(0, 3), false));
        service.nextListings.add(
                service.listing(
                        List.of(SampleDesktop.windows("d0"), SampleDesktop.windows("d3")), false));

        boolean still = fleet.refresh().await();

        assertThat(still).isFalse();
        assertThat(service.listings).hasSize(3);
        assertThat(ids()).containsExactlyInAnyOrder("d0", "d1", "d2", "d3");
    }

    @Test
    void removesARowThatNeitherOfTwoMovingPassesSaw() {
        service.fleet = SampleDesktop.many(3);
        fleet.refresh().await();
        service.nextListings.add(service.listing(SampleDesktop.many(2), false));
        service.nextListings.add(service.listing(SampleDesktop.many(2), false));

        fleet.refresh().await();

        assertThat(ids()).containsExactly("d0", "d1");
    }

    @Test
    void believesAQuietSecondPassOverAMovingFirst() {
        service.fleet = SampleDesktop.many(3);
        fleet.refresh().await();
        service.nextListings.add(service.listing(SampleDesktop.many(3), false));
        service.nextListings.add(service.listing(SampleDesktop.many(1), true));

        assertThat(fleet.refresh().await()).isTrue();

        assertThat(ids()).containsExactly("d0");
    }

    @Test
    void keepsOldRowsAndTheirAgeWhenAReadFails() {
        service.fleet = SampleDesktop.many(3);
        fleet.refresh().await();
        var asOf = fleet.status().asOf();
        timer.advance(Duration.ofSeconds(30));
        service.nextListings.add(ScriptedService.failing(Problem.Kind.TIMEOUT));

        assertThatThrownBy(() -> fleet.refresh().await()).isInstanceOf(ProblemException.class);

        assertThat(ids()).hasSize(3);
        assertThat(heard.last().problem().kind()).isEqualTo(Problem.Kind.TIMEOUT);
        assertThat(heard.last().asOf()).isEqualTo(asOf);
        assertThat(heard.last().loading()).isFalse();

        fleet.refresh().await();
        assertThat(heard.last().problem()).isNull();
    }

    @Test
    void removesNothingWhenAReadBreaksAfterSomePages() {
        service.fleet = SampleDesktop.many(3);
        fleet.refresh().await();
        service.nextListings.add(onPage -> {
            onPage.accept(new DesktopPage(3, 0, SampleDesktop.many(1)));
            throw ScriptedService.failure(Problem.Kind.CONNECTION_LOST);
        });

        assertThatThrownBy(() -> fleet.refresh().await()).isInstanceOf(ProblemException.class);

        assertThat(ids()).containsExactly("d0", "d1", "d2");
    }

    @Test
    void turnsABugIntoAProblemWithoutItsText() {
        service.nextListings.add(onPage -> {
            throw new IllegalStateException("marker-secret");
        });

        assertThatThrownBy(() -> fleet.refresh().await()).isInstanceOf(ProblemException.class);

        assertThat(heard.last().problem().kind()).isEqualTo(Problem.Kind.INTERNAL);
        assertThat(heard.last().problem().toString()).doesNotContain("marker-secret");
    }

    @Test
    void readsEveryIntervalWhileWatchedOnly() {
        service.fleet = SampleDesktop.many(2);
        timer.advance(Duration.ofMinutes(5));
        assertThat(service.listings).isEmpty();

        fleet.watched(true);
        timer.runDue();
        assertThat(service.listings).hasSize(1);
        timer.advance(Duration.ofSeconds(59));
        assertThat(service.listings).hasSize(1);
        timer.advance(Duration.ofSeconds(1));
        assertThat(service.listings).hasSize(2);

        fleet.watched(false);
        timer.advance(Duration.ofMinutes(30));
        assertThat(service.listings).hasSize(2);

        fleet.watched(true);
        timer.runDue();
        assertThat(service.listings).hasSize(3);
    }

    @Test
    void doesNotReadOnReturnToAFreshFleet() {
        service.fleet = SampleDesktop.many(2);
        fleet.watched(true);
        timer.advance(Duration.ofSeconds(20));

        fleet.watched(false);
        fleet.watched(true);
        timer.advance(Duration.ofSeconds(39));
        assertThat(service.listings).hasSize(1);

        timer.advance(Duration.ofSeconds(1));
        assertThat(service.listings).hasSize(2);
    }

    @Test
    void takesAnotherIntervalButNeverUnderTenSeconds() {
        fleet.interval(Duration.ofSeconds(1));
        fleet.watched(true);
        timer.advance(Duration.ofSeconds(30));
        assertThat(service.listings).hasSize(4);

        fleet.interval(Duration.ofMinutes(5));
        timer.advance(Duration.ofMinutes(4));
        assertThat(service.listings).hasSize(4);
    }

    @Test
    void goesOnReadingAfterAnOutageButNotAfterRefusedCredentials() {
        fleet.watched(true);
        service.nextListings.add(ScriptedService.failing(Problem.Kind.SERVER));
        timer.runDue();
        service.nextListings.add(ScriptedService.failing(Problem.Kind.UNAUTHENTICATED));
        timer.advance(Duration.ofSeconds(60));
        assertThat(service.listings).hasSize(2);

        timer.advance(Duration.ofHours(1));
        assertThat(service.listings).hasSize(2);

        fleet.refresh().await();
        timer.advance(Duration.ofSeconds(60));
        assertThat(service.listings).hasSize(4);
    }

    @Test
    void readsSingleDesktopsAgainNowAndTenSecondsLaterInChunks() {
        service.fleet = SampleDesktop.many(250);
        fleet.refresh().await();
        List<String> all = IntStream.range(0, 250).mapToObj(i -> "d" + i).toList();
        List<Desktop> now = new ArrayList<>(service.fleet);
        now.set(7, SampleDesktop.busy("d7", "rebuilding"));
        service.fleet = now;

        fleet.reread(all);

        assertThat(service.pages)
                .extracting(query -> query.parameters().get("desktop_id").size())
                .containsExactly(100, 100, 50);
        assertThat(fleet.row("d7").orElseThrow().desktop().task()).isEqualTo("rebuilding");

        timer.advance(Duration.ofSeconds(9));
        assertThat(service.pages).hasSize(3);
        timer.advance(Duration.ofSeconds(1));
        assertThat(service.pages).hasSize(6);
        timer.advance(Duration.ofMinutes(1));
        assertThat(service.pages).hasSize(6);
        assertThat(service.listings).hasSize(1);
    }

    @Test
    void neverRemovesARowBecauseARereadDidNotFindIt() {
        service.fleet = SampleDesktop.many(2);
        fleet.refresh().await();
        service.fleet = SampleDesktop.many(1);

        fleet.reread(List.of("d1"));

        assertThat(ids()).containsExactly("d0", "d1");
    }

    @Test
    void findsAUsersDesktopsByExactNameIgnoringCase() {
        service.fleet =
                List.of(
                        SampleDesktop.of("a", "Anna"),
                        SampleDesktop.of("b", "annabel"),
                        SampleDesktop.of("c", "ANNA"));

        assertThat(fleet.desktopsOf("anna").await())
                .extracting(Desktop::id)
                .containsExactly("a", "c");
        assertThat(service.listings.getFirst().parameters())
                .containsEntry("user_name", List.of("anna"));
    }

    @Test
    void asksForCurrentImagesInChunksOfFiveHundred() {
        List<String> ids = IntStream.range(0, 1_201).mapToObj(i -> "d" + i).toList();

        assertThat(fleet.currentImages(ids).await()).hasSize(1_201);

        assertThat(service.imageChecks).extracting(List::size).containsExactly(500, 500, 201);
        assertThat(fleet.currentImages(List.of()).await()).isEmpty();
    }

    @Test
    void goesOnTellingOthersWhenAListenerBreaks() {
        Recorder second = new Recorder();
        fleet.removeListener(heard);
        fleet.addListener(
                new FleetListener() {
                    @Override
                    public void changed(FleetChange change) {
                        throw new IllegalStateException("broken screen");
                    }

                    @Override
                    public void status(FleetStatus status) {
                        throw new IllegalStateException("broken screen");
                    }
                });
        fleet.addListener(second);
        service.fleet = SampleDesktop.many(2);

        fleet.refresh().await();

        assertThat(second.rows).hasSize(2);
        assertThat(heard.rows).isEmpty();
    }

    @Test
    void isSilentAfterItWasClosed() {
        service.fleet = SampleDesktop.many(2);
        fleet.watched(true);
        timer.runDue();
        fleet.reread(List.of("d0"));
        fleet.close();
        int calls = service.listings.size() + service.pages.size() + service.checks.size();

        timer.advance(Duration.ofHours(1));

        assertThat(service.listings.size() + service.pages.size() + service.checks.size())
                .isEqualTo(calls);
    }

    @Test
    void hidesALoadThatAddsAndLosesARowBetweenTwoPublications() {
        RowStore store = new RowStore();
        store.merge(SampleDesktop.many(2));
        store.settle(SampleDesktop.many(1), Set.of("d1"));
        assertThat(store.drain().added()).extracting(DesktopRow::id).containsExactly("d0");

        store.settle(List.of(), Set.of("d0"));
        store.merge(SampleDesktop.many(1));
        FleetChange back = store.drain();
        assertThat(back.changed()).extracting(DesktopRow::id).containsExactly("d0");
        assertThat(back.added()).isEmpty();
        assertThat(back.removed()).isEmpty();
    }

    private List<String> ids() {
        return fleet.rows().stream().map(DesktopRow::id).toList();
    }

    private static FleetChange merged(List<FleetChange> changes) {
        return new FleetChange(
                changes.stream().flatMap(c -> c.added().stream()).toList(),
                changes.stream().flatMap(c -> c.changed().stream()).toList(),
                changes.stream().flatMap(c -> c.removed().stream()).toList());
    }
}
