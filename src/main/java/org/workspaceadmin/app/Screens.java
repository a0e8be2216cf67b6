package org.workspaceadmin.app;

import java.util.List;
import org.workspaceadmin.cloud.CloudConnection;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.fleet.Fleet;
import org.workspaceadmin.ui.shell.Place;

/** Builds the screens of a connection. */
@FunctionalInterface
interface Screens {
    /**
     * The places of a connection, with new screens.
     *
     * @param connection which
     * @param fleet what is read of it
     * @param service the way to it
     * @param directory the company's directory
     * @return at least one place, in the order of the navigation
     */
    List<Place> of(
            Connection connection, Fleet fleet, CloudConnection service, DirectoryDesk directory);
}
