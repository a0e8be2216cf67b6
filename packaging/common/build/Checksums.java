import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** What lies beside an installer: its SHA-256, as sha256sum reads it, and the list of its parts. */
final class Checksums {
    private Checksums() {}

    /** Writes {@code <file>.sha256} and {@code <file>.cdx.json} for each. */
    static void write(Plan plan, List<Path> files) throws IOException {
        for (Path file : files) {
            String name = file.getFileName().toString();
            Files.writeString(
                    file.resolveSibling(name + ".sha256"), digest(file) + "  " + name + "\n");
            Files.copy(plan.work().resolve("bom.json"), file.resolveSibling(name + ".cdx.json"));
        }
    }

    private static String digest(Path file) throws IOException {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
