package org.workspaceadmin.ui.common;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The layer above the window's content that holds one dialog at a time: it dims what lies beneath,
 * takes the mouse, keeps the focus inside, and gives it back at the end. It is put on top of the
 * window's root, so the dialog grows and shrinks with the window.
 */
public final class Overlay extends StackPane {
    private static final double MARGIN = 24;

    private @Nullable Node content;
    private @Nullable Node focusBefore;
    private Runnable onEscape = () -> {};
    private Runnable onClosed = () -> {};
    private Subscription focus = Subscription.EMPTY;
    private boolean backwards;

    /** An empty layer, which takes neither room nor mouse. */
    public Overlay() {
        getStyleClass().add("overlay");
        setVisible(false);
        addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.TAB) {
                        backwards = e.isShiftDown();
                    }
                });
        addEventHandler(KeyEvent.KEY_PRESSED, this::keepKeys);
    }

    /** Whether a dialog is open. */
    public boolean isOpen() {
        return content != null;
    }

    /**
     * Opens a dialog in place of the one that is open.
     *
     * @param dialog what to show, at its preferred size as far as the window allows
     * @param first what gets the focus
     * @param escape what Esc does
     * @param closed hears of its end, however it came
     */
    public void open(Region dialog, Node first, Runnable escape, Runnable closed) {
        close();
        onClosed = closed;
        focusBefore = getScene() == null ? null : getScene().getFocusOwner();
        content = dialog;
        onEscape = escape;
        setMargin(dialog, new Insets(MARGIN));
        getChildren().setAll(dialog);
        setVisible(true);
        if (getScene() != null) {
            focus = getScene().focusOwnerProperty().subscribe(this::keepFocus);
        }
        // what lies in a scroll pane enters the scene with the pane's skin, and only then takes
        // focus
        applyCss();
        layout();
        first.requestFocus();
    }

    /** Closes the dialog and gives the focus back. */
    public void close() {
        if (content == null) {
            return;
        }
        focus.unsubscribe();
        focus = Subscription.EMPTY;
        content = null;
        getChildren().clear();
        setVisible(false);
        if (focusBefore != null) {
            focusBefore.requestFocus();
            focusBefore = null;
        }
        Runnable closed = onClosed;
        onClosed = () -> {};
        closed.run();
    }

    /** The window's own keys rest while a dialog is open; what edits text goes through. */
    private void keepKeys(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            onEscape.run();
        } else if (event.isShortcutDown() || event.isAltDown() || event.getCode().isFunctionKey()) {
            event.consume();
        }
    }

    private void keepFocus(@Nullable Node owner) {
        Node dialog = content;
        if (owner == null || dialog == null || inside(owner, dialog)) {
            return;
        }
        List<Node> stops = new ArrayList<>();
        collect(dialog, stops);
        if (!stops.isEmpty()) {
            (backwards ? stops.getLast() : stops.getFirst()).requestFocus();
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

    private static void collect(Node node, List<Node> stops) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable()) {
            stops.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, stops));
        }
    }
}
