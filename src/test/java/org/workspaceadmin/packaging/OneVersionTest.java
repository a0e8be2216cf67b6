package org.workspaceadmin.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.workspaceadmin.app.Version;

/** The version is written in one place, the POM. */
class OneVersionTest {
    @Test
    void installersCanHaveTheVersion() throws IOException {
        // macOS wants the first number to be at least one; Windows wants the first two below 256.
        assertThat(Pom.version()).matches("[1-9]\\d{0,2}\\.\\d{1,3}\\.\\d{1,5}");
        assertThat(Stream.of(Pom.version().split("\\.")).limit(2).map(Integer::valueOf))
                .allMatch(number -> number < 256);
    }

    @Test
    void theProgramSaysTheSameVersion() throws IOException {
        assertThat(Version.current()).isEqualTo(Pom.version());
    }

    @Test
    void nothingThatBuildsOrShipsRepeatsIt() throws IOException {
        Pattern version =
                Pattern.compile("(?<![\\d.])" + Pattern.quote(Pom.version()) + "(?![\\d.]*\\d)");
        List<String> repeated = new ArrayList<>();
        for (String folder : List.of(".ci", ".github", "packaging", "src/main")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file : files.filter(OneVersionTest::text).toList()) {
                    for (String line : Files.readAllLines(file)) {
                        if (version.matcher(line).find() && !comment(line)) {
                            repeated.add(file + ": " + line.strip());
                        }
                    }
                }
            }
        }

        assertThat(repeated).isEmpty();
    }

    private static boolean text(Path file) {
        return Files.isRegularFile(file)
                && !file.toString().matches(".+\\.(png|ico|icns|ttf|gz|db|ser|bin)");
    }

    private static boolean comment(String line) {
        return line.strip().matches("(\\*|/\\*|//|#).*");
    }
}
