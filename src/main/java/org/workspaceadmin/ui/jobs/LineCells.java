package org.workspaceadmin.ui.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.TargetState;
import org.workspaceadmin.ui.common.StateBadge;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.jobs.JobRow.Face;

/**
 * The cells of the monitor's tree. Nodes are made once per cell; a change of a line redraws just
 * the cells on screen, and once a second those whose words depend on the time.
 */
final class LineCells {
    private static final double ROOM_FOR_BAR = 88;
    private static final Duration DAY = Duration.ofHours(20);

    private final JobsViewModel model;
    private final JobTexts words;
    private final LineTexts lines;
    private final Texts texts;
    private final Supplier<Instant> now;
    private final Set<Drawn<?>> growing = Collections.newSetFromMap(new WeakHashMap<>());

    LineCells(JobsViewModel model, JobTexts words, Texts texts, Supplier<Instant> now) {
        this.model = model;
        this.words = words;
        this.texts = texts;
        this.now = now;
        lines = new LineTexts(words, texts);
    }

    /** Times on screen move on. */
    void grow() {
        growing.forEach(Drawn::redraw);
    }

    TableCell<JobRow, Face> what(TableColumn<JobRow, Face> column) {
        return new LineCell(lines::what, this::spoken, this::toggle);
    }

    private void toggle(JobRow row) {
        if (row.face().expanded()) {
            model.collapse(row);
        } else {
            model.expand(row);
        }
    }

    private String spoken(JobRow row) {
        Face face = row.face();
        String what = texts.now("jobs.line.level", face.depth() + 1, lines.what(row));
        return !face.expandable()
                ? what
                : texts.now(face.expanded() ? "jobs.line.open" : "jobs.line.folded", what);
    }

    TableCell<JobRow, Face> state(TableColumn<JobRow, Face> column) {
        Tooltip more = new Tooltip();
        more.setWrapText(true);
        more.setMaxWidth(480);
        return growing(
                new Drawn<>(
                        new StateBadge(),
                        (badge, cell) -> {
                            JobRow row = cell.row();
                            String word = lines.state(row, now.get());
                            badge.show(lines.tone(row, now.get()), word);
                            cell.setAccessibleText(word);
                            help(cell, more, lines.stateHelp(row, now.get()));
                        }));
    }

    TableCell<JobRow, Face> progress(TableColumn<JobRow, Face> column) {
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setMinWidth(32);
        HBox.setHgrow(bar, Priority.ALWAYS);
        Label percent = new Label();
        percent.setMinWidth(40);
        percent.setAlignment(Pos.CENTER_RIGHT);
        percent.getStyleClass().add("text-small");
        return growing(
                new Drawn<>(
                        line(bar, percent),
                        (node, cell) -> {
                            Face face = cell.row().face();
                            boolean open = face.tally().open() + face.tally().unknown() > 0;
                            String word = texts.now("jobs.percent", face.tally().percent());
                            // Where there is little room the numbers alone say it.
                            boolean room = cell.getTableColumn().getWidth() > ROOM_FOR_BAR;
                            bar.setManaged(room);
                            bar.setVisible(open && room);
                            bar.setProgress(face.tally().percent() / 100.0);
                            percent.setText(open ? word : "");
                            cell.setAccessibleText(word);
                        }));
    }

    TableCell<JobRow, Face> counts(TableColumn<JobRow, Face> column) {
        TallyBar bar = new TallyBar();
        Label label = new Label();
        label.getStyleClass().add("text-small");
        Tooltip more = new Tooltip();
        more.setWrapText(true);
        more.setMaxWidth(480);
        return new Drawn<>(
                line(bar, label),
                (node, cell) -> {
                    JobRow row = cell.row();
                    TargetState target = row.face().target();
                    bar.show(target == null ? row.face().tally() : null);
                    bar.setVisible(target == null);
                    bar.setManaged(target == null);
                    label.setText(lines.counts(row));
                    String all = lines.countsHelp(row);
                    cell.setAccessibleText(all);
                    help(cell, more, all);
                });
    }

    TableCell<JobRow, Face> started(TableColumn<JobRow, Face> column) {
        Tooltip exact = new Tooltip();
        return growing(
                text(cell -> {
                    Instant begin = cell.row().face().begin();
                    cell.setText(begin == null ? "" : started(begin));
                    help(cell, exact, begin == null ? "" : words.exact(begin));
                }));
    }

    /** The time of day, which does not change while one looks; longer ago the days. */
    private String started(Instant begin) {
        Instant present = now.get();
        return Duration.between(begin, present).compareTo(DAY) < 0
                ? words.clock(begin)
                : words.ago(begin, present);
    }

    TableCell<JobRow, Face> time(TableColumn<JobRow, Face> column) {
        Tooltip more = new Tooltip();
        more.setWrapText(true);
        more.setMaxWidth(480);
        return growing(
                text(cell -> {
                    JobRow row = cell.row();
                    Expectation expected = model.pace().of(row);
                    cell.setText(lines.time(row.face(), expected, now.get()));
                    help(cell, more, lines.timeHelp(row.face(), expected, now.get()));
                }));
    }

    private static HBox line(Node... nodes) {
        HBox line = new HBox(nodes);
        line.getStyleClass().add("gap-8");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static void help(TableCell<JobRow, Face> cell, Tooltip tooltip, String text) {
        tooltip.setText(text);
        cell.setTooltip(text.isEmpty() ? null : tooltip);
    }

    private <N extends Node> Drawn<N> growing(Drawn<N> cell) {
        growing.add(cell);
        return cell;
    }

    private static Drawn<Node> text(java.util.function.Consumer<Drawn<Node>> draw) {
        Drawn<Node> cell = new Drawn<>(null, (none, self) -> draw.accept(self));
        cell.setAlignment(Pos.CENTER_RIGHT);
        return cell;
    }

    /** A cell that is drawn from its line, by nodes of its own or as a text. */
    private static final class Drawn<N extends Node> extends TableCell<JobRow, Face> {
        private final @Nullable N node;
        private final BiConsumer<@Nullable N, Drawn<N>> draw;
        private @Nullable JobRow row;

        Drawn(@Nullable N node, BiConsumer<@Nullable N, Drawn<N>> draw) {
            this.node = node;
            this.draw = draw;
        }

        JobRow row() {
            if (row == null) {
                throw new IllegalStateException("an empty cell is not drawn");
            }
            return row;
        }

        @Override
        protected void updateItem(@Nullable Face face, boolean empty) {
            super.updateItem(face, empty);
            row = empty || face == null || getTableRow() == null ? null : getTableRow().getItem();
            if (row == null) {
                setText(null);
                setGraphic(null);
                setTooltip(null);
                setAccessibleText(null);
                return;
            }
            draw.accept(node, this);
            if (node != null && getGraphic() == null) {
                setGraphic(node);
            }
        }

        void redraw() {
            if (row != null) {
                draw.accept(node, this);
            }
        }
    }
}
