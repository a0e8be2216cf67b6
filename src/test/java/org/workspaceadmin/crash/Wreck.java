package org.workspaceadmin.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.workspaceadmin.cloud.CloudConnection;
import org.workspaceadmin.journal.Journal;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.OperationState.Phase;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.Target;
import org.workspaceadmin.model.TargetState;
import org.workspaceadmin.operation.Engine;
import org.workspaceadmin.simulator.Simulator;
import org.workspaceadmin.simulator.SimulatorClient;
import org.workspaceadmin.task.Workers;

/**
 * One kill: runs the program into the point, kills it, starts again and compares with the truth.
 */
final class Wreck {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Simulator simulator;
    private final SimulatorClient control;
    private final CloudConnection cloud;
    private final Path folder;
    private final Point point;
    private final Errand errand;
    private final List<String> desktopIds;
    private final String word;
    private final Duration chance;

    /**
     * Prepares a kill.
     *
     * @param folder for the journal and the program's output
     * @param desktopIds desktops nobody else uses, fit for the errand
     * @param word the errand's word
     * @param chance for {@link Point#ANYWHERE}: how long after the intent became durable
     */
    Wreck(
            Simulator simulator,
            SimulatorClient control,
            CloudConnection cloud,
            Path folder,
            Point point,
            Errand errand,
            List<String> desktopIds,
            String word,
            Duration chance) {
        this.simulator = simulator;
        this.control = control;
        this.cloud = cloud;
        this.folder = folder;
        this.point = point;
        this.errand = errand;
        this.desktopIds = desktopIds;
        this.word = word;
        this.chance = chance;
    }

    /**
     * What was found after the restart.
     *
     * @param phase the operation's phase once nothing more was found out
     * @param sent how often its request reached the service
     */
    record Found(Point point, Errand errand, Phase phase, int sent) {}

    Found run() throws IOException, InterruptedException {
        kill();
        try (Journal journal = CrashingProgram.journal(folder.resolve("journal.db"));
                Engine engine = CrashingProgram.engine(journal, Workers.virtual("restarted"))) {
            assertThat(engine.all()).as("the operation is there, once").hasSize(1);
            OperationState before = engine.all().getFirst();
            nothingIsClaimed(before);
            String id = before.id();
            engine.attach(
                    CrashingProgram.CONNECTION,
                    "Simulated",
                    simulator.projectId(),
                    Generation.V2,
                    cloud);
            OperationState after = settled(engine, id);
            int sent = sent().size();
            assertThat(sent).as("sent at most once").isLessThanOrEqualTo(1);
            isTrueOrUnknown(after);
            asExpected(after, sent);
            if (after.phase() == Phase.HELD) {
                after = resumed(engine, id);
            }
            return new Found(point, errand, after.phase(), sent);
        }
    }

