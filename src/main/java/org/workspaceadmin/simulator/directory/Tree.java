package org.workspaceadmin.simulator.directory;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchScope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every entry of the domain, as it is when it is asked for. */
final class Tree {
    private static final int NORMAL = 0x200;
    private static final int DISABLED = 0x2;
    private static final int NEVER_EXPIRES = 0x10000;
    private static final int LOCKED = 0x10;
    private static final int PASSWORD_EXPIRED = 0x800000;

    private final Domain domain;
    private final Accounts accounts;
    private final Computers computers;
    private final List<Entry> fixed = new ArrayList<>();
    private @Nullable List<Computers.Known> seen;
    private Map<DN, Entry> entries = Map.of();

    /**
     * The entries of a domain.
     *
     * @param domain the domain
     * @param accounts its accounts
     * @param computers its computers
     */
    Tree(Domain domain, Accounts accounts, Computers computers) {
        this.domain = domain;
        this.accounts = accounts;
        this.computers = computers;
        containers();
    }

    private void containers() {
        Entry root = plain(domain.base(), "domainDNS", domain.netBios().toLowerCase(Locale.ROOT));
        root.addAttribute("objectSid", AdBytes.sid(domain.sid()));
        root.addAttribute("lockoutThreshold", "5");
        root.addAttribute("maxPwdAge", "-36288000000000");
        fixed.add(root);
        fixed.add(plain(domain.computers(), "container", "Computers"));
        fixed.add(plain("CN=Users," + domain.base(), "container", "Users"));
        group("Domain Admins", Domain.DOMAIN_ADMINS, "CN=Workspace Operators");
        group("Domain Users", 513, null);
        group("Domain Computers", 515, null);
        group("Workspace Operators", 1_102, "CN=Workspace service,OU=Service Accounts");
        Set<String> units = new LinkedHashSet<>(List.of("Service Accounts", "Staff", "Desktops"));
        for (String unit : units) {
            fixed.add(plain("OU=" + unit + "," + domain.base(), "organizationalUnit", unit));
        }
        accounts.all().stream()
                .map(Account::unit)
                .filter(unit -> unit.contains(",OU=Staff,"))
                .distinct()
                .forEach(unit ->
                        fixed.add(
                                plain(
                                        unit,
                                        "organizationalUnit",
                                        unit.substring(3, unit.indexOf(',')))));
        for (String unit : Domain.UNITS) {
            fixed.add(plain("OU=" + unit + "," + domain.desktops(), "organizationalUnit", unit));
        }
    }

    private Entry plain(String dn, String kind, String name) {
        Entry entry = new Entry(dn(dn));
        entry.addAttribute("objectClass", "top", kind);
        entry.addAttribute("name", name);
        entry.addAttribute(kind.equals("organizationalUnit") ? "ou" : "cn", name);
        entry.addAttribute("distinguishedName", dn);
        entry.addAttribute("objectGUID", domain.guid("container", dn.hashCode()));
        entry.addAttribute("whenCreated", "20190304020000.0Z");
        return entry;
    }

    private void group(String name, long relative, @Nullable String member) {
        Entry entry = plain("CN=" + name + ",CN=Users," + domain.base(), "group", name);
        entry.addAttribute("sAMAccountName", name);
        entry.addAttribute("objectSid", AdBytes.sid(domain.sid(relative)));
        entry.addAttribute(
                "objectCategory", "CN=Group,CN=Schema,CN=Configuration," + domain.base());
        if (member != null) {
            String in = member.contains(",") ? "," : ",CN=Users,";
            entry.addAttribute("member", member + in + domain.base());
        }
        fixed.add(entry);
    }

    /** Every entry by its name. */
    synchronized Map<DN, Entry> entries() {
        List<Computers.Known> now = computers.all();
        if (!now.equals(seen)) {
            Map<DN, Entry> all = LinkedHashMap.newLinkedHashMap(2 * now.size() + 2_000);
            fixed.forEach(entry -> put(all, entry));
            accounts.all().forEach(account -> put(all, entry(account)));
            now.forEach(computer -> computer.entries().forEach(entry -> put(all, entry)));
            entries = all;
            seen = now;
        }
        return entries;
    }

    private static void put(Map<DN, Entry> all, Entry entry) {
        try {
            all.put(entry.getParsedDN(), entry);
        } catch (LDAPException e) {
            throw new IllegalStateException(entry.getDN(), e);
        }
    }

