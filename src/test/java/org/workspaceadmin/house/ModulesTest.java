package org.workspaceadmin.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.workspaceadmin.Launcher;

/** The list of modules the installed runtime is linked from, against what the jars ask for. */
class ModulesTest {
    private static final Path LIST = Path.of("packaging", "common", "modules.args");

    /**
     * What of the class path is not installed; a jar that is missing here fails nothing silently.
     */
    private static final String TEST_ONLY =
            "(junit|opentest4j|apiguardian|assertj|byte-buddy|jetty-alpn|bc(pkix|util|prov)|testfx"
                    + "|org\\.osgi|hamcrest|archunit|huaweicloud|snakeyaml|jackson-(datatype"
                    + "|dataformat-yaml)|okhttp|okio|kotlin|annotations-|bgmprovider|jca-|jsse-"
                    + "|google-java-format|guava|failureaccess|listenablefuture|error_prone"
                    + "|j2objc|commonmark|openapi|swagger|jakarta|commons-|rhino|json-|msg-simple"
                    + "|btf|jackson-coreutils|http(client|core)|itu-|caffeine|jsr305|surefire"
                    + "|javafx-swing).*";

    @TempDir Path folder;

    @Test
    void everyModuleAJarAsksForIsInTheList() throws Exception {
        List<String> jars = new ArrayList<>();
        List<String> javafx = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry);
            String name = path.getFileName().toString();
            if (name.startsWith("javafx-") && !name.startsWith("javafx-swing")) {
                javafx.add(entry);
            } else if (name.endsWith(".jar") && !name.matches(TEST_ONLY)) {
                jars.add(withoutModule(path).toString());
            }
        }
        assertThat(jars).hasSizeGreaterThan(25);
        jars.add(
                Path.of(Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI())
                        .toString());
        Set<String> asked = jdeps(jars, javafx);
        assertThat(asked).as("jdeps answered").contains("java.sql", "javafx.controls");
        assertThat(listed()).containsAll(asked);
    }

    private static Set<String> jdeps(List<String> jars, List<String> javafx) {
        StringWriter out = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of("--multi-release", "base"));
        arguments.addAll(List.of("--ignore-missing-deps", "-summary"));
        arguments.addAll(List.of("--module-path", String.join(File.pathSeparator, javafx)));
        arguments.addAll(jars);
        int code =
                ToolProvider.findFirst("jdeps")
                        .orElseThrow()
                        .run(
                                new PrintWriter(out, true),
                                new PrintWriter(out, true),
                                arguments.toArray(String[]::new));
        assertThat(code).as(out.toString()).isZero();
        Set<String> known =
                ModuleFinder.ofSystem().findAll().stream()
                        .map(module -> module.descriptor().name())
                        .collect(Collectors.toCollection(TreeSet::new));
        known.addAll(Set.of("javafx.base", "javafx.controls", "javafx.graphics", "javafx.swing"));
        return out.toString()
                .lines()
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .filter(known::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Installed jars are on the class path, where their module descriptors mean nothing. */
    private Path withoutModule(Path jar) throws IOException {
        Path copy = folder.resolve(jar.getFileName().toString());
        try (ZipFile from = new ZipFile(jar.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(copy))) {
            to.setLevel(0);
            for (ZipEntry entry : from.stream().toList()) {
                if (entry.getName().endsWith(".class")
                        && !entry.getName().endsWith("module-info.class")
                        && !entry.getName().startsWith("META-INF/")) {
                    to.putNextEntry(new ZipEntry(entry.getName()));
                    try (InputStream in = from.getInputStream(entry)) {
                        in.transferTo(to);
                    }
                }
            }
        }
        return copy;
    }

    private static Set<String> listed() throws IOException {
        Set<String> modules = new TreeSet<>();
        try (Stream<String> lines = Files.lines(LIST)) {
            lines.filter(line -> line.startsWith("--add-modules"))
                    .flatMap(line -> Stream.of(line.split(" ")[1].split(",")))
                    .forEach(modules::add);
        }
        return modules;
    }
}
