package org.workspaceadmin.connection.policy;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.workspaceadmin.connection.policy.PolicyWarning.Kind;
import org.workspaceadmin.connection.transfer.SecretFields;

/**
 * The administrator file: one per computer, for all its users, for silent roll-out. Its format is
 * in the README. A file others could have written is not trusted, because what it gives decides
 * where secrets are sent.
 */
public final class PolicyFile {
    private static final Logger LOG = LoggerFactory.getLogger(PolicyFile.class);
    private static final String NAME = "policy.json";
    private static final String FOLDER = "Workspace Admin";
    private static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private final Path file;

    /**
     * A file at a given place.
     *
     * @param file usually {@link #standard()}
     */
    public PolicyFile(Path file) {
        this.file = file;
    }

    /** The file of this computer. */
    public static Path standard() {
        return standard(System.getProperty("os.name", ""), System.getenv());
    }

    /**
     * The same for another system.
     *
     * @param osName as in the system property {@code os.name}
     * @param environment environment variables
     */
    static Path standard(String osName, Map<String, String> environment) {
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.contains("mac") || os.contains("darwin")) {
            return Path.of("/Library/Application Support", FOLDER, NAME);
        }
        if (os.contains("win")) {
            String data = environment.getOrDefault("ProgramData", "");
            return Path.of(data.isBlank() ? "C:\\ProgramData" : data, FOLDER, NAME);
        }
        return Path.of("/etc/workspace-admin", NAME);
    }

    /**
     * Reads the file; blocks. Nothing about it keeps the program from starting.
     *
     * @return what it says; {@link AdminPolicy#NONE} when there is none
     */
    public AdminPolicy read() {
        if (Files.notExists(file)) {
            return AdminPolicy.NONE;
        }
        AdminPolicy policy = readExisting();
        for (PolicyWarning warning : policy.warnings()) {
            LOG.warn("{}: {} {}", file, warning.kind(), warning.detail());
        }
        return policy;
    }

    private AdminPolicy readExisting() {
        try {
            Optional<Path> open = writableByOthers();
            if (open.isPresent()) {
                return ignored(Kind.WRITABLE_BY_OTHERS, open.get().toString());
            }
            if (Files.size(file) > MOST_BYTES) {
                return ignored(Kind.NOT_UNDERSTOOD, "");
            }
            byte[] bytes = Files.readAllBytes(file);
            JsonNode root = JSON.readTree(bytes);
            return root instanceof ObjectNode object
                    ? read(object)
                    : ignored(Kind.NOT_UNDERSTOOD, "");
        } catch (JacksonException e) {
            String line = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr();
            return ignored(Kind.NOT_UNDERSTOOD, line);
        } catch (IOException e) {
            LOG.debug("{} cannot be read", file, e);
            return ignored(Kind.NO_ACCESS, "");
        }
    }

    private AdminPolicy read(ObjectNode root) {
        Optional<String> secret = SecretFields.first(root);
        if (secret.isPresent()) {
            return ignored(Kind.SECRET_INSIDE, secret.get());
        }
        JsonNode version = root.path("version");
        if (!version.isIntegralNumber()) {
            return ignored(Kind.NOT_UNDERSTOOD, "version");
        }
        return version.asLong() > PolicyReader.VERSION
                ? ignored(Kind.NEWER, version.asText())
                : new PolicyReader(file.toString(), root).read();
    }

    private AdminPolicy ignored(Kind kind, String detail) {
        return AdminPolicy.ignored(new PolicyWarning(kind, file.toString(), detail));
    }

    /** The file or its folder, when somebody else may write there. */
    private Optional<Path> writableByOthers() throws IOException {
        Path real = file.toRealPath();
        if (isOpen(real)) {
            return Optional.of(real);
        }
        Path folder = real.getParent();
        return folder != null && isOpen(folder) ? Optional.of(folder) : Optional.empty();
    }

    private static boolean isOpen(Path path) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view == null) {
            return false; // Windows: the folder's own rights decide, see the README
        }
        Set<PosixFilePermission> permissions = view.readAttributes().permissions();
        return permissions.contains(PosixFilePermission.GROUP_WRITE)
                || permissions.contains(PosixFilePermission.OTHERS_WRITE);
    }
}
