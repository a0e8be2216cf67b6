package org.workspaceadmin.directory;

/**
 * What a domain controller offers, by its usual port. What is shown is always the usual port, also
 * where {@link Endpoints} lead elsewhere.
 */
public enum AdService {
    /** Names. */
    DNS(53, true, true),
    /** Tickets. */
    KERBEROS(88, true, true),
    /** Time, which only answers over UDP. */
    NTP(123, false, true),
    /** Finds the port of other services. */
    RPC_ENDPOINT_MAPPER(135, true, false),
    /** Sessions by NetBIOS. */
    NETBIOS_SESSION(139, true, false),
    /** The directory; over UDP the locator's question. */
    LDAP(389, true, true),
    /** Files, group policies. */
    SMB(445, true, false),
    /** Changing passwords. */
    KPASSWD(464, true, true),
    /** RPC over HTTP. */
    RPC_HTTP(593, true, false),
    /** The directory under TLS. */
    LDAPS(636, true, false),
    /** The whole forest's directory. */
    GLOBAL_CATALOG(3268, true, false),
    /** The same under TLS. */
    GLOBAL_CATALOG_TLS(3269, true, false);

    private final int port;
    private final boolean tcp;
    private final boolean udp;

    AdService(int port, boolean tcp, boolean udp) {
        this.port = port;
        this.tcp = tcp;
        this.udp = udp;
    }

    /** Its usual port. */
    public int port() {
        return port;
    }

    /** Whether it is looked for over TCP. */
    public boolean tcp() {
        return tcp;
    }

    /** Whether it is looked for over UDP. */
    public boolean udp() {
        return udp;
    }
}
