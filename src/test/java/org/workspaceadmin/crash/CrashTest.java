package org.workspaceadmin.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.workspaceadmin.cloud.CloudConnection;
import org.workspaceadmin.cloud.DesktopQuery;
import org.workspaceadmin.contract.Watched;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.DesktopType;
import org.workspaceadmin.model.Image;
import org.workspaceadmin.model.OperationState.Phase;
import org.workspaceadmin.model.OsFamily;
import org.workspaceadmin.simulator.Simulator;
import org.workspaceadmin.simulator.SimulatorClient;

/**
 * Kills the program (SIGKILL) at every point of an operation's life, starts it again on the same
 * journal and asks the simulated service what really happened: the operation is there, what it says
 * is true or unknown, and nothing was sent twice. {@code -Dworkspaceadmin.crash.rounds=N} kills N
 * times as often.
 */
class CrashTest {
    private static final int DESKTOPS_EACH = 2;

    @TempDir Path folder;

    private record Plan(Point point, Errand errand, Duration chance) {}

    @Test
    @Timeout(600)
    void nothingIsLostAndNothingIsSentTwiceWhereverTheProgramIsKilled() throws Exception {
        List<Plan> plans = plans(Integer.getInteger("workspaceadmin.crash.rounds", 1));
        try (Simulator simulator =
                        Simulator.start(
                                Watched.options()
                                        .withDesktops(4 * DESKTOPS_EACH * plans.size() + 200)
                                        .withJobTime(Duration.ofMillis(900)));
                SimulatorClient control = new SimulatorClient(simulator);
                CloudConnection cloud =
                        CrashingProgram.connect(
                                simulator.endpoint().toString(),
                                simulator.projectId(),
                                simulator.accessKey(),
                                simulator.secretKey());
                ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<List<Desktop>> sets = sets(cloud, plans.size());
            String image = image(cloud);
            List<Future<Wreck.Found>> wrecks = new ArrayList<>();
            for (int i = 0; i < plans.size(); i++) {
                Plan plan = plans.get(i);
                List<String> ids = sets.get(i).stream().map(Desktop::id).toList();
                String word = plan.errand() == Errand.REBUILD ? image : "crash" + i + "user";
                prepare(control, plan.errand(), ids, word);
                Path own = Files.createDirectory(folder.resolve("kill-" + i));
                Wreck wreck =
                        new Wreck(
                                simulator,
                                control,
                                cloud,
                                own,
                                plan.point(),
                                plan.errand(),
                                ids,
                                word,
                                plan.chance());
                wrecks.add(two.submit(wreck::run));
            }
            List<Wreck.Found> found = new ArrayList<>();
            for (Future<Wreck.Found> wreck : wrecks) {
                found.add(wreck.get());
            }
            print(found, plans.size());
            assertThat(found).hasSize(plans.size());
        }
    }

    private static List<Plan> plans(int rounds) {
        Random random = new Random(4);
        List<Plan> plans = new ArrayList<>();
        Errand[] errands = Errand.values();
        for (int round = 0; round < rounds; round++) {
            for (Point point : Point.values()) {
                for (int n = 0; n < 3; n++) {
                    // Three errands a point, all of them over the points; rejoin at each.
                    int turn = point.ordinal() + n * 2 + round;
                    Errand errand = n == 0 ? Errand.REJOIN : errands[1 + turn % 4];
                    plans.add(new Plan(point, errand, Duration.ofMillis(random.nextInt(900))));
                }
            }
        }
        return plans;
    }

    /** Disjoint sets of idle Windows desktops that are on. */
    private static List<List<Desktop>> sets(CloudConnection cloud, int count) {
        Predicate<Desktop> fit =
                d ->
                        d.active()
                                && !d.busy()
                                && !d.frozen()
                                && !d.maintenance()
                                && d.osFamily().is(OsFamily.WINDOWS)
                                && d.type().is(DesktopType.DEDICATED);
        List<Desktop> all =
                cloud.allDesktops(DesktopQuery.all(), page -> {}).await().desktops().stream()
                        .filter(fit)
                        .limit((long) DESKTOPS_EACH * count)
                        .toList();
        assertThat(all).hasSize(DESKTOPS_EACH * count);
        List<List<Desktop>> sets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sets.add(all.subList(i * DESKTOPS_EACH, (i + 1) * DESKTOPS_EACH));
        }
        return sets;
    }

    /** A Windows image that hardly any desktop has. */
    private static String image(CloudConnection cloud) {
        return cloud.images("gold").await().stream()
                .filter(i -> i.osFamily().is(OsFamily.WINDOWS))
                .map(Image::id)
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    private static void prepare(
            SimulatorClient control, Errand errand, List<String> ids, String word) {
        for (String id : ids) {
            String state =
                    switch (errand) {
                        case REJOIN -> "\"domain\":\"out\",\"sid_differs\":false";
                        case UPDATE_SIDS -> "\"domain\":\"out\",\"sid_differs\":true";
                        case CHANGE_USER_NAME -> "\"user_name\":\"" + word + "\"";
                        case REBUILD, STOP -> "\"domain\":\"in\"";
                    };
            String wish = "{\"outcome\":\"succeed\"," + state + "}";
            assertThat(control.control("POST", "/desktops/" + id, wish).status()).isEqualTo(200);
        }
    }

    private static void print(List<Wreck.Found> found, int kills) {
        Map<Point, Map<Phase, Integer>> table = new EnumMap<>(Point.class);
        found.forEach(f ->
                table.computeIfAbsent(f.point(), p -> new EnumMap<>(Phase.class))
                        .merge(f.phase(), 1, Integer::sum));
        StringBuilder text = new StringBuilder("kills per phase, and what was found afterwards:\n");
        table.forEach((point, phases) ->
                text.append(
                        "  %-12s %3d  %s%n"
                                .formatted(
                                        point,
                                        phases.values().stream().mapToInt(n -> n).sum(),
                                        phases)));
        text.append(
                "  lost %d, sent twice %d, of %d"
                        .formatted(
                                kills - found.size(),
                                found.stream().filter(f -> f.sent() > 1).count(),
                                kills));
        System.out.println(text);
    }
}
