package org.workspaceadmin.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.workspaceadmin.cloud.Writes;
import org.workspaceadmin.model.Budget;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.Pacing;
import org.workspaceadmin.model.RebuildOrder;
import org.workspaceadmin.model.Target;
import org.workspaceadmin.operation.Draft.PowerAction;
import org.workspaceadmin.operation.Plan.PlannedRequest;
import org.workspaceadmin.operation.Plan.Reason;
import org.workspaceadmin.rules.Directory;
import org.workspaceadmin.rules.domain.SiteLists;

/** What holds for every plan, over fleets, pacings and operations of many seeds. */
class PlanPropertiesTest {
    private static final String[] TASKS = {"", "", "", "", "rebooting"};
    private static final String[] SYSTEMS = {"Windows", "Windows", "Windows", "Linux", "Others"};
    private static final String[] STATES = {"ACTIVE", "ACTIVE", "SHUTOFF", "HIBERNATED", ""};
    private static final String[] TYPES = {"DEDICATED", "DEDICATED", "POOLED", "SHARED"};

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    private static String one(Random random, String[] words) {
        return words[random.nextInt(words.length)];
    }

    private static List<Desktop> fleet(Random random) {
        List<Desktop> fleet = new ArrayList<>();
        int size = random.nextInt(700);
        for (int i = 0; i < size; i++) {
            fleet.add(
                    Desktops.desktop(
                            "d" + i,
                            one(random, STATES),
                            one(random, TASKS),
                            one(random, SYSTEMS),
                            "u" + i,
                            "REGISTERED",
                            random.nextInt(20) == 0,
                            random.nextBoolean(),
                            one(random, TYPES),
                            random.nextInt(10) == 0,
                            "image-1"));
        }
        return fleet;
    }

    private static Draft draft(Random random, List<Desktop> chosen) {
        return switch (random.nextInt(4)) {
            case 0 -> new Draft.Rejoin(chosen);
            case 1 -> new Draft.UpdateSids(chosen);
            case 2 ->
                    new Draft.Rebuild(
                            chosen, new RebuildOrder("gold", "i", "", "", 0, "", "o-1", ""));
            default ->
                    new Draft.Power(
                            chosen,
                            PowerAction.values()[random.nextInt(PowerAction.values().length)],
                            false);
        };
    }

    private static Pacing pacing(Random random) {
        int trial = random.nextInt(3) == 0 ? 0 : random.nextInt(1, 150);
        int step = random.nextInt(3) == 0 ? 0 : random.nextInt(1, 300);
        return Pacing.waves(trial, step);
    }

