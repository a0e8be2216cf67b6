package org.workspaceadmin.connection.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.connection.ConnectionDraft;
import org.workspaceadmin.connection.Connections;
import org.workspaceadmin.connection.CustomEndpoints;
import org.workspaceadmin.connection.Identity;
import org.workspaceadmin.connection.InputFault;
import org.workspaceadmin.connection.Marking;
import org.workspaceadmin.connection.Region;
import org.workspaceadmin.connection.Regions;
import org.workspaceadmin.connection.ServiceName;
import org.workspaceadmin.connection.SettingKey;
import org.workspaceadmin.connection.Settings;
import org.workspaceadmin.connection.SettingsValues;
import org.workspaceadmin.connection.SettingsValues.Theme;
import org.workspaceadmin.connection.SignInKind;
import org.workspaceadmin.connection.network.NetworkSettings;
import org.workspaceadmin.connection.network.ProxyMode;
import org.workspaceadmin.connection.policy.PolicyWarning.Kind;
import org.workspaceadmin.task.ManualTimer;
import org.workspaceadmin.task.Workers;

/** The administrator file and what it does to settings and connections. */
class PolicyFileTest {
    @TempDir Path folder;
    private final ManualTimer timer = new ManualTimer();
    private Path file;

    @BeforeEach
    void prepare() throws IOException {
        Path place = Files.createDirectory(folder.resolve("machine"));
        if (posix()) {
            Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        file = place.resolve("policy.json");
    }

    @ParameterizedTest
    @CsvSource({
        "Windows 11, /machine/Workspace Admin/policy.json",
        "Mac OS X, /Library/Application Support/Workspace Admin/policy.json",
        "Linux, /etc/workspace-admin/policy.json",
    })
    void liesWhereTheSystemKeepsSuchFiles(String system, String path) {
        assertThat(PolicyFile.standard(system, Map.of("ProgramData", "/machine")))
                .isEqualTo(Path.of(path));
    }

    @Test
    void noFileDecidesNothing() {
        assertThat(read()).isSameAs(AdminPolicy.NONE);
        assertThat(AdminPolicy.NONE.allows(Regions.all().getFirst())).isTrue();
        assertThat(AdminPolicy.NONE.isLocked(SettingKey.PROXY)).isFalse();
    }

    @Test
    void theExampleIsSoundAndSaysEverything() throws IOException {
        write(Files.readString(Path.of("packaging", "common", "policy.example.json")));

        AdminPolicy policy = read();

        assertThat(policy.warnings()).isEmpty();
        assertThat(policy.isLocked(SettingKey.PROXY)).isTrue();
        assertThat(policy.isLocked(SettingKey.LANGUAGE)).isFalse();
        for (SettingKey key : SettingKey.values()) {
            assertThat(policy.settings().isGiven(key)).as(key.word()).isTrue();
        }
        SettingsValues values = settings(policy).values();
        assertThat(values.refresh()).isEqualTo(Duration.ofSeconds(120));
        assertThat(values.network().mode()).isEqualTo(ProxyMode.MANUAL);
        assertThat(values.network().port()).isEqualTo(8080);
        assertThat(values.network().noProxy()).hasSize(2);
        assertThat(values.network().pem()).endsWith("example-root.pem");
        assertThat(policy.connections())
                .hasSize(2)
                .allSatisfy(given -> assertThat(policy.allows(given.connection())).isTrue());
        assertThat(policy.allowed(Regions.all()))
                .hasSize(11)
                .noneMatch(region -> region.site() == Region.Site.CHINA);
    }

    @Test
    void aGivenSettingHoldsUntilTheUserChoosesAnother() throws IOException {
        write("{'version': 1, 'settings': {'theme': 'dark', 'refreshSeconds': 300}}");
        try (Settings settings = settings(read())) {
            assertThat(settings.values().theme()).isEqualTo(Theme.DARK);
            settings.change(v -> v.withLastConnection("c"));
            settings.change(v -> v.withRefresh(Duration.ofSeconds(30)));
        }
        write("{'version': 1, 'settings': {'theme': 'light', 'refreshSeconds': 600}}");
        try (Settings settings = settings(read())) {
            assertThat(settings.values().theme()).isEqualTo(Theme.LIGHT);
            assertThat(settings.values().refresh()).isEqualTo(Duration.ofSeconds(30));
        }
        Files.delete(file);
        try (Settings settings = settings(read())) {
            assertThat(settings.values().theme()).isEqualTo(Theme.SYSTEM);
            assertThat(settings.values().refresh()).isEqualTo(Duration.ofSeconds(30));
            assertThat(settings.values().lastConnection()).isEqualTo("c");
        }
    }

    @Test
    void aLockedSettingCannotBeChangedAndLeavesTheUsersOwnAlone() throws IOException {
        NetworkSettings own =
                NetworkSettings.DEFAULTS.withProxy("mine.example", 3128).withUser("me");
        try (Settings settings = settings(AdminPolicy.NONE)) {
            settings.change(v -> v.withTheme(Theme.LIGHT).withNetwork(own));
        }
        write(
                """
                {'version': 1, 'locked': ['proxy', 'theme', 'extraCa'],
                 'settings': {'proxy': {'mode': 'manual', 'host': 'corp.example', 'port': 8080}}}
                """);
        try (Settings settings = settings(read())) {
            assertThat(settings.values().network().host()).isEqualTo("corp.example");
            assertThat(settings.values().network().user()).isEqualTo("me");
            assertThat(settings.values().theme()).isEqualTo(Theme.SYSTEM);
            settings.change(v -> v.withTheme(Theme.DARK).withLanguage("zh-CN"));
            settings.change(v ->
                    v.withNetwork(
                            v.network().withMode(ProxyMode.NONE).withUser("you").withPem("/x")));
            assertThat(settings.values().theme()).isEqualTo(Theme.SYSTEM);
            assertThat(settings.values().language()).isEqualTo("zh-CN");
            assertThat(settings.values().network())
                    .isEqualTo(own.withProxy("corp.example", 8080).withUser("you"));
            assertThat(settings.isLocked(SettingKey.THEME)).isTrue();
        }
        Files.delete(file);
        try (Settings settings = settings(read())) {
            assertThat(settings.values().theme()).isEqualTo(Theme.LIGHT);
            assertThat(settings.values().language()).isEqualTo("zh-CN");
            assertThat(settings.values().network()).isEqualTo(own.withUser("you"));
        }
    }

    @Test
    void aLockedConnectionTakesOnlyThePersonAndTheProject() throws IOException {
        write(
                """
                {'version': 1, 'connections': [
                  {'name': 'Production', 'region': 'cn-north-4', 'guarded': true, 'locked': true,
                   'generation': 'v2', 'signIn': 'password', 'account': 'corp'}]}
                """);
        Connections connections = connections(read());
        Connection given = connections.list().getFirst();
        assertThat(connections.isLocked(given.id())).isTrue();
        Connection own =
                ConnectionDraft.of(given)
                        .withName("Mine")
                        .withRegion("cn-east-3")
                        .withMarking(Marking.NONE)
                        .withProject("p")
                        .applyTo(given, Identity.password("corp", "me", "id", true));

        connections.add(own);

        for (Connections now : List.of(connections, connections(read()))) {
            Connection kept = now.find(given.id()).orElseThrow();
            assertThat(kept.name()).isEqualTo("Production");
            assertThat(kept.marking().guarded()).isTrue();
            assertThat(kept.endpoints()).isEqualTo(given.endpoints());
            assertThat(kept.projectId()).isEqualTo("p");
            assertThat(kept.identity().user()).isEqualTo("me");
            assertThat(now.list()).hasSize(1);
        }
        connections.remove(given.id());
        assertThat(connections.list()).containsExactly(given);
        connections.add(own);
        Files.delete(file);
        assertThat(connections(read()).list()).isEmpty();
    }

    @Test
    void aProvidedConnectionThatIsNotLockedCanBeEditedAndRemoved() throws IOException {
        write("{'version': 1, 'connections': [{'name': 'Lab', 'region': 'cn-north-4'}]}");
        Connections connections = connections(read());
        Connection given = connections.list().getFirst();
        connections.add(
                ConnectionDraft.of(given).withName("My lab").applyTo(given, given.identity()));

        assertThat(connections(read()).list())
                .extracting(Connection::name)
                .containsExactly("My lab");

        connections.remove(given.id());
        assertThat(connections.list()).isEmpty();
        assertThat(connections(read()).list()).isEmpty();
        connections.add(given);
        assertThat(connections(read()).list()).containsExactly(given);
    }

    @Test
    void providedConnectionsKeepTheirIdAndComeFirst() throws IOException {
        Connection own =
                ConnectionDraft.EMPTY
                        .withName("Own")
                        .withRegion("cn-east-3")
                        .connection(Identity.key(SignInKind.ACCESS_KEY, "K"));
        connections(AdminPolicy.NONE).add(own);
        write("{'version': 1, 'connections': [{'name': 'Lab', 'region': 'cn-north-4'}]}");
        List<Connection> first = connections(read()).list();
        write(
                "{'version': 1, 'connections': [{'name': 'New', 'region': 'cn-north-9'},"
                        + " {'name': 'LAB', 'region': 'cn-north-4', 'label': 'x'}]}");
        List<Connection> second = connections(read()).list();

        assertThat(first).extracting(Connection::name).containsExactly("Lab", "Own");
        assertThat(second).extracting(Connection::name).containsExactly("New", "LAB", "Own");
        assertThat(second.get(1).id()).isEqualTo(first.getFirst().id());
    }

    @Test
    void onlyWhatIsAllowedMayBeConnectedTo() throws IOException {
        write("{'version': 1, 'allowed': {'sites': ['europe'], 'hosts': ['*.eu', 'lab.example']}}");
        AdminPolicy policy = read();
        ConnectionDraft europe = ConnectionDraft.EMPTY.withRegion("eu-west-101");

        assertThat(policy.check(europe)).isEmpty();
        assertThat(ids(policy.check(ConnectionDraft.EMPTY.withRegion("cn-north-4"))))
                .containsExactly("regionNotAllowed");
        CustomEndpoints own =
                CustomEndpoints.workspace("https://lab.example")
                        .with(ServiceName.STS, "https://evil.example");
        List<InputFault> faults =
                policy.check(ConnectionDraft.EMPTY.withProject("p").withEndpoints(own));
        assertThat(ids(faults)).containsExactly("endpointNotAllowed");
        assertThat(faults.getFirst().field()).isEqualTo(InputFault.Field.STS_ENDPOINT);
        assertThat(
                        policy.check(
                                ConnectionDraft.EMPTY
                                        .withProject("p")
                                        .withEndpoints(
                                                CustomEndpoints.workspace("https://lab.example"))))
                .isEmpty();
        assertThat(policy.allowed(Regions.all()))
                .extracting(Region::id)
                .containsExactly("eu-west-101");
    }

    @Test
    void aListOfNonsenseAllowsNothing() throws IOException {
        write("{'version': 1, 'allowed': {'sites': ['atlantis']}}");

        assertThat(read().allowed(Regions.all())).isEmpty();
        assertThat(kinds(read())).containsExactly(Kind.BAD_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-rw-r--", "rw-r--rw-", "rwxrwxrwx"})
    void aFileOthersMayWriteIsIgnored(String permissions) throws IOException {
        assumeThat(posix()).isTrue();
        write("{'version': 1, 'locked': ['theme']}");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

        AdminPolicy policy = read();

        assertThat(kinds(policy)).containsExactly(Kind.WRITABLE_BY_OTHERS);
        assertThat(policy.isLocked(SettingKey.THEME)).isFalse();
    }

    @Test
    void aFileInAFolderOthersMayWriteIsIgnoredAlsoBehindALink() throws IOException {
        assumeThat(posix()).isTrue();
        write("{'version': 1, 'locked': ['theme']}");
        Path link = folder.resolve("link.json");
        Files.createSymbolicLink(link, file);
        assertThat(new PolicyFile(link).read().isLocked(SettingKey.THEME)).isTrue();
        Files.setPosixFilePermissions(
                file.getParent(), PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(kinds(read())).containsExactly(Kind.WRITABLE_BY_OTHERS);
        assertThat(kinds(new PolicyFile(link).read())).containsExactly(Kind.WRITABLE_BY_OTHERS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | NOT_UNDERSTOOD",
                "[] | NOT_UNDERSTOOD",
                "{oops | NOT_UNDERSTOOD",
                "{} | NOT_UNDERSTOOD",
                "{\"version\": 2} | NEWER",
                "{\"version\": 1, \"password\": \"marker\"} | SECRET_INSIDE",
                "{\"version\": 1, \"connections\": [{\"sk\": \"marker\"}]} | SECRET_INSIDE",
                "{\"version\": 1, \"colour\": 3} | UNKNOWN_FIELD",
                "{\"version\": 1, \"settings\": {\"sound\": 3}} | UNKNOWN_FIELD",
                "{\"version\": 1, \"locked\": [\"sound\"]} | UNKNOWN_FIELD",
                "{\"version\": 1, \"settings\": {\"theme\": \"pink\"}} | BAD_VALUE",
                "{\"version\": 1, \"settings\": {\"refreshSeconds\": 0}} | BAD_VALUE",
                "{\"version\": 1, \"settings\": {\"proxy\": {\"mode\": \"manual\"}}} | BAD_VALUE",
                "{\"version\": 1, \"settings\": {\"proxy\": \"x:1\"}} | BAD_VALUE",
                "{\"version\": 1, \"allowed\": {\"hosts\": [\"a b\"]}} | BAD_VALUE",
                "{\"version\": 1, \"connections\": [{\"name\": \"x\"}]} | BAD_CONNECTION",
                "{\"version\": 1, \"connections\": [7]} | BAD_CONNECTION",
            })
    void saysWhatIsWrongAndGoesOn(String text, Kind kind) throws IOException {
        write(text);

        AdminPolicy policy = read();

        assertThat(kinds(policy)).containsExactly(kind);
        assertThat(policy.warnings().toString()).doesNotContain("marker");
    }

    @Test
    void aFolderInItsPlaceIsToldToo() throws IOException {
        Files.createDirectory(file);

        assertThat(kinds(read())).containsExactly(Kind.NO_ACCESS);
    }

    @Test
    void damagedFilesNeverThrow() throws IOException {
        String whole = Files.readString(Path.of("packaging", "common", "policy.example.json"));
        EnumSet<Kind> seen = EnumSet.noneOf(Kind.class);
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            StringBuilder mutant = new StringBuilder(whole);
            for (int i = 1 + random.nextInt(4); i > 0; i--) {
                int at = random.nextInt(mutant.length());
                if (random.nextBoolean()) {
                    mutant.setCharAt(at, (char) (32 + random.nextInt(96)));
                } else {
                    mutant.deleteCharAt(at);
                }
            }
            write(mutant.toString());

            AdminPolicy policy = read();

            policy.warnings().forEach(warning -> seen.add(warning.kind()));
            assertThat(settings(policy).values()).isNotNull();
            assertThat(connections(policy).list()).hasSize(policy.connections().size());
        }
        assertThat(seen).contains(Kind.NOT_UNDERSTOOD, Kind.BAD_VALUE);
    }

    private Settings settings(AdminPolicy policy) {
        return Settings.open(
                folder.resolve("settings.json"),
                "test",
                Workers.sameThread(),
                timer,
                policy.settings());
    }

    private Connections connections(AdminPolicy policy) {
        return Connections.open(folder.resolve("connections.json"), timer, policy.connections());
    }

    private AdminPolicy read() {
        return new PolicyFile(file).read();
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text.startsWith("{'") ? text.replace('\'', '"') : text);
        if (posix()) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    private static List<Kind> kinds(AdminPolicy policy) {
        return policy.warnings().stream().map(PolicyWarning::kind).toList();
    }

    private static List<String> ids(List<InputFault> faults) {
        return faults.stream().map(InputFault::id).toList();
    }

    private static boolean posix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
