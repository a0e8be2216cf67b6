package org.workspaceadmin.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.directory.SignedInController.TooMany;

/** Looks user names up. */
final class AccountQuery {
    private static final int CHUNK = 50;

    private static final int DISABLED = 0x2;
    private static final int LOCKED = 0x10;
    private static final int PASSWORD_EXPIRED = 0x800000;

    private static final String[] ATTRIBUTES = {
        "sAMAccountName",
        "userPrincipalName",
        "userAccountControl",
        "msDS-User-Account-Control-Computed",
        "lockoutTime",
        "accountExpires",
        "pwdLastSet",
        "objectSid"
    };

    private final SignedInController controller;
    private final Instant now;

    AccountQuery(SignedInController controller, Instant now) {
        this.controller = controller;
        this.now = now;
    }

    /** An answer for every name. */
    Map<String, AccountAnswer> of(Collection<String> names) throws LDAPException, TooMany {
        List<String> wanted = new ArrayList<>(new LinkedHashSet<>(names));
        Map<String, AccountAnswer> answers = new LinkedHashMap<>();
        for (int from = 0; from < wanted.size(); from += CHUNK) {
            List<String> chunk = wanted.subList(from, Math.min(from + CHUNK, wanted.size()));
            List<SearchResultEntry> found =
                    controller.some(
                            Filter.createANDFilter(
                                    Filter.createEqualityFilter("objectClass", "user"),
                                    Filter.createNOTFilter(
                                            Filter.createEqualityFilter("objectClass", "computer")),
                                    Filter.createORFilter(
                                            chunk.stream().map(this::filter).toList())),
                            ATTRIBUTES);
            for (String name : chunk) {
                answers.put(name, answer(name, found));
            }
        }
        return answers;
    }

    private Filter filter(String name) {
        return Filter.createORFilter(
                Filter.createEqualityFilter("sAMAccountName", name),
                Filter.createEqualityFilter("userPrincipalName", principal(name)));
    }

    private String principal(String name) {
        return name + "@" + controller.root().domain();
    }

    private AccountAnswer answer(String name, List<SearchResultEntry> found) {
        SearchResultEntry account = by("sAMAccountName", name, found);
        boolean byPrincipal = account == null;
        if (account == null) {
            account = by("userPrincipalName", principal(name), found);
        }
        if (account == null) {
            return AccountAnswer.none(name);
        }
        long control = AdValues.number(account, "userAccountControl", 0);
        long computed = AdValues.number(account, "msDS-User-Account-Control-Computed", -1);
        // A time of lock-out stays after the lock-out is over; only the computed flag is sure.
        boolean locked =
                computed >= 0
                        ? (computed & LOCKED) != 0
                        : AdValues.number(account, "lockoutTime", 0) > 0;
        Instant expires = AdValues.ticks(account, "accountExpires");
        return new AccountAnswer(
                name,
                true,
                AdValues.text(account, "sAMAccountName"),
                byPrincipal,
                domain(account.getDN()),
                account.getDN(),
                AdValues.sid(account, "objectSid"),
                (control & DISABLED) != 0,
                locked,
                expires != null && !expires.isAfter(now),
                (computed >= 0 && (computed & PASSWORD_EXPIRED) != 0)
                        || AdValues.number(account, "pwdLastSet", -1) == 0,
                expires);
    }

    private static @Nullable SearchResultEntry by(
            String attribute, String value, List<SearchResultEntry> found) {
        return found.stream()
                .filter(e -> AdValues.text(e, attribute).equalsIgnoreCase(value))
                .findFirst()
                .orElse(null);
    }

    private static String domain(String dn) {
        try {
            List<String> parts = new ArrayList<>();
            for (RDN each : new DN(dn).getRDNs()) {
                if (each.hasAttribute("DC")) {
                    parts.add(each.getAttributeValues()[0].toLowerCase(Locale.ROOT));
                }
            }
            return String.join(".", parts);
        } catch (LDAPException e) {
            return "";
        }
    }
}
