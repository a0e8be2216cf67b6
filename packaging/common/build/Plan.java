import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What is to be built, and where.
 *
 * @param folder where installers go; below it {@code work} holds everything between
 * @param jar the program's own jar
 * @param version numeric, at least 1.0.0
 * @param training whether the AOT cache is trained
 * @param packages which packages, such as {@code deb}; {@code all} stands for every one
 * @param moment the date of every file inside, so that two builds are alike; of an even second,
 *     since some packages keep no odd ones and the cache is refused for a jar of another date
 * @param system what it is built on, and for
 */
record Plan(
        Path folder,
        Path jar,
        String version,
        boolean training,
        List<String> packages,
        Instant moment,
        Target system) {
    private static final String NAME = "workspace-admin";

    /** The systems there are installers for. */
    enum Target {
        LINUX,
        WINDOWS,
        MACOS;

        static Target current() {
            String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
            return name.contains("win") ? WINDOWS : name.contains("mac") ? MACOS : LINUX;
        }

        /** As the folders below {@code packaging} are named. */
        String folder() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Plan of(String[] args) {
        if (args.length != 6) {
            throw new IllegalArgumentException("run by Maven: mvn -Pinstaller verify");
        }
        if (!args[2].matches("[1-9]\\d*\\.\\d+\\.\\d+")) {
            throw new IllegalArgumentException("not a version for installers: " + args[2]);
        }
        Instant moment = Instant.parse(args[5]);
        return new Plan(
                Path.of(args[0]).toAbsolutePath(),
                Path.of(args[1]).toAbsolutePath(),
                args[2],
                args[3].equals("tour"),
                List.of(args[4].split(",")),
                moment.minusSeconds(moment.getEpochSecond() % 2),
                Target.current());
    }

    /** The name of packages and files. */
    String name() {
        return NAME;
    }

    /** The architecture as file names have it: {@code x64} or {@code arm64}. */
    String architecture() {
        String arch = System.getProperty("os.arch");
        return arch.equals("amd64") || arch.equals("x86_64") ? "x64" : "arm64";
    }

    /** Whether a package is to be built. */
    boolean wants(String what) {
        return packages.contains("all") || packages.contains(what);
    }

    Path work() {
        return folder.resolve("work");
    }

    /** Argument files and resources for every system, properties filled in. */
    Path common() {
        return work().resolve("packaging").resolve("common");
    }

    /** The same for the current system. */
    Path particular() {
        return work().resolve("packaging").resolve(system.folder());
    }

    /** The libraries as Maven has them. */
    Path libraries() {
        return work().resolve("libraries");
    }

    /** Everything for the class path and beside it, as it is installed. */
    Path input() {
        return work().resolve("input");
    }

    /** Takes away what an earlier build left. */
    void begin() throws IOException {
        for (String step : List.of("input", "javafx", "runtime", "trial", "image", "tour", "temp")) {
            delete(work().resolve(step));
        }
        try (Stream<Path> old = Files.list(folder)) {
            for (Path file : old.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        Files.createDirectories(input());
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    path.toFile().setWritable(true);
                    Files.delete(path);
                }
            }
        }
    }

    static void say(String step) {
        System.out.println("-- " + step);
    }
}
