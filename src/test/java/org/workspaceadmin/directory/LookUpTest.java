package org.workspaceadmin.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.workspaceadmin.peer.MemoryController;

/** Looking up users, and objects of a naming pattern. */
class LookUpTest extends DirectoryFixture {
    @Test
    void userNamesAreLookedUpWhateverTheyContain() throws LDAPException {
        person(AdEntries.principal("J.Doe", 1101));
        var disabled = AdEntries.principal("gone", 1102);
        disabled.put("userAccountControl", List.of(514));
        person(disabled);
        var locked = AdEntries.principal("locked", 1103);
        locked.put("msDS-User-Account-Control-Computed", List.of(0x10));
        locked.put("lockoutTime", List.of(AdEntries.ticks(SET)));
        person(locked);
        var unlocked = AdEntries.principal("unlocked", 1104);
        unlocked.put("msDS-User-Account-Control-Computed", List.of(0));
        unlocked.put("lockoutTime", List.of(AdEntries.ticks(SET)));
        person(unlocked);
        var expired = AdEntries.principal("expired", 1105);
        expired.put("accountExpires", List.of(AdEntries.ticks(SET.minusSeconds(60))));
        person(expired);
        var longName = AdEntries.principal("maximilian.mustermann", 1106);
        longName.put("sAMAccountName", List.of("maximilian.musterman"));
        person(longName);
        var never = AdEntries.principal("never", 1107);
        never.put("accountExpires", List.of(Long.MAX_VALUE));
        person(never);

        Map<String, AccountAnswer> found =
                directory
                        .accounts(
                                access(),
                                List.of(
                                        "j.doe",
                                        "gone",
                                        "locked",
                                        "unlocked",
                                        "expired",
                                        "never",
                                        "maximilian.mustermann",
                                        "nobody",
                                        "*",
                                        ")(objectClass=*"))
                        .await();

        assertThat(answer(found, "j.doe").accountName()).isEqualTo("J.Doe");
        assertThat(answer(found, "j.doe").exact()).isFalse();
        assertThat(answer(found, "j.doe").usable()).isTrue();
        assertThat(answer(found, "j.doe").domain()).isEqualTo(MemoryController.DOMAIN);
        assertThat(answer(found, "gone").disabled()).isTrue();
        assertThat(answer(found, "locked").locked()).isTrue();
        assertThat(answer(found, "unlocked").locked()).as("the time stays").isFalse();
        assertThat(answer(found, "expired").expired()).isTrue();
        assertThat(answer(found, "never").usable()).isTrue();
        AccountAnswer lengthy = answer(found, "maximilian.mustermann");
        assertThat(lengthy.tooLong()).isTrue();
        assertThat(lengthy.byPrincipalName()).isTrue();
        assertThat(lengthy.accountName()).isEqualTo("maximilian.musterman");
        assertThat(List.of("nobody", "*", ")(objectClass=*"))
                .noneMatch(n -> answer(found, n).exists());
    }

    @Test
    void duplicatesAndStaleObjectsOfAPattern() throws LDAPException {
        Instant old = Instant.now().minus(Duration.ofDays(100));
        computer("PC-1", AdEntries.computer("PC-1", 5_001, Instant.now(), 512));
        computer("PC-2", AdEntries.computer("PC-2", 5_002, old, 512));
        var twin = AdEntries.computer("PC-1", 5_003, Instant.now(), 512);
        twin.put("sAMAccountName", List.of("PC-1-OLD$"));
        controller.put("CN=PC-1,CN=Users," + MemoryController.BASE, twin);
        computer("KIOSK", AdEntries.computer("KIOSK", 5_004, old, 512));

        ObjectReport report = directory.stale(access(), "pc-*", 90).await();

        assertThat(report.matching()).isEqualTo(3);
        assertThat(report.duplicates()).hasSize(1);
        assertThat(report.duplicates().getFirst().name()).isEqualTo("pc-1");
        assertThat(report.stale()).extracting(Computer::name).containsExactly("PC-2");
    }

    private static AccountAnswer answer(Map<String, AccountAnswer> found, String name) {
        AccountAnswer answer = found.get(name);
        assertThat(answer).as(name).isNotNull();
        return answer;
    }
}