    /**
     * What is below a name, itself included where the scope has it.
     *
     * @return null when there is nothing of that name
     */
    @Nullable List<Entry> below(DN base, SearchScope scope) {
        Map<DN, Entry> all = entries();
        Entry own = all.get(base);
        if (own == null) {
            return null;
        }
        if (scope.equals(SearchScope.BASE)) {
            return List.of(own);
        }
        List<Entry> found = new ArrayList<>();
        all.forEach((dn, entry) -> {
            boolean in =
                    scope.equals(SearchScope.ONE)
                            ? base.equals(dn.getParent())
                            : dn.isDescendantOf(
                                    base, !scope.equals(SearchScope.SUBORDINATE_SUBTREE));
            if (in) {
                found.add(entry);
            }
        });
        return found;
    }

    /** An account as an entry, with what only this moment knows of it. */
    Entry entry(Account account) {
        Entry entry = new Entry(dn(account.dn()));
        entry.addAttribute("objectClass", "top", "person", "organizationalPerson", "user");
        entry.addAttribute("cn", account.commonName());
        entry.addAttribute("name", account.commonName());
        entry.addAttribute("displayName", account.fullName());
        entry.addAttribute("distinguishedName", account.dn());
        entry.addAttribute(
                "objectCategory", "CN=Person,CN=Schema,CN=Configuration," + domain.base());
        entry.addAttribute("objectGUID", domain.guid("user", account.relative()));
        entry.addAttribute("objectSid", AdBytes.sid(domain.sid(account.relative())));
        entry.addAttribute("sAMAccountName", account.name());
        entry.addAttribute("userPrincipalName", account.name() + "@" + domain.name());
        entry.addAttribute("sAMAccountType", "805306368");
        entry.addAttribute("primaryGroupID", "513");
        entry.addAttribute("whenCreated", "20230301020000.0Z");
        if (account.groups().contains(1_102L)) {
            entry.addAttribute("memberOf", "CN=Workspace Operators,CN=Users," + domain.base());
        }
        int control = NORMAL;
        if (account.state() == Account.State.DISABLED) {
            control |= DISABLED;
        }
        if (account.unit().startsWith("OU=Service") && account.state() == Account.State.GOOD) {
            control |= NEVER_EXPIRES;
        }
        entry.addAttribute("userAccountControl", Integer.toString(control));
        entry.addAttribute(
                "accountExpires",
                account.state() == Account.State.EXPIRED
                        ? AdBytes.fileTime(ago(12))
                        : "9223372036854775807");
        entry.addAttribute(
                "pwdLastSet",
                switch (account.state()) {
                    case MUST_CHANGE -> "0";
                    case PASSWORD_EXPIRED -> AdBytes.fileTime(ago(75));
                    default -> AdBytes.fileTime(ago(account.relative() % 40 + 1));
                });
        return entry;
    }

    /** What AD computes when it is asked for, by name; null when there is no such. */
    @Nullable Attribute computed(Entry entry, String name, @Nullable Account reader) {
        String sam = entry.getAttributeValue("sAMAccountName");
        Account account =
                sam != null && entry.hasObjectClass("user") && !entry.hasObjectClass("computer")
                        ? accounts.named(sam)
                        : null;
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "tokengroups" ->
                    account == null
                            ? null
                            : new Attribute(
                                    name,
                                    account.groups().stream()
                                            .map(domain::sid)
                                            .map(AdBytes::sid)
                                            .toArray(byte[][]::new));
            case "allowedchildclasseseffective" -> {
                boolean place =
                        entry.hasObjectClass("container")
                                || entry.hasObjectClass("organizationalUnit");
                boolean may = reader != null && (reader.administrator() || reader.mayJoin());
                yield place && may ? new Attribute(name, "computer") : null;
            }
            case "msds-user-account-control-computed" -> {
                if (account == null) {
                    yield null;
                }
                int flags = accounts.locked(account) == null ? 0 : LOCKED;
                if (account.state() == Account.State.PASSWORD_EXPIRED
                        || account.state() == Account.State.MUST_CHANGE) {
                    flags |= PASSWORD_EXPIRED;
                }
                yield new Attribute(name, Integer.toString(flags));
            }
            case "lockouttime" -> {
                Instant since = account == null ? null : accounts.locked(account);
                yield account == null
                        ? null
                        : new Attribute(name, since == null ? "0" : AdBytes.fileTime(since));
            }
            case "badpwdcount" ->
                    account == null
                            ? null
                            : new Attribute(name, Integer.toString(accounts.wrong(account)));
            default -> null;
        };
    }

    private Instant ago(long days) {
        return domain.began().minus(Duration.ofDays(days));
    }

    private static DN dn(String text) {
        try {
            return new DN(text);
        } catch (LDAPException e) {
            throw new IllegalStateException(text, e);
        }
    }
}
