package org.workspaceadmin.fleet.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * OUs as paths: the service writes them {@code a/b/c} (api/workspace.md section 9), the directory
 * as distinguished names. In lower case, from the domain downwards.
 */
final class OuPath {
    private OuPath() {}

    /**
     * The path of either notation.
     *
     * @param ou distinguished name or path
     * @return empty for the domain itself
     */
    static String of(String ou) {
        return written(ou).toLowerCase(Locale.ROOT);
    }

    /** The same as it is spelled, for the eyes. */
    static String written(String ou) {
        if (ou.indexOf('=') < 0) {
            String path = ou.strip();
            return path.startsWith("/") ? path.substring(1) : path;
        }
        try {
            // The library numbers the parts from the right.
            List<String> parts = new ArrayList<>();
            for (Rdn each : new LdapName(ou).getRdns()) {
                if (each.size() > 0 && !each.getType().equalsIgnoreCase("DC")) {
                    parts.add(String.valueOf(each.getValue()));
                }
            }
            return String.join("/", parts);
        } catch (InvalidNameException | IllegalArgumentException e) {
            return ou;
        }
    }

    /**
     * Whether a path is the one wanted. A name or path may begin anywhere, since the service gives
     * names alone too; a distinguished name is complete.
     *
     * @param path complete, in lower case
     * @param wanted as the service has it, in either notation
     */
    static boolean fits(String path, String wanted) {
        String end = of(wanted);
        return path.equals(end) || (wanted.indexOf('=') < 0 && path.endsWith("/" + end));
    }
}
