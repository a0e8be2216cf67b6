package org.workspaceadmin.ui.common;

import javafx.application.Platform;
import org.workspaceadmin.task.UiExecutor;

/** Hands work over to the JavaFX thread; what is already there runs at once. */
public final class FxUiExecutor implements UiExecutor {
    @Override
    public boolean isUiThread() {
        return Platform.isFxApplicationThread();
    }

    @Override
    public void execute(Runnable action) {
        if (isUiThread()) {
            action.run();
        } else {
            Platform.runLater(action);
        }
    }
}
