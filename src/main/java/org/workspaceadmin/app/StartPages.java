package org.workspaceadmin.app;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.ui.common.Screen;

/** What the frame shows while no connection is open: one of several screens, chosen here. */
final class StartPages implements Screen {
    private final StackPane root = new StackPane();
    private @Nullable Screen shown;
    private boolean visible;

    @Override
    public Node root() {
        return root;
    }

    /** Shows a screen in place of the one before. */
    void show(Screen screen) {
        Screen before = shown;
        if (screen.equals(before)) {
            return;
        }
        if (before != null && visible) {
            before.hidden();
        }
        shown = screen;
        root.getChildren().setAll(screen.root());
        if (visible) {
            screen.shown();
            screen.focus();
        }
    }

    @Override
    public void shown() {
        visible = true;
        Screen screen = shown;
        if (screen != null) {
            screen.shown();
        }
    }

    @Override
    public void hidden() {
        visible = false;
        Screen screen = shown;
        if (screen != null) {
            screen.hidden();
        }
    }

    @Override
    public void focus() {
        Screen screen = shown;
        if (screen != null) {
            screen.focus();
        }
    }
}
