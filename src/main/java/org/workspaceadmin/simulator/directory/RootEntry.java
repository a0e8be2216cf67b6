package org.workspaceadmin.simulator.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import java.time.Instant;
import java.util.Locale;

/** What a controller tells anybody of itself (MS-ADTS section 3.1.1.3.2). */
final class RootEntry {
    /** Windows Server 2016, as domains and forests count. */
    private static final String LEVEL = "7";

    private RootEntry() {}

    /**
     * Makes it.
     *
     * @param domain the domain
     * @param controller full name of the controller
     * @param now its clock
     */
    static Entry of(Domain domain, String controller, Instant now) {
        String base = domain.base();
        String host = controller.substring(0, controller.indexOf('.')).toUpperCase(Locale.ROOT);
        Entry entry = new Entry(DN.NULL_DN);
        entry.addAttribute("currentTime", AdBytes.generalized(now));
        entry.addAttribute("defaultNamingContext", base);
        entry.addAttribute("rootDomainNamingContext", base);
        entry.addAttribute("configurationNamingContext", "CN=Configuration," + base);
        entry.addAttribute("schemaNamingContext", "CN=Schema,CN=Configuration," + base);
        entry.addAttribute(
                "namingContexts",
                base,
                "CN=Configuration," + base,
                "CN=Schema,CN=Configuration," + base,
                "DC=DomainDnsZones," + base,
                "DC=ForestDnsZones," + base);
        entry.addAttribute("dnsHostName", controller);
        entry.addAttribute(
                "ldapServiceName",
                domain.name() + ":" + host.toLowerCase(Locale.ROOT) + "$@" + domain.realm());
        entry.addAttribute(
                "serverName",
                "CN=" + host + ",CN=Servers,CN=Singapore,CN=Sites,CN=Configuration," + base);
        entry.addAttribute(
                "dsServiceName",
                "CN=NTDS Settings,CN="
                        + host
                        + ",CN=Servers,CN=Singapore,CN=Sites,CN=Configuration,"
                        + base);
        entry.addAttribute("domainFunctionality", LEVEL);
        entry.addAttribute("forestFunctionality", LEVEL);
        entry.addAttribute("domainControllerFunctionality", LEVEL);
        entry.addAttribute("isGlobalCatalogReady", "TRUE");
        entry.addAttribute("isSynchronized", "TRUE");
        entry.addAttribute("highestCommittedUSN", Long.toString(now.getEpochSecond() / 30));
        entry.addAttribute("supportedLDAPVersion", "3", "2");
        entry.addAttribute(
                "supportedSASLMechanisms", "GSSAPI", "GSS-SPNEGO", "EXTERNAL", "DIGEST-MD5");
        entry.addAttribute(
                "supportedControl",
                "1.2.840.113556.1.4.319",
                "1.2.840.113556.1.4.801",
                "1.2.840.113556.1.4.1339");
        entry.addAttribute(
                "supportedCapabilities",
                "1.2.840.113556.1.4.800",
                "1.2.840.113556.1.4.1670",
                "1.2.840.113556.1.4.1791",
                "1.2.840.113556.1.4.1935",
                "1.2.840.113556.1.4.2080",
                "1.2.840.113556.1.4.2237");
        entry.addAttribute(
                "supportedExtension", "1.3.6.1.4.1.1466.20037", "1.3.6.1.4.1.4203.1.11.3");
        return entry;
    }
}
