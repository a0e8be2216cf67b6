import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Launchers beside the main one, one for each {@code packaging/<system>/launchers/<name>.properties},
 * in which {@code name} may give another name. jpackage would take their Java options instead of the
 * main launcher's; here they come after these.
 */
final class Launchers {
    private static final String OPTION = "--java-options";
    private static final String NAME = "name";
    private static final String KEY = "java-options";

    private Launchers() {}

    /** The arguments for jpackage. */
    static List<String> arguments(Plan plan) throws IOException {
        List<String> arguments = new ArrayList<>();
        Path folder = plan.particular().resolve("launchers");
        if (!Files.isDirectory(folder)) {
            return arguments;
        }
        Path complete = Files.createDirectories(plan.work().resolve("launchers"));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                Properties properties = new Properties();
                try (Reader in = Files.newBufferedReader(file)) {
                    properties.load(in);
                }
                String fallback = file.getFileName().toString().replace(".properties", "");
                String name = properties.getProperty(NAME, fallback);
                properties.remove(NAME);
                String own = properties.getProperty(KEY, "");
                properties.setProperty(KEY, (mainOptions(plan) + " " + own).strip());
                Path to = complete.resolve(file.getFileName());
                try (Writer out = Files.newBufferedWriter(to)) {
                    properties.store(out, null);
                }
                arguments.addAll(List.of("--add-launcher", name + "=" + to));
            }
        }
        return arguments;
    }

    private static String mainOptions(Plan plan) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path folder : List.of(plan.common(), plan.particular())) {
            Path file = folder.resolve("image.args");
            if (Files.exists(file)) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return lines.stream()
                .filter(line -> line.startsWith(OPTION))
                .map(line -> line.substring(OPTION.length()).strip())
                .collect(Collectors.joining(" "));
    }
}
