package org.workspaceadmin.connection.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.ResourceBundle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.connection.ConnectionDraft;
import org.workspaceadmin.connection.CustomEndpoints;
import org.workspaceadmin.connection.GenerationChoice;
import org.workspaceadmin.connection.Identity;
import org.workspaceadmin.connection.Marking;
import org.workspaceadmin.connection.ServiceName;
import org.workspaceadmin.connection.SignInKind;
import org.workspaceadmin.connection.policy.PolicyWarning;
import org.workspaceadmin.connection.transfer.ConnectionsFile.Content;
import org.workspaceadmin.connection.transfer.ConnectionsFile.Reason;
import org.workspaceadmin.connection.transfer.Incoming.Choice;
import org.workspaceadmin.connection.transfer.Incoming.Match;

/** Connections handed to colleagues. */
class ConnectionsFileTest {
    private static final Identity KEY = Identity.key(SignInKind.ACCESS_KEY, "MYKEY");
    private static final Identity USER = Identity.password("company", "me", "my-id", true);

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("team" + ConnectionsFile.SUFFIX);
    }

    @Test
    void comesBackAsItWent() throws IOException {
        List<Connection> all = List.of(production(), lab());
        ConnectionsFile.write(file, all, true);

        Content.Offer again = offer(List.of());

        assertThat(again.faulty()).isEmpty();
        assertThat(again.incoming()).extracting(Incoming::match).containsOnly(Match.NEW);
        for (int i = 0; i < all.size(); i++) {
            Incoming incoming = again.incoming().get(i);
            Connection taken = incoming.take(incoming.usualChoice(), List.of()).orElseThrow();
            assertThat(taken.id()).isNotEqualTo(all.get(i).id());
            assertThat(taken.withId(all.get(i).id())).isEqualTo(all.get(i));
        }
        assertThat(offer(all).incoming()).extracting(Incoming::match).containsOnly(Match.SAME);
    }

    @Test
    void goesWithoutThePersonUnlessAsked() throws IOException {
        ConnectionsFile.write(file, List.of(production(), lab()), false);

        String text = Files.readString(file);

        assertThat(text).doesNotContain("MYKEY", "\"me\"", "my-id").contains("company");
        assertThat(offer(List.of(production(), lab())).incoming())
                .extracting(Incoming::match)
                .containsOnly(Match.SAME);
    }

    @Test
    void nothingKeptIsReplacedUnasked() throws IOException {
        ConnectionsFile.write(file, List.of(production()), true);
        Connection kept =
                ConnectionDraft.EMPTY
                        .withName("PRODUCTION")
                        .withRegion("cn-east-3")
                        .withProject("mine")
                        .withGeneration(GenerationChoice.V2)
                        .connection(Identity.key(SignInKind.ACCESS_KEY, "OWNKEY"));

        Incoming incoming = offer(List.of(kept)).incoming().getFirst();

        assertThat(incoming.match()).isEqualTo(Match.CONFLICT);
        assertThat(incoming.kept()).isEqualTo(kept);
        assertThat(incoming.take(incoming.usualChoice(), List.of(kept))).isEmpty();
        Connection beside = incoming.take(Choice.ADD, List.of(kept)).orElseThrow();
        assertThat(beside.name()).isEqualTo("Production (2)");
        assertThat(beside.id()).isNotEqualTo(kept.id());
        Connection instead = incoming.take(Choice.REPLACE, List.of(kept)).orElseThrow();
        assertThat(instead.id()).isEqualTo(kept.id());
        assertThat(instead.identity().accessKey()).isEqualTo("OWNKEY");
        assertThat(instead.region()).isEqualTo("ap-southeast-3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secretKey", "SecretAccessKey", "sk", "SK", "password", "domain_password",
                "token", "security-token", "api_key", "privateKey", "passcode", "clientSecret"
            })
    void refusesAFileThatSeemsToHoldASecret(String field) throws IOException {
        Files.writeString(
                file,
                """
                {"format": "workspace-admin-connections", "version": 1, "connections": [
                  {"name": "n", "region": "cn-north-4", "more": [{"%s": "marker-value"}]}]}
                """
                        .formatted(field));

        Content.NotRead refused = (Content.NotRead) ConnectionsFile.read(file, List.of());

        assertThat(refused.reason()).isEqualTo(Reason.SECRET_INSIDE);
        assertThat(refused.detail()).isEqualTo("/connections/0/more/0/" + field);
        assertThat(refused.toString()).doesNotContain("marker-value");
    }

    @ParameterizedTest
    @CsvSource({
        "'', NOT_OURS",
        "'{', NOT_OURS",
        "'[]', NOT_OURS",
        "'null', NOT_OURS",
        "'{\"version\": 1, \"connections\": []}', NOT_OURS",
        "'{\"format\": \"workspace-admin-connections\", \"connections\": []}', NOT_OURS",
        "'{\"format\": \"workspace-admin-connections\", \"version\": 2, \"connections\": []}', NEWER",
        "'{\"format\": \"workspace-admin-connections\", \"version\": 1, \"connections\": []} x', NOT_OURS",
    })
    void saysWhyAFileIsNotRead(String text, Reason reason) throws IOException {
        Files.writeString(file, text);

        assertThat(ConnectionsFile.read(file, List.of()))
                .isInstanceOfSatisfying(
                        Content.NotRead.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void saysThatAFileIsNotThereOrAbsurd() throws IOException {
        assertThat(((Content.NotRead) ConnectionsFile.read(file, List.of())).reason())
                .isEqualTo(Reason.NO_ACCESS);
        Files.write(file, new byte[FileText.MOST_BYTES + 1]);
        assertThat(((Content.NotRead) ConnectionsFile.read(file, List.of())).reason())
                .isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void readsTheGoodEntriesAndNamesTheOthers() throws IOException {
        Files.writeString(
                file,
                """
                \uFEFF{"format": "workspace-admin-connections", "version": 1, "colour": "any",
                 "connections": [
                  {"name": "good", "region": "cn-north-4", "flavour": 7},
                  {"name": "GOOD", "region": "cn-north-9"},
                  {"region": "cn-north-4"},
                  {"name": "far", "endpoints": {"workspace": "http://far.example"}, "projectId": "p"},
                  "no entry", null]}
                """);

        Content.Offer offer = offer(List.of());

        assertThat(offer.incoming()).hasSize(1);
        assertThat(offer.faulty())
                .extracting(faulty -> faulty.fault().id())
                .containsExactly(
                        "nameTaken",
                        "nameMissing",
                        "endpointPlainHttp",
                        "nameMissing",
                        "nameMissing");
    }

    @Test
    void damagedFilesNeverThrow() throws IOException {
        ConnectionsFile.write(file, List.of(production(), lab()), true);
        String whole = Files.readString(file);
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            StringBuilder mutant = new StringBuilder(whole);
            for (int i = 1 + random.nextInt(5); i > 0; i--) {
                int at = random.nextInt(mutant.length());
                if (random.nextBoolean()) {
                    mutant.setCharAt(at, (char) random.nextInt(0x180));
                } else {
                    mutant.deleteCharAt(at);
                }
            }
            Files.writeString(file, mutant);

            Content content = ConnectionsFile.read(file, List.of(production()));

            if (content instanceof Content.Offer offer) {
                for (Incoming incoming : offer.incoming()) {
                    for (Choice choice : Choice.values()) {
                        Optional<Connection> taken = incoming.take(choice, List.of(production()));
                        assertThat(taken.isPresent()).isEqualTo(choice != Choice.SKIP);
                    }
                }
            }
        }
    }

    @Test
    void aFieldWithoutValueIsNoSecret() throws IOException {
        var json =
                new ObjectMapper()
                        .readTree(
                                """
                                {"secret": "", "token": null, "password": {}, "sk": [], "pin": true,
                                 "accessKey": "AK", "locked": true, "signIn": "password"}
                                """);

        assertThat(SecretFields.first(json)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"en", "zh-CN"})
    void everythingHasAText(String language) {
        ResourceBundle texts =
                ResourceBundle.getBundle(
                        "org.workspaceadmin.i18n.messages", Locale.forLanguageTag(language));
        has(texts, "connection.import.origin.", Origin.Kind.values());
        has(texts, "connection.import.note.", Found.Note.values());
        has(texts, "connection.import.unreadable.", Unreadable.Reason.values());
        has(texts, "connection.import.match.", Match.values());
        has(texts, "connection.import.choice.", Choice.values());
        has(texts, "connection.import.file.", Reason.values());
        has(texts, "policy.warning.", PolicyWarning.Kind.values());
    }

    private static void has(ResourceBundle texts, String prefix, Enum<?>... constants) {
        for (Enum<?> constant : constants) {
            assertThat(texts.getString(prefix + constant.name())).isNotBlank();
        }
    }

    private Content.Offer offer(List<Connection> kept) {
        return (Content.Offer) ConnectionsFile.read(file, kept);
    }

    private static Connection production() {
        return ConnectionDraft.EMPTY
                .withName("Production")
                .withRegion("ap-southeast-3")
                .withProject("0123456789abcdef0123456789abcdef")
                .withGeneration(GenerationChoice.V2)
                .withEnterpriseProject("0")
                .withMarking(new Marking(Marking.Colour.RED, "production", true))
                .connection(KEY);
    }

    private static Connection lab() {
        return ConnectionDraft.EMPTY
                .withName("实验室")
                .withRegion("lab-1")
                .withEndpoints(
                        CustomEndpoints.workspace("https://workspace.lab.example")
                                .with(ServiceName.IAM, "https://sso.lab.example:8443"))
                .withGeneration(GenerationChoice.V1)
                .connection(USER);
    }
}
