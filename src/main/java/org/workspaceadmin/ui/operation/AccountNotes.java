package org.workspaceadmin.ui.operation;

import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.workspaceadmin.ui.common.StateBadge;

/** What the directory says of a name, under its field. */
final class AccountNotes extends VBox {
    /**
     * Nothing to say yet.
     *
     * @param mark style class
     */
    AccountNotes(String mark) {
        getStyleClass().addAll("account-notes", mark);
        managedProperty().bind(visibleProperty());
        setVisible(false);
        setMinHeight(Region.USE_PREF_SIZE);
    }

    /** Says these. */
    void show(List<AccountNote> notes) {
        setVisible(!notes.isEmpty());
        getChildren().setAll(notes.stream().map(AccountNotes::badge).toList());
    }

    private static StateBadge badge(AccountNote note) {
        StateBadge badge = new StateBadge(note.tone(), note.text());
        badge.getStyleClass().add("text-small");
        badge.setWrapText(true);
        badge.setMinHeight(Region.USE_PREF_SIZE);
        return badge;
    }
}
