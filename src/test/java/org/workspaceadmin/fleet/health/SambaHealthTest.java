package org.workspaceadmin.fleet.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.workspaceadmin.directory.AccountAnswer;
import org.workspaceadmin.directory.CheckOrder.Account;
import org.workspaceadmin.directory.CheckOrder.Controller;
import org.workspaceadmin.directory.CompanyDirectory;
import org.workspaceadmin.directory.DirectoryAccess;
import org.workspaceadmin.directory.Endpoints;
import org.workspaceadmin.directory.ObjectReport;
import org.workspaceadmin.fleet.DesktopRow;
import org.workspaceadmin.fleet.health.DirectoryStanding.State;
import org.workspaceadmin.fleet.health.Forecast.Code;
import org.workspaceadmin.fleet.health.Forecast.Outlook;
import org.workspaceadmin.model.DesktopStatus;
import org.workspaceadmin.model.DomainMembership;
import org.workspaceadmin.model.LoginState;
import org.workspaceadmin.model.Secret;
import org.workspaceadmin.peer.SambaDc;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Workers;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Update;

/**
 * 300 desktops and their computer objects in a real domain, with faults of every kind planted for
 * real; the health names each, and the forecast agrees.
 */
class SambaHealthTest {
    private static final int DESKTOPS = 300;
    private static final String JOINER = "joiner";
    private static final String HELPDESK = "helpdesk";
    private static final String HELPDESK_PASSWORD = "H3lpdesk!pass";
    private static final String SALES = "OU=Sales,OU=Desktops," + SambaDc.BASE;
    private static final String OTHER = "OU=Other,OU=Desktops," + SambaDc.BASE;
    private static final Instant NOW = Instant.now();

    /**
     * A controller sets the times of passwords itself, and each change over the network is a
     * transaction with a write to disk: both are gone past. Lines are name, account, flags and
     * ticks.
     */
    private static final String ADD_OBJECTS =
            """
            import sys
            from samba.auth import system_session
            from samba.param import LoadParm
            from samba.samdb import SamDB

            lp = LoadParm()
            lp.load(sys.argv[1])
            sam = SamDB(session_info=system_session(), lp=lp)
            bypass_last_set = ["local_oid:1.3.6.1.4.1.7165.4.3.20:0"]
            sam.transaction_start()
            for line in open(sys.argv[2]):
                dn, account, flags, ticks = line.strip().split("\t")
                sam.add({
                    "dn": dn,
                    "objectClass": "computer",
                    "sAMAccountName": account + "$",
                    "userAccountControl": flags,
                    "pwdLastSet": ticks,
                    "dNSHostName": account + "." + sam.domain_dns_name(),
                }, bypass_last_set)
            sam.transaction_commit()
            """;

    /** What is wrong with a desktop, and what is to be said of it. */
    private enum Plant {
        HEALTHY(HealthWord.IN_DOMAIN, Outlook.FAILS, Code.ALREADY_IN),
        OUT(HealthWord.OUT_OF_DOMAIN, Outlook.WORKS, null),
        OUT_FOREIGN(HealthWord.OUT_OF_DOMAIN, Outlook.FAILS, Code.OWNER_BLOCKS_REUSE),
        OUT_REPLACED(HealthWord.OUT_OF_DOMAIN, Outlook.WORKS, null),
        SILENT(HealthWord.NOT_REPORTED, Outlook.ATTENTION, Code.NOT_REPORTED),
        OFF(HealthWord.NOT_REPORTED, Outlook.FAILS, Code.OFF),
        MISSING(HealthWord.OBJECT_MISSING, Outlook.ATTENTION, Code.OBJECT_CREATED),
        DISABLED(HealthWord.OBJECT_DISABLED, Outlook.FAILS, Code.OBJECT_DISABLED),
        OLD(HealthWord.PASSWORD_STALE, Outlook.FAILS, Code.ALREADY_IN),
        VERY_OLD(HealthWord.PASSWORD_STALE, Outlook.FAILS, Code.ALREADY_IN),
        ELSEWHERE(HealthWord.WRONG_OU, Outlook.FAILS, Code.ALREADY_IN),
        OTHER_ADDRESS(HealthWord.DNS_MISMATCH, Outlook.FAILS, Code.ALREADY_IN),
        NO_ADDRESS(HealthWord.DNS_MISMATCH, Outlook.FAILS, Code.ALREADY_IN),
        TWICE(HealthWord.DUPLICATE, Outlook.ATTENTION, Code.DUPLICATE);

