package org.workspaceadmin.fleet.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.workspaceadmin.directory.Computer;
import org.workspaceadmin.directory.DirectoryProblem;
import org.workspaceadmin.directory.DirectoryProblem.Kind;
import org.workspaceadmin.directory.Principal;
import org.workspaceadmin.fleet.DesktopRow;
import org.workspaceadmin.fleet.health.Forecast.Code;
import org.workspaceadmin.fleet.health.Forecast.Outlook;
import org.workspaceadmin.model.DesktopStatus;
import org.workspaceadmin.model.DesktopType;
import org.workspaceadmin.model.DomainMembership;
import org.workspaceadmin.model.LoginState;
import org.workspaceadmin.model.OsFamily;

/** The join of service and directory, and the forecast of a rejoin. */
class JudgeTest {
    /** What was planted, from which the words are told without looking at the entries. */
    private record Planted(
            @Nullable DomainMembership said,
            int objects,
            boolean disabled,
            int days,
            boolean otherOu,
            int dns,
            boolean on,
            boolean foreign) {
        static Planted of(Random dice) {
            DomainMembership[] all = DomainMembership.values();
            return new Planted(
                    dice.nextInt(8) == 0 ? null : all[dice.nextInt(all.length)],
                    dice.nextInt(6) == 0 ? 0 : dice.nextInt(6) == 0 ? 2 : 1,
                    dice.nextInt(5) == 0,
                    dice.nextInt(100),
                    dice.nextInt(5) == 0,
                    dice.nextInt(4),
                    dice.nextInt(5) != 0,
                    dice.nextInt(4) == 0);
        }

        Set<HealthWord> words() {
            Set<HealthWord> words = EnumSet.noneOf(HealthWord.class);
            words.add(
                    said == null || said == DomainMembership.UNKNOWN
                            ? HealthWord.UNKNOWN
                            : said == DomainMembership.IN
                                    ? HealthWord.IN_DOMAIN
                                    : said == DomainMembership.OUT
                                            ? HealthWord.OUT_OF_DOMAIN
                                            : HealthWord.NOT_REPORTED);
            if (objects == 0) {
                words.add(HealthWord.OBJECT_MISSING);
                return words;
            }
            if (objects == 2) {
                words.add(HealthWord.DUPLICATE);
            }
            if (disabled) {
                words.add(HealthWord.OBJECT_DISABLED);
            }
            if (days > 30) {
                words.add(HealthWord.PASSWORD_STALE);
            }
            if (otherOu) {
                words.add(HealthWord.WRONG_OU);
            }
            if (on && (dns == 1 || dns == 2)) {
                words.add(HealthWord.DNS_MISMATCH);
            }
            return words;
        }

        boolean broken() {
            return said == DomainMembership.OUT || objects != 1 || disabled || days > 60;
        }
    }

    @Test
    void whatIsPlantedIsFoundAndNothingElse() {
        Random dice = new Random(20261122);
        for (int i = 0; i < 3_000; i++) {
            Planted planted = Planted.of(dice);
            DesktopRow row = row("PC-" + i, planted);
            Known known = known("PC-" + i, planted);

            DomainHealth health = Judge.of(row, known);

            assertThat(health.findings())
                    .as(planted.toString())
                    .extracting(Finding::word)
                    .containsExactlyInAnyOrderElementsOf(planted.words());
            assertThat(health.needsRepair()).as(planted.toString()).isEqualTo(planted.broken());
            assertThat(health.word()).isEqualTo(health.worst().word());
            assertThat(health.asOf()).isEqualTo(RowBuilder.NOW);
            Severity last = Severity.BAD;
            for (Finding each : health.findings()) {
                assertThat(each.severity()).isLessThanOrEqualTo(last);
                last = each.severity();
            }
            boolean blocked =
                    planted.objects() > 0
                            && planted.foreign()
                            && health.word() == HealthWord.OUT_OF_DOMAIN;
            assertThat(health.suggestion() == Suggestion.OWNER_BLOCKS_REUSE)
                    .as(planted.toString())
                    .isEqualTo(blocked);
            forecastAgrees(planted, Forecaster.of(row, known));
        }
    }

