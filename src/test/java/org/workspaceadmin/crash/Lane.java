package org.workspaceadmin.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One journal through many kills: each time the program is started on what the last kill left, gets
 * new missions, and is killed at a random moment: a random while after the first of them came to a
 * random point. How far they really were is found out afterwards.
 */
final class Lane {
    private static final long PATIENCE_S = 40;
    private static final int WHILE_MS = 50;

    private final Alone simulator;
    private final Path folder;
    private final List<String> java;
    private final Random random;
    private final List<Mission> missions = new ArrayList<>();
    private final Map<String, String> confirmed = new HashMap<>();

    Lane(Alone simulator, Path folder, List<String> java, long seed) {
        this.simulator = simulator;
        this.folder = folder;
        this.java = List.copyOf(java);
        random = new Random(seed);
    }

    Path journal() {
        return folder.resolve("journal.db");
    }

    /** Everything that was ever asked for on this journal. */
    List<Mission> missions() {
        return missions;
    }

    /** Ids of operations whose intent the program said to be durable, by mission. */
    Map<String, String> confirmed() {
        return confirmed;
    }

    /**
     * Starts the program with these missions and kills it.
     *
     * @return how far each mission was
     */
    List<Stage> kill(List<Mission> now) throws IOException, InterruptedException, SQLException {
        missions.addAll(now);
        Path file = folder.resolve("missions.txt");
        Files.write(file, now.stream().map(Mission::line).toList());
        Process program = start(file, false);
        CompletableFuture.delayedExecutor(PATIENCE_S, TimeUnit.SECONDS)
                .execute(program::destroyForcibly);
        Set<String> answered = new HashSet<>();
        String point = point(now.getFirst());
        try (BufferedReader out = program.inputReader()) {
            String line = out.readLine();
            if (!Barrage.GO.equals(line)) {
                throw new AssertionError(
                        "the program did not start: "
                                + line
                                + Files.readString(folder.resolve("err.txt")));
            }
            while (line != null && !line.startsWith(point)) {
                line = out.readLine();
                hear(line, answered);
            }
            LockSupport.parkNanos(Duration.ofMillis(random.nextInt(WHILE_MS)).toNanos());
            // The process's own method would close what it said last along with it.
            program.toHandle().destroyForcibly();
            while ((line = out.readLine()) != null) {
                hear(line, answered);
            }
        } finally {
            program.destroyForcibly();
        }
        assertThat(program.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).as("killed, not ended").isEqualTo(128 + 9);
        Map<String, String> states = states();
        return now.stream().map(m -> stage(m, states.get(m.name()), answered)).toList();
    }

    /** What the program says at the point after which it is killed. */
    private String point(Mission first) {
        return switch (Stage.values()[random.nextInt(Stage.values().length)]) {
            case PLANNED -> Barrage.GO;
            case INTENT_WRITTEN -> Barrage.INTENT + first.name();
            case IN_FLIGHT -> Barrage.LEAVING + first.name();
            case ANSWERED -> Barrage.ANSWER + first.name();
            case JOURNALED -> Barrage.JOURNALED + first.name();
        };
    }

    private void hear(@Nullable String line, Set<String> answered) {
        if (line != null && line.startsWith(Barrage.ANSWER)) {
            answered.add(line.substring(Barrage.ANSWER.length()));
        } else if (line != null && line.startsWith(Barrage.INTENT)) {
            String[] parts = line.split(" ", -1);
            confirmed.put(parts[1], parts[2]);
        }
    }

    /**
     * Starts the program.
     *
     * @param train whether it ends on its own
     */
    Process start(Path missionFile, boolean train) throws IOException {
        List<String> command = new ArrayList<>(java);
        command.addAll(
                List.of(
                        Barrage.class.getName(),
                        journal().toString(),
                        missionFile.toString(),
                        Long.toString(random.nextLong()),
                        simulator.endpoint(),
                        simulator.project(),
                        simulator.accessKey(),
                        simulator.secretKey()));
        if (train) {
            command.add("train");
        }
        return new ProcessBuilder(command)
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
    }

    private static Stage stage(Mission mission, @Nullable String state, Set<String> answered) {
        if (state == null) {
            return Stage.PLANNED;
        }
        return switch (state) {
            case "INTENDED" -> Stage.INTENT_WRITTEN;
            case "SENT" -> answered.contains(mission.name()) ? Stage.ANSWERED : Stage.IN_FLIGHT;
            default -> Stage.JOURNALED;
        };
    }

    /** How far the request of each desktop is, read without the program's own code. */
    private Map<String, String> states() throws SQLException {
        Map<String, String> states = new HashMap<>();
        if (!Files.exists(journal())) {
            return states;
        }
        try (Connection raw = DriverManager.getConnection("jdbc:sqlite:" + journal());
                Statement statement = raw.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT target_id, state FROM target JOIN request ON"
                                        + " target.operation = request.operation AND"
                                        + " target.request = request.seq")) {
            while (rows.next()) {
                states.put(rows.getString(1), rows.getString(2));
            }
        }
        return states;
    }
}
