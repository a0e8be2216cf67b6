package org.workspaceadmin.app;

import java.net.InetSocketAddress;
import java.util.List;
import org.workspaceadmin.connection.DirectoryData;
import org.workspaceadmin.connection.network.DirectoryTrust;
import org.workspaceadmin.directory.Endpoints;
import org.workspaceadmin.simulator.directory.SimulatedDirectory;

/**
 * A directory that comes along with its connection, so that nobody has to type anything: the
 * demo's. {@link DirectoryDesk#start} opens it by itself; nothing of it is kept.
 *
 * @param data where it is, who reads it, and the certificates its controllers are trusted by
 * @param password the account's, which is made up
 * @param endpoints where its services really are
 */
record GivenDirectory(DirectoryData data, String password, Endpoints endpoints) {
    /** The demo's, which runs. */
    static GivenDirectory of(SimulatedDirectory running) {
        List<DirectoryData.Controller> controllers =
                running.controllers().stream()
                        .map(each -> new DirectoryData.Controller(each, running.name(each)))
                        .toList();
        return new GivenDirectory(
                new DirectoryData(
                        running.domain(),
                        controllers,
                        running.controllers(),
                        running.account(),
                        List.of(DirectoryTrust.pem(running.authority()))),
                running.password(),
                (host, service) -> at(running, host, service.port()));
    }

    private static InetSocketAddress at(SimulatedDirectory running, String host, int port) {
        return running.at(host, port);
    }
}
