package org.workspaceadmin.app.notice;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

/**
 * Notices by the desktop's notification service over D-Bus. Texts travel as values of the protocol,
 * so nothing in them is ever run or read as a command.
 */
final class LinuxNotices implements SystemNotices.Way {
    private static final String NAME = "org.freedesktop.Notifications";
    private static final String PATH = "/org/freedesktop/Notifications";

    private final @Nullable String address;

    /**
     * A way to the notification service.
     *
     * @param address of the bus, null for that of the session
     */
    LinuxNotices(@Nullable String address) {
        this.address = address;
    }

    @Override
    public void show(String application, String title, String text, boolean sound)
            throws IOException {
        DBusConnectionBuilder builder =
                address == null
                        ? DBusConnectionBuilder.forSessionBus()
                        : DBusConnectionBuilder.forAddress(address);
        try (DBusConnection bus = builder.withShared(false).build()) {
            Notifications service = bus.getRemoteObject(NAME, PATH, Notifications.class);
            String body =
                    service.GetCapabilities().contains("body-markup") ? withoutMarkup(text) : text;
            service.Notify(
                    application, new UInt32(0), "", title, body, List.of(), hints(sound), -1);
        } catch (DBusException | DBusExecutionException e) {
            throw new IOException("no notification service: " + e.getClass().getSimpleName(), e);
        }
    }

    private static Map<String, Variant<?>> hints(boolean sound) {
        Map<String, Variant<?>> hints = new LinkedHashMap<>();
        hints.put("desktop-entry", new Variant<>("workspace-admin"));
        hints.put("category", new Variant<>("transfer.complete"));
        hints.put("suppress-sound", new Variant<>(!sound));
        if (sound) {
            hints.put("sound-name", new Variant<>("complete"));
        }
        return hints;
    }

    /** A service that reads markup must not find any in the names of desktops and users. */
    private static String withoutMarkup(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
