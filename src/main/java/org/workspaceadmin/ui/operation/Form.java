package org.workspaceadmin.ui.operation;

import java.util.Optional;
import javafx.scene.Node;

/** The fields of one kind of operation, as the dialog holds them. */
interface Form {
    /** The fields, from top to bottom. */
    Node root();

    /** The field to begin in; empty when there is none. */
    Optional<Node> first();

    /** Shows what the view model says now. */
    void draw();
}
