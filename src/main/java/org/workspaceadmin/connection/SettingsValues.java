package org.workspaceadmin.connection;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.connection.network.NetworkSettings;

/**
 * Everything the program remembers of how it is used.
 *
 * @param theme light, dark, or as the system
 * @param language language tag such as {@code en} or {@code zh-CN}, empty for the system's
 * @param window where the window was, null when never opened
 * @param tables columns of each table by the table's id, in the order shown
 * @param refresh how often the list is read again
 * @param lastConnection id of the connection used last, empty for none
 * @param screens small things that screens remember, by dotted key such as {@code
 *     desktops.details.width}
 * @param network the way out of the company's network
 * @param notices how the operator is told that an operation ended
 */
public record SettingsValues(
        Theme theme,
        String language,
        @Nullable WindowPlace window,
        Map<String, List<ColumnPlace>> tables,
        Duration refresh,
        String lastConnection,
        Map<String, String> screens,
        NetworkSettings network,
        Notices notices) {
    private static final String SCALE = "window.scale";
    private static final int SMALLEST_SCALE = 100;
    private static final int LARGEST_SCALE = 300;

    /** How a new user finds the program. */
    public static final SettingsValues DEFAULTS =
            new SettingsValues(
                    Theme.SYSTEM,
                    "",
                    null,
                    Map.of(),
                    Duration.ofSeconds(60),
                    "",
                    Map.of(),
                    NetworkSettings.DEFAULTS,
                    Notices.DEFAULTS);

    /** Copies the maps. */
    public SettingsValues {
        Map<String, List<ColumnPlace>> copy = new LinkedHashMap<>();
        tables.forEach((table, columns) -> copy.put(table, List.copyOf(columns)));
        tables = Collections.unmodifiableMap(copy);
        screens = Collections.unmodifiableMap(new LinkedHashMap<>(screens));
    }

    /** The window's colours. */
    public enum Theme {
        /** As the system has it. */
        SYSTEM,
        /** Light. */
        LIGHT,
        /** Dark. */
        DARK
    }

    /**
     * Where the window was.
     *
     * @param x left edge in logical pixels
     * @param y top edge
     * @param width width
     * @param height height
     * @param maximized whether it filled the screen; the rest is then the place to go back to
     */
    public record WindowPlace(double x, double y, double width, double height, boolean maximized) {}

    /**
     * One column of a table.
     *
     * @param id the column's id
     * @param visible whether it is shown
     * @param width width in logical pixels, 0 for the column's own
     */
    public record ColumnPlace(String id, boolean visible, double width) {}

    /**
     * How the operator is told that an operation ended or stopped.
     *
     * @param system by the system too, not only in the window
     * @param sound whether that may be heard
     */
    public record Notices(boolean system, boolean sound) {
        /** By the system, quietly. */
        public static final Notices DEFAULTS = new Notices(true, false);
    }

    /** With another theme. */
    public SettingsValues withTheme(Theme value) {
        return new SettingsValues(
                value,
                language,
                window,
                tables,
                refresh,
                lastConnection,
                screens,
                network,
                notices);
    }

    /** With another language. */
    public SettingsValues withLanguage(String value) {
        return new SettingsValues(
                theme, value, window, tables, refresh, lastConnection, screens, network, notices);
    }

    /** With the window elsewhere. */
    public SettingsValues withWindow(WindowPlace value) {
        return new SettingsValues(
                theme, language, value, tables, refresh, lastConnection, screens, network, notices);
    }

    /** With other columns in one table; none forgets the table. */
    public SettingsValues withTable(String id, List<ColumnPlace> columns) {
        Map<String, List<ColumnPlace>> copy = new LinkedHashMap<>(tables);
        if (columns.isEmpty()) {
            copy.remove(id);
        } else {
            copy.put(id, columns);
        }
        return new SettingsValues(
                theme, language, window, copy, refresh, lastConnection, screens, network, notices);
    }

    /** The columns of a table, none when it was never arranged. */
    public List<ColumnPlace> table(String id) {
        return tables.getOrDefault(id, List.of());
    }

    /** With another interval. */
    public SettingsValues withRefresh(Duration value) {
        return new SettingsValues(
                theme, language, window, tables, value, lastConnection, screens, network, notices);
    }

    /** With another connection used last. */
    public SettingsValues withLastConnection(String value) {
        return new SettingsValues(
                theme, language, window, tables, refresh, value, screens, network, notices);
    }

    /** With something a screen remembers; an empty value forgets it. */
    public SettingsValues withScreen(String key, String value) {
        Map<String, String> copy = new LinkedHashMap<>(screens);
        if (value.isEmpty()) {
            copy.remove(key);
        } else {
            copy.put(key, value);
        }
        return new SettingsValues(
                theme, language, window, tables, refresh, lastConnection, copy, network, notices);
    }

    /** What a screen remembers, empty when nothing. */
    public String screen(String key) {
        return screens.getOrDefault(key, "");
    }

    /**
     * How large everything is drawn, in percent.
     *
     * @return 100 to 300; 0 for as the system has it
     */
    public int scale() {
        String kept = screen(SCALE);
        if (!kept.matches("[0-9]{3}")) {
            return 0;
        }
        int percent = Integer.parseInt(kept);
        return percent >= SMALLEST_SCALE && percent <= LARGEST_SCALE ? percent : 0;
    }

    /** Drawn larger or smaller from the next start on; 0 for as the system has it. */
    public SettingsValues withScale(int percent) {
        return withScreen(SCALE, percent == 0 ? "" : Integer.toString(percent));
    }

    /** With another way out. */
    public SettingsValues withNetwork(NetworkSettings value) {
        return new SettingsValues(
                theme, language, window, tables, refresh, lastConnection, screens, value, notices);
    }

    /** With other notices. */
    public SettingsValues withNotices(Notices value) {
        return new SettingsValues(
                theme, language, window, tables, refresh, lastConnection, screens, network, value);
    }
}
