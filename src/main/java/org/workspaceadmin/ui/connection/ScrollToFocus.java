package org.workspaceadmin.ui.connection;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Keeps the input that has the focus in view, for those who go through a form by keyboard. */
final class ScrollToFocus {
    private static final double MARGIN = 48;

    private final ScrollPane pane;
    private Subscription focus = Subscription.EMPTY;

    private ScrollToFocus(ScrollPane pane) {
        this.pane = pane;
    }

    /** Makes a pane follow the focus as long as it is in a scene. */
    static void in(ScrollPane pane) {
        ScrollToFocus follower = new ScrollToFocus(pane);
        pane.sceneProperty()
                .subscribe(scene -> {
                    follower.focus.unsubscribe();
                    follower.focus =
                            scene == null
                                    ? Subscription.EMPTY
                                    : scene.focusOwnerProperty().subscribe(follower::show);
                });
    }

    private void show(@Nullable Node owner) {
        Node content = pane.getContent();
        if (owner == null || !inside(owner, content)) {
            return;
        }
        double view = pane.getViewportBounds().getHeight();
        double whole = content.getLayoutBounds().getHeight();
        if (whole <= view) {
            return;
        }
        Bounds at = content.sceneToLocal(owner.localToScene(owner.getLayoutBounds()));
        double top = pane.getVvalue() * (whole - view);
        if (at.getMinY() - MARGIN < top) {
            pane.setVvalue(Math.max(0, at.getMinY() - MARGIN) / (whole - view));
        } else if (at.getMaxY() + MARGIN > top + view) {
            pane.setVvalue(Math.min(1, (at.getMaxY() + MARGIN - view) / (whole - view)));
        }
    }

    private static boolean inside(Node node, Node ancestor) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (n.equals(ancestor)) {
                return true;
            }
        }
        return false;
    }
}
