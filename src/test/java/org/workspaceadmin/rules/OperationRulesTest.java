package org.workspaceadmin.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.workspaceadmin.model.RebuildOrder;
import org.workspaceadmin.model.UserNameChange;

class OperationRulesTest {
    private static List<String> ids(List<Violation> violations) {
        return violations.stream().map(Violation::rule).toList();
    }

    private static List<String> name(String name, Directory directory) {
        return ids(UserNameRules.name(UserNameRules.NEW, name, directory));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.lin", "user01", "李雷", "first last", "o'neill", "x"})
    void aPlainUserNameIsFine(String name) {
        assertThat(name(name, Directory.UNKNOWN)).isEmpty();
        assertThat(name(name, Directory.LOCAL)).isEmpty();
    }

    @Test
    void aUserNameIsRequired() {
        assertThat(name("", Directory.LOCAL)).containsExactly("USERNAME-REQUIRED");
        assertThat(name("  ", Directory.LITE)).containsExactly("USERNAME-REQUIRED");
    }

    @Test
    void aUserNameStandsAloneWithoutBlanksAndControlCharacters() {
        assertThat(name("CORP\\a", Directory.LOCAL)).containsExactly("USERNAME-WITH-DOMAIN");
        assertThat(name("a@corp", Directory.LOCAL)).containsExactly("USERNAME-WITH-DOMAIN");
        assertThat(name(" a", Directory.LOCAL)).containsExactly("USERNAME-BLANK-EDGE");
        assertThat(name("a\u00002", Directory.LOCAL)).containsExactly("USERNAME-CONTROL");
        assertThat(name("a\n", Directory.LOCAL))
                .containsExactly("USERNAME-BLANK-EDGE", "USERNAME-CONTROL");
    }

    @Test
    void lengthWarnsAboveTwentyAndEndsAtSixtyFour() {
        assertThat(name("x".repeat(20), Directory.LOCAL)).isEmpty();
        assertThat(name("x".repeat(21), Directory.LOCAL)).containsExactly("USERNAME-LEN-WINDOWS");
        assertThat(name("x".repeat(64), Directory.UNKNOWN)).containsExactly("USERNAME-LEN-WINDOWS");
        assertThat(name("x".repeat(65), Directory.UNKNOWN)).containsExactly("USERNAME-LEN");
        assertThat(name("x".repeat(21), Directory.LITE)).containsExactly("USERNAME-LEN");
        assertThat(UserNameRules.name("new", "x".repeat(21), Directory.LOCAL).getFirst())
                .isEqualTo(
                        new Violation(
                                "USERNAME-LEN-WINDOWS",
                                Violation.Level.WARNING,
                                List.of("new", "20", "21")));
    }

    @Test
    void aCloudSideUserNameBeginsWithALetter() {
        assertThat(name("1a", Directory.LITE)).containsExactly("USERNAME-LITE-START");
        assertThat(name("1a", Directory.LOCAL)).isEmpty();
    }

    @Test
    void oldAndNewDiffer() {
        assertThat(change("Old", "", "old", "")).containsExactly("USERNAME-SAME");
        assertThat(change("old", "a", "old", "b")).isEmpty();
        assertThat(change("old", "A", "OLD", "a")).containsExactly("USERNAME-SAME");
        assertThat(change("", "", "", ""))
                .containsExactly("USERNAME-REQUIRED", "USERNAME-REQUIRED");
        assertThat(change("a", "x@y", "b", " d"))
                .containsExactly("USERDOMAIN-CHARSET", "USERDOMAIN-BLANK-EDGE");
    }

    private static List<String> change(String old, String od, String name, String nd) {
        return ids(
                UserNameRules.check(new UserNameChange(old, od, name, nd, false), Directory.LOCAL));
    }

    @ParameterizedTest
    @CsvSource({
        "CORP\\a.lin, a.lin, CORP",
        "a.lin@corp.example.com, a.lin, corp.example.com",
        "' a@b ', a, b"
    })
    void aNameWithItsDomainIsTakenApart(String typed, String name, String domain) {
        assertThat(UserNameSplit.of(typed)).contains(new UserNameSplit(name, domain));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.lin", "", "@", "\\", "CORP\\", "\\a", "@corp", "a@", "A\\b@c"})
    void whatIsNoNameWithDomainIsNotTakenApart(String typed) {
        assertThat(UserNameSplit.of(typed)).isEqualTo(Optional.empty());
    }

    private static List<String> rebuild(RebuildOrder order, RebuildRules.Charged charged) {
        return ids(RebuildRules.check(order, List.of(), charged));
    }

    private static RebuildOrder order(
            String type, String id, String os, int delay, String message, String order, String ep) {
        return new RebuildOrder(type, id, "", os, delay, message, order, ep);
    }

    @Test
    void aRebuildWithinItsLimitsIsFine() {
        assertThat(
                        rebuild(
                                order(
                                        "market",
                                        "i".repeat(255),
                                        "o".repeat(255),
                                        Integer.MAX_VALUE,
                                        "消".repeat(400),
                                        "n".repeat(255),
                                        "e".repeat(36)),
                                RebuildRules.Charged.YES))
                .isEmpty();
    }

    @Test
    void everyBrokenLimitOfARebuildIsNamed() {
        assertThat(
                        rebuild(
                                order(
                                        "",
                                        "i".repeat(256),
                                        "o".repeat(256),
                                        -1,
                                        "m".repeat(401),
                                        "n".repeat(256),
                                        "e".repeat(37)),
                                RebuildRules.Charged.NO))
                .containsExactly(
                        "REBUILD-IMAGE-TYPE-REQUIRED",
                        "REBUILD-IMAGE-ID-LEN",
                        "REBUILD-OS-TYPE-LEN",
                        "REBUILD-DELAY-RANGE",
                        "REBUILD-MESSAGE-LEN",
                        "REBUILD-ORDER-ID-LEN",
                        "REBUILD-ENTERPRISE-PROJECT-LEN");
        assertThat(rebuild(order("gold", " ", "", 0, "a\u0007", "", ""), RebuildRules.Charged.NO))
                .containsExactly("REBUILD-IMAGE-ID-REQUIRED", "REBUILD-MESSAGE-CONTROL");
    }

    @Test
    void aMessageIsCountedSoThatNoWayOfCountingRefusesIt() {
        String message = "😀".repeat(201);

        assertThat(rebuild(order("gold", "i", "", 0, message, "", ""), RebuildRules.Charged.NO))
                .containsExactly("REBUILD-MESSAGE-LEN");
    }

    @Test
    void batchesHoldOneToAHundred() {
        assertThat(ids(DesktopRules.batch(0))).containsExactly("BATCH-EMPTY");
        assertThat(DesktopRules.batch(1)).isEmpty();
        assertThat(DesktopRules.batch(100)).isEmpty();
        assertThat(ids(DesktopRules.batch(101))).containsExactly("BATCH-SIZE");
    }

    @Test
    void aLogOffMessageHasItsOwnLimit() {
        assertThat(DesktopRules.logOffMessage("line\nline" + "x".repeat(246))).isEmpty();
        assertThat(ids(DesktopRules.logOffMessage("x".repeat(256))))
                .containsExactly("LOGOFF-MESSAGE-LEN");
        assertThat(ids(DesktopRules.logOffMessage("\u0000")))
                .containsExactly("LOGOFF-MESSAGE-CONTROL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "PC-0012", "0", "A财务部-01", "X桌面桌面桌面桌", "x23456789012345"})
    void aComputerNameOfFifteenPositionsIsFine(String name) {
        assertThat(DesktopRules.computerName(name)).isEmpty();
    }

    @Test
    void everyBrokenRuleOfAComputerNameIsNamed() {
        assertThat(ids(DesktopRules.computerName(""))).containsExactly("RENAME-REQUIRED");
        assertThat(ids(DesktopRules.computerName("1桌面桌面桌面桌面"))).containsExactly("RENAME-LEN");
        assertThat(ids(DesktopRules.computerName("桌面1"))).containsExactly("RENAME-START");
        assertThat(ids(DesktopRules.computerName("-a_b-")))
                .containsExactly("RENAME-CHARSET", "RENAME-START", "RENAME-END");
        assertThat(ids(DesktopRules.computerName("büro"))).containsExactly("RENAME-CHARSET");
    }
}