    private void kill() throws IOException, InterruptedException {
        long fault = point.heldByService() ? hold() : 0;
        Process program = start();
        // A program that never gets there is ended, which ends the reading below.
        CompletableFuture.delayedExecutor(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .execute(program::destroyForcibly);
        try (BufferedReader out = program.inputReader()) {
            String line = out.readLine();
            if (!CrashingProgram.HERE.equals(line)) {
                throw new AssertionError(
                        "the program did not get there: "
                                + line
                                + Files.readString(folder.resolve("err.txt")));
            }
            if (fault > 0) {
                awaitHit(fault);
            }
            if (point == Point.ANYWHERE) {
                LockSupport.parkNanos(chance.toNanos());
            }
        } finally {
            program.destroyForcibly();
        }
        assertThat(program.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).as("killed, not ended").isNotZero();
    }

    private Process start() throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx128m",
                                "-Djava.io.tmpdir=" + folder,
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                CrashingProgram.class.getName(),
                                point.name(),
                                errand.name(),
                                folder.resolve("journal.db").toString(),
                                simulator.endpoint().toString(),
                                simulator.projectId(),
                                simulator.accessKey(),
                                simulator.secretKey(),
                                String.join(",", desktopIds),
                                word));
        return new ProcessBuilder(command)
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
    }

    /** Lets the service hold this errand's exchange back, before or after carrying it out. */
    private long hold() {
        String moment = point == Point.CARRIED_OUT ? "after" : "before";
        boolean inPath = errand == Errand.REJOIN && desktopIds.size() == 1;
        String named = errand == Errand.CHANGE_USER_NAME ? word : desktopIds.getFirst();
        String wish =
                inPath
                        ? "\"path\":\"" + named + "/rejoin-domain$\""
                        : "\"path\":\"" + errand.path + "\",\"body_contains\":\"" + named + "\"";
        return control.control(
                        "POST",
                        "/faults",
                        "{\"kind\":\"delay\",\"delay_ms\":1500,\"times\":1,\"moment\":\""
                                + moment
                                + "\","
                                + wish
                                + "}")
                .json()
                .path("id")
                .asLong();
    }

    private void awaitHit(long fault) {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            for (JsonNode each : control.control("GET", "/faults", null).json()) {
                if (each.path("id").asLong() == fault && each.path("hits").asInt() > 0) {
                    return;
                }
            }
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("the request never came");
            }
            LockSupport.parkNanos(2_000_000);
        }
    }

    /** Before the service was asked, nothing is shown as if it had been. */
    private void nothingIsClaimed(OperationState state) {
        assertThat(state.lastRead()).isNull();
        int named = errand == Errand.CHANGE_USER_NAME ? 1 : 0;
        assertThat(state.targets()).hasSize(desktopIds.size() + named);
        assertThat(state.targets()).extracting(TargetState::checked).containsOnly(false);
    }

    /** Waits until everything that can be found out was found out. */
    private static OperationState settled(Engine engine, String id) throws InterruptedException {
        Instant begin = Instant.now();
        int looks = 0;
        Duration search = Duration.ofMinutes(2).dividedBy(CrashingProgram.FASTER).plusSeconds(2);
        while (true) {
            OperationState state = engine.all().getFirst();
            Duration waited = Duration.between(begin, Instant.now());
            boolean searched = waited.compareTo(search) > 0;
            if (!state.open() || state.phase() == Phase.HELD) {
                return state;
            }
            if (state.phase() == Phase.UNKNOWN && searched) {
                // On a slow machine the search may have run out of time: look by hand as well.
                if (looks++ == 2) {
                    return state;
                }
                engine.checkNow(id).await();
            }
            if (waited.compareTo(PATIENCE) > 0) {
                throw new AssertionError("still open: " + state);
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    private void isTrueOrUnknown(OperationState state) {
        for (TargetState target : state.targets()) {
            if (target.target().type() == Target.Type.DESKTOP) {
                boolean done = done(target.target().id());
                if (target.outcome() == Outcome.SUCCEEDED) {
                    assertThat(done).as("%s claims to be done", target).isTrue();
                } else if (target.outcome() == Outcome.FAILED) {
                    assertThat(done).as("%s claims to have failed", target).isFalse();
                } else {
                    assertThat(target.outcome()).isIn(Outcome.UNKNOWN, Outcome.WAITING);
                }
            }
        }
    }

    private boolean done(String desktopId) {
        JsonNode truth = control.control("GET", "/desktops/" + desktopId, null).json();
        return switch (errand) {
            case REJOIN -> truth.path("domain").asText().equals("in");
            case REBUILD -> truth.path("image_id").asText().equals(word);
            case UPDATE_SIDS -> !truth.path("sid_differs").asBoolean();
            case STOP -> truth.path("status").asText().equals("SHUTOFF");
            case CHANGE_USER_NAME -> truth.path("user_name").asText().equals(word + "-new");
        };
    }

    private void asExpected(OperationState state, int sent) {
        switch (point) {
            case AFTER_INTENT -> {
                assertThat(state.phase()).isEqualTo(Phase.HELD);
                assertThat(sent).isZero();
            }
            case LEAVING -> {
                assertThat(state.phase()).isEqualTo(Phase.UNKNOWN);
                assertThat(sent).isZero();
            }
            case CARRIED_OUT, ANSWERED -> {
                assertThat(sent).isEqualTo(1);
                // A request without a job is settled by its effect, or stays unknown (SIDs).
                assertThat(state.phase())
                        .isEqualTo(errand == Errand.UPDATE_SIDS ? Phase.UNKNOWN : Phase.SUCCEEDED);
            }
            case RUNNING, END_SEEN, ENDED -> {
                assertThat(sent).isEqualTo(1);
                assertThat(state.phase()).isEqualTo(Phase.SUCCEEDED);
            }
            case IN_FLIGHT, ANYWHERE ->
                    assertThat(state.phase()).isIn(Phase.HELD, Phase.UNKNOWN, Phase.SUCCEEDED);
        }
    }

    /** What had not left is sent when the operator says so, once. */
    private OperationState resumed(Engine engine, String id) throws InterruptedException {
        assertThat(engine.resume(id).await()).isTrue();
        OperationState state = settled(engine, id);
        assertThat(state.phase()).isEqualTo(Phase.SUCCEEDED);
        assertThat(sent()).hasSize(1);
        isTrueOrUnknown(state);
        return state;
    }

    /** Requests of this errand that reached the service, carried out or not. */
    private List<JsonNode> sent() {
        control.until("/_simulator/state", r -> r.json().path("open_exchanges").asInt() == 0);
        String named = errand == Errand.CHANGE_USER_NAME ? word + "\"" : desktopIds.getFirst();
        List<JsonNode> sent = new ArrayList<>();
        for (JsonNode request : control.control("GET", "/requests", null).json().path("requests")) {
            String path = request.path("path").asText();
            boolean write = path.matches(".*" + errand.path);
            if (write && (path + request.path("body").asText()).contains(named)) {
                sent.add(request);
            }
        }
        return sent;
    }
}
