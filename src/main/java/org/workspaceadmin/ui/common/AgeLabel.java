package org.workspaceadmin.ui.common;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** How old something is, growing by itself, with the exact time in the tooltip. */
public final class AgeLabel extends Label {
    /**
     * An age.
     *
     * @param texts the language
     * @param now the present moment
     * @param since when it happened; no text while null
     */
    public AgeLabel(Texts texts, Now now, ObservableValue<? extends @Nullable Instant> since) {
        getStyleClass().addAll("age", "text-small");
        textProperty()
                .bind(texts.of(() -> age(texts, now, since.getValue()), now.property(), since));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty()
                .bind(
                        texts.of(
                                () -> {
                                    Instant then = since.getValue();
                                    return then == null
                                            ? ""
                                            : texts.messages().exact(then, ZoneId.systemDefault());
                                },
                                since));
        setTooltip(tooltip);
    }

    private static String age(Texts texts, Now now, @Nullable Instant then) {
        return then == null ? "" : texts.messages().ago(Duration.between(then, now.get()));
    }
}
