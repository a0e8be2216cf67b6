package org.workspaceadmin.app;

import java.util.Locale;
import java.util.Optional;
import org.workspaceadmin.connection.Settings;
import org.workspaceadmin.connection.SettingsValues;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.ui.common.Theme;
import org.workspaceadmin.ui.shell.ShellMemory;
import org.workspaceadmin.ui.shell.WindowBounds;

/** What the frame remembers, in the settings. */
final class SettingsMemory implements ShellMemory {
    private static final String PLACE = "shell.place";

    private final Settings settings;

    SettingsMemory(Settings settings) {
        this.settings = settings;
    }

    /** The theme to begin with. */
    Theme theme() {
        return Theme.valueOf(settings.values().theme().name());
    }

    /** The language to begin with; the system's until the operator chose one. */
    Language language() {
        String tag = settings.values().language();
        return Language.of(tag.isEmpty() ? Locale.getDefault() : Locale.forLanguageTag(tag));
    }

    @Override
    public Optional<WindowBounds> bounds() {
        return Optional.ofNullable(settings.values().window())
                .map(place ->
                        new WindowBounds(
                                place.x(),
                                place.y(),
                                place.width(),
                                place.height(),
                                place.maximized()));
    }

    @Override
    public void bounds(WindowBounds bounds) {
        SettingsValues.WindowPlace place =
                new SettingsValues.WindowPlace(
                        bounds.x(),
                        bounds.y(),
                        bounds.width(),
                        bounds.height(),
                        bounds.maximized());
        settings.change(values -> values.withWindow(place));
    }

    @Override
    public String place() {
        return settings.values().screen(PLACE);
    }

    @Override
    public void place(String id) {
        settings.change(values -> values.withScreen(PLACE, id));
    }

    @Override
    public void theme(Theme theme) {
        settings.change(values -> values.withTheme(SettingsValues.Theme.valueOf(theme.name())));
    }

    @Override
    public void language(Language language) {
        settings.change(values -> values.withLanguage(language.locale().toLanguageTag()));
    }
}
