package org.workspaceadmin.ui.setup;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * How often the account on screen was tried, from here or by the service, and whether it was
 * refused last: each refusal counts towards its lock-out.
 */
public final class SignInAttempts {
    private final ReadOnlyIntegerWrapper made = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper refused = new ReadOnlyBooleanWrapper();

    /** How many presses tried it. */
    public ReadOnlyIntegerProperty madeProperty() {
        return made.getReadOnlyProperty();
    }

    /** Whether it was refused last, with nothing of it typed anew since. */
    public ReadOnlyBooleanProperty refusedProperty() {
        return refused.getReadOnlyProperty();
    }

    void tried() {
        made.set(made.get() + 1);
    }

    void wasRefused() {
        refused.set(true);
    }

    /** The password was typed anew. */
    void passwordChanged() {
        refused.set(false);
    }

    /** It is another account now. */
    void accountChanged() {
        refused.set(false);
        made.set(0);
    }
}
