import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The installers: one for every argument file {@code packaging/<system>/package-<what>.args}, each
 * with the system's {@code package.args} before it; and on Linux the image as an archive. The first
 * line of such a file may say {@code # needs: <program> …}, with {@code a|b} where either will do;
 * where one of these is missing, that installer is left out with a line.
 */
final class Packaging {
    private static final String NEEDS = "# needs:";

    private final Plan plan;

    Packaging(Plan plan) {
        this.plan = plan;
    }

    /** Builds them and returns their files, the newest jpackage made under names of its own. */
    List<Path> build(Path image) throws IOException, InterruptedException {
        List<Path> made = new ArrayList<>();
        List<Path> kinds;
        try (Stream<Path> files = Files.list(plan.particular())) {
            kinds =
                    files.filter(f -> f.getFileName().toString().matches("package-.+\\.args"))
                            .sorted()
                            .toList();
        }
        for (Path kind : kinds) {
            String what = kind.getFileName().toString().replaceAll("package-|\\.args", "");
            if (!plan.wants(what)) {
                continue;
            }
            List<String> missing = missing(kind);
            if (missing.isEmpty()) {
                Plan.say(what);
                Set<Path> before = new HashSet<>(files());
                jpackage(kind, what, image);
                for (Path file : files()) {
                    if (!before.contains(file)) {
                        Path named = Files.move(file, file.resolveSibling(named(what, file)));
                        Hooks.run(plan, "package-" + what + "-built", named);
                        made.add(named);
                    }
                }
            } else {
                String programs = String.join(", ", missing).replace("|", " or ");
                Plan.say(what + " is left out: this machine has no " + programs);
            }
        }
        if (plan.system() == Plan.Target.LINUX && plan.wants("archive")) {
            made.add(archive(image));
        }
        return made;
    }

    private void jpackage(Path kind, String what, Path image)
            throws IOException, InterruptedException {
        List<String> arguments =
                new ArrayList<>(
                        Tool.files(
                                plan.common().resolve("package.args"),
                                plan.particular().resolve("package.args"),
                                kind));
        arguments.addAll(
                List.of(
                        "--app-version", plan.version(),
                        "--app-image", image.toString(),
                        "--temp", plan.work().resolve("temp").resolve(what).toString(),
                        "--dest", plan.folder().toString()));
        Path resources = plan.particular().resolve("resources");
        if (Files.isDirectory(resources)) {
            arguments.addAll(List.of("--resource-dir", resources.toString()));
        }
        Tool.run("jpackage", arguments);
    }

    private static List<String> missing(Path kind) throws IOException {
        return Files.readAllLines(kind).stream()
                .filter(line -> line.startsWith(NEEDS))
                .flatMap(line -> Stream.of(line.substring(NEEDS.length()).strip().split("\\s+")))
                .filter(either -> Stream.of(either.split("\\|")).noneMatch(Tool::onPath))
                .toList();
    }

    /**
     * What an installer is called. On Linux its format says; elsewhere jpackage names every
     * architecture and variant alike.
     */
    private String named(String what, Path file) {
        String name = file.getFileName().toString();
        if (plan.system() == Plan.Target.LINUX) {
            return name;
        }
        String type = name.substring(name.lastIndexOf('.') + 1);
        String variant = what.substring(type.length());
        String system = plan.system().folder() + "-" + plan.architecture();
        return plan.name() + "-" + plan.version() + "-" + system + variant + "." + type;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(plan.folder())) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** For systems without a package format of ours: unpacked anywhere, started from there. */
    private Path archive(Path image) throws IOException, InterruptedException {
        Plan.say("archive");
        String name = plan.name() + "-" + plan.version();
        Path file =
                plan.folder().resolve(name + "-linux-" + plan.architecture() + ".tar.xz");
        Tool.execute(
                new ProcessBuilder(
                        "tar",
                        "--create",
                        "--xz",
                        "--file=" + file,
                        "--sort=name",
                        "--owner=0",
                        "--group=0",
                        "--numeric-owner",
                        "--transform=s,^" + image.getFileName() + "," + name + ",",
                        "--directory=" + image.getParent(),
                        image.getFileName().toString()));
        return file;
    }
}