    /** A rejoin fails for what the service refuses first, then for what the directory does. */
    private static void forecastAgrees(Planted planted, Forecast forecast) {
        boolean refused =
                !planted.on()
                        || planted.said() == DomainMembership.IN
                        || (planted.objects() > 0 && (planted.disabled() || planted.foreign()));
        boolean smooth =
                planted.said() == DomainMembership.OUT
                        && planted.objects() == 1
                        && !planted.otherOu()
                        && planted.days() <= 60;
        assertThat(forecast.outlook())
                .as("%s: %s", planted, forecast)
                .isEqualTo(refused ? Outlook.FAILS : smooth ? Outlook.WORKS : Outlook.ATTENTION);
    }

    private static DesktopRow row(String name, Planted planted) {
        return new RowBuilder(name)
                .check(planted.said())
                .status(planted.on() ? DesktopStatus.ACTIVE : DesktopStatus.SHUTOFF)
                .build();
    }

    private static Known known(String name, Planted planted) {
        List<Computer> objects = new ArrayList<>();
        String ou = planted.otherOu() ? "OU=Elsewhere," + Ad.BASE : Ad.SALES;
        Principal owner = planted.foreign() ? Ad.HELPDESK : Ad.ADMINS;
        if (planted.objects() > 0) {
            objects.add(
                    Ad.computer(
                            name,
                            name,
                            ou,
                            !planted.disabled(),
                            planted.days(),
                            owner,
                            Principal.UNKNOWN,
                            RowBuilder.NOW));
        }
        if (planted.objects() > 1) {
            // Told first, and still not taken for the desktop's own.
            objects.addFirst(
                    Ad.computer(
                            name,
                            name + "-OLD",
                            "OU=Old," + Ad.BASE,
                            false,
                            99,
                            Ad.HELPDESK,
                            Principal.UNKNOWN,
                            null));
        }
        Known known = Ad.known(objects, Map.of());
        String host = name.toLowerCase(java.util.Locale.ROOT) + "." + Ad.DOMAIN;
        switch (planted.dns()) {
            case 0 -> known.addresses().put(host, Set.of("10.1.0.1", "10.1.0.2"));
            case 1 -> known.addresses().put(host, Set.of("10.7.7.7"));
            case 2 -> known.addresses().put(host, Set.of());
            default -> known.addresses().put("other." + Ad.DOMAIN, Set.of("10.7.7.7"));
        }
        return known;
    }

    @Test
    void withoutADirectoryTheServiceAloneSpeaks() {
        Known none = Known.nothing("");
        assertThat(Judge.of(new RowBuilder("A").build(), none).word())
                .isEqualTo(HealthWord.IN_DOMAIN);
        assertThat(Judge.of(new RowBuilder("A").out().build(), none).suggestion())
                .isEqualTo(Suggestion.REJOIN);
        assertThat(Judge.of(new RowBuilder("A").check(null).build(), none).worst().cause())
                .isEqualTo(Cause.NOT_ASKED);
        assertThat(Judge.of(new RowBuilder("A").family(OsFamily.LINUX).build(), none).word())
                .isEqualTo(HealthWord.NOT_APPLICABLE);
        assertThat(codes(new RowBuilder("A").out(), none)).containsExactly(Code.DIRECTORY_NOT_READ);
    }

