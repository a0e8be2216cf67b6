package org.workspaceadmin.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.workspaceadmin.connection.InputFault.Field;
import org.workspaceadmin.connection.Marking.Colour;
import org.workspaceadmin.model.Generation;

/** A draft of everything, from and to a kept connection. */
class EditingTest {
    private static final Identity SOMEBODY = Identity.key(SignInKind.ACCESS_KEY, "AK");

    @Test
    void anEditedConnectionKeepsItsIdAndWhatWasNotTouched() {
        for (int seed = 0; seed < 500; seed++) {
            Connection before = any(new Random(seed));

            ConnectionDraft draft = ConnectionDraft.of(before);

            assertThat(draft.check()).as("seed %d: %s", seed, draft).isEmpty();
            assertThat(draft.applyTo(before, before.identity())).isEqualTo(before);
        }
    }

    @Test
    void aRegionsOwnAddressesAreNotTypedOut() {
        Region region = Regions.find("eu-west-101").orElseThrow();
        Connection kept =
                new ConnectionDraft("", region.id(), "", "", Generation.V2).connection(SOMEBODY);

        assertThat(ConnectionDraft.of(kept).endpoints()).isEqualTo(CustomEndpoints.NONE);
    }

    @Test
    void oneAddressOfItsOwnLeavesTheOthersWithTheRegion() {
        ConnectionDraft draft =
                draft("cn-north-4")
                        .withEndpoints(
                                CustomEndpoints.NONE.with(
                                        ServiceName.IAM, " iam.myhuaweicloud.com "));

        Endpoints endpoints = draft.addresses().orElseThrow();

        Endpoints usual = Regions.find("cn-north-4").orElseThrow().endpoints();
        assertThat(endpoints)
                .isEqualTo(
                        usual.with(ServiceName.IAM, URI.create("https://iam.myhuaweicloud.com")));
    }

