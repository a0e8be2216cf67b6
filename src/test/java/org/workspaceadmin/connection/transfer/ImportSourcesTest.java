package org.workspaceadmin.connection.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workspaceadmin.connection.ConnectionDraft;
import org.workspaceadmin.connection.ServiceName;
import org.workspaceadmin.connection.SignIn;
import org.workspaceadmin.connection.SignInKind;
import org.workspaceadmin.connection.transfer.Found.Note;
import org.workspaceadmin.connection.transfer.Unreadable.Reason;
import org.workspaceadmin.model.Secret;

/** What administrators have already, from the environment and files. */
class ImportSourcesTest {
    private static final String SECRET = "marker-SECRET-1";
    private static final String TOKEN = "marker-TOKEN-2";
    private static final String INI =
            """
            # written by hand
            [basic]
            ak = BASICKEY
            sk = marker-SECRET-1
            security_token = "marker-TOKEN-2"
            project_id = 0123456789abcdef0123456789abcdef
            flavour = vanilla

            [global]
            ak = BASICKEY
            sk = marker-SECRET-1
            domain_id = feedbeef
            ; another account
            [lab]
            AK: LABKEY
            SK: marker-SECRET-1
            iam_endpoint = https://iam.lab-1.example.com
            """;
    private static final String JSON =
            """
            {"language": "cn", "current": "prod", "profiles": [
              {"name": "default", "mode": "AKSK", "accessKeyId": "DEFAULTKEY",
               "secretAccessKey": "marker-SECRET-1", "securityToken": "", "region": "cn-north-4",
               "projectId": "", "domainId": "d", "retryCount": 0, "skipSecureVerify": "false",
               "ssoAuth": {"stsToken": {"secretAccessKey": "marker-TOKEN-2"}}},
              {"name": "prod", "mode": "AKSK", "accessKeyId": "PRODKEY",
               "secretAccessKey": "marker-SECRET-1", "securityToken": "marker-TOKEN-2",
               "region": "ap-southeast-3", "projectId": "0123456789abcdef0123456789abcdef"},
              {"name": "sso", "mode": "SSO", "accessKeyId": "", "region": "cn-north-9"},
              {"name": "nothing"}, "no profile", null],
             "authEncrypt": "AUTH", "offline": false}
            """;

    @TempDir Path home;
    private final Map<String, String> environment = new LinkedHashMap<>();

    @Test
    void findsNothingWhereThereIsNothing() {
        environment.put("HUAWEICLOUD_SDK_SK", "a secret alone says nothing");
        environment.put("HW_REGION_NAME", "cn-north-4");

        try (Findings findings = read()) {
            assertThat(findings.found()).isEmpty();
            assertThat(findings.unreadable()).isEmpty();
        }
    }

    @Test
    void readsTheVariablesOfTheSdks() {
        environment.put("HUAWEICLOUD_SDK_AK", " SDKKEY ");
        environment.put("HUAWEICLOUD_SDK_SK", SECRET);
        environment.put("HUAWEICLOUD_SDK_SECURITY_TOKEN", TOKEN);
        environment.put("HUAWEICLOUD_SDK_PROJECT_ID", "0123456789abcdef0123456789abcdef");
        environment.put("HUAWEICLOUD_SDK_REGION_ID", "ap-southeast-3");

        Found found = only();

        assertThat(found.origin().kind()).isEqualTo(Origin.Kind.SDK_VARIABLES);
        assertThat(found.origin().where())
                .contains("HUAWEICLOUD_SDK_AK, HUAWEICLOUD_SDK_PROJECT_ID");
        assertThat(found.accessKey()).isEqualTo("SDKKEY");
        assertThat(found.identity().kind()).isEqualTo(SignInKind.TEMPORARY_KEY);
        assertThat(found.region()).isEqualTo("ap-southeast-3");
        assertThat(found.projectId()).hasSize(32);
        assertThat(found.notes()).containsExactly(Note.TEMPORARY);
        assertThat(found.draft().check()).isEmpty();
        Instant now = Instant.parse("2026-01-05T08:30:00Z");
        try (SignIn signIn = found.signIn(() -> now).orElseThrow()) {
            assertThat(signIn)
                    .isInstanceOfSatisfying(
                            SignIn.TemporaryKey.class,
                            key -> {
                                assertThat(key.secretKey()).isEqualTo(Secret.of(SECRET));
                                assertThat(key.token()).isEqualTo(Secret.of(TOKEN));
                                assertThat(key.expires()).isEqualTo("2026-01-06T08:30:00Z");
                            });
        }
    }

