package org.workspaceadmin.ui.settings;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.workspaceadmin.connection.SignIns;
import org.workspaceadmin.connection.secret.StoreState;
import org.workspaceadmin.task.UiExecutor;
import org.workspaceadmin.task.Work;

/** Where secrets lie, whether that works, and forgetting them. UI thread. */
public final class SecretsViewModel {
    private final SignIns signIns;
    private final UiExecutor ui;
    private final ReadOnlyObjectWrapper<StoreState> state;
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper remembered = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");

    /**
     * Asks nothing yet.
     *
     * @param signIns what is remembered
     * @param ui the way back
     */
    public SecretsViewModel(SignIns signIns, UiExecutor ui) {
        this.signIns = signIns;
        this.ui = ui;
        state = new ReadOnlyObjectWrapper<>(signIns.state());
        remembered.set(signIns.remembered());
    }

    /** What is known of the key store. */
    public ReadOnlyObjectProperty<StoreState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether the key store is being asked. */
    public ReadOnlyBooleanProperty askingProperty() {
        return asking.getReadOnlyProperty();
    }

    /** How many connections' sign-ins lie in the key store. */
    public ReadOnlyIntegerProperty rememberedProperty() {
        return remembered.getReadOnlyProperty();
    }

    /** The key of what became of forgetting, empty before. */
    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /** Tries the key store for real. */
    public void tryOut() {
        ask(signIns.tryOut());
    }

    /** Has the system ask for the key store to be unlocked. */
    public void unlock() {
        ask(signIns.unlock());
    }

    /** Forgets every sign-in and the proxy's password. */
    public void forgetAll() {
        asking.set(true);
        signIns.forgetAll()
                .then(
                        ui,
                        all ->
                                settled(
                                        all
                                                ? "settings.secrets.forgotten"
                                                : "settings.secrets.owed"),
                        failure -> settled("settings.secrets.owed"));
    }

    private void ask(Work<StoreState> work) {
        asking.set(true);
        note.set("");
        work.then(ui, now -> settled(""), failure -> settled(""));
    }

    private void settled(String key) {
        asking.set(false);
        note.set(key);
        state.set(signIns.state());
        remembered.set(signIns.remembered());
    }
}
