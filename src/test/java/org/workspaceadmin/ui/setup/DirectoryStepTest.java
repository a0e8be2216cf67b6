package org.workspaceadmin.ui.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.util.ssl.SSLUtil;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.workspaceadmin.directory.Anchors;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.peer.TestAuthority;
import org.workspaceadmin.simulator.SimulatorOptions;
import org.workspaceadmin.simulator.directory.SimulatedDirectory;
import org.workspaceadmin.ui.common.Skin;
import org.workspaceadmin.ui.common.Theme;

/**
 * The wizard's Check step before the simulated service and a simulated directory, both over
 * sockets: what is found from here, beside what the service found.
 */
@ExtendWith(ApplicationExtension.class)
class DirectoryStepTest {
    private static final String CONTROLLER = "10.16.0.9";

    /** The simulated service reaches none of these addresses. */
    private static final String OUT_OF_ITS_REACH = "192.0.2.9";

    private static final String PASSWORD = "Testabc!23";

    @TempDir Path folder;

    private Stage stage;
    private SetupFixture setup;
    private SimulatedDirectory company;

    @Start
    void start(Stage first) {
        stage = first;
    }

    @BeforeEach
    void open() throws IOException {
        setup = new SetupFixture(folder, UnaryOperator.<SimulatorOptions>identity());
        company = setup.bench.simulator.directory();
        setup.directory.real =
                new SimulatedPort(
                        (host, service) -> company.at(host, service.port()),
                        Anchors.of(List.of(company.authority())));
        setup.interact(() -> setup.open(stage, Generation.V2));
    }

    @AfterEach
    void stop() {
        setup.close();
    }

    private void toCheck(String controller, String account, String password) {
        setup.press("setup-begin");
        setup.press("setup-kind-COMPANY");
        setup.press("setup-next");
        setup.type("setup-NAME", company.domain());
        setup.type("setup-ACCOUNT", account);
        setup.type("setup-PASSWORD", password);
        setup.type("setup-ACTIVE_NAME", company.name(CONTROLLER));
        setup.type("setup-ACTIVE_IP", controller);
        setup.type("setup-ACTIVE_DNS", controller);
        setup.press("setup-next");
        setup.choose("setup-vpc", 0);
        setup.chooseFirstSubnet();
        setup.press("setup-access-INTERNET");
        setup.press("setup-next");
        setup.appears("setup-directory-start");
    }

    private void both() {
        checkFromHere();
        setup.press("setup-check-run");
        setup.until("the service answered", () -> !setup.text("setup-check-verdict").contains("…"));
    }

    private void checkFromHere() {
        setup.press("setup-directory-start");
        setup.until("the check is over", () -> state() == DirectoryViewModel.State.DONE);
    }

    private DirectoryViewModel.State state() {
        return setup.wizard().directory().stateProperty().get();
    }

    private String line(String group) {
        return setup.node("setup-directory-group-" + group).getAccessibleText();
    }

    // ---- the four verdicts ----------------------------------------------------------------

    @Test
    void bothGetThrough() {
        toCheck(CONTROLLER, company.account(), company.password());
        assertThat(setup.directory.orders).as("never by itself").isEmpty();
        assertThat(setup.text("setup-vantage-title")).isEqualTo("Nothing is known yet");
        checkFromHere();
        assertThat(setup.text("setup-vantage-title")).isEqualTo("The service has not been asked");
        setup.press("setup-check-run");
        setup.until("the service answered", () -> !setup.text("setup-check-verdict").contains("…"));

        assertThat(setup.text("setup-vantage-title")).isEqualTo("Both get through");
        assertThat(setup.text("setup-directory-state")).isEqualTo("Everything works");
        assertThat(setup.text("setup-directory-counts")).isEqualTo("11 good");
        setup.picture("setup-directory-both");
        setup.interact(() -> setup.texts.setLanguage(Language.CHINESE));
        assertThat(setup.text("setup-vantage-title")).isEqualTo("两处均可访问");
        setup.picture("setup-directory-both-zh");
    }

    @Test
    void onlyThisComputerGetsThrough() {
        setup.directory.real = null;
        setup.directory.script = Findings::healthy;
        toCheck(OUT_OF_ITS_REACH, "svc.join", PASSWORD);
        both();

        assertThat(setup.text("setup-vantage-title"))
                .isEqualTo("This computer gets through, the service does not");
        assertThat(setup.text("setup-vantage-text")).contains("VPN", "security group");
        assertThat(setup.text("setup-check-said")).contains("cannot be reached");
        setup.picture("setup-directory-only-ours");
    }

