package org.workspaceadmin.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.workspaceadmin.cloud.CloudConnection;
import org.workspaceadmin.cloud.DesktopQuery;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.DesktopType;
import org.workspaceadmin.model.Image;
import org.workspaceadmin.model.OperationState.Phase;
import org.workspaceadmin.model.OsFamily;

/**
 * Kills the program (SIGKILL) at random moments while it runs several operations against a
 * simulated service in another process that delays, resets and drops answers; starts it again on
 * the same journal, kills it again, and in the end compares journals and request log: no operation
 * lost, no request sent twice, every unknown outcome found out or shown. {@code
 * -Dworkspaceadmin.kills=N} kills N times instead of 200 times; {@code mvn -Pcrash test} does
 * 2,000.
 */
class RandomKillsTest {
    private static final int KILLS = Integer.getInteger("workspaceadmin.kills", 200);
    private static final int AT_ONCE = 4;
    private static final int KILLS_EACH = 10;
    private static final int MISSIONS = 4;
    private static final int DESKTOPS = 2;

    @TempDir Path folder;

    private record Hits(List<Stage> aimed, List<Stage> all) {}

    @Test
    @Timeout(3600)
    void noOperationIsLostAndNoRequestIsSentTwiceWheneverTheProgramIsKilled() throws Exception {
        Instant begin = Instant.now();
        int lanes = (KILLS + KILLS_EACH - 1) / KILLS_EACH;
        try (Alone simulator =
                        Alone.start(
                                folder,
                                4 * (KILLS + 1) * MISSIONS * DESKTOPS + 200,
                                Duration.ofMillis(400));
                CloudConnection cloud =
                        CrashingProgram.connect(
                                simulator.endpoint(),
                                simulator.project(),
                                simulator.accessKey(),
                                simulator.secretKey());
                ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
                ExecutorService searchers = Executors.newFixedThreadPool(2 * AT_ONCE)) {
            List<Desktop> desktops = desktops(cloud);
            String image = image(cloud);
            List<String> java =
                    Child.command(folder, simulator, missions(simulator, desktops, image, KILLS));
            misbehave(simulator);
            List<Lane> all = new ArrayList<>();
            List<Future<Hits>> kills = new ArrayList<>();
            for (int i = 0; i < lanes; i++) {
                Path own = Files.createDirectory(folder.resolve("lane-" + i));
                Lane lane = new Lane(simulator, own, java, i);
                all.add(lane);
                int from = i * KILLS_EACH;
                int to = Math.min(KILLS, from + KILLS_EACH);
                kills.add(
                        workers.submit(() -> killAll(simulator, lane, desktops, image, from, to)));
            }
            Map<Stage, Integer> aimed = new EnumMap<>(Stage.class);
            Map<Stage, Integer> hit = new EnumMap<>(Stage.class);
            for (Future<Hits> kill : kills) {
                Hits hits = kill.get();
                hits.aimed().forEach(s -> aimed.merge(s, 1, Integer::sum));
                hits.all().forEach(s -> hit.merge(s, 1, Integer::sum));
            }
            simulator.control("DELETE", "/faults", null);
            List<Future<Ruins.Found>> ruins = new ArrayList<>();
            for (Lane lane : all) {
                ruins.add(searchers.submit(new Ruins(simulator, cloud, lane)::search));
            }
            int lost = 0;
            int twice = 0;
            int unknown = 0;
            Map<Phase, Integer> phases = new EnumMap<>(Phase.class);
            for (Future<Ruins.Found> ruin : ruins) {
                Ruins.Found found = ruin.get();
                lost += found.lost();
                twice += found.twice();
                unknown += found.unknown();
                found.operations().forEach((p, n) -> phases.merge(p, n, Integer::sum));
            }
            print(aimed, hit, phases, lost, twice, unknown, Duration.between(begin, Instant.now()));
            assertThat(lost).as("operations lost").isZero();
            assertThat(twice).as("requests sent twice").isZero();
            assertThat(aimed.values().stream().mapToInt(n -> n).sum()).isEqualTo(KILLS);
            for (Stage stage : Stage.values()) {
                assertThat(aimed.getOrDefault(stage, 0))
                        .as("kills while %s", stage)
                        .isGreaterThanOrEqualTo(KILLS / 10);
            }
        }
    }

