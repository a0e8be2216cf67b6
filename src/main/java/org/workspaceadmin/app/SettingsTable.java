package org.workspaceadmin.app;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.workspaceadmin.connection.Settings;
import org.workspaceadmin.connection.SettingsValues.ColumnPlace;
import org.workspaceadmin.ui.desktops.TableLayout;

/** How the table of desktops is arranged, in the settings. */
final class SettingsTable implements TableLayout.Store {
    private static final String TABLE = "desktops";
    private static final String SORT = "desktops.sort";
    private static final String ASCENDING = "desktops.sort.ascending";
    private static final String DETAILS = "desktops.details";

    private final Settings settings;

    SettingsTable(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Optional<TableLayout> load() {
        var values = settings.values();
        if (values.table(TABLE).isEmpty()) {
            return Optional.empty();
        }
        List<TableLayout.Column> columns =
                values.table(TABLE).stream()
                        .map(c -> new TableLayout.Column(c.id(), c.width(), c.visible()))
                        .toList();
        return Optional.of(
                new TableLayout(
                        columns,
                        values.screen(SORT),
                        !values.screen(ASCENDING).equals("false"),
                        Math.toIntExact(values.refresh().toSeconds()),
                        !values.screen(DETAILS).equals("false")));
    }

    @Override
    public void save(TableLayout layout) {
        List<ColumnPlace> columns =
                layout.columns().stream()
                        .map(c -> new ColumnPlace(c.key(), c.shown(), c.width()))
                        .toList();
        settings.change(values ->
                values.withTable(TABLE, columns)
                        .withScreen(SORT, layout.sortColumn())
                        .withScreen(ASCENDING, Boolean.toString(layout.ascending()))
                        .withScreen(DETAILS, Boolean.toString(layout.details()))
                        .withRefresh(Duration.ofSeconds(layout.intervalSeconds())));
    }
}
