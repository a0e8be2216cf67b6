package org.workspaceadmin.directory;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.workspaceadmin.directory.SignedInController.TooMany;

/**
 * Who is behind security identifiers, asked for many at once, and whether they are administrators:
 * the controller itself lists the groups of one, nested ones included, in {@code tokenGroups}.
 */
final class Principals {
    private static final String ADMINISTRATORS = "S-1-5-32-544";
    private static final String DOMAIN_ADMINS = "-512";
    private static final String ENTERPRISE_ADMINS = "-519";

    private static final int CHUNK = 50;

    /** A company where more people than this joined computers by hand lets them all do it. */
    private static final int MOST_GROUP_READINGS = 500;

    private final SignedInController controller;

    Principals(SignedInController controller) {
        this.controller = controller;
    }

    /**
     * Who they are.
     *
     * @param sids identifiers
     * @param judged which of them are asked for their groups
     * @return by identifier, for every one of them
     */
    Map<String, Principal> of(Collection<String> sids, Collection<String> judged)
            throws LDAPException, TooMany {
        Map<String, Principal> known = new HashMap<>();
        List<String> wanted = new ArrayList<>(sids);
        int asked = 0;
        for (int from = 0; from < wanted.size(); from += CHUNK) {
            List<String> chunk = wanted.subList(from, Math.min(from + CHUNK, wanted.size()));
            List<Filter> each =
                    chunk.stream()
                            .map(s -> Filter.createEqualityFilter("objectSid", Sid.bytes(s)))
                            .toList();
            for (SearchResultEntry entry :
                    controller.some(Filter.createORFilter(each), "sAMAccountName", "objectSid")) {
                String sid = AdValues.sid(entry, "objectSid");
                boolean ask = judged.contains(sid) && !isGroupOfAdministrators(sid);
                boolean administrator =
                        isGroupOfAdministrators(sid)
                                || (ask && asked++ < MOST_GROUP_READINGS && isIn(entry.getDN()));
                known.put(
                        sid,
                        new Principal(sid, AdValues.text(entry, "sAMAccountName"), administrator));
            }
        }
        for (String sid : sids) {
            known.computeIfAbsent(sid, s -> new Principal(s, "", isGroupOfAdministrators(s)));
        }
        return known;
    }

    /** A user of the domain. */
    Principal named(String user) throws LDAPException, TooMany {
        Filter filter =
                Filter.createANDFilter(
                        Filter.createEqualityFilter("objectClass", "user"),
                        Filter.createEqualityFilter("sAMAccountName", user));
        for (SearchResultEntry entry : controller.some(filter, "sAMAccountName", "objectSid")) {
            return new Principal(
                    AdValues.sid(entry, "objectSid"),
                    AdValues.text(entry, "sAMAccountName"),
                    isIn(entry.getDN()));
        }
        return new Principal("", user, false);
    }

    private boolean isIn(String dn) throws LDAPException {
        boolean[] in = {false};
        controller.one(
                dn,
                entry -> {
                    var groups = entry.getAttribute("tokenGroups");
                    if (groups != null) {
                        for (byte[] each : groups.getValueByteArrays()) {
                            in[0] |= isGroupOfAdministrators(Sid.text(each));
                        }
                    }
                },
                "tokenGroups");
        return in[0];
    }

    private static boolean isGroupOfAdministrators(String sid) {
        String upper = sid.toUpperCase(Locale.ROOT);
        boolean ofDomain = upper.startsWith("S-1-5-21-");
        return upper.equals(ADMINISTRATORS)
                || (ofDomain
                        && (upper.endsWith(DOMAIN_ADMINS) || upper.endsWith(ENTERPRISE_ADMINS)));
    }
}