    private static Hits killAll(
            Alone simulator, Lane lane, List<Desktop> desktops, String image, int from, int to)
            throws Exception {
        List<Stage> aimed = new ArrayList<>();
        List<Stage> all = new ArrayList<>();
        for (int kill = from; kill < to; kill++) {
            List<Mission> missions = missions(simulator, desktops, image, kill);
            List<Stage> stages = lane.kill(missions);
            aimed.add(stages.getFirst());
            all.addAll(stages);
            simulator.collect();
        }
        return new Hits(aimed, all);
    }

    /** What is under way at a kill, on desktops of its own. */
    private static List<Mission> missions(
            Alone simulator, List<Desktop> desktops, String image, int kill) {
        List<Mission> missions = new ArrayList<>();
        for (int m = 0; m < MISSIONS; m++) {
            int number = kill * MISSIONS + m;
            List<String> ids =
                    desktops.subList(number * DESKTOPS, (number + 1) * DESKTOPS).stream()
                            .map(Desktop::id)
                            .toList();
            Errand errand = Errand.values()[number % Errand.values().length];
            String word = errand == Errand.REBUILD ? image : "kill" + number + "user";
            prepare(simulator, errand, ids, word);
            missions.add(Mission.of(errand, word, ids));
        }
        return missions;
    }

    /** Answers of writes are delayed, reset and dropped, before and after they took effect. */
    private static void misbehave(Alone simulator) {
        String writes =
                "\"path\":\"(rejoin-domain|/desktops/rebuild|/desktops/sids|/desktops/action"
                        + "|/change-username)$\"";
        List.of(
                        "\"kind\":\"reset\",\"moment\":\"after\",\"share\":0.08",
                        "\"kind\":\"reset\",\"moment\":\"before\",\"share\":0.06",
                        "\"kind\":\"truncate\",\"moment\":\"after\",\"share\":0.06",
                        "\"kind\":\"stall\",\"moment\":\"after\",\"share\":0.05",
                        "\"kind\":\"delay\",\"moment\":\"before\",\"delay_ms\":150,\"share\":0.5",
                        "\"kind\":\"delay\",\"moment\":\"after\",\"delay_ms\":90")
                .forEach(f -> simulator.control("POST", "/faults", "{" + f + "," + writes + "}"));
    }

    private static void prepare(Alone simulator, Errand errand, List<String> ids, String word) {
        for (String id : ids) {
            String state =
                    switch (errand) {
                        case REJOIN -> "\"domain\":\"out\",\"sid_differs\":false";
                        case UPDATE_SIDS -> "\"domain\":\"out\",\"sid_differs\":true";
                        case CHANGE_USER_NAME -> "\"user_name\":\"" + word + "\"";
                        case REBUILD, STOP -> "\"domain\":\"in\"";
                    };
            simulator.control("POST", "/desktops/" + id, "{\"outcome\":\"succeed\"," + state + "}");
        }
    }

    private static List<Desktop> desktops(CloudConnection cloud) {
        Predicate<Desktop> fit =
                d ->
                        d.active()
                                && !d.busy()
                                && !d.frozen()
                                && !d.maintenance()
                                && d.osFamily().is(OsFamily.WINDOWS)
                                && d.type().is(DesktopType.DEDICATED);
        int wanted = (KILLS + 1) * MISSIONS * DESKTOPS;
        List<Desktop> all =
                cloud.allDesktops(DesktopQuery.all(), page -> {}).await().desktops().stream()
                        .filter(fit)
                        .limit(wanted)
                        .toList();
        assertThat(all).hasSize(wanted);
        return all;
    }

    private static String image(CloudConnection cloud) {
        return cloud.images("gold").await().stream()
                .filter(i -> i.osFamily().is(OsFamily.WINDOWS))
                .map(Image::id)
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    private static void print(
            Map<Stage, Integer> aimed,
            Map<Stage, Integer> hit,
            Map<Phase, Integer> phases,
            int lost,
            int twice,
            int unknown,
            Duration took) {
        StringBuilder text =
                new StringBuilder(
                        "%d kills at random moments in %d s, by phase of the first operation (and of all %d under way):%n"
                                .formatted(
                                        KILLS,
                                        took.toSeconds(),
                                        hit.values().stream().mapToInt(n -> n).sum()));
        for (Stage stage : Stage.values()) {
            text.append(
                    "  %-15s %4d  (%d)%n"
                            .formatted(
                                    stage,
                                    aimed.getOrDefault(stage, 0),
                                    hit.getOrDefault(stage, 0)));
        }
        text.append("  afterwards %s%n".formatted(phases));
        text.append(
                "  operations lost %d, requests sent twice %d, unknown and shown %d"
                        .formatted(lost, twice, unknown));
        System.out.println(text);
    }
}
