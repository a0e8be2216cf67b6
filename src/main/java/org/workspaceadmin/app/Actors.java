package org.workspaceadmin.app;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.workspaceadmin.cloud.CloudConnection;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.connection.Identity;
import org.workspaceadmin.connection.SignInKind;
import org.workspaceadmin.model.Actor;

/**
 * Who is signed in on each open connection, for the ledger. A key tells only its id, so STS is
 * asked once whose it is; until it answers, and where it does not, the id has to do.
 */
final class Actors {
    private static final Logger LOG = LoggerFactory.getLogger(Actors.class);

    private final Map<String, Actor> known = new ConcurrentHashMap<>();

    /** Who acts on a connection now; answers at once. */
    Actor of(String connectionId) {
        return known.getOrDefault(connectionId, Actor.PROGRAM);
    }

    /**
     * Somebody signed in; call before anything is written on the connection.
     *
     * @param connection which
     * @param service its way
     */
    void signedIn(Connection connection, CloudConnection service) {
        Identity identity = connection.identity();
        if (identity.kind() == SignInKind.PASSWORD) {
            known.put(connection.id(), Actor.user(identity.account(), identity.user()));
            return;
        }
        Actor key = Actor.accessKey(identity.accessKey());
        known.put(connection.id(), key);
        service.callerIdentity()
                .then(
                        Runnable::run,
                        caller -> {
                            if (!caller.principalUrn().isEmpty()) {
                                known.replace(connection.id(), key, Actor.caller(caller));
                            }
                        },
                        failure -> LOG.info("STS does not say whose key it is", failure));
    }

    /** Nobody is signed in any more. */
    void signedOut(String connectionId) {
        known.remove(connectionId);
    }
}
