package org.workspaceadmin.tour;

import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Window;

/**
 * Drives the window the way an operator does: looks for a control, clicks it, types. Runs on a
 * thread of its own; everything that touches the window is handed to the UI thread.
 */
final class Hands {
    private static final int LOOKS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration GLANCE = Duration.ofMillis(20);

    private static final boolean MAC =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");

    private final Scene scene;
    private final Robot robot;

    /** Works on a scene that is shown. */
    Hands(Scene scene) {
        this.scene = scene;
        this.robot = onUi(Robot::new);
    }

    /** The scene it works on. */
    Scene scene() {
        return scene;
    }

    /**
     * Waits until a control can be used.
     *
     * @param selector CSS selector, such as {@code #rebuild}
     * @return the uppermost node that is in the window and not disabled
     * @throws StepFailure when it does not come
     */
    Node find(String selector) {
        until(selector + " can be used", () -> usable(selector).isPresent());
        return onUi(() -> usable(selector).orElseThrow());
    }

    /** Whether a control can be used right now. */
    boolean sees(String selector) {
        return onUi(() -> usable(selector).isPresent());
    }

    /**
     * Waits for a control and clicks its middle, once it stands still: a screen that is being
     * filled may put another one in its place.
     */
    void click(String selector) {
        Node node = find(selector);
        Point2D middle = onUi(() -> middle(node));
        Node found = node;
        for (int look = 0; look < LOOKS; look++) {
            settle();
            Node before = found;
            Point2D there = middle;
            Node now = find(selector);
            found = now;
            middle = onUi(() -> middle(now));
            if (now.equals(before) && middle.equals(there)) {
                break;
            }
        }
        click(middle);
    }

    /** Clicks the middle of a node. */
    void click(Node node) {
        click(onUi(() -> middle(node)));
    }

    private void click(Point2D middle) {
        onUi(() -> {
            robot.mouseMove(middle);
            robot.mouseClick(MouseButton.PRIMARY);
            return true;
        });
        settle();
    }

    /** Replaces the text of a field by typing. */
    void enter(String selector, String text) {
        click(selector);
        shortcut(KeyCode.A);
        press(KeyCode.BACK_SPACE);
        type(text);
    }

    /** Types into whatever has the focus. */
    void type(String text) {
        text.codePoints()
                .forEach(c ->
                        onUi(() -> {
                            fireTyped(new String(Character.toChars(c)));
                            return true;
                        }));
        settle();
    }

    /** Presses keys together and lets them go in reverse. */
    void press(KeyCode... keys) {
        onUi(() -> {
            for (KeyCode key : keys) {
                robot.keyPress(key);
            }
            for (int i = keys.length - 1; i >= 0; i--) {
                robot.keyRelease(keys[i]);
            }
            return true;
        });
        settle();
    }

    /** Presses a key together with the system's own shortcut key. */
    void shortcut(KeyCode key) {
        press(MAC ? KeyCode.COMMAND : KeyCode.CONTROL, key);
    }

    /**
     * Waits until something holds.
     *
     * @param what in words, for the report
     * @param condition asked on the UI thread
     * @throws StepFailure when it does not come to hold
     */
    void until(String what, Callable<Boolean> condition) {
        until(what, PATIENCE, condition);
    }

    /** The same with a patience of its own. */
    void until(String what, Duration patience, Callable<Boolean> condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!onUi(() -> holds(condition))) {
            if (System.nanoTime() > deadline) {
                throw new StepFailure("waited " + patience.toSeconds() + " s in vain: " + what);
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }

    /** Something that is not there yet does not hold yet. */
    private static boolean holds(Callable<Boolean> condition) throws Exception {
        try {
            return condition.call();
        } catch (StepFailure notYet) {
            return false;
        }
    }

    /** Lets the window come to rest: two turns of the UI thread and a frame between them. */
    void settle() {
        onUi(() -> true);
        LockSupport.parkNanos(GLANCE.toNanos());
        onUi(() -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            return true;
        });
    }

    /** Runs something on the UI thread and waits for it. */
    static <T> T onUi(Callable<T> body) {
        if (Platform.isFxApplicationThread()) {
            throw new IllegalStateException("the UI thread cannot wait for itself");
        }
        FutureTask<T> task = new FutureTask<>(body);
        Platform.runLater(task);
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StepFailure("interrupted");
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause() == null ? e : e.getCause());
        }
    }

    private void fireTyped(String character) {
        Node owner = scene.getFocusOwner();
        if (owner == null) {
            throw new StepFailure("nothing has the focus to type into");
        }
        owner.fireEvent(
                new KeyEvent(
                        KeyEvent.KEY_TYPED,
                        character,
                        "",
                        KeyCode.UNDEFINED,
                        false,
                        false,
                        false,
                        false));
    }

    private Optional<Node> usable(String selector) {
        return scene.getRoot().lookupAll(selector).stream()
                .filter(n -> !n.isDisabled() && shown(n) && inside(n))
                .min(Comparator.comparingDouble(Hands::top));
    }

    private static double top(Node node) {
        return node.localToScene(node.getBoundsInLocal()).getMinY();
    }

    private boolean inside(Node node) {
        Bounds bounds = node.localToScene(node.getBoundsInLocal());
        return bounds.getCenterX() > 0
                && bounds.getCenterX() < scene.getWidth()
                && bounds.getCenterY() > 0
                && bounds.getCenterY() < scene.getHeight();
    }

    private static boolean shown(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        Bounds bounds = node.getLayoutBounds();
        return bounds.getWidth() > 0 && bounds.getHeight() > 0;
    }

    private Point2D middle(Node node) {
        Bounds bounds = node.localToScene(node.getBoundsInLocal());
        Window window = scene.getWindow();
        return new Point2D(
                window.getX() + scene.getX() + bounds.getCenterX(),
                window.getY() + scene.getY() + bounds.getCenterY());
    }
}