    @Test
    void onceTheDirectoryCannotBeReadNothingStaysGreen() {
        Known read = Ad.known(Ad.computer("A"), Ad.computer("B"));
        Known off =
                read.failing(
                        new DirectoryProblem(
                                Kind.UNREACHABLE, "10.0.0.1", null, "no route", RowBuilder.NOW));

        DomainHealth green = Judge.of(new RowBuilder("A").build(), off);
        assertThat(green.word()).isEqualTo(HealthWord.UNKNOWN);
        assertThat(green.unknownSince()).isEqualTo(RowBuilder.NOW);
        assertThat(green.worst().arguments())
                .containsExactly("UNREACHABLE", "no route", "10.0.0.1");
        assertThat(green.asOf()).isNull();
        assertThat(green.findings())
                .as("what the service says stays")
                .extracting(Finding::word)
                .contains(HealthWord.IN_DOMAIN);
        assertThat(Judge.of(new RowBuilder("B").out().build(), off).word())
                .isEqualTo(HealthWord.OUT_OF_DOMAIN);
        assertThat(codes(new RowBuilder("B").out(), off)).containsExactly(Code.NO_CONTROLLER);

        Known later =
                off.failing(
                        new DirectoryProblem(
                                Kind.REFUSED,
                                "10.0.0.1",
                                null,
                                "52e",
                                RowBuilder.NOW.plusSeconds(60)));
        assertThat(Judge.of(new RowBuilder("A").build(), later).unknownSince())
                .as("since the first failure")
                .isEqualTo(RowBuilder.NOW);
        assertThat(codes(new RowBuilder("B").out(), later)).containsExactly(Code.DIRECTORY_UNKNOWN);
    }

    @Test
    void anObjectMadeAnewWantsItsSidsUpdated() {
        DesktopRow old =
                new RowBuilder("A").out().created(RowBuilder.NOW.minus(Duration.ofDays(9))).build();
        DomainHealth replaced = Judge.of(old, Ad.known(Ad.computer("A")));
        assertThat(replaced.worst().cause()).isEqualTo(Cause.OBJECT_REPLACED);
        assertThat(replaced.suggestion()).isEqualTo(Suggestion.UPDATE_SIDS);

        Known changed = Ad.known(List.of(Ad.computer("A")), Map.of("a", "S-1-5-21-1-2-3-7"));
        DomainHealth other = Judge.of(new RowBuilder("A").out().build(), changed);
        assertThat(other.worst().cause()).isEqualTo(Cause.SID_CHANGED);
        assertThat(other.worst().arguments().getFirst()).isEqualTo("S-1-5-21-1-2-3-7");
        assertThat(other.suggestion()).isEqualTo(Suggestion.UPDATE_SIDS);
    }

    @Test
    void theServicesSidIsNeverComparedWithTheDirectorys() {
        DomainHealth health = Judge.of(new RowBuilder("A").build(), Ad.known(Ad.computer("A")));
        assertThat(health.word()).isEqualTo(HealthWord.IN_DOMAIN);
        assertThat(health.findings()).hasSize(1);
    }

    @Test
    void ouNamesAreComparedInWhateverNotation() {
        Known known = Ad.known(Ad.computer("A"));
        for (String same :
                List.of(
                        "Desktops/Sales",
                        "/desktops/sales",
                        "Sales",
                        Ad.SALES,
                        "",
                        "ou=sales,OU=Desktops,dc=corp,dc=example,dc=test")) {
            assertThat(Judge.of(new RowBuilder("A").ou(same).build(), known).word())
                    .as(same)
                    .isEqualTo(HealthWord.IN_DOMAIN);
        }
        for (String other :
                List.of(
                        "Desktops",
                        "Old/Sales",
                        "ales",
                        "OU=Sales," + Ad.BASE,
                        "OU=Sales," + Ad.BASE + ",",
                        "=",
                        "OU=")) {
            assertThat(Judge.of(new RowBuilder("A").ou(other).build(), known).word())
                    .as(other)
                    .isEqualTo(HealthWord.WRONG_OU);
        }
    }

    @Test
    void namesAreFoundWhateverTheirCaseAndByTheHostsNameToo() {
        Known known = Ad.known(Ad.computer("pc-a"), Ad.computer("HOST-B"));
        assertThat(Judge.of(new RowBuilder("PC-A").build(), known).word())
                .isEqualTo(HealthWord.IN_DOMAIN);
        assertThat(Judge.of(new RowBuilder("PC-B").hostName("host-b").build(), known).word())
                .isEqualTo(HealthWord.IN_DOMAIN);
    }

