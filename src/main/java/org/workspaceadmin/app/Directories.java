package org.workspaceadmin.app;

import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.net.ssl.X509TrustManager;
import org.workspaceadmin.cloud.Trust;
import org.workspaceadmin.connection.network.Network;
import org.workspaceadmin.directory.Anchors;
import org.workspaceadmin.directory.Endpoints;

/**
 * Where the directory of each connection is reached, and who vouches for its controllers: the
 * network itself and the authorities of the network's settings, which the operating system's store
 * is part of, unless a connection such as the demo's brings its own.
 */
final class Directories {
    private final Place usual;
    private final Map<String, Place> own = new ConcurrentHashMap<>();

    /**
     * A directory's surroundings.
     *
     * @param endpoints where its services are
     * @param trust whom to believe; may block when asked
     */
    record Place(Endpoints endpoints, Supplier<X509TrustManager> trust) {}

    /**
     * Knows of no connection with surroundings of its own.
     *
     * @param network the settings of the network
     */
    Directories(Network network) {
        usual = new Place(Endpoints.REAL, () -> trust(network));
    }

    private static X509TrustManager trust(Network network) {
        Trust trust = network.options().trust();
        return Anchors.of(
                (trust == null ? Trust.bundled() : trust)
                        .anchors().stream().map(Trust.Anchor::certificate).toList());
    }

    /** The surroundings of a connection's directory. */
    Place of(String connectionId) {
        return own.getOrDefault(connectionId, usual);
    }

    /**
     * Leads a connection elsewhere.
     *
     * @param connectionId whose
     * @param endpoints where its directory's services are
     * @param authorities who vouches for its controllers, instead of everybody usual
     */
    void lead(String connectionId, Endpoints endpoints, Collection<X509Certificate> authorities) {
        X509TrustManager trust = Anchors.of(List.copyOf(authorities));
        own.put(connectionId, new Place(endpoints, () -> trust));
    }
}
