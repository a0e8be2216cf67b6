package org.workspaceadmin.ui.operation;

import java.util.Optional;

/**
 * A user name that was typed together with its domain, taken apart: the service wants both in
 * fields of their own (vendor page User name).
 *
 * @param name the name alone
 * @param domain the domain alone
 */
public record NameSplit(String name, String domain) {
    /**
     * Looks for a domain inside a name.
     *
     * @param typed such as {@code CORP\a.lin} or {@code a.lin@corp.example.com}
     * @return both parts; empty when there is no domain in it or a part would be empty
     */
    static Optional<NameSplit> of(String typed) {
        String text = typed.strip();
        int backslash = text.indexOf('\\');
        if (backslash >= 0) {
            return of(text.substring(backslash + 1), text.substring(0, backslash));
        }
        int at = text.lastIndexOf('@');
        return at < 0 ? Optional.empty() : of(text.substring(0, at), text.substring(at + 1));
    }

    private static Optional<NameSplit> of(String name, String domain) {
        String bareName = name.strip();
        String bareDomain = domain.strip();
        return bareName.isEmpty() || bareDomain.isEmpty()
                ? Optional.empty()
                : Optional.of(new NameSplit(bareName, bareDomain));
    }
}