    @Test
    void aDesktopOfAnotherDomainIsNotLookedForHere() {
        DesktopRow row = new RowBuilder("A").domain("other.example").build();
        assertThat(Judge.of(row, Ad.known()).word()).isEqualTo(HealthWord.IN_DOMAIN);
        DesktopRow netbios = new RowBuilder("A").domain("CORP").build();
        assertThat(Judge.of(netbios, Ad.known()).word()).isEqualTo(HealthWord.OBJECT_MISSING);
    }

    @Test
    void whoCreatedOrOwnsAnObjectMayReuseIt() {
        for (Computer each :
                List.of(
                        owned(Ad.JOINER, Principal.UNKNOWN),
                        owned(Ad.HELPDESK, Ad.JOINER),
                        owned(Ad.ADMINS, Ad.HELPDESK),
                        owned(Principal.UNKNOWN, Principal.UNKNOWN))) {
            assertThat(Forecaster.of(new RowBuilder("A").out().build(), Ad.known(each)).outlook())
                    .isEqualTo(Outlook.WORKS);
        }
        Forecast blocked =
                Forecaster.of(
                        new RowBuilder("A").out().build(),
                        Ad.known(owned(Ad.HELPDESK, Principal.UNKNOWN)));
        assertThat(blocked.outlook()).isEqualTo(Outlook.FAILS);
        assertThat(blocked.reasons().getFirst().arguments()).startsWith("helpdesk", "joiner");
    }

    @Test
    void theServiceRefusesForReasonsOfItsOwn() {
        Known fine = Ad.known(Ad.computer("A"));
        assertThat(codes(new RowBuilder("A").out().type(DesktopType.POOLED), fine))
                .containsExactly(Code.IN_POOL);
        assertThat(codes(new RowBuilder("A").out().family(OsFamily.LINUX), fine))
                .containsExactly(Code.NOT_WINDOWS);
        assertThat(codes(new RowBuilder("A").out().maintenance(), fine))
                .containsExactly(Code.MAINTENANCE);
        assertThat(codes(new RowBuilder("A").out().frozen(), fine)).containsExactly(Code.FROZEN);
        assertThat(codes(new RowBuilder("A").out().task("rebooting"), fine))
                .containsExactly(Code.BUSY);
        assertThat(codes(new RowBuilder("A").out().login(LoginState.CONNECTED), fine))
                .containsExactly(Code.SESSION);
        Forecast not = Forecaster.of(new RowBuilder("A").out().notAble("WKS.00010").build(), fine);
        assertThat(not.outlook()).isEqualTo(Outlook.FAILS);
        assertThat(not.reasons().getFirst().arguments()).containsExactly("WKS.00010", "why");
    }

    @Test
    void aMissingObjectIsCreatedWhereThatIsAllowed() {
        assertThat(codes(new RowBuilder("A").out(), Ad.known()))
                .containsExactly(Code.OBJECT_CREATED);
        assertThat(codes(new RowBuilder("A").out().ou("Desktops/Closed"), Ad.known()))
                .containsExactly(Code.MAY_NOT_CREATE);
        assertThat(codes(new RowBuilder("A").out().ou("Gone"), Ad.known()))
                .containsExactly(Code.OU_MISSING);
        assertThat(codes(new RowBuilder("A").out().ou(""), Ad.known()))
                .containsExactly(Code.OBJECT_CREATED);
    }

    private static Computer owned(Principal owner, Principal creator) {
        return Ad.computer("A", "A", Ad.SALES, true, 3, owner, creator, RowBuilder.NOW);
    }

    private static List<Code> codes(RowBuilder row, Known known) {
        return Forecaster.of(row.build(), known).reasons().stream()
                .map(Forecast.Reason::code)
                .toList();
    }
}
