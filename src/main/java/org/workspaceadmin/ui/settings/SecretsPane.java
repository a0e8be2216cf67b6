package org.workspaceadmin.ui.settings;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.workspaceadmin.connection.secret.StoreState;
import org.workspaceadmin.connection.secret.StoreState.Kind;
import org.workspaceadmin.ui.common.StateBadge;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.Tone;

/** Which key store keeps secrets, whether it does, and what can be done about it. */
final class SecretsPane extends VBox {
    private final SecretsViewModel model;
    private final Texts texts;
    private final HBox badge = new HBox();

    SecretsPane(SecretsViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("settings-pane");
        Label store = new Label();
        store.setId("settings-store");
        store.getStyleClass().add("text-heading");
        store.textProperty()
                .bind(
                        texts.of(
                                () ->
                                        texts.now(
                                                "settings.store."
                                                        + model.stateProperty().get().store()),
                                model.stateProperty()));
        Label means = paragraph();
        means.setId("settings-store-means");
        means.textProperty()
                .bind(texts.of(this::meaning, model.stateProperty(), model.askingProperty()));
        Label reason = paragraph();
        reason.getStyleClass().addAll("text-small", "text-muted");
        reason.textProperty().bind(model.stateProperty().map(StoreState::reason));
        hideWhenEmpty(reason);
        VBox head = new VBox(store, badge, means, reason);
        head.getStyleClass().add("settings-group");

        Button again = button("settings.secrets.try", model::tryOut);
        again.setId("settings-try");
        Button unlock = button("settings.secrets.unlock", model::unlock);
        unlock.setId("settings-unlock");
        unlock.visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> model.stateProperty().get().kind() == Kind.LOCKED,
                                model.stateProperty()));
        unlock.managedProperty().bind(unlock.visibleProperty());
        HBox actions = new HBox(unlock, again);
        actions.getStyleClass().add("gap-8");

        Label count = paragraph();
        count.setId("settings-remembered");
        count.textProperty()
                .bind(
                        texts.of(
                                () ->
                                        texts.now(
                                                "settings.secrets.count",
                                                model.rememberedProperty().get()),
                                model.rememberedProperty()));
        Button forget = button("settings.secrets.forget", model::forgetAll);
        forget.setId("settings-forget");
        forget.getStyleClass().addAll("danger", "button-outlined");
        Label note = paragraph();
        note.setId("settings-forget-note");
        note.getStyleClass().add("text-small");
        note.textProperty()
                .bind(
                        texts.of(
                                () -> {
                                    String key = model.noteProperty().get();
                                    return key.isEmpty() ? "" : texts.now(key);
                                },
                                model.noteProperty()));
        hideWhenEmpty(note);
        VBox kept = new VBox(heading("settings.secrets.kept"), count, forget, note);
        kept.getStyleClass().add("settings-group");
        getChildren().addAll(head, actions, kept);
        model.stateProperty().subscribe(now -> badge.getChildren().setAll(badge(now)));
        texts.languageProperty()
                .subscribe(now -> badge.getChildren().setAll(badge(model.stateProperty().get())));
    }

    private String meaning() {
        return model.askingProperty().get()
                ? texts.now("settings.secrets.asking")
                : texts.now("settings.state." + model.stateProperty().get().kind() + ".means");
    }

    private Node badge(StoreState state) {
        String text = texts.now("settings.state." + state.kind());
        return switch (state.kind()) {
            case READY -> new StateBadge(Tone.GOOD, text);
            case UNTRIED -> new StateBadge(Tone.WAITING, text);
            default -> new StateBadge(Tone.ATTENTION, text);
        };
    }

    private Label heading(String key) {
        Label heading = new Label();
        heading.textProperty().bind(texts.text(key));
        heading.getStyleClass().add("text-heading");
        return heading;
    }

    private Button button(String key, Runnable action) {
        Button button = new Button();
        button.textProperty().bind(texts.text(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.disableProperty().bind(model.askingProperty());
        button.setOnAction(e -> action.run());
        return button;
    }

    private static Label paragraph() {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static void hideWhenEmpty(Label label) {
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
    }
}
