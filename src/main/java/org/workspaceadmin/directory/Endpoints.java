package org.workspaceadmin.directory;

import java.net.InetSocketAddress;

/**
 * Where services are really asked. The demo and tests lead to ports that need no privilege; the
 * network itself is {@link #REAL}.
 */
@FunctionalInterface
public interface Endpoints {
    /** Every service at its host and usual port. */
    Endpoints REAL = (host, service) -> new InetSocketAddress(host, service.port());

    /**
     * Where to ask.
     *
     * @param host address or name as it was entered
     * @param service which service
     * @return the address, unresolved when the name does not resolve
     */
    InetSocketAddress of(String host, AdService service);
}
