package org.workspaceadmin.directory;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.util.StaticUtils;
import java.text.ParseException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a controller says of itself to anybody: its root entry.
 *
 * @param domain its domain as a DNS name, in lower case, empty when not told
 * @param baseDn the same as a distinguished name
 * @param hostName its own full name, in lower case
 * @param domainLevel functional level of the domain, as the number AD uses (7 is Windows Server
 *     2016), -1 when not told
 * @param forestLevel functional level of the forest, likewise
 * @param controllerLevel functional level of the controller, likewise
 * @param time its clock, null when not told
 * @param mechanisms names of the ways to sign in, such as {@code GSSAPI}
 */
public record RootEntry(
        String domain,
        String baseDn,
        String hostName,
        int domainLevel,
        int forestLevel,
        int controllerLevel,
        @Nullable Instant time,
        List<String> mechanisms) {
    static final String[] ATTRIBUTES = {
        "defaultNamingContext",
        "dnsHostName",
        "domainFunctionality",
        "forestFunctionality",
        "domainControllerFunctionality",
        "currentTime",
        "supportedSASLMechanisms"
    };

    /** Copies the list. */
    public RootEntry {
        mechanisms = List.copyOf(mechanisms);
    }

    static RootEntry of(SearchResultEntry entry) {
        String base = text(entry, "defaultNamingContext");
        String[] mechanisms = entry.getAttributeValues("supportedSASLMechanisms");
        return new RootEntry(
                domain(base),
                base,
                text(entry, "dnsHostName").toLowerCase(Locale.ROOT),
                number(entry, "domainFunctionality"),
                number(entry, "forestFunctionality"),
                number(entry, "domainControllerFunctionality"),
                time(text(entry, "currentTime")),
                mechanisms == null ? List.of() : List.of(mechanisms));
    }

    /** {@code DC=corp,DC=example} as {@code corp.example}; empty when it is nothing of the kind. */
    private static String domain(String base) {
        try {
            RDN[] parts = new DN(base).getRDNs();
            boolean all =
                    Arrays.stream(parts).allMatch(p -> p.hasAttribute("DC") && !p.isMultiValued());
            return all
                    ? Arrays.stream(parts)
                            .map(p -> p.getAttributeValues()[0].toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining("."))
                    : "";
        } catch (LDAPException e) {
            return "";
        }
    }

    private static String text(SearchResultEntry entry, String name) {
        Attribute attribute = entry.getAttribute(name);
        String value = attribute == null ? null : attribute.getValue();
        return value == null ? "" : value;
    }

    private static int number(SearchResultEntry entry, String name) {
        Integer value = entry.getAttributeValueAsInteger(name);
        return value == null ? -1 : value;
    }

    private static @Nullable Instant time(String text) {
        try {
            return text.isEmpty() ? null : StaticUtils.decodeGeneralizedTime(text).toInstant();
        } catch (ParseException e) {
            return null;
        }
    }
}
