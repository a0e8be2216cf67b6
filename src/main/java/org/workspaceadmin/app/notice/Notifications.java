package org.workspaceadmin.app.notice;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** The desktop notification service of Linux desktops, as its specification 1.2 names it. */
@DBusInterfaceName("org.freedesktop.Notifications")
public interface Notifications extends DBusInterface {
    /** What the service can do, such as {@code body-markup}. */
    List<String> GetCapabilities();

    /**
     * Shows a notice.
     *
     * @param application who shows it
     * @param replaces the number of the notice it replaces, 0 for none
     * @param icon a name or a path, empty for none
     * @param summary one line
     * @param body more, possibly with markup
     * @param actions names and words of buttons
     * @param hints such as {@code urgency}
     * @param milliseconds for how long, -1 as the service likes
     * @return the notice's number
     */
    UInt32 Notify(
            String application,
            UInt32 replaces,
            String icon,
            String summary,
            String body,
            List<String> actions,
            Map<String, Variant<?>> hints,
            int milliseconds);
}
