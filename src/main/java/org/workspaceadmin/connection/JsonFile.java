package org.workspaceadmin.connection;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small JSON object on disk. It is written beside its place and moved over, so that a crash
 * leaves the old or the new file and never half of one; a file that cannot be understood is set
 * aside, never overwritten.
 */
final class JsonFile {
    private static final Logger LOG = LoggerFactory.getLogger(JsonFile.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private final Path file;
    private final InstantSource clock;
    private @Nullable Path setAside;

    JsonFile(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    /** What the file holds; nothing when it is missing or damaged. */
    ObjectNode read() {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return JSON.createObjectNode();
        } catch (IOException e) {
            LOG.warn("{} cannot be read, going on without it", file, e);
            return JSON.createObjectNode();
        }
        try {
            JsonNode node = JSON.readTree(bytes);
            if (node instanceof ObjectNode object) {
                return object;
            }
            LOG.warn("{} is not a JSON object", file);
        } catch (IOException e) {
            // The parser's text would quote the file.
            LOG.warn("{} is not JSON: {}", file, e.getClass().getSimpleName());
        }
        moveAside();
        return JSON.createObjectNode();
    }

    /** Where a damaged file was put, empty when it was sound. */
    Optional<Path> setAside() {
        return Optional.ofNullable(setAside);
    }

    /**
     * Writes the file.
     *
     * @param content everything
     * @throws IOException when it could not be written; the old file stands
     */
    void write(ObjectNode content) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".tmp");
        try (FileChannel out =
                FileChannel.open(
                        fresh,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(JSON.writeValueAsBytes(content));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        try {
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            LOG.debug("this file system moves in two steps", e);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void moveAside() {
        String name = file.getFileName() + ".damaged-" + STAMP.format(clock.instant());
        Path aside = file.resolveSibling(name);
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            setAside = aside;
            LOG.warn("set the damaged {} aside as {}", file, aside);
        } catch (IOException e) {
            LOG.warn("the damaged {} could not be set aside", file, e);
        }
    }
}
