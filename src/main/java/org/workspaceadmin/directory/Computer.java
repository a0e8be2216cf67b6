package org.workspaceadmin.directory;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A computer object. What a controller did not tell is empty or null; a reader without rights on an
 * object is told less, not refused.
 *
 * @param name {@code sAMAccountName} without its final {@code $}
 * @param commonName {@code cn}; of an object that lost a conflict of replication, the name it
 *     fought for
 * @param distinguishedName where it is
 * @param enabled whether it may sign in ({@code userAccountControl} without 2)
 * @param passwordSet when it last changed its password ({@code pwdLastSet}); null when never or not
 *     told
 * @param sid its Windows SID, which has nothing to do with the service's field of that name
 *     (api/desktops.md section 3)
 * @param owner whom {@code nTSecurityDescriptor} names as owner
 * @param creator {@code mS-DS-CreatorSID}: set where somebody without a right to create it made it
 *     by the quota; else unknown
 * @param created when ({@code whenCreated})
 * @param lastLogon about when it last signed in ({@code lastLogonTimestamp}, up to two weeks late)
 * @param operatingSystem as it reports itself
 * @param dnsHostName as it reports itself
 */
public record Computer(
        String name,
        String commonName,
        String distinguishedName,
        boolean enabled,
        @Nullable Instant passwordSet,
        String sid,
        Principal owner,
        Principal creator,
        @Nullable Instant created,
        @Nullable Instant lastLogon,
        String operatingSystem,
        String dnsHostName) {
    /** The distinguished name of what it is in, empty when it is in nothing. */
    public String parent() {
        boolean escaped = false;
        for (int i = 0; i < distinguishedName.length(); i++) {
            char c = distinguishedName.charAt(i);
            if (c == ',' && !escaped) {
                return distinguishedName.substring(i + 1).strip();
            }
            escaped = c == '\\' && !escaped;
        }
        return "";
    }

    /**
     * Every name it lays claim to, in lower case: that of its account, its common name, and the
     * host's of its DNS name. Two objects with a name in common get in each other's way.
     */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>(4);
        int dot = dnsHostName.indexOf('.');
        for (String each :
                List.of(name, commonName, dot < 0 ? dnsHostName : dnsHostName.substring(0, dot))) {
            if (!each.isEmpty()) {
                names.add(each.toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }
}
