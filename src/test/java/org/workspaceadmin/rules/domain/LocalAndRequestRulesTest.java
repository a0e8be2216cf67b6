package org.workspaceadmin.rules.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workspaceadmin.model.ApplyOrder;
import org.workspaceadmin.model.DomainSettings;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.Secret;
import org.workspaceadmin.rules.Violation;

/** The tables LOCAL_AD and Request level of api/domain-rules.md, and a whole application. */
class LocalAndRequestRulesTest {
    @ParameterizedTest
    @ValueSource(strings = {"corp.example.com", "ad", "CORP.LOCAL", "a_b.local"})
    void takesAnExistingDomain(String name) {
        assertThat(LocalRules.domainName(Generation.V1).check(name)).isEmpty();
        assertThat(LocalRules.domainName(Generation.V2).check(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n", "\u3000", "\u00a0"})
    void wantsAnExistingDomain(String name) {
        assertThat(LocalRules.domainName(Generation.V1).check(name))
                .extracting(Violation::rule)
                .containsExactly("LOCAL-NAME-REQUIRED");
    }

    @Test
    void theLongestDomainDependsOnTheGeneration() {
        assertThat(LocalRules.domainName(Generation.V1).check("a".repeat(255))).isEmpty();
        assertThat(blocking(LocalRules.domainName(Generation.V1).check("a".repeat(256))))
                .containsExactly("LOCAL-NAME-LEN");
        assertThat(LocalRules.domainName(Generation.V2).check("a".repeat(55))).isEmpty();
        for (int length : new int[] {56, 100, 255}) {
            assertThat(blocking(LocalRules.domainName(Generation.V2).check("a".repeat(length))))
                    .containsExactly("LOCAL-NAME-LEN");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Administrator", "svc.join", "desk admin", "1adm"})
    void takesAnExistingAccount(String account) {
        assertThat(LocalRules.account(Generation.V2).check(account)).isEmpty();
    }

    @Test
    void warnsOfAnAccountWithItsDomainAndOfBlanks() {
        assertThat(LocalRules.account(Generation.V1).check("CORP\\svc"))
                .containsExactly(
                        new Violation(
                                "LOCAL-ACCT-WITH-DOMAIN", Violation.Level.WARNING, List.of()));
        assertThat(LocalRules.account(Generation.V1).check("svc "))
                .extracting(Violation::rule)
                .containsExactly("LOCAL-ACCT-BLANK-EDGE");
        assertThat(blocking(LocalRules.account(Generation.V1).check("svc\njoin")))
                .containsExactly("LOCAL-ACCT-CONTROL");
        assertThat(blocking(LocalRules.account(Generation.V2).check("a".repeat(56))))
                .containsExactly("LOCAL-ACCT-LEN");
        assertThat(blocking(LocalRules.account(Generation.V1).check(" ")))
                .containsExactly("LOCAL-ACCT-REQUIRED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "pass word", "ÄÖÜ", "111", " "})
    void takesAnyExistingPassword(String password) {
        assertThat(LocalRules.password(Generation.V2).check(password)).isEmpty();
    }

    @Test
    void wantsAPasswordAndEndsAtTheDefinedLength() {
        assertThat(blocking(LocalRules.password(Generation.V1).check("")))
                .containsExactly("LOCAL-PWD-REQUIRED");
        assertThat(blocking(LocalRules.password(Generation.V2).check("x".repeat(256))))
                .containsExactly("LOCAL-PWD-LEN");
        assertThat(LocalRules.password(Generation.V1).check("x".repeat(256))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.9", "192.168.1.255", "172.16.0.1", "1.2.3.4", "0.0.0.0"})
    void takesAnAddress(String address) {
        assertThat(LocalRules.controllerAddress().check(address)).isEmpty();
        assertThat(LocalRules.dnsAddress().check(address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0",
                "10.0.0.256",
                "fe80::1",
                "dc1.corp.example.com",
                "10.0.0.9/24",
                "10.0.0.9 ",
                "010.0.0.900",
                "010.0.0.9",
                "localhost",
                "10.0.0.1.2",
                "10.0.0.",
                ".10.0.0.1",
                "10..0.1",
                "１０.0.0.1",
                "+1.2.3.4"
            })
    void refusesWhatIsNoAddress(String address) {
        assertThat(blocking(LocalRules.controllerAddress().check(address)))
                .containsExactly("LOCAL-DC-IP");
        assertThat(blocking(LocalRules.dnsAddress().check(address)))
                .containsExactly("LOCAL-DNS-IP");
    }

    @Test
    void aStandbyMayBeMissingAndShouldBeAnother() {
        FieldRules<LocalRules.Standby> rules = LocalRules.standbyAddress(DomainField.STANDBY_IP);
        assertThat(rules.check(new LocalRules.Standby("", "10.0.0.9"))).isEmpty();
        assertThat(rules.check(new LocalRules.Standby("10.0.0.10", "10.0.0.9"))).isEmpty();
        assertThat(rules.check(new LocalRules.Standby("10.0.0.9", "10.0.0.9")))
                .containsExactly(
                        new Violation(
                                "LOCAL-STANDBY-DISTINCT", Violation.Level.WARNING, List.of()));
        for (String wrong : List.of("standby", "10.0.0.300", "10.0.0.1.2", "::1")) {
            assertThat(blocking(rules.check(new LocalRules.Standby(wrong, "10.0.0.9"))))
                    .containsExactly("LOCAL-STANDBY-IP");
        }
    }

    @Test
    void aControllerIsNamedInFull() {
        for (String name :
                List.of(
                        "dc1.corp.example.com",
                        "ecs-ad.vdesktop.com",
                        "ad.local.lan",
                        "DC01.corp.local")) {
            assertThat(LocalRules.controllerName().check(name)).isEmpty();
        }
        assertThat(blocking(LocalRules.controllerName().check("")))
                .containsExactly("LOCAL-DC-NAME");
        assertThat(blocking(LocalRules.controllerName().check("d." + "c".repeat(54))))
                .containsExactly("LOCAL-DC-NAME");
        assertThat(LocalRules.controllerName().check("10.0.0.9"))
                .containsExactly(
                        new Violation("LOCAL-DC-NAME-FULL", Violation.Level.WARNING, List.of()));
        assertThat(LocalRules.standbyName().check("")).isEmpty();
    }

    @Test
    void theGenerationsDoNotShareTheirWords() {
        assertThat(RequestRules.domainType(Generation.V1).check("LITE_AD")).isEmpty();
        assertThat(RequestRules.domainType(Generation.V1).check("LOCAL_AD")).isEmpty();
        assertThat(RequestRules.domainType(Generation.V2).check("LITE_AS")).isEmpty();
        assertThat(RequestRules.domainType(Generation.V2).check("LOCAL_AD")).isEmpty();
        for (String wrong : List.of("LITE_AD", "lite_ad", "")) {
            assertThat(blocking(RequestRules.domainType(Generation.V2).check(wrong)))
                    .containsExactly("REQ-DOMAIN-TYPE");
        }
        assertThat(blocking(RequestRules.domainType(Generation.V1).check("LITE_AS")))
                .containsExactly("REQ-DOMAIN-TYPE");
    }

    @Test
    void wantsAVpcAndSubnetsOnceEach() {
        assertThat(RequestRules.vpc().check("3f1a6bd0-1f9b-4a8a-8a1f-1f9b4a8a8a1f")).isEmpty();
        assertThat(RequestRules.vpc().check("x".repeat(255))).isEmpty();
        assertThat(blocking(RequestRules.vpc().check(" "))).containsExactly("REQ-VPC");
        FieldRules<List<String>> subnets = RequestRules.subnets(Generation.V2);
        assertThat(subnets.check(List.of("a"))).isEmpty();
        assertThat(subnets.check(List.of("a", "b", "c", "d", "e"))).isEmpty();
        assertThat(blocking(subnets.check(List.of()))).containsExactly("REQ-SUBNETS");
        assertThat(blocking(subnets.check(List.of("")))).containsExactly("REQ-SUBNETS");
        assertThat(blocking(subnets.check(List.of("a", "b", "a"))))
                .containsExactly("REQ-SUBNETS-TWICE");
        List<String> many = IntStream.range(0, 101).mapToObj(i -> "s" + i).toList();
        assertThat(blocking(subnets.check(many))).containsExactly("REQ-SUBNETS-COUNT");
        assertThat(RequestRules.subnets(Generation.V1).check(many)).isEmpty();
    }

    @Test
    void knowsThreeWaysIn() {
        for (String mode : List.of("INTERNET", "DEDICATED", "BOTH")) {
            assertThat(RequestRules.accessMode().check(mode)).isEmpty();
        }
        for (String wrong : List.of("internet", "DIRECT", "", "X".repeat(1_000_000))) {
            assertThat(blocking(RequestRules.accessMode().check(wrong)))
                    .containsExactly("REQ-ACCESS-MODE");
        }
    }

    @Test
    void anEnterpriseIdMayBeMissing() {
        for (String id : List.of("", "exampleco", "Ex-1_2", "a", "a".repeat(32))) {
            assertThat(RequestRules.enterpriseId().check(id)).isEmpty();
        }
        for (String wrong : List.of("a".repeat(33), "ex ample", "ex.ample", "größe")) {
            assertThat(blocking(RequestRules.enterpriseId().check(wrong)))
                    .containsExactly("REQ-ENTERPRISE-ID");
        }
    }

    @ParameterizedTest
    @EnumSource(Generation.class)
    void aWholeApplicationNamesTheInputOfEachFault(Generation generation) {
        DomainSettings.LocalAd local =
                new DomainSettings.LocalAd(
                        "",
                        "svc",
                        Secret.of(""),
                        new DomainSettings.Controller("dc1", "dc1.corp.example.com", "10.0.0.9"),
                        new DomainSettings.Controller("10.0.0.1", "", "10.0.0.9"),
                        null,
                        null);
        ApplyOrder order =
                new ApplyOrder(local, "", List.of("a"), "INTERNET", "", "", "", "", null);

        List<Finding> found = ApplyRules.check(order, generation, SiteLists.standIn());

        assertThat(found)
                .filteredOn(Finding::blocks)
                .extracting(Finding::field)
                .containsExactly(
                        DomainField.NAME,
                        DomainField.PASSWORD,
                        DomainField.ACTIVE_IP,
                        DomainField.VPC);
        assertThat(found)
                .filteredOn(f -> !f.blocks())
                .extracting(Finding::field)
                .containsExactly(DomainField.STANDBY_DNS);
    }

    @Test
    void theVendorsSamplesMayBeSent() {
        ApplyOrder lite =
                new ApplyOrder(
                        new DomainSettings.LiteAd(
                                "testapi.litead.com", "vdsadmin", Secret.of("Testabc!23")),
                        "vpc",
                        List.of("subnet"),
                        "INTERNET",
                        "",
                        "",
                        "",
                        "",
                        null);
        assertThat(ApplyRules.check(lite, Generation.V1, SiteLists.standIn())).isEmpty();
        assertThat(ApplyRules.check(lite, Generation.V2, SiteLists.standIn()))
                .extracting(f -> f.violation().rule())
                .containsExactly("REQ-DOMAIN-TYPE");
    }

    private static List<String> blocking(List<Violation> violations) {
        return violations.stream()
                .filter(v -> v.level() == Violation.Level.ERROR)
                .map(Violation::rule)
                .toList();
    }
}
