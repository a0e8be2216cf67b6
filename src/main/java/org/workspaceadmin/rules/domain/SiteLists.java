package org.workspaceadmin.rules.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Account names and passwords that are not wanted. The vendor's own list of sensitive accounts is
 * not public: {@link #standIn()} holds well-known Windows names in its place, and a site can
 * replace both lists (api/domain-rules.md, LITE_AD sensitive accounts). Compared without regard to
 * case.
 */
public final class SiteLists {
    private static final List<String> STAND_IN =
            List.of(
                    "Administrator",
                    "Guest",
                    "krbtgt",
                    "krbtgt_*",
                    "DefaultAccount",
                    "WDAGUtilityAccount",
                    "HelpAssistant",
                    "SUPPORT_388945a0",
                    "Administrators",
                    "Users",
                    "Guests",
                    "Replicator",
                    "DnsAdmins",
                    "DnsUpdateProxy",
                    "IIS_IUSRS",
                    "WinRMRemoteWMIUsers__",
                    "System",
                    "Everyone",
                    "Anonymous",
                    "Interactive",
                    "Network",
                    "Service",
                    "Batch",
                    "Dialup",
                    "Self",
                    "Restricted",
                    "Proxy",
                    "IUSR");

    private final Set<String> sensitive = new HashSet<>();
    private final Set<String> prefixes = new HashSet<>();
    private final Set<String> weak = new HashSet<>();
    private final int longestWeak;
    private final boolean standIn;

    private SiteLists(List<String> sensitive, List<String> weak, boolean standIn) {
        for (String entry : sensitive) {
            String name = entry.strip().toLowerCase(Locale.ROOT);
            if (name.endsWith("*") && name.length() > 1) {
                prefixes.add(name.substring(0, name.length() - 1));
            } else if (!name.isEmpty()) {
                this.sensitive.add(name);
            }
        }
        int longest = 0;
        for (String entry : weak) {
            if (!entry.isEmpty()) {
                this.weak.add(entry.toLowerCase(Locale.ROOT));
                longest = Math.max(longest, entry.length());
            }
        }
        longestWeak = longest;
        this.standIn = standIn;
    }

    /** Well-known Windows names, and no weak passwords. */
    public static SiteLists standIn() {
        return new SiteLists(STAND_IN, List.of(), true);
    }

    /**
     * The same names with a site's weak passwords.
     *
     * @param weak passwords that are refused as a whole
     */
    public static SiteLists standInWithWeak(List<String> weak) {
        return new SiteLists(STAND_IN, weak, true);
    }

    /**
     * A site's own lists.
     *
     * @param sensitive account names; one that ends with {@code *} refuses all that begin so
     * @param weak passwords that are refused as a whole
     */
    public static SiteLists of(List<String> sensitive, List<String> weak) {
        return new SiteLists(sensitive, weak, false);
    }

    /** Whether the account names are our stand-in, which has to be said. */
    public boolean isStandIn() {
        return standIn;
    }

    boolean isSensitive(CharSequence account) {
        // Windows names are far shorter; nothing longer can be on a list.
        if (account.length() > 256) {
            return false;
        }
        String name = account.toString().toLowerCase(Locale.ROOT);
        return sensitive.contains(name) || prefixes.stream().anyMatch(name::startsWith);
    }

    boolean isWeak(CharSequence password) {
        return password.length() <= longestWeak
                && weak.contains(password.toString().toLowerCase(Locale.ROOT));
    }

    /** Shows no password. */
    @Override
    public String toString() {
        return "SiteLists[" + sensitive.size() + " accounts, " + weak.size() + " passwords]";
    }
}
