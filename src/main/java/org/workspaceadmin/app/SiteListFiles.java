package org.workspaceadmin.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.workspaceadmin.connection.Home;
import org.workspaceadmin.rules.domain.SiteLists;

/**
 * Account names and passwords a site does not want, one a line in two text files of the program's
 * folder: {@code reserved-names.txt} takes the place of the stand-in list ({@code #} begins a
 * remark, {@code name*} refuses every name that begins so), {@code weak-passwords.txt} is empty
 * unless given. A file that cannot be read is said and left out.
 *
 * @param lists what holds
 * @param unreadable the files that could not be read
 */
record SiteListFiles(SiteLists lists, List<Path> unreadable) {
    private static final Logger LOG = LoggerFactory.getLogger(SiteListFiles.class);

    /** Names of people and words: a longer file is a mistake. */
    private static final int MOST_BYTES = 1 << 20;

    /** Copies the list. */
    SiteListFiles {
        unreadable = List.copyOf(unreadable);
    }

    /** Reads both; blocks. */
    static SiteListFiles read(Home home) {
        List<Path> unreadable = new ArrayList<>();
        List<String> names = lines(home.folder().resolve("reserved-names.txt"), unreadable);
        List<String> weak = lines(home.folder().resolve("weak-passwords.txt"), unreadable);
        List<String> passwords = weak == null ? List.of() : weak;
        if (names == null) {
            return new SiteListFiles(SiteLists.standInWithWeak(passwords), unreadable);
        }
        List<String> kept = names.stream().filter(name -> !name.startsWith("#")).toList();
        return new SiteListFiles(SiteLists.of(kept, passwords), unreadable);
    }

    /** The lines that are not empty, null when there is no file or it cannot be read. */
    private static @Nullable List<String> lines(Path file, List<Path> unreadable) {
        if (!Files.exists(file)) {
            return null;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException("longer than " + MOST_BYTES + " bytes");
            }
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.replace("\uFEFF", "").lines().filter(l -> !l.isBlank()).toList();
        } catch (CharacterCodingException e) {
            LOG.warn("{} is not UTF-8 and is left out", file.getFileName());
        } catch (IOException e) {
            LOG.warn("{} cannot be read and is left out", file.getFileName(), e);
        }
        unreadable.add(file);
        return null;
    }
}
