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
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("INSTALLER_VERSION", plan.version());
        builder.environment().put("INSTALLER_WORK", plan.work().toString());
        builder.environment().put("INSTALLER_FOLDER", plan.folder().toString());
        builder.environment()
                .put("SOURCE_DATE_EPOCH", Long.toString(plan.moment().getEpochSecond()));
        Tool.execute(builder);
    }
}
