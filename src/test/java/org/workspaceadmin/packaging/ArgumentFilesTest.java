package org.workspaceadmin.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The argument files of every system, read by jpackage itself. It ends before it builds anything,
 * because what it should pack is missing; by then it has read every option. Options of another
 * system are taken out and asked for one by one: jpackage knows them everywhere, and says so.
 */
class ArgumentFilesTest {
    private static final Path PACKAGING = Path.of("packaging");
    private static final String NOT_HERE = "is not valid on this platform";
    private static final Map<String, String> SYSTEMS =
            new TreeMap<>(Map.of("linux", "linux", "windows", "win", "macos", "mac"));

    @TempDir Path folder;

    /** Everything jpackage is given in one run, as the build gives it. */
    record Run(String system, List<Path> files) {
        boolean image() {
            return files.getLast().endsWith("image.args");
        }

        @Override
        public String toString() {
            return system + " " + files.getLast().getFileName();
        }
    }

    static Stream<Run> runs() throws IOException {
        List<Run> runs = new ArrayList<>();
        for (String system : SYSTEMS.keySet()) {
            Path own = PACKAGING.resolve(system);
            runs.add(run(system, "image.args", own.resolve("image.args")));
            try (Stream<Path> kinds = Files.list(own)) {
                for (Path kind : kinds.sorted().toList()) {
                    if (kind.getFileName().toString().matches("package-.+\\.args")) {
                        runs.add(run(system, "package.args", kind));
                    }
                }
            }
        }
        return runs.stream();
    }

    private static Run run(String system, String general, Path last) {
        Stream<Path> files =
                Stream.of(
                        PACKAGING.resolve("common").resolve(general),
                        PACKAGING.resolve(system).resolve(general),
                        last);
        return new Run(system, files.distinct().filter(Files::exists).toList());
    }

    @ParameterizedTest
    @MethodSource("runs")
    void jpackageReadsEveryOption(Run run) throws IOException {
        String said = parse(run, "");

        String missing = folder.resolve("missing").toString();
        assertThat(said)
                .contains(run.image() ? "main jar" : missing)
                .doesNotContain("Invalid Option", "is not valid", "unsupported");
    }

    @ParameterizedTest
    @MethodSource("runs")
    void jpackageRefusesAnOptionThereIsNone(Run run) throws IOException {
        assertThat(parse(run, "--vendors \"Misspelt\"")).contains("Invalid Option: [--vendors]");
    }

    @ParameterizedTest
    @MethodSource("runs")
    void everyOptionOfItsSystemIsKnownAndHasAValueWhereItNeedsOne(Run run) throws IOException {
        Map<String, Boolean> known = Jpackage.options(SYSTEMS.getOrDefault(run.system(), ""));
        for (ArgumentFile file : read(run)) {
            for (ArgumentFile.Line line : file.lines()) {
                if (particular(line)) {
                    assertThat(known).as(file.path().toString()).containsKey(line.option());
                    assertThat(line.hasValue()).as(line.text()).isEqualTo(known.get(line.option()));
                    assertThat(Jpackage.run("--type", "app-image", line.option()))
                            .doesNotContain("Invalid Option");
                }
            }
        }
    }

    @Test
    void theImageOfMacOsIsSignedByKnownOptions() throws IOException {
        Map<String, Boolean> known = Jpackage.options("mac");
        ArgumentFile file = read(PACKAGING.resolve("macos").resolve("sign.args"));

        for (ArgumentFile.Line line : file.lines()) {
            if (particular(line)) {
                assertThat(line.hasValue()).as(line.text()).isEqualTo(known.get(line.option()));
            }
        }
        assertThat(Path.of(file.value("--mac-entitlements"))).exists();
        String script = Files.readString(PACKAGING.resolve("macos").resolve("image-built.sh"));
        List<String> options =
                Stream.of(script.split("[\\s(]")).filter(w -> w.startsWith("--mac-")).toList();
        assertThat(options).isNotEmpty().allSatisfy(o -> assertThat(known).containsKey(o));
    }

