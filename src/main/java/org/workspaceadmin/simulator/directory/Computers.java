package org.workspaceadmin.simulator.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.RDN;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.simulator.world.Desktop;
import org.workspaceadmin.simulator.world.Dice;
import org.workspaceadmin.simulator.world.World;

/** The computer objects of the fleet, as the fleet is at this moment. */
final class Computers {
    private static final int FIRST_ID = 500_000;
    private static final int OF_ANOTHER_JOIN = 200_000;
    private static final int TECHNICIAN = 1_110;

    private final World world;
    private final Domain domain;
    private final List<Flaw> flaws;
    private final List<@Nullable Known> known = new ArrayList<>();

    /**
     * Reads a fleet.
     *
     * @param world keeps it
     * @param domain its domain
     */
    Computers(World world, Domain domain) {
        this.world = world;
        this.domain = domain;
        flaws =
                world.with(() ->
                        world.main().fleet().all().stream()
                                .map(d -> Flaw.of(d, world.dice()))
                                .toList());
        flaws.forEach(f -> known.add(null));
    }

    /**
     * One desktop in the directory.
     *
     * @param name its name when this was made
     * @param joins how often it had joined
     * @param address what DNS says of its name
     * @param entries its object, none or two where that is what is wrong
     */
    record Known(String name, int joins, String address, List<Entry> entries) {
        boolean of(Desktop desktop) {
            return joins == desktop.joins() && name.equals(desktop.computerName());
        }
    }

    /** Every desktop; what did not change since the last time is the same object. */
    List<Known> all() {
        return world.with(() -> {
            List<Known> all = new ArrayList<>(known.size());
            for (Desktop desktop : world.main().fleet().all()) {
                int index = desktop.birth().index();
                Known before = known.get(index);
                Known now = before != null && before.of(desktop) ? before : read(desktop);
                known.set(index, now);
                all.add(now);
            }
            return all;
        });
    }

    /** Whether a join will be refused because somebody else owns the object. */
    boolean blocked(Desktop desktop) {
        return flaw(desktop) == Flaw.FOREIGN_OWNER;
    }

    private Flaw flaw(Desktop desktop) {
        return desktop.joins() > 0 ? Flaw.NONE : flaws.get(desktop.birth().index());
    }

    private Known read(Desktop desktop) {
        Flaw flaw = flaw(desktop);
        String address = desktop.birth().ip();
        if (flaw == Flaw.OTHER_ADDRESS) {
            int dot = address.lastIndexOf('.');
            int last = Integer.parseInt(address.substring(dot + 1));
            address = address.substring(0, dot + 1) + (last + 97) % 250;
        }
        List<Entry> entries =
                switch (flaw) {
                    case MISSING -> List.of();
                    case DUPLICATE -> List.of(entry(desktop, flaw), conflict(desktop));
                    default -> List.of(entry(desktop, flaw));
                };
        return new Known(desktop.computerName(), desktop.joins(), address, entries);
    }

    private Entry entry(Desktop desktop, Flaw flaw) {
        String unit =
                flaw == Flaw.OTHER_UNIT ? domain.computers() : domain.unit(desktop.birth().ou());
        Entry entry = entry(desktop, flaw, desktop.computerName(), unit, 0);
        entry.addAttribute("sAMAccountName", desktop.computerName() + "$");
        return entry;
    }

    /** What replication makes of the younger of two objects of one name. */
    private Entry conflict(Desktop desktop) {
        int index = desktop.birth().index();
        UUID id = UUID.fromString(domain.dice().uuid("conflict", index));
        Entry entry =
                entry(
                        desktop,
                        Flaw.DUPLICATE,
                        desktop.computerName() + "\nCNF:" + id,
                        domain.unit(desktop.birth().ou()),
                        1);
        entry.addAttribute("sAMAccountName", "$DUPLICATE-" + Integer.toHexString(0x400 + index));
        return entry;
    }

