package org.workspaceadmin.ui.common;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
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
 * window's root, so the dialog grows and shrinks with the window. What has to be asked in between
 * is opened above the dialog, which stays as it is.
 */
public final class Overlay extends StackPane {
    private static final double MARGIN = 24;

    private final Deque<Layer> layers = new ArrayDeque<>();
    private @Nullable Region banner;
    private Subscription focus = Subscription.EMPTY;
    private boolean backwards;

    /** One dialog; the shade dims the dialog beneath. */
    private record Layer(
            Region dialog,
            Node shown,
            @Nullable Node focusBefore,
            Runnable escape,
            Runnable closed) {}

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
        return !layers.isEmpty();
    }

    /**
     * Something that stands above the dialog while it is visible, such as a word that a new sign-in
     * is needed; it can be reached like the dialog itself.
     *
     * @param node its own visibility decides
     */
    public void banner(Region node) {
        banner = node;
        setAlignment(node, Pos.TOP_CENTER);
        node.setMaxHeight(Region.USE_PREF_SIZE);
        node.visibleProperty().subscribe(is -> place());
        node.heightProperty().subscribe(height -> place());
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
        push(new Layer(dialog, dialog, owner(), escape, closed), first);
    }

    /**
     * Opens a dialog above the one that is open, if one is; that one stays as it is and gets the
     * focus back.
     *
     * @param dialog what to show
     * @param first what gets the focus
     * @param escape what Esc does
     * @param closed hears of its end, however it came
     * @return closes this dialog and what is above it
     */
    public Runnable openAbove(Region dialog, Node first, Runnable escape, Runnable closed) {
        StackPane shade = new StackPane(dialog);
        shade.getStyleClass().add("overlay");
        setMargin(dialog, new Insets(MARGIN));
        Layer layer = new Layer(dialog, shade, owner(), escape, closed);
        push(layer, first);
        return () -> {
            while (layers.contains(layer)) {
                pop();
            }
        };
    }

    /** Closes every dialog and gives the focus back. */
    public void close() {
        while (!layers.isEmpty()) {
            pop();
        }
    }

    private @Nullable Node owner() {
        return getScene() == null ? null : getScene().getFocusOwner();
    }

    private void push(Layer layer, Node first) {
        if (layers.isEmpty()) {
            getChildren().setAll(layer.shown());
            // What is asked in between may be what the banner asks for.
            if (banner != null && layer.shown().equals(layer.dialog())) {
                getChildren().add(banner);
            }
        } else {
            getChildren().add(layer.shown());
        }
        layers.addLast(layer);
        place();
        setVisible(true);
        if (getScene() != null && layers.size() == 1) {
            focus = getScene().focusOwnerProperty().subscribe(this::keepFocus);
        }
        // what lies in a scroll pane enters the scene with the pane's skin, and only then takes
        // focus
        applyCss();
        layout();
        first.requestFocus();
    }

    private void pop() {
        Layer layer = layers.removeLast();
        getChildren().remove(layer.shown());
        if (layers.isEmpty()) {
            focus.unsubscribe();
            focus = Subscription.EMPTY;
            getChildren().clear();
            setVisible(false);
        }
        Node before = layer.focusBefore();
        if (before != null) {
            before.requestFocus();
        }
        layer.closed().run();
    }

    /** The banner takes its room from the dialog's. */
    private void place() {
        Layer lowest = layers.peekFirst();
        if (lowest == null || !lowest.shown().equals(lowest.dialog())) {
            return;
        }
        Region above = banner;
        double top = above != null && above.isVisible() ? above.getHeight() : 0;
        setMargin(lowest.dialog(), new Insets(MARGIN + top, MARGIN, MARGIN, MARGIN));
    }

    /** The window's own keys rest while a dialog is open; what edits text goes through. */
    private void keepKeys(KeyEvent event) {
        Layer top = layers.peekLast();
        if (event.getCode() == KeyCode.ESCAPE && top != null) {
            event.consume();
            top.escape().run();
        } else if (event.isShortcutDown() || event.isAltDown() || event.getCode().isFunctionKey()) {
            event.consume();
        }
    }

    private void keepFocus(@Nullable Node owner) {
        Layer top = layers.peekLast();
        if (owner == null || top == null || inside(owner, top.dialog())) {
            return;
        }
        Region above = layers.size() == 1 ? banner : null;
        if (above != null && inside(owner, above)) {
            return;
        }
        List<Node> stops = new ArrayList<>();
        collect(top.dialog(), stops);
        if (above != null) {
            collect(above, stops);
        }
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
