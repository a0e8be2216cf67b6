package org.workspaceadmin.app;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.workspaceadmin.connection.SettingsValues;
import org.workspaceadmin.ui.about.ProgramFacts;

/** Which program this is, where it runs, and how it is drawn. */
final class ThisProgram {
    private static final Logger LOG = LoggerFactory.getLogger(ThisProgram.class);

    /** Beside the jars of an installed program; the installers' build writes it. */
    private static final String THIRD_PARTY = "THIRD-PARTY.txt";

    private ThisProgram() {}

    /**
     * What the program knows of itself; UI thread.
     *
     * @param below everything below the screens
     * @param window the window
     */
    static ProgramFacts facts(Foundations below, Stage window) {
        return new ProgramFacts(
                Version.current(),
                Version.commit(),
                Runtime.version() + ", " + System.getProperty("java.vendor"),
                System.getProperty("javafx.runtime.version", ""),
                System.getProperty("os.name")
                        + " "
                        + System.getProperty("os.version")
                        + ", "
                        + System.getProperty("os.arch"),
                accelerated(),
                window.getOutputScaleX(),
                below.home().folder(),
                below.home().logs(),
                () -> below.workers().start(() -> licences(folder())));
    }

    /** Has JavaFX draw everything as large as the settings say; works only before it starts. */
    static void scale(SettingsValues settings) {
        int percent = settings.scale();
        if (percent > 0) {
            String factor = Double.toString(percent / 100.0);
            // What was said on the command line holds.
            for (String name : List.of("glass.gtk.uiScale", "glass.win.uiScale")) {
                if (System.getProperty(name) == null) {
                    System.setProperty(name, factor);
                }
            }
        }
    }

    /**
     * Whether a program may decide how large it is drawn. On macOS JavaFX leaves that to the
     * system.
     *
     * @param osName as in the system property {@code os.name}
     */
    static boolean scaleChosenHere(String osName) {
        return !osName.toLowerCase(Locale.ROOT).contains("mac");
    }

    /** Notes how the window is drawn, since black windows begin there; UI thread. */
    static void log(Stage window) {
        LOG.info(
                "Workspace Admin {} ({}), Java {}, JavaFX {}, {} {} {}",
                Version.current(),
                Version.commit(),
                Runtime.version(),
                System.getProperty("javafx.runtime.version", ""),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch"));
        LOG.info(
                "drawn {}, scale {}, asked for: prism.order={}, glass.platform={}",
                accelerated() ? "by the graphics card" : "by software",
                window.getOutputScaleX(),
                System.getProperty("prism.order", ""),
                System.getProperty("glass.platform", ""));
    }

    /** Only pipelines that use the graphics card draw in three dimensions. */
    private static boolean accelerated() {
        return Platform.isSupported(ConditionalFeature.SCENE3D);
    }

    /** Where the program's jar lies, or the folder of its classes. */
    private static Optional<Path> folder() {
        CodeSource source = ThisProgram.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(Path.of(source.getLocation().toURI()).getParent());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /**
     * The program's licence, then those of what others made.
     *
     * @param folder where the jars are
     * @throws IOException when they cannot be read
     */
    static List<String> licences(Optional<Path> folder) throws IOException {
        List<String> lines = new ArrayList<>();
        try (InputStream own = ThisProgram.class.getResourceAsStream("LICENSE")) {
            if (own == null) {
                throw new IOException("the licence is missing from the program");
            }
            lines.addAll(new String(own.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
        }
        Optional<Path> list = folder.map(f -> f.resolve(THIRD_PARTY)).filter(Files::isRegularFile);
        if (list.isPresent()) {
            lines.add("");
            lines.addAll(Files.readAllLines(list.get()));
        }
        return lines;
    }
}
