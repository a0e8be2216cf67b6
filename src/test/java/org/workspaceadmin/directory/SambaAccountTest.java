package org.workspaceadmin.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.workspaceadmin.directory.CheckOrder.Account;
import org.workspaceadmin.directory.CheckOrder.Controller;
import org.workspaceadmin.model.Secret;
import org.workspaceadmin.peer.InClear;
import org.workspaceadmin.peer.SambaDc;
import org.workspaceadmin.peer.WireTap;

/** Accounts of a real domain: what is wrong with each, told apart, with one attempt each. */
class SambaAccountTest {
    private static final String PASSWORD = "J0iner!pass";
    private static final String DESKTOPS = "OU=Desktops,OU=Sales," + SambaDc.BASE;

    private static SambaDc controller;
    private static ServerSocket rpcOverHttp;

    @BeforeAll
    static void start() throws IOException, LDAPException, LDIFException {
        controller = SambaDc.start();
        rpcOverHttp = Examined.rpcOverHttp(controller);
        for (String name :
                List.of("plain", "gone", "fresh", "late", "locked", "nested", "delegate", "once")) {
            user(name, "66048");
        }
        user("stale", "512");
        controller.set(dn("gone"), "userAccountControl", "66050");
        controller.set(dn("fresh"), "userAccountControl", "512");
        controller.set(dn("fresh"), "pwdLastSet", "0");
        // One filetime unit after 1601.
        controller.set(dn("late"), "accountExpires", "1");
        // Beyond the domain's 42 days: a password of the year 1601.
        controller.agePassword(dn("stale"));
        controller.set(SambaDc.BASE, "lockoutThreshold", "3");
        try (LDAPConnection admin = controller.admin()) {
            admin.add(
                    "dn: CN=Operators,CN=Users," + SambaDc.BASE,
                    "objectClass: group",
                    "sAMAccountName: Operators",
                    "member: " + dn("nested"));
            admin.modify(
                    "CN=Domain Admins,CN=Users," + SambaDc.BASE,
                    new Modification(
                            ModificationType.ADD,
                            "member",
                            "CN=Operators,CN=Users," + SambaDc.BASE));
            for (String ou : List.of("OU=Sales," + SambaDc.BASE, DESKTOPS)) {
                admin.add("dn: " + ou, "objectClass: organizationalUnit");
            }
        }
    }

    @AfterAll
    static void stop() throws IOException {
        if (controller != null) {
            rpcOverHttp.close();
            controller.close();
        }
    }

    @Test
    void aHealthyControllerPassesEverything() throws IOException {
        Examined found = Examined.of(order(SambaDc.ADMIN, SambaDc.PASSWORD));

        assertThat(found.lines()).isEqualTo(Examined.HEALTHY);
        assertThat(found.the(CheckKind.ACCOUNT).arguments()).containsExactly("LDAPS");
        assertThat(found.evidence(CheckKind.IDENTITY, "dnsHostName")).isEqualTo(SambaDc.NAME);
        assertThat(found.evidence(CheckKind.IDENTITY, "domainFunctionality")).isEqualTo("4");
        assertThat(found.evidence(CheckKind.DNS_CONTROLLERS, "SRV"))
                .isEqualTo(SambaDc.NAME + ":389");
        assertThat(found.the(CheckKind.PORTS).evidence())
                .extracting(field -> field.path() + " " + field.value())
                .as("all there are, over TCP and UDP")
                .containsExactly(
                        "TCP 53 OPEN",
                        "UDP 53 OPEN",
                        "TCP 88 OPEN",
                        "UDP 88 OPEN",
                        "UDP 123 REFUSED",
                        "TCP 135 OPEN",
                        "TCP 139 OPEN",
                        "TCP 389 OPEN",
                        "UDP 389 OPEN",
                        "TCP 445 OPEN",
                        "TCP 464 OPEN",
                        "UDP 464 OPEN",
                        "TCP 593 OPEN",
                        "TCP 636 OPEN",
                        "TCP 3268 OPEN",
                        "TCP 3269 OPEN");
    }

    @Test
    void aWrongPasswordAndAnUnknownAccountAreTheSameToSambaOverLdap() throws IOException {
        for (String name : List.of("plain", "nobody")) {
            Examined found = Examined.of(order(name, "Wr0ng!pass"));
            assertRefused(found, "WRONG_PASSWORD");
            assertThat(found.evidence(CheckKind.ACCOUNT, "LDAPS")).contains("data 52e");
        }
    }

    @Test
    void aDisabledAccount() throws IOException {
        assertRefused(Examined.of(order("gone", PASSWORD)), "DISABLED");
    }

    @Test
    void anExpiredAccount() throws IOException {
        assertRefused(Examined.of(order("late", PASSWORD)), "ACCOUNT_EXPIRED");
    }

    @Test
    void anExpiredPassword() throws IOException {
        assertRefused(Examined.of(order("stale", PASSWORD)), "PASSWORD_EXPIRED");
    }

    @Test
    void aPasswordThatMustBeChanged() throws IOException {
        assertRefused(Examined.of(order("fresh", PASSWORD)), "MUST_CHANGE_PASSWORD");
    }

    @Test
    void aLockedAccount() throws IOException {
        for (int i = 0; i < 3; i++) {
            assertThat(account("locked", "Wr0ng!pass").code()).isEqualTo("WRONG_PASSWORD");
        }
        assertRefused(Examined.of(order("locked", PASSWORD)), "LOCKED");
    }

