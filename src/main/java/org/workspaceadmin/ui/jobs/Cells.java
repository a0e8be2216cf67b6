package org.workspaceadmin.ui.jobs;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/**
 * Table cells of the monitor. Their nodes are made once; the cell's own value is the row's
 * property, so a change of the row redraws just the cells on screen.
 */
final class Cells {
    private Cells() {}

    /** A cell with a text. */
    static <R, T> TableCell<R, T> text(Function<T, String> text, Pos alignment) {
        return text(text, value -> "", alignment);
    }

    /** A cell with a text and a tooltip, which is left away while it is empty. */
    static <R, T> TableCell<R, T> text(
            Function<T, String> text, Function<T, String> help, Pos alignment) {
        TextCell<R, T> cell = new TextCell<>(text, help);
        cell.setAlignment(alignment);
        return cell;
    }

    /** A cell with nodes of its own. */
    static <R, T, N extends Node> TableCell<R, T> graphic(
            N node, BiConsumer<N, T> draw, Function<T, String> spoken) {
        return new TableCell<>() {
            @Override
            protected void updateItem(@Nullable T value, boolean empty) {
                super.updateItem(value, empty);
                if (empty || value == null) {
                    setGraphic(null);
                    setAccessibleText(null);
                    return;
                }
                draw.accept(node, value);
                setAccessibleText(spoken.apply(value));
                if (getGraphic() == null) {
                    setGraphic(node);
                }
            }
        };
    }

    /** Cells whose text moves with time; asked to look again once a second. */
    static final class Growing {
        private final Set<TextCell<?, ?>> cells = Collections.newSetFromMap(new WeakHashMap<>());

        /** A cell with a text that depends on the present moment. */
        <R, T> TableCell<R, T> text(Function<T, String> text, Function<T, String> help) {
            TextCell<R, T> cell = new TextCell<>(text, help);
            cell.setAlignment(Pos.CENTER_RIGHT);
            cells.add(cell);
            return cell;
        }

        /** A second passed. */
        void grow() {
            cells.forEach(TextCell::redraw);
        }
    }

    private static final class TextCell<R, T> extends TableCell<R, T> {
        private final Function<T, String> text;
        private final Function<T, String> help;
        private final Tooltip tooltip = new Tooltip();

        TextCell(Function<T, String> text, Function<T, String> help) {
            this.text = text;
            this.help = help;
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(480);
        }

        @Override
        protected void updateItem(@Nullable T value, boolean empty) {
            super.updateItem(value, empty);
            redraw();
        }

        void redraw() {
            T value = getItem();
            if (isEmpty() || value == null) {
                setText(null);
                setTooltip(null);
                return;
            }
            String now = text.apply(value);
            if (!now.equals(getText())) {
                setText(now);
            }
            String more = help.apply(value);
            tooltip.setText(more);
            setTooltip(more.isEmpty() ? null : tooltip);
        }
    }
}