    @Test
    void onlyTheServiceGetsThrough() {
        InetSocketAddress nobody = company.at("10.16.0.77", 389);
        setup.directory.real =
                new SimulatedPort(
                        (host, service) -> nobody, Anchors.of(List.of(company.authority())));
        toCheck(CONTROLLER, "svc.join", PASSWORD);
        both();

        assertThat(setup.text("setup-vantage-title"))
                .isEqualTo("The service gets through, this computer does not");
        assertThat(line("PORTS")).contains("Fails", "Nothing answers at this address");
        setup.picture("setup-directory-only-cloud");
    }

    @Test
    void neitherGetsThroughAndTheAccountIsTriedOncePerPress()
            throws LDAPException, GeneralSecurityException {
        toCheck(CONTROLLER, "svc.join", "wrong-Testabc!23");
        setup.interact(() -> setup.wizard().form().standbyIpProperty().set("10.16.0.10"));
        checkFromHere();

        assertThat(refusals("svc.join")).as("one press, one bind").isEqualTo(1);
        assertThat(line("ACCOUNT")).contains("Fails", "Account or password is wrong");
        assertThat(setup.text("setup-check-care")).contains("was refused", "so far: 1");
        setup.press("setup-check-run");
        setup.until("the service answered", () -> !setup.text("setup-check-verdict").contains("…"));
        assertThat(setup.text("setup-vantage-title"))
                .isEqualTo("Neither gets through: the account is refused");
        assertThat(setup.text("setup-check-care")).contains("so far: 2");
        setup.picture("setup-directory-neither");
        assertThat(setup.words()).doesNotContain("wrong-Testabc!23");
    }

    /** What the directory itself counted, read as its administrator. */
    private int refusals(String account) throws LDAPException, GeneralSecurityException {
        InetSocketAddress at = company.at(CONTROLLER, 636);
        try (LDAPConnection connection =
                new LDAPConnection(
                        new SSLUtil(Anchors.of(List.of(company.authority())))
                                .createSSLSocketFactory(),
                        at.getHostString(),
                        at.getPort(),
                        company.account() + "@" + company.domain(),
                        company.password())) {
            return connection
                    .searchForEntry(
                            "DC=" + company.domain().replace(".", ",DC="),
                            SearchScope.SUB,
                            "(sAMAccountName=" + account + ")",
                            "badPwdCount")
                    .getAttributeValueAsInteger("badPwdCount");
        }
    }

    // ---- care -----------------------------------------------------------------------------

    @Test
    void withoutTheAccountNobodySignsIn() throws LDAPException, GeneralSecurityException {
        toCheck(CONTROLLER, "svc-reader", "wrong");
        setup.press("setup-directory-account");
        assertThat(setup.text("setup-check-care")).contains("nothing is signed in");
        checkFromHere();

        assertThat(refusals("svc-reader")).isZero();
        assertThat(setup.directory.orders.getFirst().account()).isNull();
        assertThat(setup.visible("setup-directory-group-ACCOUNT")).isFalse();
    }

    @Test
    void whatChangesAfterwardsMakesItStale() {
        toCheck(CONTROLLER, company.account(), company.password());
        both();
        setup.press("setup-back");
        setup.press("setup-back");
        setup.type("setup-ACTIVE_DNS", "10.16.0.10");
        setup.press("setup-next");
        setup.press("setup-next");

        setup.appears("setup-directory-stale");
        assertThat(setup.text("setup-vantage-title"))
                .as("only the service’s try did not depend on it")
                .isEqualTo("This computer has not been asked");
        checkFromHere();
        assertThat(setup.visible("setup-directory-stale")).isFalse();
    }

    @Test
    void aCheckUnderWayIsShownAndStopped() {
        setup.directory.real = null;
        setup.directory.script = Findings::healthy;
        setup.directory.gate = new CountDownLatch(1);
        toCheck(CONTROLLER, "svc.join", PASSWORD);
        setup.press("setup-directory-start");
        setup.until("half of it is there", () -> line("DNS").contains("All 5"));
        assertThat(line("CERTIFICATE")).contains("Checking");
        assertThat(setup.text("setup-directory-counts")).startsWith("5 of 11 looked at");
        setup.picture("setup-directory-running");

        setup.press("setup-directory-stop");

        assertThat(state()).isEqualTo(DirectoryViewModel.State.STOPPED);
        assertThat(line("CERTIFICATE")).contains("Stopped");
        assertThat(setup.text("setup-vantage-title")).isEqualTo("One side is not known");
        setup.directory.gate.countDown();
        assertThat(setup.wizard().directory().results()).hasSize(5);
    }