    private static Plan plan(Random random, List<Desktop> chosen, Way way) {
        Map<String, String> open = new HashMap<>();
        chosen.stream().filter(d -> random.nextInt(15) == 0).forEach(d -> open.put(d.id(), "op-1"));
        boolean batch = random.nextBoolean();
        return Planner.plan(
                draft(random, chosen),
                way,
                new PlanContext(
                        "c",
                        new Writes("project"),
                        Directory.UNKNOWN,
                        batch,
                        id -> null,
                        open::get,
                        UnaryOperator.identity(),
                        Generation.V2,
                        new Target(Target.Type.SERVICE, "project", "Connection"),
                        SiteLists.standIn()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyDesktopIsInExactlyOneRequestOrExclusion(int seed) {
        Random random = new Random(seed);
        List<Desktop> chosen = fleet(random);
        List<Desktop> twice = new ArrayList<>(chosen);
        twice.addAll(chosen.subList(0, chosen.size() / 3));
        Plan plan = plan(random, twice, new Way(pacing(random), random.nextBoolean()));

        List<String> placed = new ArrayList<>();
        plan.requests().forEach(r -> r.targets().forEach(t -> placed.add(t.id())));
        assertThat(plan.targets()).extracting(Target::id).containsExactlyElementsOf(placed);
        plan.exclusions().forEach(e -> placed.add(e.target().id()));
        assertThat(placed)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(chosen.stream().map(Desktop::id).toList());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noRequestIsTooLongOrMixesWaves(int seed) {
        Random random = new Random(seed);
        Pacing pacing = pacing(random);
        Plan plan = plan(random, fleet(random), new Way(pacing, true));

        List<Integer> sizes = pacing.sizes(plan.targets().size());
        assertThat(plan.waves()).extracting(Plan.Wave::targets).isEqualTo(sizes);
        int last = 0;
        Map<Integer, Set<String>> waves = new HashMap<>();
        for (PlannedRequest request : plan.requests()) {
            assertThat(request.targets()).hasSizeBetween(1, Writes.BATCH);
            assertThat(request.wave()).isBetween(last, last + 1);
            last = request.wave();
            request.targets()
                    .forEach(t ->
                            assertThat(
                                            waves.computeIfAbsent(
                                                            request.wave(), w -> new HashSet<>())
                                                    .add(t.id()))
                                    .isTrue());
            request.targets()
                    .forEach(t ->
                            assertThat(request.request().path() + request.request().body())
                                    .contains(t.id()));
        }
        assertThat(waves).hasSize(sizes.size());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void wavesHaveTheSizesThatWereAskedFor(int seed) {
        Random random = new Random(seed);
        Pacing pacing = pacing(random);
        int targets = random.nextInt(1, 2_000);
        List<Integer> sizes = pacing.sizes(targets);

        assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(targets);
        assertThat(sizes).allMatch(s -> s > 0);
        if (pacing.trial() > 0) {
            assertThat(sizes.getFirst()).isEqualTo(Math.min(pacing.trial(), targets));
        }
        List<Integer> steps = sizes.subList(pacing.trial() > 0 ? 1 : 0, sizes.size());
        if (pacing.step() == 0) {
            assertThat(steps).hasSizeLessThanOrEqualTo(1);
        } else {
            assertThat(steps).allMatch(s -> s <= pacing.step());
            assertThat(steps.stream().filter(s -> s < pacing.step()).count()).isLessThan(2);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void exclusionsHaveTheirCauseInTheDesktop(int seed) {
        Random random = new Random(seed);
        List<Desktop> chosen = fleet(random);
        Plan plan = plan(random, chosen, Way.USUAL);
        Map<String, Desktop> byId = new HashMap<>();
        chosen.forEach(d -> byId.put(d.id(), d));

        for (Plan.Exclusion exclusion : plan.exclusions()) {
            Desktop desktop = byId.get(exclusion.target().id());
            if (exclusion.reason() == Reason.MAINTENANCE) {
                assertThat(desktop.maintenance()).isTrue();
            }
            if (exclusion.reason() == Reason.NOT_DEDICATED) {
                assertThat(desktop.type().word()).isEqualTo("POOLED");
            }
            if (exclusion.reason() == Reason.FROZEN) {
                assertThat(desktop.frozen()).isTrue();
            }
        }
        boolean joins =
                plan.draft() instanceof Draft.Rejoin || plan.draft() instanceof Draft.UpdateSids;
        for (Target target : plan.targets()) {
            Desktop desktop = byId.get(target.id());
            assertThat(desktop.busy() || desktop.frozen() || desktop.maintenance()).isFalse();
            if (joins) {
                assertThat(desktop.type().word()).isNotEqualTo("POOLED");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aBudgetAllowsWhatItSaysAndNotOneMore(int seed) {
        Random random = new Random(seed);
        int total = random.nextInt(1, 20_000);
        int percent = random.nextInt(101);
        Budget budget = random.nextBoolean() ? Budget.percent(percent) : Budget.targets(percent);
        int allowed = budget.allowed(total);

        assertThat(budget.exceeded(allowed, total)).isFalse();
        assertThat(budget.exceeded(allowed + 1, total)).isTrue();
        if (budget.unit() == Budget.Unit.PERCENT) {
            assertThat(allowed * 100L).isLessThanOrEqualTo((long) total * percent);
            assertThat((allowed + 1) * 100L).isGreaterThan((long) total * percent);
        }
        assertThat(Budget.UNLIMITED.exceeded(total, total)).isFalse();
    }
}
