package org.workspaceadmin.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.workspaceadmin.contract.Watched;
import org.workspaceadmin.directory.CheckOrder.Account;
import org.workspaceadmin.directory.CheckOrder.Controller;
import org.workspaceadmin.model.Secret;
import org.workspaceadmin.simulator.Simulator;
import org.workspaceadmin.simulator.directory.SimulatedDirectory;
import org.workspaceadmin.task.Workers;

/** The checks against the demo's directory: all green, and one by one what can be wrong. */
class DemoDirectoryTest {
    private static Simulator simulator;
    private static SimulatedDirectory directory;
    private static X509TrustManager trust;

    @BeforeAll
    static void start() throws IOException, GeneralSecurityException {
        simulator = Simulator.start(Watched.options().withDesktops(60));
        long begin = System.nanoTime();
        directory = simulator.directory();
        System.out.println(
                "directory started in " + (System.nanoTime() - begin) / 1_000_000 + " ms");
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("ca", directory.authority());
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        trust = (X509TrustManager) factory.getTrustManagers()[0];
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void everythingIsGreenWithTheDemosAccount() {
        List<CheckResult> found = check(order("svc-desktop", directory.password()), trust);

        assertThat(found)
                .allSatisfy(result -> assertThat(result.verdict()).isEqualTo(Verdict.GOOD));
        assertThat(found.stream().map(CheckResult::check)).contains(CheckKind.values());
        assertThat(of(found, CheckKind.RIGHTS).code()).as("by nesting").isEqualTo("DOMAIN_ADMIN");
        assertThat(of(found, CheckKind.PORTS).evidence())
                .as("every port, over UDP too, under its usual number")
                .allSatisfy(port -> assertThat(port.value()).isEqualTo("OPEN"));
    }

    @Test
    void everyStateOfAnAccountIsToldApart() {
        assertThat(account("svc-nobody", "x")).isEqualTo("UNKNOWN_ACCOUNT");
        assertThat(account("svc-reader", "wrong")).isEqualTo("WRONG_PASSWORD");
        assertThat(account("svc-locked", "x")).isEqualTo("LOCKED");
        assertThat(account("svc-disabled", "x")).isEqualTo("DISABLED");
        assertThat(account("svc-expired", "x")).isEqualTo("ACCOUNT_EXPIRED");
        assertThat(account("svc-oldpassword", "x")).isEqualTo("PASSWORD_EXPIRED");
        assertThat(account("svc-newcomer", "x")).isEqualTo("MUST_CHANGE_PASSWORD");
    }

    @Test
    void rightsAreThoseOfTheAccount() {
        assertThat(of(check(order("svc.join", "x"), trust), CheckKind.RIGHTS).code())
                .isEqualTo("MAY_CREATE");
        assertThat(of(check(order("svc-reader", "x"), trust), CheckKind.RIGHTS).code())
                .isEqualTo("MAY_NOT");
    }

    @Test
    void fiveWrongPasswordsLockAnAccount() {
        for (int i = 0; i < 5; i++) {
            assertThat(account("helpdesk.ng", "wrong")).isEqualTo("WRONG_PASSWORD");
        }
        assertThat(account("helpdesk.ng", "right")).isEqualTo("LOCKED");
    }

    @Test
    void anotherDomainIsUnknownToIts() {
        CheckOrder other =
                new CheckOrder(
                        "other.example.com",
                        List.of(new Controller("10.16.0.9", "dc1.corp.example.com")),
                        List.of("10.16.0.9"),
                        true,
                        null,
                        Duration.ZERO);
        List<CheckResult> found = check(other, trust);
        assertThat(of(found, CheckKind.DNS_CONTROLLERS).code()).isEqualTo("REFUSED");
        assertThat(of(found, CheckKind.IDENTITY).code()).isEqualTo("OTHER_DOMAIN");
    }

    @Test
    void withoutTheCompanysAuthorityNoPasswordLeaves() throws GeneralSecurityException {
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        List<CheckResult> found =
                check(order("svc-desktop", "x"), (X509TrustManager) factory.getTrustManagers()[0]);
        assertThat(of(found, CheckKind.CERTIFICATE).code()).isEqualTo("UNTRUSTED");
        assertThat(of(found, CheckKind.ACCOUNT).code()).isEqualTo("NO_SAFE_WAY");
    }

    @Test
    void anAddressWithoutAControllerRefuses() {
        CheckOrder order =
                new CheckOrder(
                        directory.domain(),
                        List.of(new Controller("10.16.0.77", "dc9.corp.example.com")),
                        List.of("10.16.0.9"),
                        true,
                        null,
                        Duration.ZERO);
        List<CheckResult> found = check(order, trust);
        assertThat(of(found, CheckKind.PORTS).code()).isEqualTo("NOTHING");
        assertThat(of(found, CheckKind.DNS_CONTROLLERS).code()).isEqualTo("OTHERS");
        assertThat(of(found, CheckKind.IDENTITY).code()).isEqualTo("NO_ANSWER");
    }

    private static String account(String name, String password) {
        return of(check(order(name, password), trust), CheckKind.ACCOUNT).code();
    }

    private static CheckOrder order(String account, String password) {
        return new CheckOrder(
                directory.domain(),
                directory.controllers().stream()
                        .map(address -> new Controller(address, directory.name(address)))
                        .toList(),
                directory.controllers(),
                true,
                new Account(account, Secret.of(password)),
                Duration.ZERO);
    }

    private static List<CheckResult> check(CheckOrder order, X509TrustManager trusted) {
        List<CheckResult> found = new CopyOnWriteArrayList<>();
        new DirectoryCheck(
                        Workers.virtual("check"),
                        InstantSource.system(),
                        (host, service) -> directory.at(host, service.port()),
                        trusted)
                .run(order, found::add)
                .await();
        return found;
    }

    private static CheckResult of(List<CheckResult> found, CheckKind kind) {
        return found.stream().filter(r -> r.check() == kind).findFirst().orElseThrow();
    }
}
