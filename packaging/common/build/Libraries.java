import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The jars as they are installed: without the native libraries of other systems, and with those of
 * this one lying beside them, so that none is unpacked at a user's.
 */
final class Libraries {
    /** Where libraries keep their natives: group 1 is the system, group 2 the file. */
    private static final Pattern SQLITE =
            Pattern.compile("org/sqlite/native/([^/]+/[^/]+)/(lib.+|.+\\.dll)");

    private static final Pattern JNA = Pattern.compile("com/sun/jna/([a-z]+-[^/]+)/([^/]+\\.(?:so|a|dll|jnilib))");

    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    private final Plan plan;
    private final Path javafx;

    Libraries(Plan plan) {
        this.plan = plan;
        javafx = plan.work().resolve("javafx");
    }

    /** The folder of JavaFX's jars of this system. */
    Path javafx() {
        return javafx;
    }

    /** The name of the program's own jar. */
    String program() {
        return plan.jar().getFileName().toString();
    }

    void prepare() throws IOException {
        Plan.say("libraries");
        Files.createDirectories(javafx);
        List<Path> jars;
        try (Stream<Path> all = Files.list(plan.libraries())) {
            jars = all.filter(jar -> jar.toString().endsWith(".jar")).sorted().toList();
        }
        for (Path jar : jars) {
            String name = jar.getFileName().toString();
            if (name.startsWith("javafx-")) {
                // The jar without a classifier is empty; the other one is of this system.
                if (name.matches("javafx-[a-z]+-[0-9.]+-.+\\.jar")) {
                    Files.copy(jar, javafx.resolve(name));
                }
            } else {
                slim(jar, plan.input().resolve(name));
            }
        }
        slim(plan.jar(), plan.input().resolve(program()));
        try (Stream<Path> all = Files.list(plan.input())) {
            for (Path file : all.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(plan.moment()));
            }
        }
    }

    private void slim(Path jar, Path to) throws IOException {
        Map<String, byte[]> kept = new TreeMap<>();
        boolean changed = false;
        try (ZipFile from = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : from.stream().filter(e -> !e.isDirectory()).toList()) {
                try (InputStream in = from.getInputStream(entry)) {
                    byte[] bytes = in.readAllBytes();
                    if (beside(entry.getName(), bytes)) {
                        changed = true;
                    } else if (entry.getName().equals(MANIFEST)) {
                        byte[] open = unsealed(bytes);
                        changed |= open.length != bytes.length;
                        kept.put(MANIFEST, open);
                    } else {
                        kept.put(entry.getName(), bytes);
                    }
                }
            }
        }
        if (!changed) {
            Files.copy(jar, to);
            return;
        }
        try (OutputStream file = Files.newOutputStream(to);
                ZipOutputStream out = new ZipOutputStream(file)) {
            // Readers that stream expect the manifest first.
            write(out, MANIFEST, kept.remove(MANIFEST));
            for (Map.Entry<String, byte[]> entry : kept.entrySet()) {
                write(out, entry.getKey(), entry.getValue());
            }
        }
    }

    /** Java does not start with an AOT cache that holds classes of a sealed package. */
    private static byte[] unsealed(byte[] bytes) throws IOException {
        Manifest manifest = new Manifest(new ByteArrayInputStream(bytes));
        boolean sealed = manifest.getMainAttributes().remove(Attributes.Name.SEALED) != null;
        for (Attributes section : manifest.getEntries().values()) {
            sealed |= section.remove(Attributes.Name.SEALED) != null;
        }
        if (!sealed) {
            return bytes;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        manifest.write(out);
        return out.toByteArray();
    }

    private void write(ZipOutputStream out, String name, byte[] bytes) throws IOException {
        if (bytes != null) {
            ZipEntry entry = new ZipEntry(name);
            entry.setLastModifiedTime(FileTime.from(plan.moment()));
            out.putNextEntry(entry);
            out.write(bytes);
            out.closeEntry();
        }
    }

    /** Whether an entry is a native library, which then is put beside the jars if it is ours. */
    private boolean beside(String entry, byte[] bytes) throws IOException {
        var sqlite = SQLITE.matcher(entry);
        var jna = JNA.matcher(entry);
        if (sqlite.matches()) {
            return place(sqlite.group(1).equals(sqliteSystem()), sqlite.group(2), bytes);
        }
        return jna.matches() && place(jna.group(1).equals(jnaSystem()), jna.group(2), bytes);
    }

    private boolean place(boolean ours, String name, byte[] bytes) throws IOException {
        if (ours) {
            // JNA takes either name on macOS, but only libraries of this one are signed.
            Files.write(plan.input().resolve(name.replace(".jnilib", ".dylib")), bytes);
        }
        return true;
    }

    private String sqliteSystem() {
        String system =
                switch (plan.system()) {
                    case LINUX -> "Linux";
                    case WINDOWS -> "Windows";
                    case MACOS -> "Mac";
                };
        return system + "/" + (plan.architecture().equals("x64") ? "x86_64" : "aarch64");
    }

    private String jnaSystem() {
        String system =
                switch (plan.system()) {
                    case LINUX -> "linux";
                    case WINDOWS -> "win32";
                    case MACOS -> "darwin";
                };
        return system + "-" + (plan.architecture().equals("x64") ? "x86-64" : "aarch64");
    }
}
