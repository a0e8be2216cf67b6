package org.workspaceadmin.rules;

import java.util.ArrayList;
import java.util.List;
import org.workspaceadmin.model.UserNameChange;

/**
 * What a user-name change must look like (vendor page User name; lengths api/desktops.md section
 * 7). The first argument of every violation is the field it belongs to: {@link #OLD} or {@link
 * #NEW}.
 */
public final class UserNameRules {
    /** The field of the current name. */
    public static final String OLD = "old";

    /** The field of the new name. */
    public static final String NEW = "new";

    /** Longest name of a user in the cloud-side directory, and of a Windows logon name. */
    public static final int WINDOWS_LENGTH = 20;

    /** Longest name of a user in the company's own directory. */
    public static final int LENGTH = 64;

    private UserNameRules() {}

    /**
     * Checks both names and how they relate.
     *
     * @param change as typed
     * @param directory where the users live
     * @return every violation, old name first
     */
    public static List<Violation> check(UserNameChange change, Directory directory) {
        List<Violation> found = new ArrayList<>();
        found.addAll(name(OLD, change.oldName(), directory));
        found.addAll(name(NEW, change.newName(), directory));
        found.addAll(domain(OLD, change.oldDomain()));
        found.addAll(domain(NEW, change.newDomain()));
        if (!change.oldName().isBlank()
                && change.oldName().equalsIgnoreCase(change.newName())
                && change.oldDomain().equalsIgnoreCase(change.newDomain())) {
            found.add(Violations.error("USERNAME-SAME", NEW));
        }
        return found;
    }

    /**
     * Checks one name.
     *
     * @param field {@link #OLD} or {@link #NEW}
     * @param name as typed
     * @param directory where the user lives
     * @return every violation
     */
    public static List<Violation> name(String field, String name, Directory directory) {
        if (name.isBlank()) {
            return List.of(Violations.error("USERNAME-REQUIRED", field));
        }
        List<Violation> found = new ArrayList<>();
        if (name.indexOf('\\') >= 0 || name.indexOf('@') >= 0) {
            found.add(Violations.error("USERNAME-WITH-DOMAIN", field));
        }
        found.addAll(edges("USERNAME", field, name));
        int length = name.length();
        int longest = directory == Directory.LITE ? WINDOWS_LENGTH : LENGTH;
        if (length > longest) {
            found.add(
                    Violations.error(
                            "USERNAME-LEN",
                            field,
                            Integer.toString(longest),
                            Integer.toString(length)));
        } else if (length > WINDOWS_LENGTH) {
            found.add(
                    Violations.warning(
                            "USERNAME-LEN-WINDOWS",
                            field,
                            Integer.toString(WINDOWS_LENGTH),
                            Integer.toString(length)));
        }
        if (directory == Directory.LITE && !Violations.asciiLetter(name.charAt(0))) {
            found.add(Violations.error("USERNAME-LITE-START", field));
        }
        return found;
    }

    private static List<Violation> domain(String field, String domain) {
        if (domain.isEmpty()) {
            return List.of();
        }
        List<Violation> found = new ArrayList<>(edges("USERDOMAIN", field, domain));
        if (domain.indexOf('\\') >= 0 || domain.indexOf('@') >= 0) {
            found.add(Violations.error("USERDOMAIN-CHARSET", field));
        }
        return found;
    }

    private static List<Violation> edges(String prefix, String field, String text) {
        List<Violation> found = new ArrayList<>();
        if (!text.equals(text.strip())) {
            found.add(Violations.error(prefix + "-BLANK-EDGE", field));
        }
        if (Violations.hasControl(text)) {
            found.add(Violations.error(prefix + "-CONTROL", field));
        }
        return found;
    }
}
