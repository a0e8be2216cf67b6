package org.workspaceadmin.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.DialogPane;

/** Dresses everything the program shows, and changes clothes at run time. UI thread only. */
public final class Skin {
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.SYSTEM);

    /**
     * Puts a theme on.
     *
     * @param first the one to begin with
     */
    public Skin(Theme first) {
        theme.set(first);
        theme.subscribe(chosen -> apply());
        Platform.getPreferences().colorSchemeProperty().subscribe(scheme -> apply());
    }

    /** The operator's choice. */
    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /** Whether surfaces are dark now. */
    public boolean dark() {
        return switch (theme.get()) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    /** Gives a window's scene our stylesheet. */
    public static void dress(Scene scene) {
        scene.getStylesheets().setAll(sheet());
    }

    /** Gives a dialog our stylesheet; a dialog has a scene of its own. */
    public static void dress(DialogPane pane) {
        pane.getStylesheets().setAll(sheet());
    }

    private static String sheet() {
        return Objects.requireNonNull(Skin.class.getResource("/org/workspaceadmin/ui/app.css"))
                .toExternalForm();
    }

    private void apply() {
        Application.setUserAgentStylesheet(
                (dark() ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
    }
}
