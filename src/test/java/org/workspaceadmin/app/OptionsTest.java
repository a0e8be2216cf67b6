package org.workspaceadmin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void withoutOptionsTheWelcomePageOpensInTheUsualFolder() {
        assertThat(parse()).isEqualTo(new Options.Start.Window(null, null));
    }

    @Test
    void theDemoHasItsOwnPace() {
        Options.Start.Window window = (Options.Start.Window) parse("--demo", "--home", "here");
        assertThat(window.home()).isEqualTo(Path.of("here").toAbsolutePath());
        assertThat(window.demo().desktops()).isEqualTo(1200);
        assertThat(window.demo().latency()).isEqualTo(Duration.ofMillis(40));
        assertThat(window.demo().jobTime()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void theDemoCanBeTuned() {
        Options.Start.Window window =
                (Options.Start.Window) parse("--demo", "--desktops=50000", "--latency", "0");
        assertThat(window.demo().desktops()).isEqualTo(50_000);
        assertThat(window.demo().latency()).isZero();
    }

    @Test
    void theSimulatorTakesEverything() {
        Options.Start.Simulator simulator =
                (Options.Start.Simulator)
                        parse(
                                "--simulator",
                                "--port",
                                "8089",
                                "--desktops",
                                "10",
                                "--seed",
                                "7",
                                "--latency",
                                "5",
                                "--job-time",
                                "900",
                                "--lacks",
                                "sts,batch-rejoin");
        assertThat(simulator.options().port()).isEqualTo(8089);
        assertThat(simulator.options().desktops()).isEqualTo(10);
        assertThat(simulator.options().seed()).isEqualTo(7);
        assertThat(simulator.options().latency()).isEqualTo(Duration.ofMillis(5));
        assertThat(simulator.options().jobTime()).isEqualTo(Duration.ofMillis(900));
        assertThat(simulator.options().lacks()).isEqualTo(Set.of("sts", "batch-rejoin"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--nonsense",
                "--demo --simulator",
                "--port 80",
                "--demo --port 80",
                "--desktops 5",
                "--simulator --desktops -1",
                "--simulator --desktops many",
                "--simulator --port 70000",
                "--simulator --lacks teapot",
                "--simulator --home x",
                "--tour",
                "left over"
            })
    void whatIsNotUnderstoodEndsWithTwoAndTheUsage(String line) {
        assertThat(parse(line.split(" "))).isEqualTo(new Options.Start.Done(2));
        assertThat(err.toString()).contains("Usage: workspace-admin");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aWrongFeatureIsNamedWithThoseThereAre() {
        parse("--simulator", "--lacks", "teapot");
        assertThat(err.toString())
                .contains("'--lacks': teapot; there are batch-rejoin, check-cidr");
    }

    @Test
    void aNumberOutsideItsRangeIsSaidSo() {
        parse("--simulator", "--port", "70000");
        assertThat(err.toString()).contains("'--port': 70000 is not between 0 and 65535");
    }

    @Test
    void helpNamesEveryOption() {
        assertThat(parse("--help")).isEqualTo(new Options.Start.Done(0));
        assertThat(out.toString())
                .contains("--demo", "--tour", "--simulator", "--port", "--desktops", "--seed")
                .contains("--latency", "--job-time", "--lacks", "--home", "--version", "--help")
                .contains("batch-rejoin");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void theVersionComesFromTheBuild() {
        assertThat(parse("--version")).isEqualTo(new Options.Start.Done(0));
        assertThat(out.toString()).containsPattern("Workspace Admin \\d+\\.\\d+\\.\\d+");
        assertThat(Version.current()).doesNotContain("$");
    }

    @Test
    void onlyLinuxCanBeWithoutADisplay() {
        assertThat(Display.available("Linux", Map.of(), "")).isFalse();
        assertThat(Display.available("Linux", Map.of("DISPLAY", ""), "")).isFalse();
        assertThat(Display.available("Linux", Map.of("DISPLAY", ":0"), "")).isTrue();
        assertThat(Display.available("Linux", Map.of("WAYLAND_DISPLAY", "w"), "")).isTrue();
        assertThat(Display.available("Linux", Map.of(), "Headless")).isTrue();
        assertThat(Display.available("Windows 11", Map.of(), "")).isTrue();
        assertThat(Display.available("Mac OS X", Map.of(), "")).isTrue();
    }

    @Test
    void theSelfCheckTakesAnAddressAndGoesWithNothingElse() {
        assertThat(parse("--self-check"))
                .isEqualTo(new Options.Start.SelfCheck(Optional.empty(), Optional.empty()));
        assertThat(parse("--self-check", "--reach", "https://localhost:1"))
                .isEqualTo(
                        new Options.Start.SelfCheck(
                                Optional.of(URI.create("https://localhost:1")), Optional.empty()));
        assertThat(parse("--reach", "https://localhost:1")).isEqualTo(new Options.Start.Done(2));
        assertThat(parse("--self-check", "--demo")).isEqualTo(new Options.Start.Done(2));
    }

    private Options.Start parse(String... args) {
        return Options.parse(args, new PrintWriter(out), new PrintWriter(err));
    }
}