    @Test
    void oneCheckCostsOneAttemptHoweverManyControllersThereAre() throws IOException, LDAPException {
        Controller entered = new Controller(controller.address(), SambaDc.NAME);
        CheckOrder twice =
                new CheckOrder(
                        SambaDc.DOMAIN,
                        List.of(entered, entered),
                        List.of(controller.address()),
                        true,
                        new Account("once", Secret.of("Wr0ng!pass")),
                        Duration.ZERO);

        assertThat(Examined.of(twice).lines())
                .contains("ACCOUNT BAD WRONG_PASSWORD", "ACCOUNT SKIPPED NOT_AGAIN");

        try (LDAPConnection admin = controller.admin()) {
            SearchResultEntry entry = admin.getEntry(dn("once"), "badPwdCount");
            assertThat(entry.getAttributeValue("badPwdCount")).isEqualTo("1");
        }
    }

    @Test
    void withoutAPasswordNothingIsTried() throws IOException {
        Examined found = Examined.of(order("plain", ""));

        assertThat(found.changes())
                .containsExactly("ACCOUNT SKIPPED NO_PASSWORD", "RIGHTS SKIPPED NOT_SIGNED_IN");
    }

    @Test
    void anAccountOutsideOfDomainAdmins() throws IOException {
        Examined found = Examined.of(order("plain", PASSWORD));

        assertThat(found.changes()).containsExactly("RIGHTS BAD MAY_NOT");
        assertThat(found.evidence(CheckKind.RIGHTS, "domainAdmins")).isEqualTo("false");
    }

    @Test
    void anAccountInDomainAdminsByNesting() throws IOException {
        Examined found = Examined.of(order("nested", PASSWORD));

        assertThat(found.changes()).isEmpty();
        assertThat(found.evidence(CheckKind.RIGHTS, "domainAdmins")).isEqualTo("true");
    }

    @Test
    void anAccountThatMayCreateComputersInTheTargetOu() throws IOException, LDAPException {
        String sid;
        try (LDAPConnection admin = controller.admin()) {
            sid =
                    Sid.text(
                            admin.getEntry(dn("delegate"), "objectSid")
                                    .getAttributeValueBytes("objectSid"));
        }
        // Create child, of the class "computer" alone (MS-ADSC section 2.21).
        controller.tool(
                "dsacl",
                "set",
                "--objectdn=" + DESKTOPS,
                "--sddl=(OA;;CC;bf967a86-0de6-11d0-a285-00aa003049e2;;" + sid + ")");

        for (String ou : List.of(DESKTOPS, "Sales/Desktops", SambaDc.DOMAIN + "/Sales/Desktops")) {
            Examined found = Examined.of(order("delegate", PASSWORD, ou));
            assertThat(found.changes()).containsExactly("RIGHTS GOOD MAY_CREATE");
            assertThat(found.the(CheckKind.RIGHTS).arguments()).containsExactly(DESKTOPS);
        }
        assertThat(Examined.of(order("delegate", PASSWORD, "Sales")).changes())
                .as("one above")
                .containsExactly("RIGHTS BAD MAY_NOT");
        assertThat(Examined.of(order("delegate", PASSWORD)).changes())
                .as("the usual place")
                .containsExactly("RIGHTS BAD MAY_NOT");
        assertThat(Examined.of(order(SambaDc.ADMIN, SambaDc.PASSWORD, "Sales/Laptops")).changes())
                .as("an OU that is not there, even for an administrator")
                .containsExactly("RIGHTS BAD NO_OU");
    }

    @Test
    void aPasswordInClearIsHeard() throws IOException {
        try (WireTap tap = new WireTap()) {
            var at = tap.towards(Endpoints.REAL.of(controller.address(), AdService.LDAP));
            try (LDAPConnection clear = new LDAPConnection(at.getHostString(), at.getPort())) {
                clear.bind("plain@" + SambaDc.DOMAIN, "Cl3ar!pass");
            } catch (LDAPException refused) {
                assertThat(refused.getDiagnosticMessage()).as("too late").isNotEmpty();
            }

            assertThat(InClear.find("Cl3ar!pass", tap.heard())).containsExactly("UTF-8 plain");
        }
    }

    private static void assertRefused(Examined found, String code) {
        assertThat(found.changes())
                .containsExactly("ACCOUNT BAD " + code, "RIGHTS SKIPPED NOT_SIGNED_IN");
        CheckResult account = found.the(CheckKind.ACCOUNT);
        assertThat(account.arguments()).containsExactly("LDAPS");
        assertThat(account.evidence()).as("one attempt, and no other way tried").hasSize(1);
    }

    private static CheckResult account(String name, String password) throws IOException {
        return Examined.of(order(name, password)).the(CheckKind.ACCOUNT);
    }

    private static CheckOrder order(String account, String password) {
        return order(account, password, "");
    }

    private static CheckOrder order(String account, String password, String ou) {
        return new CheckOrder(
                SambaDc.DOMAIN,
                List.of(new Controller(controller.address(), SambaDc.NAME)),
                List.of(controller.address()),
                true,
                new Account(account, Secret.of(password)),
                Duration.ZERO,
                ou);
    }

    private static void user(String name, String control) throws LDAPException {
        controller.user(name, PASSWORD);
        controller.set(dn(name), "userAccountControl", control);
    }

    private static String dn(String name) {
        return "CN=" + name + ",CN=Users," + SambaDc.BASE;
    }
}
