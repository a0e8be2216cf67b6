package org.workspaceadmin.ui.settings;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.workspaceadmin.connection.SecretLedger;
import org.workspaceadmin.connection.SettingKey;
import org.workspaceadmin.connection.SettingsValues;
import org.workspaceadmin.connection.SignIns;
import org.workspaceadmin.connection.network.NetworkSettings;
import org.workspaceadmin.connection.network.Route;
import org.workspaceadmin.connection.secret.FakeStore;
import org.workspaceadmin.connection.secret.LayeredSecretStore;
import org.workspaceadmin.redact.Redactor;
import org.workspaceadmin.task.ManualTimer;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.task.Workers;

/** A program whose settings are in memory. */
final class FakeProgram implements SettingsPort {
    final FakeStore store = new FakeStore();
    final Set<SettingKey> locked = EnumSet.noneOf(SettingKey.class);
    final SignIns signIns;
    SettingsValues values = SettingsValues.DEFAULTS;
    Route route = new Route("proxy.example", 3128, Route.Why.VARIABLE, "https_proxy");
    int passwordChanges;

    FakeProgram(Path folder) {
        signIns =
                new SignIns(
                        new LayeredSecretStore(store),
                        SecretLedger.open(folder.resolve("remembered.json"), new ManualTimer()),
                        new Redactor(),
                        Workers.sameThread());
    }

    @Override
    public SettingsValues values() {
        return values;
    }

    @Override
    public boolean locked(SettingKey key) {
        return locked.contains(key);
    }

    @Override
    public void apply(SettingsValues wanted) {
        values = wanted;
    }

    @Override
    public void proxyPasswordChanged() {
        passwordChanges++;
    }

    @Override
    public Work<Route> route(NetworkSettings network) {
        return Work.of(route);
    }

    @Override
    public SignIns signIns() {
        return signIns;
    }
}