    @Test
    void theParserTellsOptionsOfOtherSystemsFromNoOptions() {
        // One of the two is another system's, whatever this system is.
        String said = Jpackage.run("--type", "app-image", "--win-menu");
        assertThat(said + Jpackage.run("--type", "app-image", "--mac-sign")).contains(NOT_HERE);
        assertThat(Jpackage.run("--type", "app-image", "--win-menus")).contains("Invalid Option");
    }

    @Test
    void aLineThatIsNoOptionIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("x.args"), "--name Workspace Admin\n");
        assertThatThrownBy(() -> read(file)).hasMessageContaining("Workspace Admin");
        Files.writeString(file, "--description \"${project.descripton}\"\n");
        assertThatThrownBy(() -> read(file)).hasMessageContaining("project.descripton");
    }

    @Test
    void filesNamedInArgumentsAreThere() throws IOException {
        for (String system : List.of("windows", "macos")) {
            Path own = PACKAGING.resolve(system);
            assertThat(Path.of(read(own.resolve("package.args")).value("--license-file"))).exists();
            assertThat(Path.of(read(own.resolve("image.args")).value("--icon"))).exists();
        }
    }

    @Test
    void eachInstallerOfWindowsHasAnUpgradeCodeOfItsOwn() throws IOException {
        List<UUID> codes = new ArrayList<>();
        for (String kind : List.of("user", "machine")) {
            Path file = PACKAGING.resolve("windows").resolve("package-msi-" + kind + ".args");
            codes.add(UUID.fromString(read(file).value("--win-upgrade-uuid")));
        }

        assertThat(codes).doesNotHaveDuplicates().allMatch(code -> code.version() == 4);
        // Whoever changes one leaves every installed version behind, beside the new one.
        assertThat(codes)
                .containsExactly(
                        UUID.fromString("70d8ded7-068e-44d4-b714-fef807ee870e"),
                        UUID.fromString("32113fe0-1dd3-4171-a022-25c75312ab87"));
    }

    @Test
    void theNameInTheMenuBarOfMacOsIsShortEnough() throws IOException {
        ArgumentFile image = read(PACKAGING.resolve("macos").resolve("image.args"));
        assertThat(image.value("--mac-package-name")).hasSizeLessThan(16);
    }

    /** Runs jpackage with the files of a run, less what is another system's. */
    private String parse(Run run, String more) throws IOException {
        List<String> arguments = new ArrayList<>();
        arguments.addAll(List.of("--type", "app-image"));
        for (ArgumentFile file : read(run)) {
            List<String> lines =
                    new ArrayList<>(
                            file.lines().stream()
                                    .filter(line -> !line.option().equals("--type"))
                                    .filter(line -> !particular(line))
                                    .map(ArgumentFile.Line::text)
                                    .toList());
            if (!more.isEmpty()) {
                lines.add(more);
            }
            Path copy = folder.resolve(arguments.size() + ".args");
            arguments.add("@" + Files.write(copy, lines));
        }
        String missing = folder.resolve("missing").toString();
        arguments.addAll(List.of(run.image() ? "--input" : "--app-image", missing));
        arguments.addAll(List.of("--dest", folder.resolve("out").toString()));
        if (!run.image()) {
            arguments.set(1, packageType());
        }
        return Jpackage.run(arguments.toArray(String[]::new));
    }

    /** A type of package this system has; nothing of it is built. */
    private static String packageType() {
        String name = System.getProperty("os.name", "");
        return name.startsWith("Windows") ? "msi" : name.startsWith("Mac") ? "dmg" : "deb";
    }

    private static boolean particular(ArgumentFile.Line line) {
        return line.option().matches("--(win|mac|linux)-.+");
    }

    private static List<ArgumentFile> read(Run run) throws IOException {
        List<ArgumentFile> files = new ArrayList<>();
        for (Path file : run.files()) {
            files.add(read(file));
        }
        return files;
    }

    private static ArgumentFile read(Path file) throws IOException {
        return ArgumentFile.read(file, Pom.properties());
    }
}
