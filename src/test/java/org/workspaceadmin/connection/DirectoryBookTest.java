package org.workspaceadmin.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.workspaceadmin.connection.secret.FakeStore;
import org.workspaceadmin.connection.secret.Kept;
import org.workspaceadmin.connection.secret.LayeredSecretStore;
import org.workspaceadmin.model.Secret;
import org.workspaceadmin.redact.Redactor;
import org.workspaceadmin.task.ManualTimer;
import org.workspaceadmin.task.Workers;

class DirectoryBookTest {
    private static final DirectoryData DATA =
            new DirectoryData(
                    "corp.example",
                    List.of(
                            new DirectoryData.Controller("10.1.0.10", "dc1.corp.example"),
                            new DirectoryData.Controller("10.1.0.11", "")),
                    List.of("10.1.0.10"),
                    "CORP\\reader",
                    List.of("-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n"));

    @TempDir Path folder;
    private final FakeStore lasting = new FakeStore();
    private final Redactor redactor = new Redactor();

    private Path file() {
        return folder.resolve("directories.json");
    }

    private DirectoryBook open() {
        return DirectoryBook.open(file(), new ManualTimer());
    }

    private SignIns signIns() {
        return new SignIns(
                new LayeredSecretStore(lasting),
                SecretLedger.open(folder.resolve("remembered.json"), new ManualTimer()),
                redactor,
                Workers.sameThread());
    }

    @Test
    void givesBackWhatWasKept() {
        assertThat(open().find("c1")).isEqualTo(DirectoryData.NONE);

        open().keep("c1", DATA);

        assertThat(open().find("c1")).isEqualTo(DATA);
        assertThat(open().find("c2")).isEqualTo(DirectoryData.NONE);
    }

    @Test
    void forgetsWhatIsToBeForgotten() throws Exception {
        DirectoryBook book = open();
        book.keep("c1", DATA);

        book.keep("c1", DirectoryData.NONE);

        assertThat(Files.readString(file())).doesNotContain("corp.example");
        assertThat(open().find("c1")).isEqualTo(DirectoryData.NONE);
    }

    @Test
    void leavesFieldsItDoesNotKnowWhereTheyAre() throws Exception {
        Files.writeString(
                file(),
                """
                {"later":1,"directories":{"c1":{"domain":"old.example","colour":"green",
                "controllers":[{"name":"no address"}],"dnsServers":"10.1.0.10"}}}\
                """);
        assertThat(open().find("c1").controllers()).isEmpty();

        open().keep("c1", DATA);

        assertThat(Files.readString(file())).contains("later", "colour", "corp.example");
    }

    @Test
    void remembersThePasswordApartFromTheSignIn() {
        char[] password = "marker-secret-7746".toCharArray();
        assertThat(signIns().rememberDirectory("c1", password).await()).isEqualTo(Kept.LASTING);
        Arrays.fill(password, '\0');

        assertThat(lasting.names()).containsExactly("directory/c1/password");
        SignIns later = signIns();
        assertThat(later.isDirectoryRemembered("c1")).isTrue();
        assertThat(later.isRemembered("c1")).isFalse();
        assertThat(later.remembered()).as("sign-ins of connections").isZero();
        try (Secret back = later.recallDirectory("c1").await().orElseThrow()) {
            assertThat(back.text()).isEqualTo("marker-secret-7746");
        }
        assertThat(redactor.text("bind with marker-secret-7746"))
                .doesNotContain("marker-secret-7746");
    }

    @Test
    void forgetsThePasswordWithItsConnectionAndWithEverything() {
        SignIns signIns = signIns();
        signIns.rememberDirectory("c1", "marker-secret-7746".toCharArray()).await();
        signIns.rememberDirectory("c2", "marker-secret-7747".toCharArray()).await();

        assertThat(signIns.forgetConnection("c1").await()).isTrue();
        assertThat(lasting.names()).containsExactly("directory/c2/password");

        assertThat(signIns.forgetAll().await()).isTrue();
        assertThat(lasting.names()).isEmpty();
        assertThat(signIns.recallDirectory("c2").await()).isEmpty();
    }
}
