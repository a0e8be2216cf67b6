package org.workspaceadmin.crash;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * How the program that gets killed is started: with nothing but what it needs, from jars, and with
 * its classes loaded and linked ahead of time, because it is started hundreds of times.
 */
final class Child {
    private static final List<String> LIBRARIES =
            List.of("jackson-", "sqlite-jdbc", "slf4j-api", "jspecify");
    private static final List<String> ROOMS =
            List.of("cloud", "crash", "journal", "model", "operation", "redact", "rules", "task");

    private Child() {}

    /**
     * The command up to the main class.
     *
     * @param exercise what it does once to show which classes it needs
     */
    static List<String> command(Path folder, Alone simulator, List<Mission> exercise)
            throws IOException, InterruptedException {
        List<String> entries = new ArrayList<>();
        Path jar = folder.resolve("program.jar");
        entries.add(jar.toString());
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.setLevel(0);
            for (String entry : Alone.classPath().split(File.pathSeparator, -1)) {
                Path path = Path.of(entry);
                if (Files.isDirectory(path)) {
                    add(path, zip);
                } else if (LIBRARIES.stream().anyMatch(path.getFileName().toString()::startsWith)) {
                    entries.add(entry);
                }
            }
        }
        List<String> plain =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:disable",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-Xmx96m",
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        String.join(File.pathSeparator, entries));
        Path archive = folder.resolve("program.jsa");
        List<String> training = with(plain, "-XX:ArchiveClassesAtExit=" + archive);
        Path own = Files.createDirectory(folder.resolve("training"));
        Path missions =
                Files.write(
                        own.resolve("missions.txt"), exercise.stream().map(Mission::line).toList());
        Process process = new Lane(simulator, own, training, 0).start(missions, true);
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        return ended && Files.exists(archive)
                ? with(plain, "-XX:SharedArchiveFile=" + archive)
                : plain;
    }

    private static List<String> with(List<String> command, String option) {
        List<String> more = new ArrayList<>(command);
        more.add(1, option);
        return more;
    }

    private static void add(Path classes, ZipOutputStream zip) throws IOException {
        Path root = classes.resolve("org").resolve("workspaceadmin");
        for (String room : ROOMS) {
            if (!Files.isDirectory(root.resolve(room))) {
                continue;
            }
            try (Stream<Path> files = Files.walk(root.resolve(room))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    // What main and test classes have both is only the description of a package.
                    if (!file.endsWith("package-info.class")) {
                        zip.putNextEntry(
                                new ZipEntry(
                                        classes.relativize(file).toString().replace('\\', '/')));
                        Files.copy(file, zip);
                        zip.closeEntry();
                    }
                }
            }
        }
    }
}
