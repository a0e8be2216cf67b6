import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The application image: launchers, runtime and jars in one folder, by jpackage. */
final class Imaging {
    private final Plan plan;

    Imaging(Plan plan) {
        this.plan = plan;
    }

    /**
     * Builds the image.
     *
     * @param runtime from {@link Linking}
     * @param program file name of the program's jar
     * @param folder where to
     * @return its folder: {@code workspace-admin}, or on macOS the {@code .app}
     */
    Path build(Path runtime, String program, Path folder)
            throws IOException, InterruptedException {
        Plan.say(folder.getFileName().toString());
        List<String> arguments = new ArrayList<>(List.of("--type", "app-image"));
        arguments.addAll(
                Tool.files(
                        plan.common().resolve("image.args"),
                        plan.particular().resolve("image.args")));
        arguments.addAll(Launchers.arguments(plan));
        arguments.addAll(
                List.of(
                        "--app-version", plan.version(),
                        "--main-jar", program,
                        "--runtime-image", runtime.toString(),
                        "--input", plan.input().toString(),
                        "--temp", plan.work().resolve("temp").resolve(folder.getFileName()).toString(),
                        "--dest", folder.toString()));
        Path resources = plan.particular().resolve("resources");
        if (Files.isDirectory(resources)) {
            arguments.addAll(List.of("--resource-dir", resources.toString()));
        }
        Tool.run("jpackage", arguments);
        Path image;
        try (Stream<Path> made = Files.list(folder)) {
            image = made.findFirst().orElseThrow();
        }
        try (Stream<Path> files = Files.walk(image)) {
            for (Path file : files.toList()) {
                // jpackage dates its copies anew; the AOT cache holds for jars of one date only.
                Files.setLastModifiedTime(file, FileTime.from(plan.moment()));
            }
        }
        return image;
    }

    /** Where an image keeps the jars, relative to the image. */
    static Path application(Plan plan) {
        return switch (plan.system()) {
            case LINUX -> Path.of("lib", "app");
            case WINDOWS -> Path.of("app");
            case MACOS -> Path.of("Contents", "app");
        };
    }

    /** Where an image keeps the Java runtime, relative to the image. */
    static Path runtime(Plan plan) {
        return switch (plan.system()) {
            case LINUX -> Path.of("lib", "runtime");
            case WINDOWS -> Path.of("runtime");
            case MACOS -> Path.of("Contents", "runtime", "Contents", "Home");
        };
    }
}
