package org.workspaceadmin.task;

import java.util.concurrent.Executor;

/**
 * The hand-over to the UI thread; implemented in {@code ui.common}, so that no other room needs
 * JavaFX.
 */
public interface UiExecutor extends Executor {
    /** Whether the caller is on the UI thread. */
    boolean isUiThread();

    /** Runs everything at once on the caller's thread, for tests of view models. */
    static UiExecutor sameThread() {
        return new UiExecutor() {
            @Override
            public boolean isUiThread() {
                return true;
            }

            @Override
            public void execute(Runnable action) {
                action.run();
            }
        };
    }
}
