import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs tools of the JDK and other programs. */
final class Tool {
    private Tool() {}

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
