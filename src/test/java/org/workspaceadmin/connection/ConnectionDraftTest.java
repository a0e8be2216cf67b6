package org.workspaceadmin.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.workspaceadmin.connection.InputFault.Field;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.Secret;

class ConnectionDraftTest {
    private static final SignIn KEY = new SignIn.AccessKey("AK", "sk".toCharArray());

    @Test
    void aRegionIsEnough() {
        ConnectionDraft draft = draft("", "ap-southeast-3", "", "");

        assertThat(draft.check()).isEmpty();
        Connection connection = draft.connection(KEY);
        assertThat(connection.name()).isEqualTo("ap-southeast-3");
        assertThat(connection.endpoints())
                .isEqualTo(Regions.find("ap-southeast-3").orElseThrow().endpoints());
        assertThat(connection.identity().accessKey()).isEqualTo("AK");
        assertThat(connection.signIn()).isEqualTo(SignInKind.ACCESS_KEY);
        assertThat(connection.id()).isNotEqualTo(draft.connection(KEY).id());
    }

    @Test
    void anAddressWinsOverTheRegionWhichStillNamesTheProject() {
        ConnectionDraft draft = draft("Lab", "lab-1", " http://127.0.0.1:8080/ ", "");

        assertThat(draft.check()).isEmpty();
        Connection connection = draft.connection(KEY);
        assertThat(connection.endpoints())
                .isEqualTo(Endpoints.single(URI.create("http://127.0.0.1:8080")));
        assertThat(connection.region()).isEqualTo("lab-1");
        assertThat(connection.name()).isEqualTo("Lab");
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', '', REGION, regionMissing",
        "atlantis-1, '', '', REGION, regionUnknown",
        "'', http://example.com, p, ENDPOINT, endpointPlainHttp",
        "'', https://example.com, '', PROJECT, projectOrRegion",
        "cn-north-4, '', 'two words', PROJECT, projectSyntax",
        "cn-north-4, '', '../x', PROJECT, projectSyntax",
    })
    void saysWhatIsWrong(String region, String endpoint, String project, Field field, String id) {
        ConnectionDraft draft = draft("", region, endpoint, project);

        assertThat(draft.check())
                .hasSize(1)
                .first()
                .satisfies(fault -> {
                    assertThat(fault.field()).isEqualTo(field);
                    assertThat(fault.id()).isEqualTo(id);
                });
        assertThatThrownBy(() -> draft.connection(KEY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysEverythingAtOnce() {
        assertThat(draft("n".repeat(65), "", "nonsense://", "??").check())
                .extracting(InputFault::id)
                .containsExactly("nameLength", "endpointSyntax", "projectSyntax");
    }

    @Test
    void aSignInNamesEachMissingPart() {
        assertThat(ids(new SignIn.AccessKey(" ", new char[0])))
                .containsExactly("accessKeyMissing", "secretKeyMissing");
        assertThat(ids(new SignIn.AccessKey("A K", new char[] {'x'})))
                .containsExactly("accessKeySyntax");
        assertThat(ids(new SignIn.TemporaryKey("A", new char[0], new char[0], Instant.EPOCH)))
                .containsExactly("secretKeyMissing", "tokenMissing");
        assertThat(ids(new SignIn.Password("", " ", new char[0])))
                .containsExactly("accountMissing", "userMissing", "passwordMissing");
        assertThat(ids(KEY)).isEmpty();
    }

    @Test
    void aSignInNeverShowsItsSecretAndLosesItWhenClosed() {
        char[] marker = "marker-secret".toCharArray();
        Secret kept;
        try (SignIn.Password signIn = new SignIn.Password("account", "user", marker)) {
            assertThat(signIn.toString()).contains("account").doesNotContain("marker-secret");
            kept = signIn.password();
        }
        assertThat(kept.text()).doesNotContain("marker");
        assertThat(marker).startsWith('m');
    }

    @ParameterizedTest
    @CsvSource({"en", "zh-CN"})
    void everyFaultHasAText(String language) {
        ResourceBundle texts =
                ResourceBundle.getBundle(
                        "org.workspaceadmin.i18n.messages", Locale.forLanguageTag(language));
        List<ConnectionDraft> drafts =
                List.of(
                        draft("n".repeat(65), "", "", "?"),
                        draft("", "x", "", ""),
                        draft("", "", "http://a", ""),
                        draft("", "", "x y", "p"),
                        draft("", "", "ftp://a", "p"),
                        draft("", "", "https://a/b", "p"),
                        draft("", "", "https://u@a", "p"));
        assertThat(drafts)
                .flatExtracting(ConnectionDraft::check)
                .hasSizeGreaterThan(9)
                .allSatisfy(fault ->
                        assertThat(texts.getString("connection.fault." + fault.id())).isNotBlank());
        for (HomeException.Reason reason : HomeException.Reason.values()) {
            assertThat(texts.getString("home.fault." + reason)).contains("{0}");
        }
    }

    private static List<String> ids(SignIn signIn) {
        return signIn.check().stream().map(InputFault::id).toList();
    }

    private static ConnectionDraft draft(
            String name, String region, String endpoint, String project) {
        return new ConnectionDraft(name, region, endpoint, project, Generation.V2);
    }
}
