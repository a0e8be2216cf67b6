package org.workspaceadmin.directory;

import com.unboundid.ldap.sdk.Filter;
import java.util.Arrays;

/** A naming pattern: text with {@code *} for anything. Everything else stands for itself. */
final class NamePattern {
    private NamePattern() {}

    /** As a filter of an attribute; the library escapes what has a meaning in filters. */
    static Filter filter(String attribute, String pattern) {
        String[] parts = pattern.split("\\*", -1);
        if (parts.length == 1) {
            return Filter.createEqualityFilter(attribute, pattern);
        }
        String first = parts[0];
        String last = parts[parts.length - 1];
        String[] between =
                Arrays.stream(parts, 1, parts.length - 1)
                        .filter(p -> !p.isEmpty())
                        .toArray(String[]::new);
        if (first.isEmpty() && last.isEmpty() && between.length == 0) {
            return Filter.createPresenceFilter(attribute);
        }
        return Filter.createSubstringFilter(
                attribute,
                first.isEmpty() ? null : first,
                between.length == 0 ? null : between,
                last.isEmpty() ? null : last);
    }
}
