import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Launchers on Linux: scripts in the place of jpackage's programs, made from their configuration.
 * jpackage's ask the package managers at every start, by {@code rpm -qf} and {@code dpkg -S}, which
 * package they belong to; on a computer with many packages that alone takes longer than the program
 * needs to open its window.
 */
final class Scripts {
    private Scripts() {}

    /** Replaces the launchers of an image. */
    static void replace(Plan plan, Path image) throws IOException {
        Path application = image.resolve(Imaging.application(plan));
        List<Path> configurations;
        try (Stream<Path> files = Files.list(application)) {
            configurations = files.filter(f -> f.toString().endsWith(".cfg")).sorted().toList();
        }
        for (Path configuration : configurations) {
            String name = configuration.getFileName().toString().replace(".cfg", "");
            Path script = image.resolve("bin").resolve(name);
            Files.writeString(script, script(name, Files.readAllLines(configuration)));
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.setLastModifiedTime(script, FileTime.from(plan.moment()));
        }
    }

    private static String script(String name, List<String> configuration) {
        String options =
                values(configuration, "java-options")
                        .map(option -> "  \"" + option.replace("$APPDIR", "$app") + "\" \\\n")
                        .collect(Collectors.joining());
        String classPath =
                values(configuration, "app.classpath")
                        .map(jar -> jar.replace("$APPDIR", "$app"))
                        .collect(Collectors.joining(":"));
        String main = values(configuration, "app.mainclass").findFirst().orElseThrow();
        return """
                #!/bin/sh
                # Starts the program from wherever its folder is.
                image=$(dirname "$(dirname "$(readlink -f "$0")")")
                app=$image/lib/app
                exec "$image/lib/runtime/bin/java" \\
                  "-Djpackage.app-path=$image/bin/%s" \\
                %s  -cp "%s" \\
                  %s "$@"
                """
                .formatted(name, options, classPath, main);
    }

    private static Stream<String> values(List<String> configuration, String key) {
        return configuration.stream()
                .filter(line -> line.startsWith(key + "="))
                .map(line -> line.substring(key.length() + 1));
    }
}
