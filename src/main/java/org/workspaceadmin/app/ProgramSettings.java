package org.workspaceadmin.app;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.connection.Regions;
import org.workspaceadmin.connection.SettingKey;
import org.workspaceadmin.connection.SettingsValues;
import org.workspaceadmin.connection.SignIns;
import org.workspaceadmin.connection.network.NetworkSettings;
import org.workspaceadmin.connection.network.Route;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.ui.settings.SettingsPort;

/** The settings of the running program. */
final class ProgramSettings implements SettingsPort {
    private final Foundations below;
    private final Supplier<Optional<Connection>> onScreen;
    private final Runnable changed;
    private final Runnable about;

    /**
     * The settings of a program.
     *
     * @param below everything below the screens
     * @param onScreen the connection on screen
     * @param changed has what was changed take effect on screen
     * @param about shows which program this is
     */
    ProgramSettings(
            Foundations below,
            Supplier<Optional<Connection>> onScreen,
            Runnable changed,
            Runnable about) {
        this.about = about;
        this.below = below;
        this.onScreen = onScreen;
        this.changed = changed;
    }

    @Override
    public SettingsValues values() {
        return below.settings().values();
    }

    @Override
    public boolean locked(SettingKey key) {
        return below.settings().isLocked(key);
    }

    @Override
    public void apply(SettingsValues wanted) {
        below.settings()
                .change(now ->
                        now.withTheme(wanted.theme())
                                .withLanguage(wanted.language())
                                .withRefresh(wanted.refresh())
                                .withNotices(wanted.notices())
                                .withScale(wanted.scale())
                                .withNetwork(wanted.network()));
        below.network().refresh();
        changed.run();
    }

    @Override
    public boolean scaleChosenHere() {
        return ThisProgram.scaleChosenHere(System.getProperty("os.name", ""));
    }

    @Override
    public void showAbout() {
        about.run();
    }

    @Override
    public void proxyPasswordChanged() {
        below.network().refresh();
    }

    @Override
    public Work<Route> route(NetworkSettings network) {
        URI service =
                onScreen.get()
                        .filter(connection -> !connection.demo())
                        .map(connection -> connection.endpoints().workspace())
                        .orElseGet(() -> Regions.all().getFirst().endpoints().workspace());
        return below.workers().start(() -> below.network().route(network, service));
    }

    @Override
    public SignIns signIns() {
        return below.signIns();
    }
}
