package org.workspaceadmin.directory;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.workspaceadmin.directory.CheckOrder.Account;
import org.workspaceadmin.directory.CheckOrder.Controller;
import org.workspaceadmin.model.Field;

/** Whether an account may bring computers into the domain. */
final class Rights {
    private static final String ADMINISTRATORS = "S-1-5-32-544";
    private static final String DOMAIN_ADMINS = "-512";

    private Rights() {}

    /**
     * Asks over a connection that is signed in as the account. Nested groups count: the controller
     * itself lists them flat in {@code tokenGroups}.
     */
    static CheckResult of(
            LDAPConnection connection, Controller controller, CheckOrder order, Account account) {
        long begin = System.nanoTime();
        List<Field> evidence = new ArrayList<>();
        try {
            String base =
                    Arrays.stream(order.domain().split("\\."))
                            .map(part -> "DC=" + part)
                            .collect(Collectors.joining(","));
            SearchResultEntry user =
                    connection.searchForEntry(
                            base,
                            SearchScope.SUB,
                            Filter.createANDFilter(
                                    Filter.createEqualityFilter("objectClass", "user"),
                                    Filter.createEqualityFilter("sAMAccountName", account.user())),
                            "distinguishedName");
            if (user == null) {
                return result(controller, Verdict.UNKNOWN, "NOT_FOUND", evidence, begin);
            }
            evidence.add(new Field("distinguishedName", user.getDN()));
            SearchResultEntry groups = connection.getEntry(user.getDN(), "tokenGroups");
            List<String> sids = sids(groups == null ? null : groups.getAttribute("tokenGroups"));
            boolean admin =
                    sids.stream().anyMatch(s -> s.endsWith(DOMAIN_ADMINS))
                            || sids.contains(ADMINISTRATORS);
            evidence.add(new Field("tokenGroups", Integer.toString(sids.size())));
            if (admin) {
                return result(controller, Verdict.GOOD, "DOMAIN_ADMIN", evidence, begin);
            }
            SearchResultEntry computers =
                    connection.getEntry("CN=Computers," + base, "allowedChildClassesEffective");
            String[] classes =
                    computers == null
                            ? null
                            : computers.getAttributeValues("allowedChildClassesEffective");
            boolean may = classes != null && List.of(classes).contains("computer");
            evidence.add(new Field("allowedChildClassesEffective", may ? "computer" : "–"));
            return result(
                    controller,
                    may ? Verdict.GOOD : Verdict.BAD,
                    may ? "MAY_CREATE" : "MAY_NOT",
                    evidence,
                    begin);
        } catch (LDAPException e) {
            evidence.add(new Field("error", String.valueOf(e.getDiagnosticMessage())));
            return result(controller, Verdict.UNKNOWN, "NOT_TOLD", evidence, begin);
        }
    }

    private static List<String> sids(@org.jspecify.annotations.Nullable Attribute attribute) {
        if (attribute == null) {
            return List.of();
        }
        return Arrays.stream(attribute.getValueByteArrays()).map(Sid::text).toList();
    }

    private static CheckResult result(
            Controller controller, Verdict verdict, String code, List<Field> evidence, long begin) {
        return new CheckResult(
                CheckKind.RIGHTS,
                controller.address(),
                verdict,
                code,
                List.of(),
                evidence,
                Duration.ofNanos(System.nanoTime() - begin));
    }
}