    @Test
    void readsTheAddressesTheSdksTakeFromTheEnvironment() {
        environment.put("HUAWEICLOUD_SDK_AK", "K");
        environment.put("HUAWEICLOUD_SDK_SK", SECRET);
        environment.put("HUAWEICLOUD_SDK_REGION_VPC_LAB_1", "https://vpc.lab.example");
        environment.put("HUAWEICLOUD_SDK_REGION_WORKSPACE_LAB_1", "https://ws.lab.example:8443");
        environment.put("HUAWEICLOUD_SDK_REGION_ECS_LAB_1", "https://ecs.lab.example");

        Found found = only();

        assertThat(found.region()).isEqualTo("lab-1");
        assertThat(found.draft().endpoints().text(ServiceName.WORKSPACE))
                .isEqualTo("https://ws.lab.example:8443");
        assertThat(found.draft().endpoints().text(ServiceName.VPC))
                .isEqualTo("https://vpc.lab.example");
        assertThat(found.draft().check()).isEmpty();
    }

    @Test
    void readsTheVariablesOfTerraformWithAPassword() {
        environment.put("HW_USER_NAME", "operator");
        environment.put("HW_USER_PASSWORD", SECRET);
        environment.put("HW_DOMAIN_NAME", "company");
        environment.put("OS_REGION_NAME", "cn-north-4");
        environment.put("HW_ENTERPRISE_PROJECT_ID", "0");

        Found found = only();

        assertThat(found.origin().kind()).isEqualTo(Origin.Kind.TERRAFORM_VARIABLES);
        assertThat(found.identity().kind()).isEqualTo(SignInKind.PASSWORD);
        assertThat(found.identity().account()).isEqualTo("company");
        assertThat(found.draft().enterpriseProjectId()).isEqualTo("0");
        assertThat(found.region()).isEqualTo("cn-north-4");
        assertThat(found.signIn(() -> Instant.EPOCH).orElseThrow())
                .isInstanceOf(SignIn.Password.class);
    }

    @Test
    void readsTheVariablesOfOpenStackOfAPartnerCloud() {
        environment.put("OS_ACCESS_KEY", "K");
        environment.put("OS_SECRET_KEY", SECRET);
        environment.put("OS_AUTH_URL", "https://iam.eu-de.otc.t-systems.com/v3");
        environment.put("OS_PROJECT_NAME", "eu-de_team");
        environment.put("OS_REGION_NAME", "eu-de");

        Found found = only();

        assertThat(found.origin().kind()).isEqualTo(Origin.Kind.OPENSTACK_VARIABLES);
        ConnectionDraft draft = found.draft();
        assertThat(draft.addresses().orElseThrow().iam())
                .hasToString("https://iam.eu-de.otc.t-systems.com");
        assertThat(draft.endpoints().text(ServiceName.WORKSPACE))
                .isEqualTo("https://workspace.eu-de.otc.t-systems.com");
    }

    @ParameterizedTest
    @CsvSource({
        "HW_CLOUD, myhuaweicloud.com, ''",
        "HW_CLOUD, private.example, https://workspace.cn-north-4.private.example",
        "HW_AUTH_URL, https://iam.cn-north-4.myhuaweicloud.com/v3, ''",
        "HW_AUTH_URL, https://iam.myhuaweicloud.com:443/v3, ''",
        "HW_AUTH_URL, 'no address', ''",
        "HW_AUTH_URL, https://me:marker-SECRET-1@iam.example/v3, ''",
    })
    void takesAnAddressOnlyWhereItSaysMoreThanTheRegion(
            String variable, String value, String workspace) {
        environment.put("HW_ACCESS_KEY", "K");
        environment.put("HW_SECRET_KEY", SECRET);
        environment.put("HW_REGION_NAME", "cn-north-4");
        environment.put(variable, value);

        Found found = only();

        assertThat(found.draft().endpoints().text(ServiceName.WORKSPACE)).isEqualTo(workspace);
        assertThat(found.draft().check()).isEmpty();
        assertThat(found.toString()).doesNotContain("marker");
    }

    @Test
    void aProjectIsNamedAfterItsRegion() {
        environment.put("HW_ACCESS_KEY", "K");
        environment.put("HW_PROJECT_NAME", "cn-north-4_team");

        Found found = only();

        assertThat(found.region()).isEqualTo("cn-north-4");
        assertThat(found.notes()).containsExactly(Note.SECRET_MISSING);
        assertThat(found.signIn(() -> Instant.EPOCH)).isEmpty();
    }