    private Entry entry(Desktop desktop, Flaw flaw, String name, String unit, int copy) {
        Dice dice = domain.dice();
        int index = desktop.birth().index();
        long relative = FIRST_ID + index + (long) OF_ANOTHER_JOIN * (desktop.joins() + 10L * copy);
        Instant joined = desktop.joined();
        Instant created = joined != null ? joined : created(desktop);
        Entry entry = new Entry(new DN(new RDN("CN", name), dn(unit)));
        entry.addAttribute(
                "objectClass", "top", "person", "organizationalPerson", "user", "computer");
        entry.addAttribute("cn", name);
        entry.addAttribute("name", name);
        entry.addAttribute("distinguishedName", entry.getDN());
        entry.addAttribute(
                "objectCategory", "CN=Computer,CN=Schema,CN=Configuration," + domain.base());
        entry.addAttribute("objectGUID", domain.guid("computer/" + desktop.joins() + copy, index));
        entry.addAttribute("objectSid", AdBytes.sid(domain.sid(relative)));
        entry.addAttribute("primaryGroupID", "515");
        entry.addAttribute("userAccountControl", flaw == Flaw.DISABLED ? "4098" : "4096");
        entry.addAttribute("sAMAccountType", "805306369");
        String host = desktop.computerName().toLowerCase(Locale.ROOT) + "." + domain.name();
        entry.addAttribute("dNSHostName", host);
        entry.addAttribute(
                "servicePrincipalName",
                "HOST/" + host,
                "HOST/" + desktop.computerName(),
                "TERMSRV/" + host);
        entry.addAttribute("whenCreated", AdBytes.generalized(created));
        entry.addAttribute("pwdLastSet", AdBytes.fileTime(passwordSet(desktop, flaw, created)));
        Instant seen = seen(desktop, flaw, created);
        entry.addAttribute("lastLogonTimestamp", AdBytes.fileTime(seen));
        entry.addAttribute("operatingSystem", desktop.image().osVersion());
        boolean foreign = flaw == Flaw.FOREIGN_OWNER;
        byte[] owner = AdBytes.sid(domain.sid(foreign ? TECHNICIAN : Domain.DOMAIN_ADMINS));
        if (foreign) {
            entry.addAttribute("mS-DS-CreatorSID", owner);
        }
        entry.addAttribute("nTSecurityDescriptor", AdBytes.descriptor(owner));
        return entry;
    }

    private DN dn(String text) {
        try {
            return new DN(text);
        } catch (com.unboundid.ldap.sdk.LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One whose SID differs was made anew behind its back, lately. */
    private Instant created(Desktop desktop) {
        return desktop.sidDiffers()
                ? ago("recreated", desktop, 1, 9)
                : desktop.birth().created().plus(Duration.ofMinutes(7));
    }

    private Instant passwordSet(Desktop desktop, Flaw flaw, Instant created) {
        Instant set =
                flaw == Flaw.STALE
                        ? ago("password", desktop, 34, 60)
                        : flaw == Flaw.DISABLED
                                ? ago("password", desktop, 20, 40)
                                : ago("password", desktop, 1, 27);
        return set.isBefore(created) ? created : set;
    }

    private Instant seen(Desktop desktop, Flaw flaw, Instant created) {
        Instant seen =
                flaw == Flaw.STALE || flaw == Flaw.DISABLED
                        ? ago("seen", desktop, 33, 50)
                        : ago("seen", desktop, 0, 12);
        return seen.isBefore(created) ? created : seen;
    }

    private Instant ago(String topic, Desktop desktop, int fewest, int more) {
        int index = desktop.birth().index();
        int days = fewest + domain.dice().below("ad-" + topic, index, more);
        int seconds = domain.dice().below("ad-second-" + topic, index, 86_400);
        return domain.began().minus(Duration.ofDays(days)).minusSeconds(seconds);
    }
}
