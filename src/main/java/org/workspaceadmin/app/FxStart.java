package org.workspaceadmin.app;

import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The start of JavaFX, which takes as long as everything below the screens together and needs none
 * of it, so that the two run side by side.
 */
final class FxStart {
    private static final Logger LOG = LoggerFactory.getLogger(FxStart.class);

    private static boolean begun;

    private FxStart() {}

    /**
     * Begins on a thread of its own and returns at once. The scale of the screens has to be set
     * before.
     */
    static void begin() {
        Thread.ofPlatform().name("javafx-start").daemon().start(FxStart::tryOut);
    }

    private static void tryOut() {
        try {
            run(() -> {});
        } catch (RuntimeException | Error e) {
            // Whoever needs the toolkit asks again, and is told why there is none.
            LOG.debug("no JavaFX", e);
        }
    }

    /**
     * Runs something on the UI thread, after starting it if need be.
     *
     * @param action what to run
     * @throws RuntimeException when JavaFX cannot start, for example without graphics
     */
    static synchronized void run(Runnable action) {
        if (begun) {
            Platform.runLater(action);
            return;
        }
        Platform.startup(() -> {
            // Windows come and go at the start; the end is said.
            Platform.setImplicitExit(false);
            action.run();
        });
        begun = true;
    }
}
