package org.workspaceadmin.bench;

import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The least a JavaFX program can be: one window with one label, ended at its third frame. */
final class BareWindow {
    private BareWindow() {}

    /** Prints {@code start <moment>} in milliseconds of the system's clock. */
    public static void main(String[] args) {
        Platform.startup(() -> {
            Stage stage = new Stage();
            stage.setScene(new Scene(new StackPane(new Label("bare")), 1000, 700));
            stage.show();
            AtomicInteger frames = new AtomicInteger();
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    if (frames.incrementAndGet() == 3) {
                        System.out.println("start " + System.currentTimeMillis());
                        System.out.flush();
                        Runtime.getRuntime().halt(0);
                    }
                }
            }.start();
        });
    }
}