    @Test
    void readsTheCredentialsFileOfTheSdks() throws IOException {
        write(".huaweicloud/credentials", INI, StandardCharsets.UTF_8);

        try (Findings findings = read()) {
            assertThat(findings.found())
                    .extracting(Found::accessKey)
                    .containsExactly("BASICKEY", "LABKEY");
            Found basic = findings.found().getFirst();
            assertThat(basic.hasToken()).isTrue();
            assertThat(basic.token()).isEqualTo(Secret.of(TOKEN));
            assertThat(basic.draft().name()).isEmpty();
            assertThat(basic.notes()).contains(Note.REGION_MISSING);
            Found lab = findings.found().getLast();
            assertThat(lab.draft().name()).isEqualTo("lab");
            assertThat(lab.secret()).isEqualTo(Secret.of(SECRET));
            assertThat(lab.draft().endpoints().text(ServiceName.WORKSPACE))
                    .isEqualTo("https://workspace.lab-1.example.com");
        }
    }

    @Test
    void readsTheProfilesOfKooCli() throws IOException {
        write(".hcloud/config.json", JSON.replace("AUTH", "false"), StandardCharsets.UTF_8);

        try (Findings findings = read()) {
            assertThat(findings.found())
                    .extracting(Found::profile)
                    .containsExactly("default", "prod", "sso");
            Found first = findings.found().getFirst();
            assertThat(first.identity().kind()).isEqualTo(SignInKind.ACCESS_KEY);
            assertThat(first.secret()).isEqualTo(Secret.of(SECRET));
            assertThat(first.draft().name()).isEmpty();
            Found prod = findings.found().get(1);
            assertThat(prod.notes()).containsExactlyInAnyOrder(Note.CURRENT, Note.TEMPORARY);
            assertThat(prod.token()).isEqualTo(Secret.of(TOKEN));
            assertThat(prod.draft().check()).isEmpty();
            assertThat(findings.found().getLast().notes())
                    .containsExactlyInAnyOrder(Note.OTHER_SIGN_IN, Note.SECRET_MISSING);
        }
    }

