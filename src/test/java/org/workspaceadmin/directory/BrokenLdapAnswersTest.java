package org.workspaceadmin.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.workspaceadmin.directory.BrokenDnsAnswersTest.all;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.workspaceadmin.directory.CheckOrder.Account;
import org.workspaceadmin.directory.CheckOrder.Controller;
import org.workspaceadmin.model.Secret;
import org.workspaceadmin.peer.TestAuthority;

/** Ten thousand broken LDAP answers over real sockets: each ends in a verdict, and in time. */
class BrokenLdapAnswersTest {
    private static final int AT_A_TIME = 192;
    private static final Duration PATIENCE = Duration.ofMillis(80);

    /** A conversation ends after some answers; the rest is for a computer that is busy. */
    private static final Duration DEADLINE = PATIENCE.multipliedBy(8).plusSeconds(10);

    private static final String NAME = "dc1.corp.example.com";
    private static final Account ACCOUNT = new Account("svc", Secret.of("Passw0rd"));
    private static final CheckOrder ORDER =
            new CheckOrder(
                    "corp.example.com",
                    List.of(new Controller("10.16.0.9", NAME)),
                    List.of(),
                    true,
                    ACCOUNT,
                    null);

    private static final RootEntry ROOT =
            new RootEntry(
                    "corp.example.com",
                    "DC=corp,DC=example,DC=com",
                    NAME,
                    7,
                    7,
                    7,
                    null,
                    List.of());

    private static X509TrustManager trust;
    private static SSLSocketFactory tls;

    @BeforeAll
    static void certify() throws GeneralSecurityException, IOException {
        TestAuthority authority = new TestAuthority("Broken");
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("ca", authority.certificate());
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        trust = (X509TrustManager) factory.getTrustManagers()[0];
        TestAuthority.Issued issued = authority.issue(NAME);
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        own.setKeyEntry(
                "own", issued.key(), new char[0], issued.chain().toArray(Certificate[]::new));
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        tls = context.getSocketFactory();
    }

    @Test
    void eachEndsInAVerdictByItsDeadline() throws Exception {
        try (BrokenController first = new BrokenController(11, 0, tls);
                BrokenController later = new BrokenController(12, 4, tls);
                Undisturbed undisturbed = new Undisturbed()) {
            Map<String, Integer> verdicts = new TreeMap<>();
            Duration longest = Duration.ZERO;
            List<Ended> all = new ArrayList<>();
            all.addAll(all(5_000, AT_A_TIME, i -> identity(first)));
            all.addAll(all(2_600, AT_A_TIME, i -> rights(later)));
            all.addAll(all(3_200, AT_A_TIME, i -> computers(later)));
            all.addAll(all(200, AT_A_TIME, i -> certificate(first)));
            all.addAll(all(300, AT_A_TIME, i -> signIn(later)));
            for (Ended ended : all) {
                verdicts.merge(ended.verdict(), 1, Integer::sum);
                longest = longer(longest, ended.took());
            }
            System.out.println(
                    verdicts
                            + ", broken answers "
                            + (first.broken() + later.broken())
                            + ", longest "
                            + longest.toMillis()
                            + " ms");
            assertThat(longest).isLessThan(DEADLINE);
            int broken = first.broken() + later.broken();
            assertThat(broken).isGreaterThanOrEqualTo(10_000);
            assertThat(verdicts)
                    .containsKeys(
                            "IDENTITY SAME",
                            "IDENTITY NO_ANSWER",
                            "IDENTITY OTHER_DOMAIN",
                            "RIGHTS MAY_CREATE",
                            "RIGHTS NOT_TOLD",
                            "COMPUTERS read",
                            "COMPUTERS not read",
                            "CERTIFICATE NONE",
                            "NotPossible");
            undisturbed.check();
        }
    }

    /** What became of one conversation. */
    private record Ended(String verdict, Duration took) {}

    private static Ended identity(BrokenController broken) {
        List<CheckResult> found = new CopyOnWriteArrayList<>();
        long begin = System.nanoTime();
        new ControllerChecks(
                        ORDER,
                        (host, service) -> broken.address(),
                        PATIENCE,
                        trust,
                        InstantSource.system())
                .open(ORDER.controllers().getFirst(), found::add);
        assertThat(found).extracting(CheckResult::check).contains(CheckKind.IDENTITY);
        return new Ended("IDENTITY " + found.getFirst().code(), since(begin));
    }

    private static Ended certificate(BrokenController broken) {
        long begin = System.nanoTime();
        CheckResult result =
                new ControllerChecks(
                                ORDER,
                                (host, service) -> broken.address(),
                                PATIENCE,
                                trust,
                                InstantSource.system())
                        .certificate(ORDER.controllers().getFirst());
        return new Ended("CERTIFICATE " + result.code(), since(begin));
    }

    private static Ended rights(BrokenController broken) {
        long begin = System.nanoTime();
        Ldap ldap = new Ldap((host, service) -> broken.address(), PATIENCE);
        try (LDAPConnection connection = ldap.plain("10.16.0.9")) {
            CheckResult result =
                    Rights.of(connection, ORDER.controllers().getFirst(), ORDER, ACCOUNT);
            return new Ended("RIGHTS " + result.code(), since(begin));
        } catch (LDAPException e) {
            return new Ended("no connection", since(begin));
        }
    }

    private static Ended computers(BrokenController broken) {
        long begin = System.nanoTime();
        Ldap ldap = new Ldap((host, service) -> broken.address(), PATIENCE);
        try (SignedInController controller =
                new SignedInController(
                        ldap.plain("10.16.0.9"), "10.16.0.9", ROOT, PATIENCE.multipliedBy(2))) {
            ComputerReading read =
                    new ComputerQuery(controller).all(Instant.EPOCH, "svc", count -> {});
            assertThat(read.computers()).hasSizeLessThan(100_000);
            return new Ended("COMPUTERS read", since(begin));
        } catch (LDAPException | SignedInController.TooMany e) {
            return new Ended("COMPUTERS not read", since(begin));
        }
    }

    private static Ended signIn(BrokenController broken) {
        long begin = System.nanoTime();
        Endpoints endpoints = (host, service) -> broken.address();
        SignIn signIn =
                new SignIn(new Ldap(endpoints, PATIENCE), endpoints, InstantSource.system());
        SignIn.Attempt attempt =
                signIn.overStartTls(
                        "10.16.0.9",
                        List.of(NAME),
                        "svc@corp.example.com",
                        ACCOUNT.password(),
                        new ControllerTls(trust));
        attempt.connection().close();
        return new Ended(attempt.result().getClass().getSimpleName(), since(begin));
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
