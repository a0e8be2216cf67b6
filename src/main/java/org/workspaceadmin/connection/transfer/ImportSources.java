package org.workspaceadmin.connection.transfer;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.workspaceadmin.connection.transfer.FileText.Refused;
import org.workspaceadmin.connection.transfer.Unreadable.Reason;

/**
 * The places an administrator may have keys in already. Reading changes nothing anywhere; it
 * blocks.
 */
public final class ImportSources {
    private static final Logger LOG = LoggerFactory.getLogger(ImportSources.class);

    private final Map<String, String> environment;
    private final Path home;

    /**
     * Looks in given places.
     *
     * @param environment environment variables
     * @param home the user's own folder
     */
    public ImportSources(Map<String, String> environment, Path home) {
        this.environment = Map.copyOf(environment);
        this.home = home;
    }

    /** The places of this computer's user. */
    public static ImportSources ofThisComputer() {
        return new ImportSources(System.getenv(), Path.of(System.getProperty("user.home", ".")));
    }

    /** A file and how it is read. */
    private interface Reader {
        List<Found> read(FileText file, String where) throws Refused;
    }

    /**
     * Reads the environment, the SDKs' credentials file ({@code ~/.huaweicloud/credentials}, or as
     * {@code HUAWEICLOUD_SDK_CREDENTIALS_FILE} says) and KooCLI's configuration ({@code
     * ~/.hcloud/config.json}, and what {@code HW_SHARED_CONFIG_FILE} names).
     *
     * @return everything found; the caller closes it
     */
    public Findings read() {
        List<Found> found = new ArrayList<>(new Variables(environment).read());
        List<Unreadable> unreadable = new ArrayList<>();
        String credentials = variable("HUAWEICLOUD_SDK_CREDENTIALS_FILE");
        if (credentials.isEmpty()) {
            Path usual = home.resolve(".huaweicloud").resolve("credentials");
            add(usual, false, SdkCredentials::read, found, unreadable);
        } else {
            addNamed(credentials, SdkCredentials::read, found, unreadable);
        }
        Path usual = home.resolve(".hcloud").resolve("config.json");
        add(usual, false, KooCli::read, found, unreadable);
        String shared = variable("HW_SHARED_CONFIG_FILE");
        if (!shared.isEmpty() && !shared.equals(usual.toString())) {
            addNamed(shared, KooCli::read, found, unreadable);
        }
        LOG.info("found {} to import, {} files unreadable", found.size(), unreadable.size());
        return new Findings(found, unreadable);
    }

    /**
     * Reads one file that the operator chose, of either kind.
     *
     * @param file its place
     * @return what it holds; the caller closes it
     */
    public Findings read(Path file) {
        List<Found> found = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        add(file, true, ImportSources::either, found, unreadable);
        return new Findings(found, unreadable);
    }

    /** The files that would be looked at, for a page that says so. */
    public Set<Path> files() {
        Set<Path> files = new LinkedHashSet<>();
        files.add(home.resolve(".huaweicloud").resolve("credentials"));
        files.add(home.resolve(".hcloud").resolve("config.json"));
        return files;
    }

    private static List<Found> either(FileText file, String where) throws Refused {
        for (char c : file.characters()) {
            if (!Character.isWhitespace(c)) {
                return c == '{' ? KooCli.read(file, where) : SdkCredentials.read(file, where);
            }
        }
        throw new Refused(Reason.NOT_UNDERSTOOD);
    }

    private void addNamed(
            String name, Reader reader, List<Found> found, List<Unreadable> unreadable) {
        try {
            Path file = name.startsWith("~/") ? home.resolve(name.substring(2)) : Path.of(name);
            add(file, true, reader, found, unreadable);
        } catch (InvalidPathException e) {
            LOG.debug("no path: {}", e.getReason());
            unreadable.add(new Unreadable(name, Reason.NOT_A_PATH));
        }
    }

    private static void add(
            Path file,
            boolean named,
            Reader reader,
            List<Found> found,
            List<Unreadable> unreadable) {
        if (!named && Files.notExists(file)) {
            return;
        }
        try (FileText text = FileText.read(file)) {
            found.addAll(reader.read(text, file.toString()));
        } catch (Refused e) {
            unreadable.add(new Unreadable(file.toString(), e.reason()));
        }
    }

    private String variable(String name) {
        return environment.getOrDefault(name, "").strip();
    }
}
