package org.workspaceadmin.tour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Gives the program every kind of secret with its log at full length, and looks for them in
 * whatever it left behind: folder, log, journal with its write-ahead log, settings, reports,
 * temporary files, standard output and error, clipboard. The full tour is searched the same way in
 * {@link TourTest}.
 */
class NoSecretLeavesATraceTest {
    private static final String PROXY_PASSWORD = "Pr0xy-Mk7xQ2vN9s";

    @TempDir Path folder;

    @Test
    void whateverIsTypedOrHandedOutIsNowhereAfterwards() throws Exception {
        Random random = new Random();
        long seed = random.nextLong(1, Long.MAX_VALUE);
        String code = "%06d".formatted(random.nextInt(100_000, 1_000_000));
        String wrong = "Wr\"0ng/\\é+=" + Long.toString(random.nextLong(), 36);
        Path left = Files.createDirectories(folder.resolve("left"));
        Path temporary = Files.createDirectories(left.resolve("tmp"));
        Path results = Files.createDirectories(left.resolve("results"));
        Path home = left.resolve("home");
        Path markersFile = folder.resolve("markers.json");

        Process program =
                Child.startMain(
                        left.resolve("output.txt"),
                        Map.of(
                                "JDK_JAVA_OPTIONS",
                                "-Dworkspaceadmin.trace=true -Djava.io.tmpdir=" + temporary,
                                "HTTPS_PROXY",
                                "http://marked:" + PROXY_PASSWORD + "@127.0.0.1:9"),
                        MarkedProgram.class.getName(),
                        results.toString(),
                        home.toString(),
                        markersFile.toString(),
                        Long.toString(seed),
                        code,
                        wrong);
        int exit = Child.exitCode(program, Duration.ofMinutes(5));

        assertThat(exit).as(Files.readString(left.resolve("output.txt"))).isZero();
        Map<String, String> markers =
                new LinkedHashMap<>(
                        new ObjectMapper()
                                .readValue(
                                        markersFile.toFile(),
                                        new TypeReference<Map<String, String>>() {}));
        markers.put("proxy password", PROXY_PASSWORD);
        assertThat(markers.keySet())
                .as("every kind of secret was in play")
                .contains("secret key", "password", "wrong password", "one-time code")
                .anyMatch(name -> name.startsWith("token "))
                .anyMatch(name -> name.startsWith("securitytoken "));
        try (Stream<Path> files = Files.walk(left)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .contains(
                            "workspace-admin.log",
                            "journal.db",
                            "settings.json",
                            "connections.json",
                            "clipboard.txt",
                            "report-true.zip",
                            "report-false.zip");
        }
        String log = Files.readString(home.resolve("logs/workspace-admin.log"));
        assertThat(log)
                .as("the log was at full length")
                .contains("POST /v3/auth/tokens", "X-Auth-Token: •••", "\"password\":\"•••\"");
        try (ZipFile report = new ZipFile(results.resolve("report-true.zip").toFile())) {
            assertThat(report.getEntry("connection-tests.txt")).isNotNull();
        }
        assertThat(new MarkerSearch(markers).hits(left)).isEmpty();
    }
}