        private final HealthWord word;
        private final Outlook outlook;
        private final @org.jspecify.annotations.Nullable Code reason;

        Plant(HealthWord word, Outlook outlook, @org.jspecify.annotations.Nullable Code reason) {
            this.word = word;
            this.outlook = outlook;
            this.reason = reason;
        }

        /** Most are healthy; of every fault there are several. */
        static Plant of(int index) {
            Plant[] all = values();
            return index % 3 == 0 ? all[1 + index / 3 % (all.length - 1)] : HEALTHY;
        }
    }

    private static SambaDc controller;
    private static final Map<DesktopRow, Plant> FLEET = new LinkedHashMap<>();

    @BeforeAll
    static void plant() throws IOException, LDAPException {
        controller = SambaDc.start();
        long begin = System.nanoTime();
        controller.user(JOINER, "J0iner!pass");
        controller.user(HELPDESK, HELPDESK_PASSWORD);
        try (LDAPConnection admin = controller.admin()) {
            for (String ou : List.of("OU=Desktops," + SambaDc.BASE, SALES, OTHER)) {
                admin.add(ou, new Attribute("objectClass", "organizationalUnit"));
            }
        }
        // Only who may create objects of his own right becomes their owner.
        controller.tool(
                "dsacl", "set", "--objectdn=" + SALES, "--sddl=(A;CI;GA;;;" + sid(HELPDESK) + ")");
        for (int i = 0; i < DESKTOPS; i++) {
            FLEET.put(row(i, Plant.of(i)), Plant.of(i));
        }
        objects();
        names();
        System.out.printf("planted in %d ms%n", (System.nanoTime() - begin) / 1_000_000);
    }

    @AfterAll
    static void stop() {
        if (controller != null) {
            controller.close();
        }
    }

    @Test
    void everyPlantedFaultIsNamedAndTheForecastAgrees() throws InterruptedException {
        List<DesktopRow> rows = List.copyOf(FLEET.keySet());
        LiveDirectoryHealth health =
                new LiveDirectoryHealth(
                        () -> rows, directory(), Workers.virtual("health"), Timer.system());
        CountDownLatch compared = new CountDownLatch(1);
        health.addListener(
                new HealthListener() {
                    @Override
                    public void changed(java.util.Set<String> desktopIds) {
                        assertThat(desktopIds).isNotEmpty();
                    }

                    @Override
                    public void standing(DirectoryStanding standing) {
                        if (standing.addressesCompared() || standing.state() == State.UNKNOWN) {
                            compared.countDown();
                        }
                    }
                });
        long begin = System.nanoTime();
        health.open(access(SambaDc.ADMIN, SambaDc.PASSWORD), "CORP\\" + JOINER);
        assertThat(compared.await(30, TimeUnit.SECONDS)).isTrue();
        System.out.printf("read and joined in %d ms%n", (System.nanoTime() - begin) / 1_000_000);
        assertThat(health.standing().problem()).isNull();

        Map<Plant, Integer> seen = new EnumMap<>(Plant.class);
        FLEET.forEach((row, plant) -> {
            DomainHealth found = health.of(row);
            assertThat(found.word())
                    .as("%s of %s: %s", plant, row.id(), found)
                    .isEqualTo(plant.word);
            Forecast forecast = health.forecast(row);
            assertThat(forecast.outlook())
                    .as("%s of %s: %s", plant, row.id(), forecast)
                    .isEqualTo(plant.outlook);
            if (plant.reason != null) {
                assertThat(forecast.reasons())
                        .as("%s of %s", plant, row.id())
                        .extracting(Forecast.Reason::code)
                        .contains(plant.reason);
            }
            seen.merge(plant, 1, Integer::sum);
        });
        assertThat(seen).hasSize(Plant.values().length);
        assertThat(seen.values()).allMatch(n -> n > 5);
        assertThat(one(health, Plant.OUT).suggestion()).isEqualTo(Suggestion.REJOIN);
        assertThat(one(health, Plant.OUT_REPLACED).suggestion()).isEqualTo(Suggestion.UPDATE_SIDS);
        DomainHealth foreign = one(health, Plant.OUT_FOREIGN);
        assertThat(foreign.suggestion()).isEqualTo(Suggestion.OWNER_BLOCKS_REUSE);
        assertThat(foreign.owner()).isEqualTo(HELPDESK);
        assertThat(one(health, Plant.OLD).needsRepair()).isFalse();
        assertThat(one(health, Plant.VERY_OLD).needsRepair()).isTrue();
        health.close();
    }

