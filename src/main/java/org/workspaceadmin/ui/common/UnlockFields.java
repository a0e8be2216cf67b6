package org.workspaceadmin.ui.common;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Why and for how long a read-only connection is to be unlocked. */
public final class UnlockFields extends VBox {
    private final TextField reason = new TextField();

    /**
     * Inputs.
     *
     * @param model what is typed
     * @param context the language and the clipboard
     */
    public UnlockFields(GuardViewModel model, UiContext context) {
        Texts texts = context.texts();
        getStyleClass().add("unlock-fields");
        reason.setId("unlock-reason");
        reason.textProperty().bindBidirectional(model.reasonProperty());
        reason.setOnAction(e -> model.unlock());
        FieldBlock block =
                new FieldBlock(texts.text("guard.reason"), reason)
                        .hint(texts.text("guard.reason.hint"))
                        .fault(
                                texts.of(
                                        () ->
                                                model.faultProperty().get().isEmpty()
                                                        ? ""
                                                        : texts.now(model.faultProperty().get()),
                                        model.faultProperty()))
                        .onLeft(() -> {
                            // Leaving an untouched field, as with Cancel, is no mistake yet.
                            if (!model.reasonProperty().get().isEmpty()) {
                                model.reasonLeft();
                            }
                        });
        ProblemPane problem = new ProblemPane(texts, context.clipboard());
        problem.setId("unlock-problem");
        model.problemProperty().subscribe(now -> problem.problemProperty().set(now));
        getChildren().addAll(block, times(model, texts), problem);
        disableProperty().bind(model.busyProperty());
    }

    /** Puts the cursor into the reason. */
    public void focusFirst() {
        reason.requestFocus();
    }

    /**
     * The button that unlocks; it names the time.
     *
     * @param model what is typed
     * @param texts the language
     */
    public static Button button(GuardViewModel model, Texts texts) {
        Button unlock = new Button();
        unlock.setId("unlock-send");
        unlock.setGraphic(Icons.UNLOCKED.node());
        unlock.setMinWidth(USE_PREF_SIZE);
        unlock.textProperty()
                .bind(
                        texts.of(
                                () ->
                                        model.busyProperty().get()
                                                ? texts.now("guard.unlocking")
                                                : texts.now(
                                                        "guard.unlock",
                                                        model.timeProperty().get().toMinutes()),
                                model.busyProperty(),
                                model.timeProperty()));
        unlock.disableProperty().bind(model.busyProperty());
        unlock.setOnAction(e -> model.unlock());
        return unlock;
    }

    private static VBox times(GuardViewModel model, Texts texts) {
        ToggleGroup group = new ToggleGroup();
        HBox row = new HBox();
        row.getStyleClass().add("choice-row");
        Map<Duration, ToggleButton> buttons = new HashMap<>();
        for (Duration time : GuardViewModel.TIMES) {
            ToggleButton button = new ToggleButton();
            button.setId("unlock-" + time.toMinutes());
            button.textProperty().bind(texts.text("guard.time.minutes", time.toMinutes()));
            button.getStyleClass().add(pill(row.getChildren().size()));
            button.setToggleGroup(group);
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(e -> {
                button.setSelected(true);
                model.timeProperty().set(time);
            });
            buttons.put(time, button);
            row.getChildren().add(button);
        }
        model.timeProperty()
                .subscribe(time -> {
                    ToggleButton chosen = buttons.get(time);
                    if (chosen != null) {
                        chosen.setSelected(true);
                    }
                });
        Label name = new Label();
        name.getStyleClass().add("field-name");
        name.textProperty().bind(texts.text("guard.time"));
        VBox block = new VBox(name, row);
        block.getStyleClass().add("field-block");
        return block;
    }

    private static String pill(int index) {
        int last = GuardViewModel.TIMES.size() - 1;
        return index == 0 ? "left-pill" : index == last ? "right-pill" : "center-pill";
    }
}
