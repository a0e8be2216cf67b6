package org.workspaceadmin.connection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;

/**
 * The folder the program keeps everything in: settings, connections, journal, logs. On systems with
 * such permissions only its owner may look inside.
 */
public final class Home {
    private static final String NAME = "Workspace Admin";

    private final Path folder;

    private Home(Path folder) {
        this.folder = folder;
    }

    /**
     * Creates what is missing and checks that files can be written.
     *
     * @param folder from {@code --home}, or {@link #standard()}
     * @throws HomeException when the folder cannot be used, and why
     */
    public static Home open(Path folder) throws HomeException {
        Home home = new Home(folder.toAbsolutePath().normalize());
        home.prepare();
        return home;
    }

    /** Where the folder is unless the operator says otherwise. */
    public static Path standard() {
        return standard(
                System.getProperty("os.name", ""),
                System.getenv(),
                Path.of(System.getProperty("user.home", ".")));
    }

    /**
     * The same for another system.
     *
     * @param osName as in the system property {@code os.name}
     * @param environment environment variables
     * @param user the user's own folder
     */
    static Path standard(String osName, Map<String, String> environment, Path user) {
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.contains("win") && !os.contains("darwin")) {
            String roaming = environment.getOrDefault("APPDATA", "");
            Path base =
                    roaming.isBlank()
                            ? user.resolve("AppData").resolve("Roaming")
                            : Path.of(roaming);
            return base.resolve(NAME);
        }
        if (os.contains("mac") || os.contains("darwin")) {
            return user.resolve("Library").resolve("Application Support").resolve(NAME);
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        // The XDG specification has relative paths ignored.
        Path base =
                data.isBlank() || !Path.of(data).isAbsolute()
                        ? user.resolve(".local").resolve("share")
                        : Path.of(data);
        return base.resolve("workspace-admin");
    }

    /** The folder itself. */
    public Path folder() {
        return folder;
    }

    /** The settings file. */
    public Path settings() {
        return folder.resolve("settings.json");
    }

    /** The connections file; holds no secret. */
    public Path connections() {
        return folder.resolve("connections.json");
    }

    /** The file of the connections' directories; holds no secret. */
    public Path directories() {
        return folder.resolve("directories.json");
    }

    /** The file that says whose secrets are remembered; holds no secret. */
    public Path remembered() {
        return folder.resolve("remembered.json");
    }

    /** The journal's database. */
    public Path journal() {
        return folder.resolve("journal.db");
    }

    /** The folder of the journal's daily copies; made with the first one. */
    public Path journalCopies() {
        return folder.resolve("journal-copies");
    }

    /** The folder of the log files; exists. */
    public Path logs() {
        return folder.resolve("logs");
    }

    private void prepare() throws HomeException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new HomeException(HomeException.Reason.NOT_A_FOLDER, folder, null);
        }
        try {
            boolean fresh = !Files.exists(folder);
            Files.createDirectories(folder);
            if (fresh && Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw new HomeException(HomeException.Reason.CANNOT_CREATE, folder, e);
        }
        try {
            Files.createDirectories(logs());
            Files.delete(Files.createTempFile(folder, "check", ".tmp"));
        } catch (IOException e) {
            throw new HomeException(HomeException.Reason.NOT_WRITABLE, folder, e);
        }
    }
}