    @Test
    void takesOnlyWhatIsReadableOfAnEncryptedKooCliConfiguration() throws IOException {
        write(".hcloud/config.json", JSON.replace("AUTH", "true"), StandardCharsets.UTF_8);

        try (Findings findings = read()) {
            assertThat(findings.found())
                    .allSatisfy(found -> {
                        assertThat(found.notes()).contains(Note.ENCRYPTED, Note.SECRET_MISSING);
                        assertThat(found.accessKey()).isEmpty();
                        assertThat(found.hasSecret()).isFalse();
                        assertThat(found.hasToken()).isFalse();
                        assertThat(found.region()).isNotEmpty();
                    });
            assertThat(findings.found().get(1).projectId()).hasSize(32);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE"})
    void toleratesMarksAndLineEndsOfWindows(String charset) throws IOException {
        String mark = "\uFEFF";
        String ini = (charset.equals("UTF-16") ? "" : mark) + INI.replace("\n", "\r\n");
        String json = (charset.equals("UTF-16") ? "" : mark) + JSON.replace("\n", "\r\n");
        write(".huaweicloud/credentials", ini, Charset.forName(charset));
        write(".hcloud/config.json", json, Charset.forName(charset));

        try (Findings findings = read()) {
            assertThat(findings.unreadable()).isEmpty();
            assertThat(findings.found())
                    .extracting(Found::accessKey)
                    .contains("BASICKEY", "LABKEY", "PRODKEY");
        }
    }

    @Test
    void oneBrokenFileDoesNotHideTheOther() throws IOException {
        write(".hcloud/config.json", JSON.substring(0, 400), StandardCharsets.UTF_8);
        write(".huaweicloud/credentials", INI, StandardCharsets.UTF_8);

        try (Findings findings = read()) {
            assertThat(findings.found()).hasSize(2);
            assertThat(findings.unreadable())
                    .singleElement()
                    .satisfies(file -> {
                        assertThat(file.reason()).isEqualTo(Reason.NOT_UNDERSTOOD);
                        assertThat(file.where()).endsWith("config.json");
                    });
        }
    }

    @Test
    void followsTheVariablesThatNameFiles() throws IOException {
        Path credentials = write("elsewhere/c", INI, StandardCharsets.UTF_8);
        Path shared = write("elsewhere/k", JSON, StandardCharsets.UTF_8);
        environment.put("HUAWEICLOUD_SDK_CREDENTIALS_FILE", credentials.toString());
        environment.put("HW_SHARED_CONFIG_FILE", "~/elsewhere/k");

        try (Findings findings = read()) {
            assertThat(findings.found())
                    .extracting(found -> found.origin().where())
                    .contains(credentials.toString(), shared.toString());
        }

        environment.put("HUAWEICLOUD_SDK_CREDENTIALS_FILE", home.resolve("gone").toString());
        environment.put("HW_SHARED_CONFIG_FILE", "no\0path");
        try (Findings findings = read()) {
            assertThat(findings.unreadable())
                    .extracting(Unreadable::reason)
                    .containsExactly(Reason.MISSING, Reason.NOT_A_PATH);
        }
    }

    @Test
    void readsAFileTheOperatorChoseWhicheverKindItIs() throws IOException {
        Path ini = write("a.txt", INI, StandardCharsets.UTF_8);
        Path json = write("b.txt", JSON, StandardCharsets.UTF_8);
        Path neither = write("c.txt", " \n\n", StandardCharsets.UTF_8);
        ImportSources sources = new ImportSources(Map.of(), home);

        assertThat(sources.read(ini).found()).hasSize(2);
        assertThat(sources.read(json).found()).hasSize(3);
        assertThat(sources.read(neither).unreadable()).hasSize(1);
        assertThat(sources.read(home).unreadable())
                .singleElement()
                .satisfies(folder -> assertThat(folder.reason()).isEqualTo(Reason.NO_ACCESS));
    }

    @Test
    void readsFilesOfMegabytesAndRefusesAbsurdOnes() throws IOException {
        String comments = "# filler filler filler filler\n".repeat(60_000);
        write(".huaweicloud/credentials", comments + INI, StandardCharsets.UTF_8);
        String padded =
                JSON.replace(
                        "\"offline\"", "\"x\": \"" + "y".repeat(2_000_000) + "\", \"offline\"");
        Path json = write(".hcloud/config.json", padded, StandardCharsets.UTF_8);
        try (Findings findings = read()) {
            assertThat(findings.found()).hasSize(5);
        }

        Files.write(json, new byte[FileText.MOST_BYTES + 1]);
        try (Findings findings = read()) {
            assertThat(findings.unreadable())
                    .singleElement()
                    .satisfies(file -> assertThat(file.reason()).isEqualTo(Reason.TOO_LARGE));
        }
    }

    @Test
    void wipesWhatIsNotTaken() throws IOException {
        write(".hcloud/config.json", JSON, StandardCharsets.UTF_8);
        Findings findings = read();
        Found first = findings.found().getFirst();
        SignIn taken = first.signIn(() -> Instant.EPOCH).orElseThrow();

        findings.close();

        assertThat(findings.found())
                .allSatisfy(found -> {
                    assertThat(found.secret().text()).doesNotContain("marker");
                    assertThat(found.token().text()).doesNotContain("marker");
                });
        assertThat(((SignIn.AccessKey) taken).secretKey()).isEqualTo(Secret.of(SECRET));
        taken.close();
    }

    @ParameterizedTest
    @EnumSource(Origin.Kind.class)
    void damagedFilesNeitherThrowNorShowASecret(Origin.Kind kind) throws IOException {
        boolean ini = kind == Origin.Kind.SDK_FILE;
        String whole = ini ? INI : JSON.replace("AUTH", "false");
        Path file = home.resolve("mutant");
        ImportSources sources = new ImportSources(Map.of(), home);
        int read = 0;
        for (int seed = 0; seed < 600; seed++) {
            String mutant = mutated(whole, new Random(seed * 31L + kind.ordinal()));
            Files.writeString(file, mutant);
            try (Findings findings = sources.read(file)) {
                read += findings.found().size();
                if (!isMislabelled(mutant)) {
                    assertThat(findings.toString()).as("seed %d", seed).doesNotContain("marker-");
                }
                findings.found().forEach(found -> found.signIn(() -> Instant.EPOCH));
            }
        }
        assertThat(read).isGreaterThan(100);
    }

    /** Whether the file itself calls a secret by another field's name. */
    private static boolean isMislabelled(String mutant) {
        return mutant.matches(
                "(?s).*(?i)(ak|project_id|region|region_id|iam_endpoint|name|accessKeyId|projectId"
                        + "|current|mode)\"?\\s*[=:]\\s*\"?[^\\s\"]{0,3}marker.*");
    }

    private static String mutated(String text, Random random) {
        StringBuilder mutant = new StringBuilder(text);
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            int at = random.nextInt(mutant.length());
            switch (random.nextInt(4)) {
                case 0 -> mutant.deleteCharAt(at);
                case 1 -> mutant.insert(at, (char) random.nextInt(0x250));
                case 2 -> mutant.setCharAt(at, "\n\r\"{}[],:= \0\uFEFF".charAt(random.nextInt(13)));
                default -> mutant.setLength(Math.max(40, at));
            }
        }
        return mutant.toString();
    }

    private Found only() {
        Findings findings = read();
        assertThat(findings.found()).hasSize(1);
        assertThat(findings.toString()).doesNotContain("marker");
        return findings.found().getFirst();
    }

    private Findings read() {
        return new ImportSources(environment, home).read();
    }

    private Path write(String name, String text, Charset charset) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, text.getBytes(charset));
    }
}
