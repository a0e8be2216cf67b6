package org.workspaceadmin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.workspaceadmin.connection.SettingsValues;

class ThisProgramTest {
    private static final List<String> SCALES = List.of("glass.gtk.uiScale", "glass.win.uiScale");

    @TempDir Path folder;

    @AfterEach
    void forget() {
        SCALES.forEach(System::clearProperty);
    }

    @Test
    void isDrawnAsLargeAsTheSettingsSay() {
        ThisProgram.scale(SettingsValues.DEFAULTS);
        assertThat(SCALES).allMatch(name -> System.getProperty(name) == null);

        ThisProgram.scale(SettingsValues.DEFAULTS.withScale(175));
        assertThat(SCALES).allMatch(name -> System.getProperty(name).equals("1.75"));
    }

    @Test
    void aScaleThatMakesNoSenseIsTheSystems() {
        for (String kept : List.of("", "50", "999", "1e3", "-150", "abc")) {
            assertThat(SettingsValues.DEFAULTS.withScreen("window.scale", kept).scale())
                    .as(kept)
                    .isZero();
        }
        assertThat(SettingsValues.DEFAULTS.withScale(125).withScale(0))
                .isEqualTo(SettingsValues.DEFAULTS);
    }

    @Test
    void macOsAloneDecidesItself() {
        assertThat(ThisProgram.scaleChosenHere("Mac OS X")).isFalse();
        assertThat(ThisProgram.scaleChosenHere("Windows 11")).isTrue();
        assertThat(ThisProgram.scaleChosenHere("Linux")).isTrue();
    }

    @Test
    void showsItsLicenceAndWhatTheInstallerListed() throws Exception {
        List<String> own = ThisProgram.licences(Optional.empty());
        assertThat(own.getFirst()).isEqualTo(Files.readAllLines(Path.of("LICENSE")).getFirst());

        Files.writeString(folder.resolve("THIRD-PARTY.txt"), "Others made:\nsqlite-jdbc\n");
        assertThat(ThisProgram.licences(Optional.of(folder)))
                .startsWith(own.toArray(String[]::new))
                .endsWith("Others made:", "sqlite-jdbc");
    }
}
