package org.workspaceadmin.directory;

import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;

/**
 * Leaves the names of hosts to the operating system. The DNS library offers itself to the Java
 * runtime as the resolver of every name in the process, which would go past the system's hosts
 * file, its search order and a VPN's own servers; the runtime takes the first provider of the class
 * path, and that is this one. The library is asked where a particular server is meant, and nowhere
 * else.
 */
public final class SystemNames extends InetAddressResolverProvider {
    /** For the Java runtime's service loader. */
    public SystemNames() {}

    @Override
    public InetAddressResolver get(Configuration configuration) {
        return configuration.builtinResolver();
    }

    @Override
    public String name() {
        return "system";
    }
}
