package org.workspaceadmin.ui.common;

import java.util.Optional;
import javafx.scene.layout.Region;
import org.workspaceadmin.connection.SignIn;

/** Inputs that yield a sign-in, for whichever place needs one. UI thread only. */
public interface SignInForm {
    /** The inputs, one column. */
    Region node();

    /** Puts the focus into the first input that is still empty. */
    void focusFirst();

    /**
     * What was typed, when nothing is wrong with it. Otherwise every fault is shown under its input
     * and the first of them gets the focus.
     *
     * @return a copy that the caller closes
     */
    Optional<SignIn> read();

    /** Empties the secrets, in the inputs too. Call it as soon as they were used or given up. */
    void wipe();
}
