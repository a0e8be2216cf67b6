package org.workspaceadmin.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.operation.GuardState;
import org.workspaceadmin.ui.common.GuardViewModel;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.Overlay;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.UiContext;
import org.workspaceadmin.ui.common.UnlockFields;

/**
 * Shows whether the open connection is read-only, unlocks it and locks it again. Takes no room on a
 * connection that is not guarded.
 */
final class GuardButton extends Button {
    private static final double WIDTH = 456;

    private final ShellViewModel model;
    private final UiContext context;
    private final Texts texts;
    private final Overlay overlay;
    private final Tooltip tooltip = new Tooltip();
    private Subscription followed = Subscription.EMPTY;

    GuardButton(ShellViewModel model, UiContext context, Overlay overlay) {
        this.model = model;
        this.context = context;
        this.overlay = overlay;
        texts = context.texts();
        setId("guard");
        getStyleClass().addAll("small", "guard-button");
        setMinWidth(USE_PREF_SIZE);
        setTooltip(tooltip);
        managedProperty().bind(visibleProperty());
        setOnAction(e -> act());
        model.guardProperty().subscribe(this::follow);
        texts.languageProperty().subscribe(language -> draw());
    }

    private void follow(@Nullable GuardViewModel guard) {
        followed.unsubscribe();
        followed =
                guard == null
                        ? Subscription.EMPTY
                        : Subscription.combine(
                                guard.stateProperty().subscribe(now -> draw()),
                                guard.minutesLeftProperty().subscribe(left -> draw()));
        draw();
    }

    private void draw() {
        GuardViewModel guard = model.guardProperty().get();
        GuardState state = guard == null ? null : guard.stateProperty().get();
        if (guard == null || state == null || !state.guarded()) {
            setVisible(false);
            return;
        }
        setVisible(true);
        boolean unlocked = state.writable();
        setText(
                unlocked
                        ? texts.now("guard.unlocked", guard.minutesLeftProperty().get())
                        : texts.now("guard.readOnly"));
        setGraphic((unlocked ? Icons.UNLOCKED : Icons.LOCKED).node());
        getStyleClass().remove("guard-unlocked");
        if (unlocked) {
            getStyleClass().add("guard-unlocked");
        }
        tooltip.setText(
                unlocked ? texts.now("guard.lock.tip", state.reason()) : texts.now("guard.tip"));
        setAccessibleText(getText() + ". " + tooltip.getText());
    }

    private void act() {
        GuardViewModel guard = model.guardProperty().get();
        if (guard == null) {
            return;
        }
        if (guard.writableProperty().get()) {
            guard.lock();
        } else {
            open(guard);
        }
    }

    private void open(GuardViewModel guard) {
        ConnectionFace face = model.connectionProperty().get();
        Label title = new Label();
        title.getStyleClass().add("text-heading");
        title.setWrapText(true);
        title.textProperty()
                .bind(texts.text("guard.unlock.title", face == null ? "" : face.name()));
        Label text = new Label();
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.textProperty().bind(texts.text("guard.unlock.text"));
        UnlockFields fields = new UnlockFields(guard, context);
        Button cancel = new Button();
        cancel.setId("unlock-cancel");
        cancel.textProperty().bind(texts.text("guard.cancel"));
        cancel.setOnAction(e -> overlay.close());
        Button unlock = UnlockFields.button(guard, texts);
        unlock.getStyleClass().add("accent");
        unlock.setDefaultButton(true);
        HBox buttons = new HBox(cancel, unlock);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getStyleClass().add("gap-8");
        VBox sheet = new VBox(title, text, fields, buttons);
        sheet.setId("unlock-dialog");
        sheet.getStyleClass().add("sheet");
        sheet.setMaxSize(WIDTH, USE_PREF_SIZE);
        sheet.setPrefWidth(WIDTH);
        sheet.setAccessibleRole(AccessibleRole.DIALOG);
        sheet.accessibleTextProperty().bind(title.textProperty());
        Subscription done =
                guard.writableProperty()
                        .subscribe(writable -> {
                            if (writable) {
                                overlay.close();
                            }
                        });
        overlay.open(sheet, sheet, overlay::close, done::unsubscribe);
        fields.focusFirst();
    }
}
