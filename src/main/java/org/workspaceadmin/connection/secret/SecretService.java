package org.workspaceadmin.connection.secret;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.errors.NoReply;
import org.freedesktop.dbus.errors.Timeout;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.interfaces.Properties;
import org.workspaceadmin.connection.secret.StoreState.Kind;
import org.workspaceadmin.connection.secret.StoreState.Store;

/** Looks at the Secret Service over D-Bus, without touching a secret and without a prompt. */
final class SecretService {
    private static final String NAME = "org.freedesktop.secrets";
    private static final String DEFAULT_COLLECTION = "/org/freedesktop/secrets/aliases/default";

    private SecretService() {}

    /** Whether the collection that new secrets go to is there and unlocked; blocks. */
    static StoreState look() {
        try (DBusConnection bus = DBusConnectionBuilder.forSessionBus().withShared(false).build()) {
            return collection(bus);
        } catch (DBusException | IOException e) {
            return state(Kind.MISSING, "no session bus: " + e.getClass().getSimpleName());
        } catch (NoReply | Timeout e) {
            return state(Kind.NOT_ANSWERING, e.getClass().getSimpleName());
        } catch (DBusExecutionException e) {
            return state(Kind.MISSING, "no default collection: " + e.getClass().getSimpleName());
        }
    }

    private static StoreState collection(DBusConnection bus) throws DBusException {
        DBus names =
                bus.getRemoteObject("org.freedesktop.DBus", "/org/freedesktop/DBus", DBus.class);
        boolean there =
                Stream.concat(
                                Arrays.stream(names.ListNames()),
                                Arrays.stream(names.ListActivatableNames()))
                        .anyMatch(NAME::equals);
        if (!there) {
            return state(Kind.MISSING, "nobody owns " + NAME);
        }
        Properties properties = bus.getRemoteObject(NAME, DEFAULT_COLLECTION, Properties.class);
        Boolean locked = properties.Get("org.freedesktop.Secret.Collection", "Locked");
        return locked
                ? state(Kind.LOCKED, "the default collection is locked")
                : StoreState.ready(Store.SECRET_SERVICE);
    }

    private static StoreState state(Kind kind, String reason) {
        return new StoreState(Store.SECRET_SERVICE, kind, reason);
    }
}
