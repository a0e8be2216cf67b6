package org.workspaceadmin.app;

import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.cloud.Trust;
import org.workspaceadmin.connection.network.Network;
import org.workspaceadmin.directory.Anchors;
import org.workspaceadmin.directory.Endpoints;

/**
 * How the directory of each connection is reached: over the network, believing whom its settings
 * name, which the operating system's store is part of; for the demo, its own.
 */
final class Directories {
    private final Network network;
    private volatile @Nullable DirectoryReach demo;

    /**
     * Knows of no demo.
     *
     * @param network whom the settings trust
     */
    Directories(Network network) {
        this.network = network;
    }

    /** Leads every connection to the demo there. */
    void demo(DirectoryReach reach) {
        demo = reach;
    }

    /**
     * How a connection's directory is reached; blocks while stores of certificates are read.
     *
     * @param connectionId whose
     */
    DirectoryReach of(String connectionId) {
        DirectoryReach simulated = demo;
        return simulated != null && Demo.isDemo(connectionId)
                ? simulated
                : new DirectoryReach(Endpoints.REAL, trust());
    }

    private X509TrustManager trust() {
        Trust trust = network.options().trust();
        return Anchors.of(
                (trust == null ? Trust.bundled() : trust)
                        .anchors().stream().map(Trust.Anchor::certificate).toList());
    }
}
