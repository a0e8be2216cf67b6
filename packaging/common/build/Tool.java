import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs tools of the JDK and other programs. */
final class Tool {
    private static final Map<String, String> ENVIRONMENT = new TreeMap<>();

    private Tool() {}

    /** What every program run from now on is told of the plan, scripts above all. */
    static void tell(Plan plan) {
        ENVIRONMENT.put("INSTALLER_VERSION", plan.version());
        ENVIRONMENT.put("INSTALLER_WORK", plan.work().toString());
        ENVIRONMENT.put("INSTALLER_FOLDER", plan.folder().toString());
        ENVIRONMENT.put("INSTALLER_ASSETS", Path.of("assets").toAbsolutePath().toString());
        // What jpackage packs is packed again when it is finished.
        ENVIRONMENT.put("DPKG_DEB_COMPRESSOR_TYPE", "none");
        ENVIRONMENT.put("SOURCE_DATE_EPOCH", Long.toString(plan.moment().getEpochSecond()));
    }

    /**
     * Runs a tool of the JDK, as a program, since only so it reads argument files.
     *
     * @throws IllegalStateException when it ends with an error, which it has printed
     */
    static void run(String name, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", name).toString());
        command.addAll(arguments);
        execute(new ProcessBuilder(command));
    }

    /**
     * Runs a program.
     *
     * @throws IllegalStateException when it ends with an error
     */
    static void execute(ProcessBuilder builder) throws IOException, InterruptedException {
        builder.environment().putAll(ENVIRONMENT);
        int code = builder.inheritIO().start().waitFor();
        if (code != 0) {
            throw new IllegalStateException(builder.command() + " ended with " + code);
        }
    }

    /** Whether a program is on the PATH. */
    static boolean onPath(String program) {
        for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
            if (!folder.isEmpty()
                    && (Files.isExecutable(Path.of(folder, program))
                            || Files.isExecutable(Path.of(folder, program + ".exe")))) {
                return true;
            }
        }
        return false;
    }

    /** Argument files that exist, as arguments. */
    static List<String> files(Path... files) {
        List<String> arguments = new ArrayList<>();
        for (Path file : files) {
            if (Files.exists(file)) {
                arguments.add("@" + file);
            }
        }
        return arguments;
    }
}
