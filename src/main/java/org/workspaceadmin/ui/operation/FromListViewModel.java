package org.workspaceadmin.ui.operation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.workspaceadmin.fleet.DesktopRow;
import org.workspaceadmin.fleet.Fleet;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.operation.list.Column;
import org.workspaceadmin.operation.list.FleetIndex;
import org.workspaceadmin.operation.list.ListMatch;
import org.workspaceadmin.operation.list.ListMatch.MatchedRow;
import org.workspaceadmin.operation.list.ListTable;
import org.workspaceadmin.ui.common.Sheet;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.UiContext;

/** Choosing desktops by a list of names, ids, addresses or users. */
public final class FromListViewModel {
    private final Fleet fleet;
    private final ListSource source;
    private final ObjectProperty<FleetIndex.Key> key =
            new SimpleObjectProperty<>(FleetIndex.Key.ANY);
    private final IntegerProperty column = new SimpleIntegerProperty();
    private final BooleanProperty everyOne = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<ListMatch> match =
            new ReadOnlyObjectWrapper<>(new ListMatch(List.of()));

    /**
     * Prepares the dialog.
     *
     * @param fleet where the desktops are
     * @param context language, time, threads
     */
    public FromListViewModel(Fleet fleet, UiContext context) {
        this.fleet = fleet;
        source = new ListSource(context);
        source.readingProperty().addListener((o, was, is) -> recognize());
        key.addListener((o, was, is) -> match());
        column.addListener((o, was, is) -> match());
    }

    /** The list. */
    ListSource source() {
        return source;
    }

    /** What the column names desktops by. */
    public ObjectProperty<FleetIndex.Key> keyProperty() {
        return key;
    }

    /** Which column is matched, from 0. */
    public IntegerProperty columnProperty() {
        return column;
    }

    /** Whether the operator takes every desktop of rows that name several. */
    public BooleanProperty everyOneProperty() {
        return everyOne;
    }

    /** What the list means. */
    public ReadOnlyObjectProperty<ListMatch> matchProperty() {
        return match.getReadOnlyProperty();
    }

    /** The desktops it would choose now. */
    public List<Desktop> desktops() {
        return match.get().desktops(everyOne.get());
    }

    /** The rows, those that need a look first, else in their order. */
    public List<MatchedRow> rows() {
        return match.get().rows().stream()
                .sorted(Comparator.comparingInt(r -> order(r.outcome())))
                .toList();
    }

    /** What the list does not choose, for other programs. */
    Sheet leftOut(Texts texts) {
        return new Sheet(
                List.of(
                        texts.now("list.column.line"),
                        texts.now("list.column.text"),
                        texts.now("list.column.why"),
                        texts.now("list.column.desktops")),
                rows().stream()
                        .filter(r -> r.outcome() != ListMatch.Outcome.MATCHED)
                        .map(r ->
                                List.of(
                                        Integer.toString(r.line()),
                                        r.text(),
                                        texts.now("list.outcome." + r.outcome().name()),
                                        names(r)))
                        .toList());
    }

    /** The desktops a row names. */
    static String names(MatchedRow row) {
        return row.desktops().stream().map(Desktop::name).collect(Collectors.joining(", "));
    }

    /** Ends what it waits for. */
    void stop() {
        source.stop();
    }

    private static int order(ListMatch.Outcome outcome) {
        return switch (outcome) {
            case AMBIGUOUS -> 0;
            case UNMATCHED -> 1;
            case DUPLICATE -> 2;
            case MATCHED -> 3;
        };
    }

    /** A heading tells which column names the desktops; without one, the first does. */
    private void recognize() {
        ListTable table = source.table();
        if (table != null) {
            int found =
                    Column.find(
                            table.headings(),
                            Column.ID,
                            Column.NAME,
                            Column.DESKTOP,
                            Column.ADDRESS,
                            Column.USER);
            column.set(Math.max(0, found));
        }
        match();
    }

    private void match() {
        ListTable table = source.table();
        if (table == null) {
            match.set(new ListMatch(List.of()));
            return;
        }
        FleetIndex index = new FleetIndex(fleet.rows().stream().map(DesktopRow::desktop).toList());
        match.set(ListMatch.of(table, column.get(), index, key.get()));
    }
}
