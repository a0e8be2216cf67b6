package org.workspaceadmin.directory;

import java.util.List;

/**
 * Ports that have to be open between the service's network and the domain and that are not looked
 * at from here: which of the dynamic ones is used is only known to who asks for it, and the others
 * answer to nobody but a partner they expect.
 *
 * @param udp UDP, else TCP
 * @param from the first
 * @param to the last, the same where it is one
 */
public record NeededPorts(boolean udp, int from, int to) {
    /**
     * RPC's dynamic range (since Windows Server 2008), NetBIOS names and datagrams, files, key
     * exchange of IPsec.
     */
    public static final List<NeededPorts> NOT_PROBED =
            List.of(
                    new NeededPorts(false, 49152, 65535),
                    new NeededPorts(true, 137, 137),
                    new NeededPorts(true, 138, 138),
                    new NeededPorts(true, 445, 445),
                    new NeededPorts(true, 500, 500));
}