    @Test
    void hisOwnObjectsBlockNobodyWhoJoinsAsTheirOwner() {
        List<DesktopRow> rows = List.copyOf(FLEET.keySet());
        Known known =
                new DirectoryReader(directory(), access(HELPDESK, HELPDESK_PASSWORD), "")
                        .read(Known.nothing(SambaDc.DOMAIN), n -> {});
        rows.stream()
                .filter(r -> FLEET.get(r) == Plant.OUT_FOREIGN)
                .forEach(r ->
                        assertThat(Forecaster.of(r, known).outlook()).isEqualTo(Outlook.WORKS));
        assertThat(
                        rows.stream()
                                .filter(r -> FLEET.get(r) == Plant.MISSING)
                                .map(r -> Forecaster.of(r, known).outlook()))
                .as("he may create objects in the OU")
                .containsOnly(Outlook.ATTENTION);
        Known plain =
                new DirectoryReader(directory(), access(JOINER, "J0iner!pass"), "")
                        .read(Known.nothing(SambaDc.DOMAIN), n -> {});
        assertThat(
                        rows.stream()
                                .filter(r -> FLEET.get(r) == Plant.MISSING)
                                .map(r -> Forecaster.of(r, plain).outlook()))
                .as("he may not")
                .containsOnly(Outlook.FAILS);
    }

    @Test
    void duplicatesAndStaleObjectsAreFoundByThePattern() {
        ObjectReport report =
                directory().stale(access(SambaDc.ADMIN, SambaDc.PASSWORD), "pc-*", 60).await();
        assertThat(report.duplicates()).hasSize(count(Plant.TWICE));
        assertThat(report.stale()).hasSize(count(Plant.VERY_OLD));
    }

    @Test
    void usersAreLookedUp() throws LDAPException, IOException {
        String gone = controller.user("Gone.User", "G0ne!pass");
        controller.set(gone, "userAccountControl", "514");
        Map<String, AccountAnswer> found =
                directory()
                        .accounts(
                                access(SambaDc.ADMIN, SambaDc.PASSWORD),
                                List.of("gone.user", HELPDESK, "nobody"))
                        .await();
        AccountAnswer disabled = found.get("gone.user");
        assertThat(disabled).isNotNull();
        assertThat(disabled.accountName()).isEqualTo("Gone.User");
        assertThat(disabled.disabled()).isTrue();
        assertThat(disabled.domain()).isEqualTo(SambaDc.DOMAIN);
        AccountAnswer good = found.get(HELPDESK);
        assertThat(good != null && good.usable() && good.exact()).isTrue();
        AccountAnswer none = found.get("nobody");
        assertThat(none != null && none.exists()).isFalse();
    }

    private static DomainHealth one(DirectoryHealth health, Plant plant) {
        return FLEET.entrySet().stream()
                .filter(e -> e.getValue() == plant)
                .map(e -> health.of(e.getKey()))
                .findFirst()
                .orElseThrow();
    }

    private static int count(Plant plant) {
        return (int) FLEET.values().stream().filter(p -> p == plant).count();
    }

    private static CompanyDirectory directory() {
        return new CompanyDirectory(
                Workers.virtual("directory"),
                InstantSource.system(),
                Endpoints.REAL,
                SambaDc.trust());
    }

    private static DirectoryAccess access(String account, String password) {
        return new DirectoryAccess(
                SambaDc.DOMAIN,
                List.of(new Controller(controller.address(), SambaDc.NAME)),
                List.of(controller.address()),
                new Account(account, Secret.of(password)));
    }

