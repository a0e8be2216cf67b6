package org.workspaceadmin.ui.setup;

import javafx.scene.Node;
import org.workspaceadmin.rules.domain.DomainField;

/** The content of one step. */
interface StepPane {
    /** Always the same node. */
    Node root();

    /** It came on screen. */
    default void shown() {}

    /** Puts the focus where the operator begins. */
    void focus();

    /**
     * Puts the focus on an input.
     *
     * @param field which; one that the step does not show is ignored
     */
    default void focus(DomainField field) {
        focus();
    }
}
