package org.workspaceadmin.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.workspaceadmin.cloud.CloudConnection;
import org.workspaceadmin.journal.Journal;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.OperationState.Phase;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.SearchEvidence;
import org.workspaceadmin.model.Target;
import org.workspaceadmin.model.TargetState;
import org.workspaceadmin.operation.Engine;
import org.workspaceadmin.operation.EnginePorts;
import org.workspaceadmin.operation.PollSettings;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Workers;

/**
 * What many kills left of one journal: the program is started on it once more, finds out what can
 * be found out, sends what had not left, and every word of it is held against the service's truth.
 */
final class Ruins {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    /** Looks less often than a fraction of the usual would, because there are many at once. */
    private static final PollSettings HURRIED =
            new PollSettings(
                    Duration.ofMillis(100),
                    Duration.ofMillis(400),
                    Duration.ofMinutes(1),
                    Duration.ofMillis(400),
                    Duration.ofSeconds(1),
                    Duration.ofMinutes(60),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(1),
                    Duration.ofMillis(10),
                    Duration.ofMillis(200),
                    Duration.ofMillis(200),
                    Duration.ZERO);

    private final Alone simulator;
    private final CloudConnection cloud;
    private final Lane lane;

    Ruins(Alone simulator, CloudConnection cloud, Lane lane) {
        this.simulator = simulator;
        this.cloud = cloud;
        this.lane = lane;
    }

    /**
     * What was found of one journal.
     *
     * @param operations by what became of them
     * @param lost operations that were confirmed and are gone, or requests nobody knows of
     * @param twice requests that reached the service more than once
     * @param unknown operations whose outcome is unknown, shown with evidence
     */
    record Found(Map<Phase, Integer> operations, int lost, int twice, int unknown) {}

    Found search() throws InterruptedException {
        try (Journal journal =
                        Journal.open(lane.journal(), UnaryOperator.identity(), Timer.system());
                Engine engine =
                        new Engine(
                                journal,
                                Workers.virtual("ruins"),
                                Timer.system(),
                                HURRIED,
                                EnginePorts.NONE,
                                UnaryOperator.identity())) {
            engine.attach(
                    Barrage.CONNECTION, "Simulated", simulator.project(), Generation.V2, cloud);
            settle(engine);
            for (OperationState state : engine.all()) {
                if (state.phase() == Phase.HELD) {
                    assertThat(engine.resume(state.id()).await()).isTrue();
                }
            }
            settle(engine);
            return judge(engine);
        }
    }

    /** Waits until everything that can be found out was found out. */
    private static void settle(Engine engine) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!engine.all().stream().allMatch(s -> settled(engine, s))) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError(
                        "still open: "
                                + engine.all().stream().filter(s -> !settled(engine, s)).toList());
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static boolean settled(Engine engine, OperationState state) {
        return switch (state.phase()) {
            case SUCCEEDED, ENDED_WITH_FAILURES -> true;
            case HELD, UNKNOWN ->
                    engine.evidence(state.id()).stream()
                            .allMatch(e -> e.targets().isEmpty() || e.state().over());
            default -> false;
        };
    }

    private Found judge(Engine engine) {
        Map<String, OperationState> byTarget = new HashMap<>();
        Set<String> ids = new HashSet<>();
        Map<Phase, Integer> phases = new HashMap<>();
        for (OperationState state : engine.all()) {
            ids.add(state.id());
            phases.merge(state.phase(), 1, Integer::sum);
            state.targets().forEach(t -> byTarget.put(t.target().id(), state));
        }
        List<JsonNode> writes = simulator.writes();
        int lost = (int) lane.confirmed().values().stream().filter(id -> !ids.contains(id)).count();
        int twice = 0;
        int unknown = 0;
        for (Mission mission : lane.missions()) {
            List<JsonNode> sent = sent(mission, writes);
            OperationState state = byTarget.get(mission.name());
            twice += sent.size() > 1 ? 1 : 0;
            if (state == null) {
                lost += sent.isEmpty() ? 0 : 1;
            } else {
                unknown += check(engine, mission, state, sent) ? 1 : 0;
            }
        }
        return new Found(phases, lost, twice, unknown);
    }

    /** Checks one operation; returns whether its outcome is unknown. */
    private boolean check(
            Engine engine, Mission mission, OperationState state, List<JsonNode> sent) {
        boolean carriedOut = sent.stream().anyMatch(r -> r.path("processed").asBoolean());
        for (TargetState target : state.targets()) {
            if (target.target().type() == Target.Type.DESKTOP) {
                boolean done = done(mission, target.target().id());
                if (target.outcome() == Outcome.SUCCEEDED) {
                    assertThat(done).as("%s of %s claims to be done", target, state).isTrue();
                } else if (target.outcome() == Outcome.FAILED) {
                    assertThat(done).as("%s of %s claims to have failed", target, state).isFalse();
                }
            }
        }
        if (sent.isEmpty()) {
            assertThat(state.phase()).as("%s never left", state).isNotEqualTo(Phase.SUCCEEDED);
        }
        if (state.phase() != Phase.UNKNOWN) {
            return false;
        }
        assertThat(engine.evidence(state.id())).as("%s", state).isNotEmpty();
        SearchEvidence evidence = engine.evidence(state.id()).getFirst();
        assertThat(evidence.state().over()).as("%s", evidence).isTrue();
        assertThat(evidence.canSendAgain()).as("the operator is asked: %s", evidence).isTrue();
        boolean findable = mission.errand() != Errand.UPDATE_SIDS;
        assertThat(carriedOut && findable).as("found when it can be: %s", state).isFalse();
        return true;
    }

    private boolean done(Mission mission, String desktopId) {
        JsonNode truth = simulator.control("GET", "/desktops/" + desktopId, null);
        return switch (mission.errand()) {
            case REJOIN -> truth.path("domain").asText().equals("in");
            case REBUILD -> truth.path("image_id").asText().equals(mission.word());
            case UPDATE_SIDS -> !truth.path("sid_differs").asBoolean();
            case STOP -> truth.path("status").asText().equals("SHUTOFF");
            case CHANGE_USER_NAME ->
                    truth.path("user_name").asText().equals(mission.word() + "-new");
        };
    }

    private static List<JsonNode> sent(Mission mission, List<JsonNode> writes) {
        return writes.stream()
                .filter(r -> r.path("path").asText().matches(".*" + mission.errand().path))
                .filter(r ->
                        (r.path("path").asText() + r.path("body").asText())
                                .contains(mission.mark()))
                .toList();
    }
}
