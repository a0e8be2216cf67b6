package org.workspaceadmin.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HomeTest {
    private static final Path USER = Path.of("/home/anna");

    @TempDir Path folder;

    @Test
    void createsEverythingItNeeds() throws Exception {
        Home home = Home.open(folder.resolve("deep").resolve("down"));

        assertThat(home.logs()).isDirectory();
        assertThat(home.settings().getParent()).isEqualTo(home.folder());
        try (var files = Files.list(home.folder())) {
            assertThat(files).containsExactly(home.logs());
        }
    }

    @Test
    void letsOnlyItsOwnerIn() throws Exception {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));

        Home home = Home.open(folder.resolve("new"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.folder())))
                .isEqualTo("rwx------");
    }

    @Test
    void opensAgainWithWhatIsThere() throws Exception {
        Home first = Home.open(folder);
        Files.writeString(first.settings(), "{}");

        assertThat(Home.open(folder).settings()).hasContent("{}");
    }

    @Test
    void saysThatAFileIsInItsPlace() throws Exception {
        Path file = Files.createFile(folder.resolve("taken"));

        assertThatThrownBy(() -> Home.open(file))
                .isInstanceOfSatisfying(
                        HomeException.class,
                        e -> {
                            assertThat(e.reason()).isEqualTo(HomeException.Reason.NOT_A_FOLDER);
                            assertThat(e.folder()).isEqualTo(file.toString());
                        });
    }

    @Test
    void saysThatItCannotBeCreated() throws Exception {
        Path below = Files.createFile(folder.resolve("file")).resolve("home");

        assertThatThrownBy(() -> Home.open(below))
                .isInstanceOfSatisfying(
                        HomeException.class,
                        e -> assertThat(e.reason()).isEqualTo(HomeException.Reason.CANNOT_CREATE));
    }

    @Test
    void saysThatNothingCanBeWritten() {
        // The only folder that refuses even an administrator's files.
        Path unwritable = Path.of("/proc/self/fd");
        assumeTrue(Files.isDirectory(unwritable), "needs Linux");

        assertThatThrownBy(() -> Home.open(unwritable))
                .isInstanceOfSatisfying(
                        HomeException.class,
                        e -> assertThat(e.reason()).isEqualTo(HomeException.Reason.NOT_WRITABLE));
    }

    @Test
    void livesWhereEachSystemKeepsSuchThings() {
        assertThat(Home.standard("Windows 11", Map.of("APPDATA", "/roaming"), USER))
                .isEqualTo(Path.of("/roaming/Workspace Admin"));
        assertThat(Home.standard("Windows 11", Map.of(), USER))
                .isEqualTo(USER.resolve("AppData/Roaming/Workspace Admin"));
        assertThat(Home.standard("Mac OS X", Map.of(), USER))
                .isEqualTo(USER.resolve("Library/Application Support/Workspace Admin"));
        assertThat(Home.standard("Linux", Map.of("XDG_DATA_HOME", "/data"), USER))
                .isEqualTo(Path.of("/data/workspace-admin"));
        assertThat(Home.standard("Darwin", Map.of(), USER))
                .isEqualTo(USER.resolve("Library/Application Support/Workspace Admin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "relative/data"})
    void ignoresAnXdgFolderThatIsNone(String value) {
        assertThat(Home.standard("Linux", Map.of("XDG_DATA_HOME", value), USER))
                .isEqualTo(USER.resolve(".local/share/workspace-admin"));
    }
}
