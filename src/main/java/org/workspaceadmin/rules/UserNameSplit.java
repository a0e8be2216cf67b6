package org.workspaceadmin.rules;

import java.util.Optional;

/**
 * A user name that was typed together with its domain, taken apart. The service wants them in two
 * fields (vendor page User name).
 *
 * @param name user name without domain
 * @param domain the domain part as typed
 */
public record UserNameSplit(String name, String domain) {
    /**
     * Takes {@code DOMAIN\name} or {@code name@domain} apart.
     *
     * @param typed what was typed
     * @return the two parts, empty when the text is neither form or a part would be empty
     */
    public static Optional<UserNameSplit> of(String typed) {
        String text = typed.strip();
        int backslash = text.indexOf('\\');
        if (backslash >= 0) {
            return parts(text.substring(backslash + 1), text.substring(0, backslash));
        }
        int at = text.lastIndexOf('@');
        if (at >= 0) {
            return parts(text.substring(0, at), text.substring(at + 1));
        }
        return Optional.empty();
    }

    private static Optional<UserNameSplit> parts(String name, String domain) {
        boolean clean =
                !name.isBlank()
                        && !domain.isBlank()
                        && name.indexOf('\\') < 0
                        && name.indexOf('@') < 0
                        && domain.indexOf('\\') < 0;
        return clean
                ? Optional.of(new UserNameSplit(name.strip(), domain.strip()))
                : Optional.empty();
    }
}
