import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Scripts of a system that the build calls, where there are any: {@code packaging/<system>/<name>.sh},
 * on Windows {@code .ps1}. They sign, and finish what jpackage cannot.
 */
final class Hooks {
    private Hooks() {}

    /**
     * Runs a script if there is one.
     *
     * @param name such as {@code image-built}
     * @param path its one argument
     */
    static void run(Plan plan, String name, Path path) throws IOException, InterruptedException {
        boolean windows = plan.system() == Plan.Target.WINDOWS;
        Path script = plan.particular().resolve(name + (windows ? ".ps1" : ".sh"));
        if (!Files.exists(script)) {
            return;
        }
        Plan.say(name);
        List<String> command =
                windows
                        ? List.of("pwsh", "-NoProfile", "-File", script.toString(), path.toString())
                        : List.of("bash", script.toString(), path.toString());
        Tool.execute(new ProcessBuilder(command));
    }
}
