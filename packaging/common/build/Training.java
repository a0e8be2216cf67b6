import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Trains the AOT cache: the tour runs in a trial image, with the image's options and class path, and
 * what it loaded and linked becomes a file beside the jars. The cache holds for these very jars (size
 * and date), this class path and this runtime, wherever the image is moved.
 */
final class Training {
    private static final String CACHE = "workspace-admin.aot";

    private final Plan plan;

    Training(Plan plan) {
        this.plan = plan;
    }

    /** Runs the tour in an image and puts the cache beside the jars. */
    void train(Path image) throws IOException, InterruptedException {
        Plan.say("the tour trains the AOT cache");
        Path application = image.resolve(Imaging.application(plan));
        Path tour = plan.work().resolve("tour");
        Path cache = plan.input().resolve(CACHE);
        List<String> launcher = launcher(application);
        List<String> command = new ArrayList<>();
        Path executable = Path.of("bin", "java");
        command.add(image.resolve(Imaging.runtime(plan)).resolve(executable).toString());
        values(launcher, "java-options")
                .map(option -> option.replace("$APPDIR", application.toString()))
                // It cannot be read while it is written; and what training says is wanted.
                .filter(o -> !o.startsWith("-XX:AOTCache=") && !o.startsWith("-Xlog:"))
                .forEach(command::add);
        command.add("-XX:AOTCacheOutput=" + cache);
        command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "-cp"));
        command.add(
                values(launcher, "app.classpath")
                        .map(jar -> jar.replace("$APPDIR", application.toString()))
                        .collect(Collectors.joining(File.pathSeparator)));
        command.addAll(List.of("org.workspaceadmin.Launcher", "--tour", tour.toString()));
        command.addAll(List.of("--home", tour.resolve("home").toString()));
        Tool.execute(new ProcessBuilder(command));
        Files.setLastModifiedTime(cache, FileTime.from(plan.moment()));
    }

    /** Starts the finished image once, which ends badly where the cache cannot be used. */
    void prove(Path image) throws IOException, InterruptedException {
        ProcessBuilder start =
                new ProcessBuilder(image.resolve("bin/workspace-admin").toString(), "--version");
        start.environment().put("_JAVA_OPTIONS", "-XX:AOTMode=on");
        Tool.execute(start);
    }

    /** Takes the commands out of the runtime that are needed no more. */
    void end(Path runtime) throws IOException {
        try (Stream<Path> files = Files.list(runtime.resolve("bin"))) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                // On Linux the program's launchers are scripts that call it.
                boolean needed = plan.system() == Plan.Target.LINUX && name.equals("java");
                if (!needed && (name.endsWith(".exe") || !name.contains("."))) {
                    Files.delete(file);
                }
            }
        }
        try (Stream<Path> left = Files.list(runtime.resolve("bin"))) {
            if (left.findAny().isPresent()) {
                return;
            }
        }
        Files.delete(runtime.resolve("bin"));
    }

    /** The main launcher's configuration; others, longer of name, build upon it. */
    private static List<String> launcher(Path application) throws IOException {
        try (Stream<Path> files = Files.list(application)) {
            return Files.readAllLines(
                    files.filter(file -> file.toString().endsWith(".cfg"))
                            .min(Comparator.comparing(file -> file.toString().length()))
                            .orElseThrow());
        }
    }

    private static Stream<String> values(List<String> launcher, String key) {
        return launcher.stream()
                .filter(line -> line.startsWith(key + "="))
                .map(line -> line.substring(key.length() + 1));
    }
}
