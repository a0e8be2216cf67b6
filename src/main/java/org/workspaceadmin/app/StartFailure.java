package org.workspaceadmin.app;

import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.workspaceadmin.connection.HomeException;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.i18n.Messages;
import org.workspaceadmin.journal.JournalException;
import org.workspaceadmin.ui.common.EmptyState;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.Skin;
import org.workspaceadmin.ui.common.Theme;

/**
 * Why the program could not start.
 *
 * @param title what happened
 * @param advice what to do
 * @param close name of the button that ends the program
 */
record StartFailure(String title, String advice, String close) {
    /**
     * In words.
     *
     * @param failure of the folder or the journal
     * @param language of the words
     */
    static StartFailure of(Exception failure, Language language) {
        Messages messages = Messages.of(language);
        String advice =
                switch (failure) {
                    case HomeException home ->
                            messages.text("home.fault." + home.reason(), home.folder());
                    case JournalException journal ->
                            messages.text("journal.fault." + journal.reason(), journal.file());
                    default -> String.valueOf(failure.getMessage());
                };
        return new StartFailure(
                messages.text("start.failed"), advice, messages.text("start.close"));
    }

    /** Says so in a small window and returns when it was closed. */
    void show() {
        CountDownLatch closed = new CountDownLatch(1);
        FxStart.run(() -> {
            new Skin(Theme.SYSTEM);
            Stage stage = new Stage();
            Button end = new Button(close);
            end.setDefaultButton(true);
            end.setOnAction(e -> stage.close());
            Scene scene =
                    new Scene(
                            new EmptyState(
                                    Icons.BAD,
                                    new SimpleStringProperty(title),
                                    new SimpleStringProperty(advice),
                                    end));
            Skin.dress(scene);
            stage.setTitle("Workspace Admin");
            stage.setScene(scene);
            stage.setOnHidden(e -> closed.countDown());
            stage.show();
        });
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Platform.exit();
    }
}