    @ParameterizedTest
    @EnumSource(ServiceName.class)
    void aWrongAddressIsToldAtItsOwnInput(ServiceName service) {
        ConnectionDraft draft =
                draft("cn-north-4")
                        .withEndpoints(CustomEndpoints.NONE.with(service, "http://far.example"));

        assertThat(draft.check())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.field()).isEqualTo(service.field());
                    assertThat(fault.id()).isEqualTo("endpointPlainHttp");
                });
        assertThat(draft.addresses()).isEmpty();
    }

    @Test
    void aNameIsTakenWhateverItsCapitals() {
        Connection kept = draft("cn-north-4").withName("Production").connection(SOMEBODY);
        ConnectionDraft other = draft("cn-east-3").withName(" pRODUCTION ");

        assertThat(other.check(List.of(kept), ""))
                .singleElement()
                .satisfies(fault -> assertThat(fault.id()).isEqualTo("nameTaken"));
        assertThat(other.check(List.of(kept), kept.id())).isEmpty();
        assertThat(other.check()).isEmpty();
    }

    @Test
    void anUnnamedDraftGetsAFreeName() {
        List<Connection> kept = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            kept.add(draft("cn-north-4").named(kept, "").connection(SOMEBODY));
        }

        assertThat(kept)
                .extracting(Connection::name)
                .containsExactly("cn-north-4", "cn-north-4 (2)", "cn-north-4 (3)");
        ConnectionDraft longest = draft("cn-north-4").withName("\uD83D\uDE00".repeat(64));
        Connection first = longest.connection(SOMEBODY);
        assertThat(longest.freeOf(List.of(first)).check(List.of(first), "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 'a b', '', ENTERPRISE_PROJECT, enterpriseProjectSyntax",
        "'', '', 'more than twenty-four characters', LABEL, labelLength",
    })
    void saysWhatElseIsWrong(String name, String project, String label, Field field, String id) {
        ConnectionDraft draft =
                draft("cn-north-4")
                        .withName(name)
                        .withEnterpriseProject(project)
                        .withMarking(new Marking(Colour.RED, label, true));

        assertThat(draft.check())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.field()).isEqualTo(field);
                    assertThat(fault.id()).isEqualTo(id);
                });
    }

    @Test
    void knowsRegionsThatHaveNoWorkspace() {
        assertThat(draft("cn-north-1").check())
                .singleElement()
                .satisfies(fault -> assertThat(fault.id()).isEqualTo("regionWithoutWorkspace"));
        assertThat(Regions.withoutWorkspace()).hasSize(16).doesNotContain("cn-north-4");
    }

    @Test
    void anotherProjectLosesTheOldOnesName() {
        Connection before = any(new Random(1)).withProject("a".repeat(32), "cn-north-4");

        Connection after =
                ConnectionDraft.of(before).withProject("b".repeat(32)).applyTo(before, SOMEBODY);

        assertThat(after.projectName()).isEmpty();
        assertThat(after.identity()).isEqualTo(SOMEBODY);
    }

    @ParameterizedTest
    @CsvSource({
        "singapore, ap-southeast-3",
        "新加坡, ap-southeast-3",
        "SINGA, ap-southeast-3",
        "ap-southeast-3, ap-southeast-3",
        "hong kong, ap-southeast-1",
        "香港, ap-southeast-1",
        "cn-north-9, cn-north-9",
        "'beijing china', cn-north-4",
        "apsoutheast2, ap-southeast-2",
        "São, sa-brazil-1",
        "dub, eu-west-101",
        "欧洲站, eu-west-101",
        "墨西哥, la-north-2",
    })
    void findsARegionByWhatIsTyped(String typed, String first) {
        assertThat(Regions.search(typed)).first().extracting(Region::id).isEqualTo(first);
    }

    @Test
    void searchKeepsTheOrderOfEqualHits() {
        assertThat(Regions.search("")).isEqualTo(Regions.all());
        assertThat(Regions.search("ap-sou"))
                .extracting(Region::id)
                .containsExactly("ap-southeast-1", "ap-southeast-2", "ap-southeast-3");
        assertThat(Regions.search("cn-north-1"))
                .extracting(Region::id)
                .containsExactly("cn-north-11");
        assertThat(Regions.search("china")).hasSize(7);
        assertThat(Regions.search("atlantis")).isEmpty();
        assertThat(Regions.search("beijing europe")).isEmpty();
    }

    @Test
    void searchNeverThrows() {
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            StringBuilder typed = new StringBuilder();
            for (int j = random.nextInt(8); j > 0; j--) {
                typed.appendCodePoint(random.nextInt(0x3000));
            }
            assertThat(Regions.search(typed.toString())).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @CsvSource({"en", "zh-CN"})
    void everyHintHasAText(String language) {
        ResourceBundle texts =
                ResourceBundle.getBundle(
                        "org.workspaceadmin.i18n.messages", Locale.forLanguageTag(language));
        assertThat(Regions.all())
                .flatExtracting(Region::hints)
                .hasSizeGreaterThan(5)
                .allSatisfy(hint ->
                        assertThat(texts.getString("connection.region.hint." + hint)).isNotBlank());
        for (Detected.Why why : Detected.Why.values()) {
            assertThat(texts.getString("connection.generation.why." + why)).isNotBlank();
        }
        for (String id :
                List.of(
                        "nameTaken",
                        "nameMissing",
                        "labelLength",
                        "regionWithoutWorkspace",
                        "enterpriseProjectSyntax",
                        "endpointNotAllowed",
                        "regionNotAllowed")) {
            assertThat(texts.getString("connection.fault." + id)).isNotBlank();
        }
    }

    private static ConnectionDraft draft(String region) {
        return ConnectionDraft.EMPTY.withRegion(region);
    }

    private static Connection any(Random random) {
        boolean known = random.nextBoolean();
        Region region = Regions.all().get(random.nextInt(Regions.all().size()));
        Endpoints endpoints =
                known
                        ? region.endpoints()
                        : Endpoints.around(URI.create("https://workspace.lab-1.example.com:8443"));
        for (ServiceName service : ServiceName.values()) {
            if (random.nextInt(4) == 0) {
                endpoints =
                        endpoints.with(
                                service,
                                URI.create(
                                        "https://"
                                                + service.name().toLowerCase(Locale.ROOT)
                                                + ".own.example"));
            }
        }
        return new Connection(
                "id-" + random.nextInt(),
                "Name " + random.nextInt(),
                endpoints,
                known ? region.id() : "lab-1",
                random.nextBoolean() ? "" : "0123456789abcdef0123456789abcdef",
                "name",
                random.nextBoolean() ? Generation.V1 : Generation.V2,
                random.nextBoolean()
                        ? Identity.password("account", "user", "id", random.nextBoolean())
                        : SOMEBODY,
                random.nextBoolean() ? "" : "0",
                new Marking(
                        Colour.values()[random.nextInt(Colour.values().length)],
                        random.nextBoolean() ? "" : "production",
                        random.nextBoolean()),
                false);
    }
}
