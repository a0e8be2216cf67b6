package org.workspaceadmin.ui.common;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.workspaceadmin.connection.DirectoryData;
import org.workspaceadmin.directory.AccountAnswer;
import org.workspaceadmin.fleet.health.DirectoryHealth;
import org.workspaceadmin.task.Work;

/**
 * The company's directory of one open connection, for the screens that show what it says. The
 * connection data are typed in Directory access, which {@link #open} shows.
 */
public interface DirectoryDoor {
    /** Whether there is a directory to connect to. */
    enum Offer {
        /** The company's own, as far as is known. */
        OFFERED,
        /** The service uses a directory of its own in the cloud, which nobody reaches from here. */
        CLOUD_DIRECTORY
    }

    /** The health of the connection's desktops; the same object as long as it is open. */
    DirectoryHealth health();

    /** Whether there is a directory to connect to; changes on the UI thread once that is known. */
    ReadOnlyObjectProperty<Offer> offerProperty();

    /** What was entered in Directory access; for other forms to begin with. */
    DirectoryData data();

    /** Shows Directory access; UI thread. */
    void open();

    /**
     * Looks user names up, in few questions however many names there are.
     *
     * @param names {@code sAMAccountName}s, without domain
     * @return by the name as asked for, and fails with a {@link
     *     org.workspaceadmin.directory.DirectoryException}; empty while no directory is open
     */
    Optional<Work<Map<String, AccountAnswer>>> accounts(Collection<String> names);
}