    private static DesktopRow row(int i, Plant plant) {
        RowBuilder row =
                new RowBuilder("PC-%03d".formatted(i))
                        .addresses("10.1.%d.%d".formatted(i / 200, 1 + i % 200))
                        .created(NOW);
        switch (plant) {
            case OUT, OUT_FOREIGN, MISSING, DISABLED, TWICE -> row.out();
            case OUT_REPLACED -> row.out().created(NOW.minus(Duration.ofDays(30)));
            case SILENT -> row.check(DomainMembership.NOT_REPORTED).login(LoginState.UNREGISTER);
            case OFF -> row.check(DomainMembership.NOT_REPORTED).status(DesktopStatus.SHUTOFF);
            default -> row.check(DomainMembership.IN);
        }
        return row.build();
    }

    private static void objects() throws IOException, LDAPException {
        List<String> lines = new ArrayList<>();
        try (LDAPConnection helpdesk = controller.admin()) {
            helpdesk.bind(
                    new SimpleBindRequest(HELPDESK + '@' + SambaDc.DOMAIN, HELPDESK_PASSWORD));
            for (Map.Entry<DesktopRow, Plant> each : FLEET.entrySet()) {
                String name = each.getKey().desktop().name();
                Plant plant = each.getValue();
                switch (plant) {
                    case MISSING -> {}
                    case OUT_FOREIGN -> helpdesk.add(joined(name));
                    case ELSEWHERE -> lines.add(line(name, name, OTHER, plant));
                    case TWICE -> {
                        lines.add(line(name, name, SALES, plant));
                        lines.add(line(name, name + "-B", OTHER, plant));
                    }
                    default -> lines.add(line(name, name, SALES, plant));
                }
            }
        }
        Path file = Files.createTempFile("objects", ".txt");
        try {
            Files.write(file, lines);
            controller.script(ADD_OBJECTS, file.toString());
        } finally {
            Files.delete(file);
        }
    }

    private static String line(String name, String account, String ou, Plant plant) {
        int days =
                switch (plant) {
                    case OLD -> 45;
                    case VERY_OLD -> 90;
                    default -> 3;
                };
        return String.join(
                "\t",
                "CN=" + name + "," + ou,
                account,
                plant == Plant.DISABLED ? "4130" : "4128",
                Long.toString(ticks(NOW.minus(Duration.ofDays(days)))));
    }

    /** Joined by somebody who is no administrator, over the network: he becomes the owner. */
    private static AddRequest joined(String name) {
        return new AddRequest(
                "CN=" + name + "," + SALES,
                new Attribute("objectClass", "computer"),
                new Attribute("sAMAccountName", name + "$"),
                new Attribute("userAccountControl", "4128"),
                new Attribute("dNSHostName", name + "." + SambaDc.DOMAIN));
    }

    private static String sid(String user) throws LDAPException {
        try (LDAPConnection admin = controller.admin()) {
            SearchResultEntry entry =
                    admin.searchForEntry(
                            SambaDc.BASE,
                            SearchScope.SUB,
                            Filter.createEqualityFilter("sAMAccountName", user),
                            "objectSid");
            byte[] bytes = entry.getAttributeValueBytes("objectSid");
            StringBuilder text = new StringBuilder("S-1-" + bytes[7]);
            ByteBuffer parts = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(8);
            while (parts.hasRemaining()) {
                text.append('-').append(Integer.toUnsignedString(parts.getInt()));
            }
            return text.toString();
        }
    }

    private static long ticks(Instant time) {
        return (time.getEpochSecond() + 11_644_473_600L) * 10_000_000L;
    }

    private static void names() throws IOException {
        Update update = new Update(Name.fromString(SambaDc.DOMAIN + '.'));
        for (Map.Entry<DesktopRow, Plant> each : FLEET.entrySet()) {
            String address =
                    each.getValue() == Plant.OTHER_ADDRESS
                            ? "10.9.9.9"
                            : each.getKey().desktop().address();
            if (each.getValue() != Plant.NO_ADDRESS && each.getValue() != Plant.MISSING) {
                String host = each.getKey().desktop().name() + "." + SambaDc.DOMAIN + ".";
                update.add(
                        new ARecord(
                                Name.fromString(host),
                                DClass.IN,
                                300,
                                InetAddress.getByName(address)));
            }
        }
        controller.update(update);
    }
}
