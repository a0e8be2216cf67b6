package org.workspaceadmin.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.workspaceadmin.directory.CheckOrder.Account;
import org.workspaceadmin.directory.CheckOrder.Controller;
import org.workspaceadmin.model.Secret;
import org.workspaceadmin.peer.PortFilter.Block;
import org.workspaceadmin.peer.SambaDc;
import org.workspaceadmin.peer.SambaDc.Setup;
import org.workspaceadmin.peer.TestAuthority;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.SRVRecord;

/** Faults of controllers, networks and names, each caused for real at a Samba controller. */
class SambaFaultsTest {
    private static final String PASSWORD = "J0iner!pass";

    private static SambaDc main;
    private static final List<AutoCloseable> STARTED = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        main = started(Setup.HEALTHY);
    }

    @AfterAll
    static void stopMain() throws Exception {
        for (AutoCloseable each : STARTED) {
            each.close();
        }
        if (main != null) {
            main.close();
        }
    }

    @AfterEach
    void unblock() throws IOException {
        main.filter().unblock();
    }

    @Test
    void aWrongDomainName() throws IOException {
        Examined found = Examined.of(order(main, "other.example.test", SambaDc.NAME));

        assertThat(found.changes())
                .containsExactly(
                        "DNS_CONTROLLERS BAD NO_NAME",
                        "DNS_KERBEROS BAD NO_NAME",
                        "DNS_LDAP BAD NO_NAME",
                        "IDENTITY BAD OTHER_DOMAIN",
                        "ACCOUNT BAD WRONG_PASSWORD",
                        "RIGHTS SKIPPED NOT_SIGNED_IN");
        assertThat(found.the(CheckKind.IDENTITY).arguments())
                .containsExactly(SambaDc.NAME, SambaDc.DOMAIN);
    }

    @Test
    void aWrongControllerName() throws IOException {
        Examined found = Examined.of(order(main, SambaDc.DOMAIN, "dc9." + SambaDc.DOMAIN));

        assertThat(found.changes())
                .containsExactly(
                        "DNS_CONTROLLERS BAD OTHERS",
                        "DNS_KERBEROS ATTENTION OTHERS",
                        "DNS_LDAP ATTENTION OTHERS",
                        "DNS_ADDRESS BAD NO_NAME",
                        "DNS_REVERSE ATTENTION OTHER",
                        "IDENTITY BAD OTHER_NAME",
                        "CERTIFICATE BAD WRONG_NAME",
                        "ACCOUNT UNKNOWN NO_SAFE_WAY",
                        "RIGHTS SKIPPED NOT_SIGNED_IN");
        assertThat(found.the(CheckKind.DNS_CONTROLLERS).arguments())
                .containsExactly("dc9." + SambaDc.DOMAIN, SambaDc.NAME);
    }

    @Test
    void anAddressAloneIsEnough() throws IOException {
        Examined found = Examined.of(order(main, SambaDc.DOMAIN, ""));

        assertThat(found.lines())
                .as("its certificate is for its address too")
                .isEqualTo(
                        Examined.HEALTHY.stream()
                                .filter(line -> !line.startsWith("DNS_ADDRESS"))
                                .toList());
    }

    @Test
    void aCertificateOfNobodyTrusted() throws IOException {
        Examined found =
                Examined.of(order(main), SambaDc.trusting(new TestAuthority("Somebody else")));

        assertThat(found.changes()).containsExactly("CERTIFICATE BAD UNTRUSTED");
        assertThat(found.the(CheckKind.ACCOUNT).arguments())
                .as("without TLS the password stays here")
                .containsExactly("KERBEROS");
        assertThat(found.evidence(CheckKind.ACCOUNT, "LDAPS")).isEqualTo("certificate: UNTRUSTED");
        assertThat(found.evidence(CheckKind.ACCOUNT, "START_TLS"))
                .isEqualTo("certificate: UNTRUSTED");
    }

    @Test
    void aBlockedPortIsSilentRefusedOrUnreachable() throws IOException {
        main.filter().block(Block.SILENTLY, "445");
        Examined silent = Examined.of(order(main));
        assertThat(silent.changes()).containsExactly("PORTS BAD MISSING");
        assertThat(silent.the(CheckKind.PORTS).arguments()).containsExactly("445", "", "445", "");
        assertThat(silent.evidence(CheckKind.PORTS, "TCP 445")).isEqualTo("SILENT");

        main.filter().block(Block.REFUSING, "{ 135, 3268 }");
        Examined refused = Examined.of(order(main));
        assertThat(refused.changes()).containsExactly("PORTS BAD MISSING");
        assertThat(refused.the(CheckKind.PORTS).arguments()).containsExactly("135", "135", "", "");
        assertThat(refused.evidence(CheckKind.PORTS, "TCP 3268")).isEqualTo("REFUSED");

        main.filter().block(Block.UNREACHABLE, "{ 3268, 3269 }");
        Examined catalog = Examined.of(order(main));
        assertThat(catalog.changes()).containsExactly("PORTS ATTENTION SOME");
        assertThat(catalog.the(CheckKind.PORTS).arguments())
                .containsExactly("3268, 3269", "", "", "3268, 3269");
    }

    @Test
    void withoutLdapsStartTlsTakesOver() throws IOException {
        main.filter().block(Block.REFUSING, "636");
        Examined found = Examined.of(order(main));

        assertThat(found.changes()).containsExactly("PORTS BAD MISSING", "CERTIFICATE BAD NONE");
        assertThat(found.the(CheckKind.ACCOUNT).arguments()).containsExactly("START_TLS");
    }

    @Test
    void anUnreachableController() throws IOException {
        main.filter().block(Block.UNREACHABLE, "{ 54-65535 }");
        Examined found = Examined.of(order(main));

        assertThat(found.changes())
                .containsExactly(
                        "PORTS BAD MISSING",
                        "IDENTITY BAD NO_ANSWER",
                        "CLOCK UNKNOWN NO_ANSWER",
                        "CERTIFICATE BAD NONE",
                        "ACCOUNT UNKNOWN NO_SAFE_WAY",
                        "RIGHTS SKIPPED NOT_SIGNED_IN");
        assertThat(found.evidence(CheckKind.PORTS, "TCP 88")).isEqualTo("UNREACHABLE");
    }

    @Test
    void aNameWithAnotherAddressOrOneMore() throws IOException {
        try {
            main.name(SambaDc.NAME, "127.77.9.9");
            assertThat(Examined.of(order(main)).changes()).containsExactly("DNS_ADDRESS BAD OTHER");
            main.alsoName(SambaDc.NAME, main.address());
            assertThat(Examined.of(order(main)).changes())
                    .containsExactly("DNS_ADDRESS ATTENTION ALSO");
        } finally {
            main.name(SambaDc.NAME, main.address());
        }
    }

    /** One more controller for what only another one can show: its DNS, and its end. */
    @Test
    void anotherDnsServerDisagreesThenHasNoZoneThenItsControllerStops() throws IOException {
        SambaDc standby = started(Setup.HEALTHY);
        standby.name(SambaDc.NAME, main.address());
        standby.pointer(main.address(), SambaDc.NAME);
        CheckOrder both = asking(main, main.address(), standby.address());
        assertThat(Examined.of(both).lines())
                .as("the same zone")
                .contains("DNS_AGREEMENT GOOD SAME")
                .noneMatch(line -> line.contains("BAD"));

        String service = "_ldap._tcp.dc._msdcs." + SambaDc.DOMAIN;
        standby.replace(
                "_msdcs." + SambaDc.DOMAIN,
                new SRVRecord(
                        Name.fromString(service + '.'),
                        DClass.IN,
                        300,
                        0,
                        100,
                        389,
                        Name.fromString("dc2." + SambaDc.DOMAIN + '.')));
        Examined other = Examined.of(both);
        assertThat(other.changes())
                .contains("DNS_CONTROLLERS BAD OTHERS", "DNS_AGREEMENT BAD DIFFERENT");
        assertThat(other.the(CheckKind.DNS_AGREEMENT).arguments()).containsExactly(service);
        assertThat(other.evidence(CheckKind.DNS_AGREEMENT, standby.address() + " " + service))
                .isEqualTo("dc2." + SambaDc.DOMAIN);

        standby.removeZones();
        Examined without = Examined.of(asking(main, standby.address()));
        assertThat(without.changes())
                .containsExactly(
                        "DNS_CONTROLLERS BAD NO_NAME",
                        "DNS_KERBEROS BAD NO_NAME",
                        "DNS_LDAP BAD NO_NAME",
                        "DNS_ADDRESS BAD NO_NAME");

        ((ServerSocket) STARTED.get(STARTED.indexOf(standby) + 1)).close();
        standby.halt();
        main.name(SambaDc.NAME, standby.address());
        main.pointer(standby.address(), SambaDc.NAME);
        try {
            Examined stopped = Examined.of(asking(standby, main.address()));
            assertThat(stopped.changes())
                    .containsExactly(
                            "PORTS BAD NOTHING",
                            "IDENTITY BAD NO_ANSWER",
                            "CLOCK UNKNOWN NO_ANSWER",
                            "CERTIFICATE BAD NONE",
                            "ACCOUNT UNKNOWN NO_SAFE_WAY",
                            "RIGHTS SKIPPED NOT_SIGNED_IN");
            assertThat(stopped.the(CheckKind.PORTS).arguments().get(1))
                    .as("the computer is there")
                    .isEqualTo("88, 135, 389, 445, 464, 636");
        } finally {
            main.name(SambaDc.NAME, main.address());
            stop(standby);
        }
    }

    @Test
    void aCertificateForAnotherName() throws IOException {
        SambaDc controller =
                started(
                        Setup.HEALTHY.certificate(
                                SambaDc.itsAuthority().issue("dc7." + SambaDc.DOMAIN)));
        Examined found = Examined.of(order(controller));
        stop(controller);

        assertThat(found.changes()).containsExactly("CERTIFICATE BAD WRONG_NAME");
        assertThat(found.the(CheckKind.CERTIFICATE).arguments().get(1))
                .isEqualTo("dc7." + SambaDc.DOMAIN);
        assertThat(found.the(CheckKind.ACCOUNT).arguments()).containsExactly("KERBEROS");
    }

    @Test
    void anExpiredCertificate() throws IOException {
        Instant now = Instant.now();
        SambaDc controller =
                started(
                        Setup.HEALTHY.certificate(
                                SambaDc.itsAuthority()
                                        .issue(
                                                now.minus(Duration.ofDays(9)),
                                                now.minus(Duration.ofDays(1)),
                                                SambaDc.NAME)));
        Examined found = Examined.of(order(controller));
        stop(controller);

        assertThat(found.changes()).containsExactly("CERTIFICATE BAD EXPIRED");
        assertThat(found.the(CheckKind.ACCOUNT).arguments()).containsExactly("KERBEROS");
    }

    @Test
    void withoutTlsKerberosTakesOverAndTellsAccountsApart() throws IOException {
        SambaDc controller = started(Setup.HEALTHY.options("tls enabled = no"));
        controller.usersWithoutTls(PASSWORD);

        Examined found = Examined.of(order(controller));
        assertThat(found.changes()).containsExactly("PORTS BAD MISSING", "CERTIFICATE BAD NONE");
        assertThat(found.the(CheckKind.ACCOUNT).arguments()).containsExactly("KERBEROS");

        assertThat(byKerberos(controller, "plain", "Wr0ng!pass")).isEqualTo("WRONG_PASSWORD");
        assertThat(byKerberos(controller, "nobody", PASSWORD)).isEqualTo("UNKNOWN_ACCOUNT");
        assertThat(byKerberos(controller, "gone", PASSWORD)).isEqualTo("REVOKED");
        assertThat(byKerberos(controller, "fresh", PASSWORD)).isEqualTo("PASSWORD_EXPIRED");
        stop(controller);
    }

    @Test
    void aClockTenMinutesAhead() throws IOException {
        Duration ahead = Duration.ofMinutes(10);
        SambaDc controller = started(Setup.HEALTHY.ahead(ahead).options("tls enabled = no"));
        Examined found = Examined.of(order(controller));
        CheckOrder cloudToo = order(controller);
        Examined ours =
                Examined.of(
                        new CheckOrder(
                                cloudToo.domain(),
                                cloudToo.controllers(),
                                cloudToo.dnsServers(),
                                true,
                                null,
                                ahead));
        stop(controller);

        assertThat(found.changes())
                .containsExactly(
                        "PORTS BAD MISSING",
                        "CLOCK BAD CONTROLLER",
                        "CERTIFICATE BAD NONE",
                        "ACCOUNT BAD CLOCK_SKEW",
                        "RIGHTS SKIPPED NOT_SIGNED_IN");
        assertThat(Long.parseLong(found.evidence(CheckKind.CLOCK, "controllerAheadSeconds")))
                .isBetween(590L, 610L);
        assertThat(ours.lines())
                .as("the cloud has the controller's time")
                .contains("CLOCK ATTENTION WORKSTATION");
    }

    private static String byKerberos(SambaDc controller, String account, String password)
            throws IOException {
        CheckOrder order = order(controller);
        CheckResult found =
                Examined.of(
                                new CheckOrder(
                                        order.domain(),
                                        order.controllers(),
                                        order.dnsServers(),
                                        true,
                                        new Account(account, Secret.of(password)),
                                        order.cloudAhead()))
                        .the(CheckKind.ACCOUNT);
        assertThat(found.arguments()).containsExactly("KERBEROS");
        return found.code();
    }

    private static CheckOrder order(SambaDc controller) {
        return asking(controller, controller.address());
    }

    private static CheckOrder asking(SambaDc controller, String... dnsServers) {
        return order(controller, SambaDc.DOMAIN, SambaDc.NAME, Arrays.asList(dnsServers));
    }

    private static CheckOrder order(SambaDc controller, String domain, String name) {
        return order(controller, domain, name, List.of(controller.address()));
    }

    private static CheckOrder order(
            SambaDc controller, String domain, String name, List<String> dnsServers) {
        return new CheckOrder(
                domain,
                List.of(new Controller(controller.address(), name)),
                dnsServers,
                true,
                new Account(SambaDc.ADMIN, Secret.of(SambaDc.PASSWORD)),
                Duration.ZERO);
    }

    private static SambaDc started(Setup setup) throws IOException {
        SambaDc controller = SambaDc.start(setup);
        STARTED.add(controller);
        STARTED.add(Examined.rpcOverHttp(controller));
        return controller;
    }

    /** Its stand-in for RPC over HTTP goes first. */
    private static void stop(SambaDc controller) throws IOException {
        int at = STARTED.indexOf(controller);
        ServerSocket standIn = (ServerSocket) STARTED.get(at + 1);
        standIn.close();
        controller.close();
        STARTED.remove(at + 1);
        STARTED.remove(at);
    }
}
