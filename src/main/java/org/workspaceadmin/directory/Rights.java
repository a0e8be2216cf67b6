package org.workspaceadmin.directory;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.directory.CheckOrder.Account;
import org.workspaceadmin.directory.CheckOrder.Controller;
import org.workspaceadmin.model.Field;

/** Whether an account may bring computers into the domain, over a connection signed in as it. */
final class Rights {
    /** Of Domain Admins, below the domain's own identifier (MS-DTYP section 2.4.2.4). */
    private static final String DOMAIN_ADMINS = "-512";

    private final LDAPConnection connection;
    private final Controller controller;
    private final String base;
    private final List<Field> evidence = new ArrayList<>();
    private final long begin = System.nanoTime();

    private Rights(LDAPConnection connection, Controller controller, String base) {
        this.connection = connection;
        this.controller = controller;
        this.base = base;
    }

    /**
     * Asks. Nested groups count: the controller itself lists them flat in {@code tokenGroups}. An
     * account that is no domain administrator needs to be allowed to create computer objects in the
     * target OU, or where none was chosen in the domain's container for computers.
     */
    static CheckResult of(
            LDAPConnection connection, Controller controller, CheckOrder order, Account account) {
        String base =
                Arrays.stream(order.domain().split("\\."))
                        .map(part -> new RDN("DC", part).toString())
                        .collect(Collectors.joining(","));
        Rights rights = new Rights(connection, controller, base);
        String container = "";
        try {
            container = container(order, base);
            return rights.look(account, container, !order.targetOu().isBlank());
        } catch (LDAPException e) {
            rights.evidence.add(new Field("error", String.valueOf(e.getDiagnosticMessage())));
            return rights.result(Verdict.UNKNOWN, "NOT_TOLD", container);
        }
    }

    private CheckResult look(Account account, String container, boolean chosen)
            throws LDAPException {
        SearchResultEntry user =
                Ldap.asked(() ->
                        connection.searchForEntry(
                                base,
                                SearchScope.SUB,
                                Filter.createANDFilter(
                                        Filter.createEqualityFilter("objectClass", "user"),
                                        Filter.createORFilter(
                                                Filter.createEqualityFilter(
                                                        "sAMAccountName", account.user()),
                                                Filter.createEqualityFilter(
                                                        "userPrincipalName", account.name()))),
                                "distinguishedName"));
        if (user == null) {
            return result(Verdict.UNKNOWN, "NOT_FOUND", container);
        }
        evidence.add(new Field("distinguishedName", user.getDN()));
        SearchResultEntry groups =
                Ldap.asked(() -> connection.getEntry(user.getDN(), "tokenGroups"));
        List<String> sids = sids(groups, "tokenGroups");
        evidence.add(new Field("tokenGroups", Integer.toString(sids.size())));
        List<String> domain =
                sids(Ldap.asked(() -> connection.getEntry(base, "objectSid")), "objectSid");
        boolean admin = domain.size() == 1 && sids.contains(domain.getFirst() + DOMAIN_ADMINS);
        evidence.add(new Field("domainAdmins", Boolean.toString(admin)));
        SearchResultEntry computers = entry(container);
        if (computers == null && chosen) {
            return result(Verdict.BAD, "NO_OU", container);
        }
        String[] classes =
                computers == null
                        ? null
                        : computers.getAttributeValues("allowedChildClassesEffective");
        boolean may =
                classes != null
                        && Arrays.stream(classes).anyMatch(c -> c.equalsIgnoreCase("computer"));
        evidence.add(new Field("allowedChildClassesEffective", may ? "computer" : "–"));
        return admin
                ? result(Verdict.GOOD, "DOMAIN_ADMIN", container)
                : result(
                        may ? Verdict.GOOD : Verdict.BAD,
                        may ? "MAY_CREATE" : "MAY_NOT",
                        container);
    }

    private @Nullable SearchResultEntry entry(String dn) throws LDAPException {
        try {
            return Ldap.asked(() -> connection.getEntry(dn, "allowedChildClassesEffective"));
        } catch (LDAPException e) {
            if (e.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)
                    || e.getResultCode().equals(ResultCode.INVALID_DN_SYNTAX)) {
                return null;
            }
            throw e;
        }
    }

    /** {@code Sales/Desktops} as {@code OU=Desktops,OU=Sales,DC=…}; a name stays as it is. */
    static String container(CheckOrder order, String base) throws LDAPException {
        String ou = order.targetOu().strip();
        if (ou.isEmpty()) {
            return "CN=Computers," + base;
        }
        if (DN.isValidDN(ou)) {
            return ou.toLowerCase(Locale.ROOT).endsWith(base.toLowerCase(Locale.ROOT))
                    ? ou
                    : ou + ',' + base;
        }
        String dn = base;
        for (String part : ou.split("/")) {
            boolean theDomain = dn.equals(base) && part.equalsIgnoreCase(order.domain());
            if (!part.isBlank() && !theDomain) {
                dn = new RDN("OU", part.strip()) + "," + dn;
            }
        }
        return dn;
    }

    private static List<String> sids(@Nullable SearchResultEntry entry, String name) {
        Attribute attribute = entry == null ? null : entry.getAttribute(name);
        return attribute == null
                ? List.of()
                : Arrays.stream(attribute.getValueByteArrays()).map(Sid::text).toList();
    }

    private CheckResult result(Verdict verdict, String code, String container) {
        return new CheckResult(
                CheckKind.RIGHTS,
                controller.address(),
                verdict,
                code,
                List.of(container),
                evidence,
                Duration.ofNanos(System.nanoTime() - begin));
    }
}
