package org.workspaceadmin.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.task.Workers;

/** How a whole list is put together from pages. */
class PagingTest {
    private final DesktopReader reader = new DesktopReader();
    private final Map<Integer, Integer> asked = new ConcurrentHashMap<>();

    private Desktop desktop(int n) {
        return reader.desktop(Json.parse("{\"desktop_id\":\"d" + n + "\"}"));
    }

    private DesktopPage page(int total, int offset, int limit) {
        asked.merge(offset, limit, Integer::sum);
        int end = Math.min(total, offset + limit);
        return new DesktopPage(
                total,
                offset,
                IntStream.range(offset, Math.max(offset, end)).mapToObj(this::desktop).toList());
    }

    private static FleetListing all(DesktopPager pager, List<DesktopPage> pages)
            throws InterruptedException {
        return pager.all(DesktopQuery.all(), pages::add);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 99, 100, 101, 600, 601, 1700, 50_123})
    void everyDesktopComesOnceInOrder(int total) throws InterruptedException {
        for (Workers workers : List.of(Workers.virtual("t"), Workers.sameThread())) {
            List<DesktopPage> pages = new CopyOnWriteArrayList<>();
            DesktopPager pager = new DesktopPager(workers, (q, o, l) -> page(total, o, l));
            FleetListing listing = all(pager, pages);
            assertThat(listing.consistent()).isTrue();
            assertThat(listing.desktops())
                    .extracting(Desktop::id)
                    .containsExactlyElementsOf(
                            IntStream.range(0, total).mapToObj(n -> "d" + n).toList());
            assertThat(pages.stream().mapToInt(p -> p.desktops().size()).sum()).isEqualTo(total);
        }
    }

    @Test
    void theFirstPageIsSmallAndHandedOverWhileOthersAreOut() throws InterruptedException {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch rest = new CountDownLatch(1);
        DesktopPager pager =
                new DesktopPager(
                        Workers.virtual("t"),
                        (q, o, l) -> {
                            if (o > 0) {
                                rest.await();
                            }
                            return page(5000, o, l);
                        });
        List<DesktopPage> pages = new CopyOnWriteArrayList<>();
        Work<FleetListing> work =
                Workers.virtual("w")
                        .start(() ->
                                pager.all(
                                        DesktopQuery.all(),
                                        p -> {
                                            pages.add(p);
                                            first.countDown();
                                        }));
        assertThat(first.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(pages).hasSize(1);
        assertThat(pages.getFirst().desktops()).hasSize(DesktopPager.FIRST);
        rest.countDown();
        assertThat(work.await().desktops()).hasSize(5000);
    }

    @Test
    void aSmallFleetIsNotAskedForPagesItLacksTheSecondTime() throws InterruptedException {
        DesktopPager pager = new DesktopPager(Workers.virtual("t"), (q, o, l) -> page(80, o, l));
        all(pager, new ArrayList<>());
        asked.clear();
        assertThat(all(pager, new ArrayList<>()).desktops()).hasSize(80);
        assertThat(asked).containsOnlyKeys(0);
    }

    @Test
    void aFleetThatGrewSinceIsReadWhole() throws InterruptedException {
        int[] total = {80};
        DesktopPager pager =
                new DesktopPager(Workers.virtual("t"), (q, o, l) -> page(total[0], o, l));
        all(pager, new ArrayList<>());
        total[0] = 2300;
        FleetListing listing = all(pager, new ArrayList<>());
        assertThat(listing.desktops()).hasSize(2300);
        assertThat(listing.consistent()).isTrue();
    }

    @Test
    void aTotalThatMovesBetweenPagesIsTold() throws InterruptedException {
        DesktopPager pager =
                new DesktopPager(
                        Workers.virtual("t"), (q, o, l) -> page(o == 0 ? 1000 : 1001, o, l));
        FleetListing listing = all(pager, new ArrayList<>());
        assertThat(listing.consistent()).isFalse();
        assertThat(listing.desktops()).hasSize(1001);
    }

    @Test
    void aDesktopThatMovedToAnotherPageIsKeptOnceAndTold() throws InterruptedException {
        DesktopPager pager =
                new DesktopPager(
                        Workers.virtual("t"),
                        (q, o, l) -> {
                            DesktopPage page = page(600, o, l);
                            if (o != DesktopPager.FIRST) {
                                return page; // a lane may ask past the end before it is known
                            }
                            List<Desktop> shifted = new ArrayList<>(page.desktops());
                            shifted.set(0, desktop(99));
                            return new DesktopPage(600, o, shifted);
                        });
        FleetListing listing = all(pager, new ArrayList<>());
        assertThat(listing.desktops()).hasSize(599).doesNotHaveDuplicates();
        assertThat(listing.consistent()).isFalse();
    }

    @Test
    void pagesShorterThanAskedForLeaveNoHole() throws InterruptedException {
        DesktopPager pager =
                new DesktopPager(
                        Workers.virtual("t"), (q, o, l) -> page(1500, o, Math.min(l, 120)));
        FleetListing listing = all(pager, new ArrayList<>());
        assertThat(listing.desktops()).hasSize(1500);
        assertThat(listing.consistent()).isTrue();
    }

    @Test
    void emptyPagesBelowTheTotalEndTheReadingAndAreTold() throws InterruptedException {
        DesktopPager pager =
                new DesktopPager(
                        Workers.virtual("t"),
                        (q, o, l) -> o == 0 ? page(900, 0, l) : new DesktopPage(900, o, List.of()));
        assertThat(all(pager, new ArrayList<>()).consistent()).isFalse();
    }

    @Test
    void aPageThatFailsFailsTheWhole() {
        DesktopPager pager =
                new DesktopPager(
                        Workers.virtual("t"),
                        (q, o, l) -> {
                            if (o == 600) {
                                throw new IllegalStateException("broken page");
                            }
                            return page(20_000, o, l);
                        });
        assertThatThrownBy(() -> all(pager, new ArrayList<>()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("broken page");
    }

    @Test
    void readsBothDateFormatsNullsAndNumbersAsText() {
        Desktop a =
                reader.desktop(
                        Json.parse(
                                "{\"desktop_id\":\"a\",\"created\":\"2026-02-15 05:01:06\","
                                        + "\"process\":\"42\",\"status\":\"active\","
                                        + "\"task_status\":null,\"login_status\":\"NEW_WORD\","
                                        + "\"addresses\":[{\"addr\":\"10.0.0.1\"}],"
                                        + "\"tags\":{\"key\":\"k\",\"value\":null},"
                                        + "\"attach_user_infos\":null,"
                                        + "\"in_maintenance_mode\":\"true\"}"));
        assertThat(a.created()).isEqualTo("2026-02-15T05:01:06Z");
        assertThat(a.progress()).isEqualTo(42);
        assertThat(a.active()).isTrue();
        assertThat(a.busy()).isFalse();
        assertThat(a.loginState().word()).isEqualTo("NEW_WORD");
        assertThat(a.addresses()).containsExactly("10.0.0.1");
        assertThat(a.tags()).hasSize(1);
        assertThat(a.maintenance()).isTrue();
        Desktop b =
                reader.desktop(
                        Json.parse(
                                "{\"desktop_id\":\"b\",\"created\":\"2026-02-15T05:01:06Z\","
                                        + "\"status\":\"\",\"addresses\":{\"n\":"
                                        + "[{\"addr\":\"10.0.0.2\"}]}}"));
        assertThat(b.created()).isEqualTo(a.created());
        assertThat(b.status().known()).isEqualTo(org.workspaceadmin.model.DesktopStatus.DELETING);
        assertThat(b.addresses()).containsExactly("10.0.0.2");
    }
}
