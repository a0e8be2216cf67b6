package org.workspaceadmin.ui.jobs;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/**
 * The monitor's tree as a flat list of the lines that are shown. A table of lines of equal height
 * stays quick with 20,000 of them, where JavaFX's own tree walks all siblings for each line it
 * draws. Lines are added and taken away only by the operator, and at the end of what is open.
 */
final class JobTree {
    private final ObservableList<JobEntry> operations;
    private final ObservableList<ForeignRow> foreign;
    private final ObservableList<JobRow> rows = FXCollections.observableArrayList();

    /**
     * A tree with everything folded.
     *
     * @param operations the operations, in order; followed
     * @param foreign jobs started elsewhere, which come last; followed
     */
    JobTree(ObservableList<JobEntry> operations, ObservableList<ForeignRow> foreign) {
        this.operations = operations;
        this.foreign = foreign;
        rebuild();
        operations.addListener(this::follow);
        foreign.addListener(this::followForeign);
    }

    /** The lines to show. */
    ObservableList<JobRow> rows() {
        return rows;
    }

    /** Shows what is beneath a line; alone in its line, a child is opened too. */
    void expand(JobRow row) {
        if (!row.face().expandable() || row.face().expanded()) {
            return;
        }
        open(row);
        List<JobRow> beneath = row.shownBeneath();
        int at = rows.indexOf(row);
        if (at >= 0) {
            rows.addAll(at + 1, beneath);
        }
    }

    /** Hides what is beneath a line, and forgets it. */
    void collapse(JobRow row) {
        if (!row.face().expanded()) {
            return;
        }
        int count = row.shownBeneath().size();
        int at = rows.indexOf(row);
        row.children(List.of());
        if (at >= 0) {
            rows.remove(at + 1, at + 1 + count);
        }
    }

    /** An operation has a new state: its open lines show it. */
    void refresh(JobEntry operation) {
        if (!operation.face().expanded()) {
            return;
        }
        operation.children().forEach(PartRow::refresh);
        int known = operation.children().size();
        int now = operation.state().requests().size();
        if (now > known && operation.children().getFirst().face().level() == JobRow.Level.REQUEST) {
            int end = rows.indexOf(operation) + 1 + operation.shownBeneath().size();
            List<PartRow> fresh = new ArrayList<>();
            for (int i = known; i < now; i++) {
                fresh.add(PartRow.request(operation, operation.state().requests().get(i)));
            }
            operation.children().addAll(fresh);
            if (end > 0) {
                rows.addAll(end, fresh);
            }
        }
    }

    private static void open(JobRow row) {
        row.children(row.load());
        if (row.children().size() == 1 && row.children().getFirst().face().expandable()) {
            open(row.children().getFirst());
        }
    }

    private void follow(ListChangeListener.Change<? extends JobEntry> change) {
        while (change.next()) {
            if (change.wasAdded() && !change.wasRemoved() && change.getAddedSize() == 1) {
                JobEntry added = change.getAddedSubList().getFirst();
                int next = change.getTo();
                int at =
                        next < operations.size()
                                ? rows.indexOf(operations.get(next))
                                : rows.size() - foreign.size();
                List<JobRow> lines = new ArrayList<>();
                lines.add(added);
                lines.addAll(added.shownBeneath());
                rows.addAll(at, lines);
            } else {
                rebuild();
                return;
            }
        }
    }

    private void followForeign(ListChangeListener.Change<? extends ForeignRow> change) {
        while (change.next()) {
            if (change.wasAdded() && !change.wasRemoved() && change.getTo() == foreign.size()) {
                rows.addAll(change.getAddedSubList());
            } else {
                rebuild();
                return;
            }
        }
    }

    private void rebuild() {
        List<JobRow> all = new ArrayList<>();
        for (JobEntry operation : operations) {
            all.add(operation);
            all.addAll(operation.shownBeneath());
        }
        all.addAll(foreign);
        rows.setAll(all);
    }
}
