package org.workspaceadmin.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.workspaceadmin.connection.SettingsValues.ColumnPlace;
import org.workspaceadmin.connection.SettingsValues.Theme;
import org.workspaceadmin.connection.SettingsValues.WindowPlace;
import org.workspaceadmin.connection.network.NetworkSettings;
import org.workspaceadmin.task.ManualTimer;
import org.workspaceadmin.task.Workers;

class SettingsTest {
    @TempDir Path folder;
    private final ManualTimer timer = new ManualTimer();
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("settings.json");
    }

    @Test
    void beginsWithTheDefaultsAndWritesNothingUnasked() {
        try (Settings settings = open()) {
            assertThat(settings.values()).isEqualTo(SettingsValues.DEFAULTS);
            assertThat(settings.setAside()).isEmpty();
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void givesBackEverythingItWasGiven() {
        SettingsValues given;
        try (Settings settings = open()) {
            settings.change(v -> v.withTheme(Theme.DARK).withLanguage("zh-CN"));
            settings.change(v -> v.withWindow(new WindowPlace(-8, 20.5, 1280, 800, true)));
            settings.change(v ->
                    v.withTable(
                            "desktops",
                            List.of(
                                    new ColumnPlace("user", true, 120),
                                    new ColumnPlace("name", false, 0))));
            settings.change(v -> v.withRefresh(Duration.ofSeconds(30)));
            settings.change(v -> v.withLastConnection("c-1"));
            settings.change(v -> v.withScreen("desktops.details.width", "320"));
            settings.change(v ->
                    v.withNetwork(
                            NetworkSettings.DEFAULTS
                                    .withProxy("proxy.example", 3128)
                                    .withUser("anna")
                                    .withNoProxy(List.of(".example", "10.0.0.0/8"))
                                    .withPem("/etc/office.pem")));
            given = settings.values();
        }

        try (Settings again = open()) {
            assertThat(again.values()).isEqualTo(given);
            assertThat(again.values().table("desktops").getFirst().id()).isEqualTo("user");
            assertThat(again.values().screen("desktops.details.width")).isEqualTo("320");
            assertThat(again.values().screen("never.set")).isEmpty();
        }
    }

    @Test
    void writesOnceAMomentAfterTheLastOfManyChanges() throws IOException {
        Settings settings = open();
        for (int i = 1; i <= 50; i++) {
            int width = 1000 + i;
            settings.change(v -> v.withWindow(new WindowPlace(0, 0, width, 700, false)));
            timer.advance(Duration.ofMillis(100));
        }
        assertThat(file).doesNotExist();

        timer.advance(Settings.GATHER);

        assertThat(json().path("window").path("width").asInt()).isEqualTo(1050);
        Files.delete(file);
        settings.change(v -> v);
        timer.advance(Duration.ofMinutes(1));
        assertThat(file).doesNotExist();
    }

    @Test
    void keepsFieldsOfANewerVersionAndSaysWhoWroteLast() throws IOException {
        Files.writeString(
                file,
                "{\"writtenByVersion\":\"9.0\",\"hologram\":{\"depth\":3},\"theme\":\"light\"}");

        try (Settings settings = open()) {
            assertThat(settings.values().theme()).isEqualTo(Theme.LIGHT);
            settings.change(v -> v.withLanguage("en"));
        }

        assertThat(json().path("hologram").path("depth").asInt()).isEqualTo(3);
        assertThat(json().path("writtenByVersion").asText()).isEqualTo("1.0.0");
        assertThat(json().path("language").asText()).isEqualTo("en");
    }

    @Test
    void leavesNoTemporaryFileBehind() throws IOException {
        try (Settings settings = open()) {
            settings.change(v -> v.withLanguage("en"));
        }

        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"theme\":\"dark\"", "[]", "{} trailing", "\u0000\u0001"})
    void setsADamagedFileAsideAndGoesOnWithTheDefaults(String content) throws IOException {
        Files.writeString(file, content);

        try (Settings settings = open()) {
            assertThat(settings.values()).isEqualTo(SettingsValues.DEFAULTS);
            Path aside = settings.setAside().orElseThrow();
            assertThat(aside).hasContent(content);
            assertThat(aside.getFileName()).hasToString("settings.json.damaged-20261121-080000");
            settings.change(v -> v.withLanguage("en"));
        }
        assertThat(json().path("language").asText()).isEqualTo("en");
    }

    @Test
    void takesTheDefaultForEveryValueThatMakesNoSense() throws IOException {
        Files.writeString(
                file,
                """
                {"theme": "sepia", "language": "en", "refreshSeconds": "often", "tables": 7,
                 "window": {"x": 0, "y": 0, "width": 3, "height": 1e9}, "screens": null}
                """);

        try (Settings settings = open()) {
            assertThat(settings.values()).isEqualTo(SettingsValues.DEFAULTS.withLanguage("en"));
        }
    }

    @Test
    void triesAgainWithTheNextChangeWhenTheFileCannotBeWritten() throws IOException {
        Path hidden = folder.resolve("not-yet").resolve("settings.json");
        Settings settings = Settings.open(hidden, "1.0.0", Workers.sameThread(), timer);
        settings.change(v -> v.withTheme(Theme.DARK));
        timer.advance(Settings.GATHER);
        assertThat(hidden).doesNotExist();

        Files.createDirectories(hidden.getParent());
        settings.change(v -> v.withLanguage("en"));
        timer.advance(Settings.GATHER);

        assertThat(Files.readString(hidden)).contains("dark").contains("en");
    }

    private Settings open() {
        return Settings.open(file, "1.0.0", Workers.sameThread(), timer);
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(Files.readAllBytes(file));
    }
}
