import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The runtime: the JDK's modules and JavaFX's. JavaFX's jars are made to jmods first, with the
 * native libraries apart from the classes, so that jlink puts these where the JDK has its own, and
 * nothing is unpacked to a user's folder.
 */
final class Linking {
    private final Plan plan;

    Linking(Plan plan) {
        this.plan = plan;
    }

    /** Links the runtime from the JDK and the JavaFX jars of a folder; returns its folder. */
    Path link(Path javafx) throws IOException, InterruptedException {
        Plan.say("runtime");
        Path jmods = Files.createDirectories(javafx.resolve("jmods"));
        List<Path> jars;
        try (Stream<Path> all = Files.list(javafx)) {
            jars = all.filter(jar -> jar.toString().endsWith(".jar")).toList();
        }
        for (Path jar : jars) {
            String module = "javafx." + jar.getFileName().toString().split("-")[1];
            Path classes = javafx.resolve(module).resolve("classes");
            Path natives = Files.createDirectories(javafx.resolve(module).resolve("natives"));
            unpack(jar, classes, natives);
            Tool.run(
                    "jmod",
                    List.of(
                            "create",
                            "--class-path",
                            classes.toString(),
                            "--libs",
                            natives.toString(),
                            jmods.resolve(module + ".jmod").toString()));
        }
        Path runtime = plan.work().resolve("runtime");
        List<String> arguments = new ArrayList<>();
        for (Path folder : List.of(plan.common(), plan.particular())) {
            for (String file : List.of("modules.args", "jlink.args")) {
                if (Files.exists(folder.resolve(file))) {
                    arguments.add("@" + folder.resolve(file));
                }
            }
        }
        arguments.addAll(
                List.of("--module-path", jmods.toString(), "--output", runtime.toString()));
        Tool.run("jlink", arguments);
        return runtime;
    }

    private static void unpack(Path jar, Path classes, Path natives) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().filter(e -> !e.isDirectory()).toList()) {
                String name = entry.getName();
                boolean isNative = !name.contains("/") && name.matches(".+\\.(so|dll|dylib)");
                Path to = (isNative ? natives : classes).resolve(name).normalize();
                // SWT is no part of this program; Maven's descriptors are none of a module.
                if (to.startsWith(isNative ? natives : classes)
                        && !name.equals("javafx-swt.jar")
                        && !name.startsWith("META-INF/")) {
                    Files.createDirectories(to.getParent());
                    try (InputStream in = zip.getInputStream(entry)) {
                        Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        }
    }
}