    @Test
    void theKeyboardAloneStartsReadsAndCopies() {
        toCheck(CONTROLLER, company.account(), company.password());
        setup.until(
                "the start button has the focus",
                () -> setup.node("setup-directory-start").isFocused());
        setup.key(KeyCode.SPACE);
        setup.until("the check is over", () -> state() == DirectoryViewModel.State.DONE);
        setup.interact(() -> setup.node("setup-directory-group-CERTIFICATE").requestFocus());
        setup.key(KeyCode.SPACE);
        setup.appears("setup-directory-certificate-offer");
        setup.picture("setup-directory-certificate");
        setup.press("setup-directory-copy");

        assertThat(setup.copied.getLast())
                .contains("Directory check of " + company.domain(), "Names in DNS", "SHA-256")
                .contains("TCP 389: OPEN")
                .doesNotContain(company.password(), "BEGIN CERTIFICATE");
    }

    // ---- the certificate ------------------------------------------------------------------

    @Test
    void theCompanysAuthorityBecomesTheCertificateForLdaps() {
        toCheck(CONTROLLER, company.account(), company.password());
        checkFromHere();
        setup.press("setup-directory-group-CERTIFICATE");
        setup.press("setup-directory-certificate-offer");

        LdapsCertificate taken = setup.wizard().form().certificateProperty().get();
        assertThat(taken).isNotNull();
        assertThat(taken.subject())
                .isEqualTo(company.authority().getSubjectX500Principal().getName());
        assertThat(setup.text("setup-directory-certificate-said")).contains("will use LDAPS");
        assertThat(setup.visible("setup-directory-stale"))
                .as("LDAPS now matters, which it did not before")
                .isTrue();
    }

    @Test
    void anUnknownAuthorityIsTrustedOnceItsFingerprintWasCompared() {
        setup.directory.real =
                new SimulatedPort(
                        (host, service) -> company.at(host, service.port()),
                        Anchors.of(List.of(new TestAuthority("Somebody else").certificate())));
        toCheck(CONTROLLER, company.account(), company.password());
        checkFromHere();
        assertThat(line("CERTIFICATE")).contains("not trusted");
        assertThat(line("ACCOUNT")).contains("The password was not sent");
        assertThat(setup.words()).contains(CertificateCard.fingerprint(company.authority()));
        setup.press("setup-directory-trust");
        assertThat(setup.node("setup-directory-trust-go").isDisabled()).isTrue();
        setup.picture("setup-directory-untrusted");
        setup.press("setup-directory-trust-compared");
        setup.press("setup-directory-trust-go");
        setup.until("the check is over", () -> state() == DirectoryViewModel.State.DONE);

        assertThat(line("CERTIFICATE")).contains("The certificate is good");
        assertThat(line("ACCOUNT")).contains("The account signs in");
        setup.press("setup-directory-untrust");
        setup.appears("setup-directory-stale");
        assertThat(setup.wizard().directory().trustedProperty().get()).isNull();
    }

    // ---- leftovers and looks ----------------------------------------------------------------

    @Test
    void oldAndDuplicateObjectsAreListedWhenAskedFor() {
        toCheck(CONTROLLER, company.account(), company.password());
        setup.press("setup-directory-leftovers");
        setup.type("setup-leftovers-pattern", "*");
        setup.press("setup-leftovers-start");
        setup.until(
                "there is a list",
                () -> setup.text("setup-leftovers-state").matches("[\\d,]+ objects.*"));
        setup.press("setup-leftovers-copy");

        assertThat(setup.copied.getLast()).startsWith("Name\tWhy\tPassword changed\tOU\n");
        assertThat(setup.copied.getLast().lines().count()).isGreaterThan(3);
        setup.picture("setup-directory-leftovers");
    }

    @Test
    void darkAndChineseAreComplete() {
        toCheck(CONTROLLER, "svc-reader", "Right-Testabc!23");
        setup.interact(() -> {
            setup.texts.setLanguage(Language.CHINESE);
            new Skin(Theme.DARK);
        });
        try {
            both();
            assertThat(setup.text("setup-vantage-title")).isEqualTo("服务可以登录，但存在其他问题");
            setup.picture("setup-directory-dark-zh");
        } finally {
            setup.interact(() -> new Skin(Theme.LIGHT));
        }
    }
}
