package org.workspaceadmin.tour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.workspaceadmin.app.Options;
import org.workspaceadmin.simulator.Simulator;

/** Without a display the program says so, and runs the tour off screen through the main job. */
class TourTest {
    @TempDir Path folder;

    @Test
    void withoutADisplayTheTourRunsOffScreenAndEveryStepHolds() throws Exception {
        Path output = folder.resolve("output.txt");
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        Process program =
                Child.start(
                        output,
                        Map.of(
                                "DISPLAY",
                                "",
                                "WAYLAND_DISPLAY",
                                "",
                                "XDG_DATA_HOME",
                                folder.resolve("data").toString(),
                                "JDK_JAVA_OPTIONS",
                                "-Dworkspaceadmin.trace=true -Djava.io.tmpdir=" + temporary),
                        "--demo");

        int code = Child.exitCode(program, Duration.ofMinutes(15));

        String said = Files.readString(output);
        assertThat(said).contains("No display was found");
        Matcher named =
                Pattern.compile("^(.*workspace-admin-tour-.*)$", Pattern.MULTILINE).matcher(said);
        assertThat(named.find()).as(said).isTrue();
        Path pictures = Path.of(named.group(1).strip());
        JsonNode report = new ObjectMapper().readTree(pictures.resolve("tour.json").toFile());
        assertThat(code).as(report.toPrettyString()).isZero();
        assertThat(report.path("ok").asBoolean()).isTrue();
        assertThat(report.path("steps")).hasSizeGreaterThanOrEqualTo(20);
        for (JsonNode step : report.path("steps")) {
            assertThat(step.path("ok").asBoolean()).as(step.toString()).isTrue();
            Path picture = pictures.resolve(step.path("picture").asText());
            BufferedImage image = ImageIO.read(picture.toFile());
            assertThat(image.getWidth()).as("width of " + picture).isEqualTo(2000);
            assertThat(image.getHeight()).as("height of " + picture).isEqualTo(1400);
            assertThat(colours(image)).as("colours of " + picture).isGreaterThan(20);
        }
        leftNoSecretBehind();
        System.out.printf(
                "tour: %d steps in %d ms%n",
                report.path("steps").size(), report.path("millis").asLong());
    }

    /**
     * The whole tour was on record, every exchange in the log; no file of it holds the secrets of
     * the demo.
     */
    private void leftNoSecretBehind() throws Exception {
        Map<String, String> markers = new LinkedHashMap<>();
        try (Simulator same = Simulator.start(Options.tourDefaults())) {
            markers.put("secret key", same.secretKey());
            markers.put("password", same.password());
            markers.put("directory password", same.directory().password());
        }
        Path log;
        try (Stream<Path> files = Files.walk(folder)) {
            log = files.filter(f -> f.endsWith("workspace-admin.log")).findFirst().orElseThrow();
        }
        assertThat(Files.readString(log))
                .contains("Authorization: •••")
                .doesNotContain("SDK-HMAC-SHA256 Access=");
        assertThat(new MarkerSearch(markers).hits(folder)).isEmpty();
    }

    private static long colours(BufferedImage image) {
        return IntStream.range(0, image.getHeight() / 4)
                .flatMap(y ->
                        IntStream.range(0, image.getWidth() / 4)
                                .map(x -> image.getRGB(x * 4, y * 4)))
                .distinct()
                .count();
    }
}
