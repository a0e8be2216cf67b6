package org.workspaceadmin.ui.operation;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.workspaceadmin.operation.Draft.PowerAction;
import org.workspaceadmin.ui.common.Texts;

/** What to do with the power, and how. */
final class PowerForm implements Form {
    private final PowerViewModel model;
    private final VBox root = new VBox();
    private final VBox how = new VBox();
    private final Map<PowerAction, RadioButton> actions = new EnumMap<>(PowerAction.class);

    PowerForm(PowerViewModel model, Texts texts) {
        this.model = model;
        root.getStyleClass().add("form");
        ToggleGroup what = new ToggleGroup();
        VBox choices = group(texts, "operation.power.what");
        for (PowerAction action : PowerAction.values()) {
            String word = action.name().toLowerCase(Locale.ROOT);
            RadioButton button = radio(texts, "operation.power." + word + ".choice", what);
            button.getStyleClass().add("power-" + word);
            button.setSelected(action == model.actionProperty().get());
            button.setOnAction(e -> model.actionProperty().set(action));
            actions.put(action, button);
            choices.getChildren().add(button);
        }
        ToggleGroup kind = new ToggleGroup();
        VBox kinds = group(texts, "operation.power.how");
        RadioButton soft = radio(texts, "operation.power.soft", kind);
        soft.getStyleClass().add("power-soft");
        soft.setSelected(!model.hardProperty().get());
        soft.setOnAction(e -> model.hardProperty().set(false));
        RadioButton hard = radio(texts, "operation.power.hard", kind);
        hard.getStyleClass().add("power-hard");
        hard.setSelected(model.hardProperty().get());
        hard.setOnAction(e -> model.hardProperty().set(true));
        kinds.getChildren().addAll(soft, hard);
        how.getChildren().add(kinds);
        how.managedProperty().bind(how.visibleProperty());
        root.getChildren().addAll(choices, how);
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public Optional<Node> first() {
        return Optional.ofNullable(actions.get(model.actionProperty().get()));
    }

    @Override
    public void draw() {
        how.setVisible(model.choosesHow());
    }

    private static VBox group(Texts texts, String key) {
        Label label = new Label();
        label.textProperty().bind(texts.text(key));
        label.getStyleClass().add("field-label");
        VBox group = new VBox(label);
        group.getStyleClass().add("gap-8");
        return group;
    }

    private static RadioButton radio(Texts texts, String key, ToggleGroup group) {
        RadioButton button = new RadioButton();
        button.textProperty().bind(texts.text(key));
        button.setToggleGroup(group);
        return button;
    }
}
