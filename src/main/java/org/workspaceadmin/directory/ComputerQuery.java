package org.workspaceadmin.directory;

import com.unboundid.asn1.ASN1Integer;
import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.asn1.ASN1Sequence;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.workspaceadmin.directory.SignedInController.TooMany;

/** Reads computer objects and what they are in. */
final class ComputerQuery {
    static final List<String> ATTRIBUTES =
            List.of(
                    "sAMAccountName",
                    "cn",
                    "userAccountControl",
                    "pwdLastSet",
                    "objectSid",
                    "whenCreated",
                    "lastLogonTimestamp",
                    "operatingSystem",
                    "dNSHostName",
                    "nTSecurityDescriptor",
                    "mS-DS-CreatorSID");

    /**
     * Of security descriptors only the owner (MS-ADTS section 3.1.1.3.4.1.11). Not critical: who
     * does not know it has no such attribute either.
     */
    private static final Control OWNER_ONLY =
            new Control(
                    "1.2.840.113556.1.4.801",
                    false,
                    new ASN1OctetString(new ASN1Sequence(new ASN1Integer(1)).encode()));

    private static final int DISABLED = 2;

    /** Managed service accounts are computers by class, and none by nature. */
    private static final Filter COMPUTERS =
            Filter.createANDFilter(
                    Filter.createEqualityFilter("objectClass", "computer"),
                    Filter.createNOTFilter(
                            Filter.createEqualityFilter(
                                    "objectClass", "msDS-GroupManagedServiceAccount")),
                    Filter.createNOTFilter(
                            Filter.createEqualityFilter(
                                    "objectClass", "msDS-ManagedServiceAccount")));

    private static final Filter CONTAINERS =
            Filter.createORFilter(
                    Filter.createEqualityFilter("objectClass", "organizationalUnit"),
                    Filter.createANDFilter(
                            Filter.createEqualityFilter("objectClass", "container"),
                            Filter.createEqualityFilter("cn", "Computers")));

    private final SignedInController controller;
    private final Map<String, String> same = new HashMap<>();

    ComputerQuery(SignedInController controller) {
        this.controller = controller;
    }

    /** A computer whose owner and creator are numbers still. */
    private record Raw(SearchResultEntry entry, String owner, String creator) {}

    /** Everything. */
    ComputerReading all(Instant at, String user, IntConsumer read) throws LDAPException, TooMany {
        List<Computer> computers = computers(COMPUTERS, read);
        List<Container> containers = new ArrayList<>();
        controller.all(
                CONTAINERS,
                List.of("allowedChildClassesEffective"),
                List.of(),
                page -> page.forEach(e -> containers.add(container(e))));
        return new ComputerReading(
                at,
                controller.address(),
                controller.root().domain(),
                controller.root().baseDn(),
                new Principals(controller).named(user),
                computers,
                containers);
    }

    /**
     * Those with a name of a pattern.
     *
     * @param pattern with {@code *} for anything
     */
    List<Computer> matching(String pattern) throws LDAPException, TooMany {
        Filter cn = NamePattern.filter("cn", pattern);
        Filter account = NamePattern.filter("sAMAccountName", pattern + "$");
        Filter host = NamePattern.filter("dNSHostName", pattern + ".*");
        return computers(
                Filter.createANDFilter(COMPUTERS, Filter.createORFilter(cn, account, host)),
                count -> {});
    }

    private List<Computer> computers(Filter filter, IntConsumer read)
            throws LDAPException, TooMany {
        List<Raw> raw = new ArrayList<>();
        Set<String> sids = new HashSet<>();
        Set<String> owners = new HashSet<>();
        controller.all(
                filter,
                ATTRIBUTES,
                List.of(OWNER_ONLY),
                page -> {
                    for (SearchResultEntry entry : page) {
                        String owner = shared(AdValues.owner(entry));
                        String creator = shared(AdValues.sid(entry, "mS-DS-CreatorSID"));
                        raw.add(new Raw(entry, owner, creator));
                        owners.add(owner);
                        sids.add(creator);
                    }
                    read.accept(raw.size());
                });
        sids.addAll(owners);
        sids.remove("");
        Map<String, Principal> known = new Principals(controller).of(sids, owners);
        List<Computer> computers = new ArrayList<>(raw.size());
        for (Raw each : raw) {
            computers.add(
                    computer(
                            each.entry(),
                            known.getOrDefault(each.owner(), Principal.UNKNOWN),
                            known.getOrDefault(each.creator(), Principal.UNKNOWN)));
        }
        return computers;
    }

    private Computer computer(SearchResultEntry entry, Principal owner, Principal creator) {
        String common = AdValues.text(entry, "cn");
        int conflict = common.indexOf('\n');
        if (conflict >= 0) {
            // Replication renames who loses a conflict to "name, line feed, CNF:guid".
            common = common.substring(0, conflict);
        }
        String account = AdValues.text(entry, "sAMAccountName");
        String name = account.endsWith("$") ? account.substring(0, account.length() - 1) : account;
        return new Computer(
                name.isEmpty() ? common : name,
                common.equals(name) ? name : common,
                entry.getDN(),
                (AdValues.number(entry, "userAccountControl", 0) & DISABLED) == 0,
                AdValues.ticks(entry, "pwdLastSet"),
                AdValues.sid(entry, "objectSid"),
                owner,
                creator,
                AdValues.time(entry, "whenCreated"),
                AdValues.ticks(entry, "lastLogonTimestamp"),
                shared(AdValues.text(entry, "operatingSystem")),
                AdValues.text(entry, "dNSHostName"));
    }

    private static Container container(SearchResultEntry entry) {
        String[] classes = entry.getAttributeValues("allowedChildClassesEffective");
        boolean may =
                classes != null
                        && Arrays.stream(classes).anyMatch(c -> c.equalsIgnoreCase("computer"));
        return new Container(entry.getDN(), may);
    }

    /** Few texts are many computers': one copy each. */
    private String shared(String text) {
        return same.computeIfAbsent(text, t -> t);
    }
}
