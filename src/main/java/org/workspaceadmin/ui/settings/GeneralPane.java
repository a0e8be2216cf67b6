package org.workspaceadmin.ui.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.connection.SettingKey;
import org.workspaceadmin.connection.SettingsValues;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.ui.common.FieldBlock;
import org.workspaceadmin.ui.common.Texts;

/** Appearance, refresh and notices. */
final class GeneralPane extends VBox {
    private final Texts texts;

    GeneralPane(SettingsViewModel model, Texts texts) {
        this.texts = texts;
        getStyleClass().add("settings-pane");
        List<String> languages = new ArrayList<>();
        languages.add("");
        for (Language language : Language.values()) {
            languages.add(language.locale().toLanguageTag());
        }
        List<Duration> intervals = new ArrayList<>(SettingsViewModel.INTERVALS);
        if (!intervals.contains(model.refreshProperty().get())) {
            intervals.add(model.refreshProperty().get());
            intervals.sort(null);
        }
        getChildren()
                .addAll(
                        block(
                                model,
                                SettingKey.THEME,
                                "settings.theme",
                                List.of(SettingsValues.Theme.values()),
                                model.themeProperty(),
                                theme -> texts.now("shell.theme." + theme)),
                        block(
                                model,
                                SettingKey.LANGUAGE,
                                "settings.language",
                                languages,
                                model.languageProperty(),
                                this::language),
                        scale(model),
                        block(
                                        model,
                                        SettingKey.REFRESH,
                                        "settings.refresh",
                                        intervals,
                                        model.refreshProperty(),
                                        this::interval)
                                .hint(texts.text("settings.refresh.hint")),
                        notices(model));
    }

    private FieldBlock scale(SettingsViewModel model) {
        List<Integer> scales = new ArrayList<>(SettingsViewModel.SCALES);
        Integer now = model.scaleProperty().get();
        if (!scales.contains(now)) {
            scales.add(now);
            scales.sort(null);
        }
        FieldBlock block =
                choice(
                        "settings.scale",
                        scales,
                        model.scaleProperty(),
                        percent ->
                                percent == 0
                                        ? texts.now("settings.scale.system")
                                        : texts.now("settings.scale.percent", percent));
        block.hint(texts.text("settings.scale.hint"));
        block.setVisible(model.scaleChosenHere());
        block.setManaged(model.scaleChosenHere());
        return block;
    }

    private VBox notices(SettingsViewModel model) {
        Label title = new Label();
        title.textProperty().bind(texts.text("settings.notices"));
        title.getStyleClass().add("text-strong");
        CheckBox system = box("settings.notices.system", model.noticesProperty());
        CheckBox sound = box("settings.notices.sound", model.soundProperty());
        sound.disableProperty().bind(model.noticesProperty().not());
        Label hint = new Label();
        hint.textProperty().bind(texts.text("settings.notices.hint"));
        hint.setWrapText(true);
        hint.getStyleClass().addAll("text-small", "text-muted");
        VBox group = new VBox(title, system, sound, hint);
        group.getStyleClass().add("gap-8");
        return group;
    }

    private CheckBox box(String key, Property<Boolean> value) {
        CheckBox box = new CheckBox();
        box.setId(key.replace('.', '-'));
        box.textProperty().bind(texts.text(key));
        box.selectedProperty().bindBidirectional(value);
        return box;
    }

    private String language(String tag) {
        for (Language language : Language.values()) {
            if (language.locale().toLanguageTag().equals(tag)) {
                return language.ownName();
            }
        }
        return texts.now("settings.language.system");
    }

    private String interval(Duration interval) {
        long seconds = interval.toSeconds();
        return seconds % 60 == 0
                ? texts.now("settings.refresh.minutes", seconds / 60)
                : texts.now("settings.refresh.seconds", seconds);
    }

    private <T> FieldBlock block(
            SettingsViewModel model,
            SettingKey setting,
            String key,
            List<T> choices,
            Property<T> value,
            Function<T, String> name) {
        return LockNote.on(choice(key, choices, value, name), model.locked(setting), texts);
    }

    private <T> FieldBlock choice(
            String key, List<T> choices, Property<T> value, Function<T, String> name) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(key.replace('.', '-'));
        box.getItems().setAll(choices);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable T choice) {
                        return choice == null ? "" : name.apply(choice);
                    }

                    @Override
                    public @Nullable T fromString(String text) {
                        return null; // never typed
                    }
                });
        box.valueProperty().bindBidirectional(value);
        box.setPrefWidth(280);
        FieldBlock block = new FieldBlock(texts.text(key), box);
        block.setMaxWidth(280);
        return block;
    }
}
