package org.workspaceadmin.ui.operation;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.LoginState;
import org.workspaceadmin.model.Target;
import org.workspaceadmin.ui.common.StateBadge;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.Tone;

/** One line of the list of who is affected; its nodes are made once. */
final class AffectedCell extends ListCell<AffectedRow> {
    private final Texts texts;
    private final Label name = new Label();
    private final Label user = new Label();
    private final StateBadge badge = new StateBadge();
    private final HBox line = new HBox();

    AffectedCell(Texts texts) {
        this.texts = texts;
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        name.setMinWidth(USE_PREF_SIZE);
        user.getStyleClass().add("text-muted");
        badge.setMinWidth(USE_PREF_SIZE);
        line.getStyleClass().add("affected-line");
        line.setAlignment(Pos.CENTER_LEFT);
        line.getChildren().addAll(name, user, gap, badge);
        setContentDisplay(javafx.scene.control.ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(@Nullable AffectedRow row, boolean empty) {
        super.updateItem(row, empty);
        getStyleClass().removeAll("group", "excluded");
        if (empty || row == null) {
            setGraphic(null);
            setText(null);
            return;
        }
        setGraphic(line);
        badge.clear();
        switch (row) {
            case AffectedRow.Affected affected -> showAffected(affected);
            case AffectedRow.Group group -> {
                getStyleClass().add("group");
                name.setText(
                        texts.now(
                                "operation.who.group",
                                Sentences.of(texts, group.reason()),
                                group.count()));
                user.setText("");
                badge.show(Tone.SKIPPED, "");
            }
            case AffectedRow.Excluded excluded -> {
                getStyleClass().add("excluded");
                name.setText(label(excluded.exclusion().target()));
                user.setText(Sentences.of(texts, excluded.exclusion()));
            }
        }
        setText(name.getText() + ' ' + user.getText() + ' ' + badge.getText());
    }

    private void showAffected(AffectedRow.Affected affected) {
        name.setText(label(affected.target()));
        Desktop desktop = affected.desktop();
        user.setText(desktop == null ? "" : desktop.userName());
        if (affected.session() && desktop != null) {
            boolean connected = desktop.loginState().is(LoginState.CONNECTED);
            badge.show(
                    Tone.ATTENTION,
                    texts.now(
                            connected ? "operation.who.connected" : "operation.who.disconnected"));
        }
    }

    private static String label(Target target) {
        return target.name().isEmpty() ? target.id() : target.name();
    }
}
