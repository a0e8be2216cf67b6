package org.workspaceadmin.ui.operation;

import java.util.Optional;
import javafx.scene.Group;
import javafx.scene.Node;

/** The form of operations that need nothing but desktops. */
final class NoFields implements Form {
    private final Group root = new Group();

    NoFields() {
        root.setManaged(false);
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public Optional<Node> first() {
        return Optional.empty();
    }

    @Override
    public void draw() {
        // there is nothing to draw
    }
}
