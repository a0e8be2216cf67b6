package org.workspaceadmin.ui.settings;

import org.workspaceadmin.connection.SettingKey;
import org.workspaceadmin.connection.SettingsValues;
import org.workspaceadmin.connection.SignIns;
import org.workspaceadmin.connection.network.NetworkSettings;
import org.workspaceadmin.connection.network.Route;
import org.workspaceadmin.task.Work;

/** What the settings ask of the program. Called on the UI thread. */
public interface SettingsPort {
    /** The settings in force. */
    SettingsValues values();

    /**
     * Whether the computer's administrator holds a setting.
     *
     * @param key which
     */
    boolean locked(SettingKey key);

    /**
     * Remembers other settings and has them take effect.
     *
     * @param wanted appearance, refresh interval and network count; the rest stays as it is
     */
    void apply(SettingsValues wanted);

    /** Whether this system lets a program decide how large it is drawn. */
    default boolean scaleChosenHere() {
        return true;
    }

    /** Shows which program this is, above the settings. */
    default void showAbout() {}

    /** The proxy's password was changed. */
    void proxyPasswordChanged();

    /**
     * The way a request to the service takes; to the address of the connection on screen, or of a
     * usual one.
     *
     * @param network with these settings
     */
    Work<Route> route(NetworkSettings network);

    /** What is remembered, and where. */
    SignIns signIns();
}
