package org.workspaceadmin.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.workspaceadmin.directory.CheckOrder.Account;
import org.workspaceadmin.directory.CheckOrder.Controller;
import org.workspaceadmin.model.Secret;
import org.workspaceadmin.peer.SambaDc;
import org.workspaceadmin.peer.TestAuthority;

/**
 * What Windows controllers say and Samba does not: recorded answers, given over a real socket with
 * real TLS. The recorded text is that of Windows Server 2012 to 2022; only the number after "data"
 * differs between the faults.
 */
class RecordedAnswersTest {
    private static final int INVALID_CREDENTIALS = 49;
    private static final String RECORDED =
            "80090308: LdapErr: DSID-0C090439, comment: AcceptSecurityContext error, data %s, v4563";

    @ParameterizedTest
    @CsvSource({
        "525, UNKNOWN_ACCOUNT",
        "52e, WRONG_PASSWORD",
        "530, NOT_AT_THIS_TIME",
        "531, NOT_FROM_HERE",
        "532, PASSWORD_EXPIRED",
        "533, DISABLED",
        "701, ACCOUNT_EXPIRED",
        "773, MUST_CHANGE_PASSWORD",
        "775, LOCKED",
        "57, OTHER"
    })
    void everyDataCodeIsToldApart(String data, String code) throws Exception {
        Seen seen = seen(INVALID_CREDENTIALS, RECORDED.formatted(data), RecordedController.NAME);

        assertThat(seen.lines).containsExactly("ACCOUNT BAD " + code, SKIPPED);
        assertThat(seen.binds).as("attempts").isEqualTo(1);
        assertThat(seen.goesOn).as("another controller is asked").isFalse();
    }

    @Test
    void aControllerThatHangsUpOnThePasswordGetsNoSecondOne() throws Exception {
        Seen seen = seen(-1, "", RecordedController.NAME);

        assertThat(seen.lines).containsExactly("ACCOUNT UNKNOWN NO_ANSWER", SKIPPED);
        assertThat(seen.binds).isEqualTo(1);
        assertThat(seen.goesOn).isFalse();
    }

    @Test
    void aBusyControllerGetsNoSecondOneEither() throws Exception {
        Seen seen = seen(51, "busy", RecordedController.NAME);

        assertThat(seen.lines).containsExactly("ACCOUNT BAD OTHER", SKIPPED);
        assertThat(seen.binds).isEqualTo(1);
    }

    @Test
    void aControllerThatWantsAnotherWayIsAskedTheOtherWays() throws Exception {
        Seen seen = seen(8, "strong authentication required", RecordedController.NAME);

        assertThat(seen.lines).containsExactly("ACCOUNT UNKNOWN NO_SAFE_WAY", SKIPPED);
        assertThat(seen.ways).containsExactly("LDAPS", "START_TLS", "KERBEROS");
        assertThat(seen.goesOn).isTrue();
    }

    @Test
    void aCertificateForAnotherNameGetsNoPassword() throws Exception {
        Seen seen = seen(INVALID_CREDENTIALS, RECORDED.formatted("52e"), "dc2.corp.example.test");

        assertThat(seen.lines).containsExactly("ACCOUNT UNKNOWN NO_SAFE_WAY", SKIPPED);
        assertThat(seen.binds).as("passwords that arrived").isZero();
    }

    /** Any computer of the domain has a good certificate for its own name. */
    @Test
    void aControllerEnteredByAddressGetsNoPasswordForTheNameItGivesItself() throws Exception {
        Seen seen = seen(INVALID_CREDENTIALS, RECORDED.formatted("52e"), "");

        assertThat(seen.lines).containsExactly("ACCOUNT UNKNOWN NO_SAFE_WAY", SKIPPED);
        assertThat(seen.binds).as("passwords that arrived").isZero();
    }

    @Test
    void everyCodeOfEveryKindIsListed() {
        assertThat(CheckKind.ACCOUNT.codes())
                .contains("SIGNED_IN", "NO_SAFE_WAY", "UNKNOWN_ACCOUNT", "LOCKED");
        assertThat(CheckKind.DNS_LDAP.codes()).contains("FOUND", "SILENT").doesNotContain("SAME");
        for (CheckKind kind : CheckKind.values()) {
            assertThat(kind.codes()).as(kind.name()).hasSizeGreaterThan(2);
        }
    }

    private static final String SKIPPED = "RIGHTS SKIPPED NOT_SIGNED_IN";

    private record Seen(List<String> lines, List<String> ways, int binds, boolean goesOn) {}

    private static Seen seen(int answer, String diagnostic, String name) throws Exception {
        TestAuthority authority = new TestAuthority("Corp authority");
        try (RecordedController controller =
                new RecordedController(authority, answer, diagnostic)) {
            Controller entered = new Controller("127.0.0.1", name);
            Account account = new Account("joiner", Secret.of("J0iner!pass"));
            CheckOrder order =
                    new CheckOrder(
                            "corp.example.test",
                            List.of(entered),
                            List.of(),
                            true,
                            account,
                            Duration.ZERO);
            List<CheckResult> found = new ArrayList<>();
            boolean goesOn =
                    new AccountCheck(
                                    order,
                                    controller.endpoints(),
                                    Duration.ofSeconds(10),
                                    SambaDc.trusting(authority),
                                    InstantSource.system())
                            .at(entered, account, found::add);
            return new Seen(
                    new Examined(found).lines(),
                    found.getFirst().evidence().stream().map(field -> field.path()).toList(),
                    controller.binds(),
                    goesOn);
        }
    }
}
