package org.workspaceadmin.ui.desktops;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.workspaceadmin.fleet.Fleet;
import org.workspaceadmin.fleet.FleetStatus;
import org.workspaceadmin.fleet.health.DirectoryHealth;
import org.workspaceadmin.fleet.health.DirectoryStanding;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.operation.Draft;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.ui.common.DirectoryDoor;
import org.workspaceadmin.ui.common.OperationDialogs;
import org.workspaceadmin.ui.common.Sheet;
import org.workspaceadmin.ui.common.UiContext;

/**
 * The desktop table without a table: rows, filter, order, selection, freshness and what can be
 * done. UI thread only.
 */
final class DesktopsViewModel implements AutoCloseable {
    /** How long the rows on screen must stand still before their domain state is asked first. */
    private static final Duration SCROLL_REST = Duration.ofMillis(200);

    private static final Logger LOG = LoggerFactory.getLogger(DesktopsViewModel.class);

    private final Fleet fleet;
    private final UiContext context;
    private final OperationDialogs dialogs;
    private final @Nullable DirectoryDoor directory;
    private final DesktopTexts texts;
    private final Arrangement arrangement = new Arrangement();
    private final FleetFeed feed;
    private final DetailsViewModel details;
    private final Subscription subscriptions;

    private final StringProperty filterText = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<FilterHint>> hints =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<@Nullable DesktopColumn> sortColumn =
            new SimpleObjectProperty<>(DesktopColumn.NAME);
    private final ObjectProperty<Boolean> ascending = new SimpleObjectProperty<>(true);
    private final ObjectProperty<Duration> interval =
            new SimpleObjectProperty<>(Duration.ofSeconds(60));
    private final ReadOnlyObjectWrapper<FleetStatus> status = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ListPhase> phase =
            new ReadOnlyObjectWrapper<>(ListPhase.LOADING);
    private final ReadOnlyObjectWrapper<@Nullable Problem> staleProblem =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper shown = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper refreshing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<List<DesktopItem>> selection =
            new ReadOnlyObjectWrapper<>(List.of());
    private final Map<Chip, ReadOnlyIntegerWrapper> chipCounts = new EnumMap<>(Chip.class);
    private final ReadOnlyObjectWrapper<Map<DesktopAction, DesktopAction.Obstacle>> obstacles =
            new ReadOnlyObjectWrapper<>(Map.of());

    private final ReadOnlyObjectWrapper<DirectoryStanding> standing =
            new ReadOnlyObjectWrapper<>(DirectoryStanding.NONE);

    private Work<DesktopItem[]> sorting = Work.of(new DesktopItem[0]);
    private Timer.Cancel rest = () -> {};
    private boolean read;

    /**
     * The table of one connection.
     *
     * @param fleet what to show
     * @param dialogs opens the operations
     * @param directory the company's directory, null when only the service is asked
     * @param context language, threads, ports
     * @param zone the operator's
     */
    DesktopsViewModel(
            Fleet fleet,
            OperationDialogs dialogs,
            @Nullable DirectoryDoor directory,
            UiContext context,
            ZoneId zone) {
        this.fleet = fleet;
        this.directory = directory;
        this.dialogs = dialogs;
        this.context = context;
        texts = new DesktopTexts(context.texts(), zone, context.timer());
        for (Chip chip : Chip.values()) {
            chipCounts.put(chip, new ReadOnlyIntegerWrapper());
        }
        status.set(fleet.status());
        details = new DetailsViewModel(fleet, context);
        judge();
        subscriptions =
                Subscription.combine(
                        filterText.subscribe((before, now) -> filter()),
                        context.texts().languageProperty().subscribe((before, now) -> filter()),
                        interval.subscribe(fleet::interval),
                        sortColumn.subscribe((before, now) -> sort()),
                        ascending.subscribe((before, now) -> sort()));
        DirectoryHealth health = directory == null ? null : directory.health();
        if (health != null) {
            standing.set(health.standing());
        }
        feed = new FleetFeed(fleet, health, context, this::take);
    }

    /** The rows shown; their order changes only when the operator asks for it. */
    ObservableList<DesktopItem> rows() {
        return arrangement.rows();
    }

    /** What the operator typed into the filter line. */
    StringProperty filterTextProperty() {
        return filterText;
    }

    /** What was not understood in it. */
    ReadOnlyObjectProperty<List<FilterHint>> hintsProperty() {
        return hints.getReadOnlyProperty();
    }

    /** The column sorted by, null for the usual order, by name. */
    ObjectProperty<@Nullable DesktopColumn> sortColumnProperty() {
        return sortColumn;
    }

    /** The direction. */
    ObjectProperty<Boolean> ascendingProperty() {
        return ascending;
    }

    /** How often the list is read again while on screen. */
    ObjectProperty<Duration> intervalProperty() {
        return interval;
    }

    /** What the place of the table shows. */
    ReadOnlyObjectProperty<ListPhase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /** How fresh everything is. */
    ReadOnlyObjectProperty<FleetStatus> statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** The company's directory; empty when only the service is asked. */
    Optional<DirectoryDoor> directory() {
        return Optional.ofNullable(directory);
    }

    /** How fresh the company's directory is. */
    ReadOnlyObjectProperty<DirectoryStanding> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    /** Why the rows are older than they should be, null when they are not. */
    ReadOnlyObjectProperty<@Nullable Problem> staleProblemProperty() {
        return staleProblem.getReadOnlyProperty();
    }

    /** Desktops the service lists. */
    ReadOnlyIntegerProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    /** Desktops that match. */
    ReadOnlyIntegerProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Whether a read the operator asked for runs. */
    ReadOnlyBooleanProperty refreshingProperty() {
        return refreshing.getReadOnlyProperty();
    }

    /** How many desktops a chip would show. */
    ReadOnlyIntegerProperty countProperty(Chip chip) {
        return counter(chip).getReadOnlyProperty();
    }

    /** What is selected, in the order of the rows. */
    ReadOnlyObjectProperty<List<DesktopItem>> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    /** The actions that make no sense for the selection, each with the reason. */
    ReadOnlyObjectProperty<Map<DesktopAction, DesktopAction.Obstacle>> obstaclesProperty() {
        return obstacles.getReadOnlyProperty();
    }

    /** The one desktop looked at closely. */
    DetailsViewModel details() {
        return details;
    }

    /** What values read as. */
    DesktopTexts texts() {
        return texts;
    }

    /** The view tells what is selected. */
    void select(List<DesktopItem> items) {
        selection.set(List.copyOf(items));
        details.select(items);
        judge();
    }

    /** Adds a chip's term to the filter, or takes it away. */
    void toggle(Chip chip) {
        filterText.set(chip.toggle(FilterQuery.parse(filterText.get())).format());
    }

    /** Shows everything again. */
    void clearFilter() {
        filterText.set("");
    }

    /** Reads the list again, then sorts and filters anew. */
    void refresh() {
        if (refreshing.get()) {
            return;
        }
        refreshing.set(true);
        if (directory != null) {
            directory.health().refresh();
        }
        fleet.refresh().atEnd(feed::refreshed);
    }

    /** On screen or not: off screen, the fleet is not read. */
    void watch(boolean onScreen) {
        fleet.watched(onScreen);
        details.watch(onScreen);
    }

    /** The view tells which rows are on screen. */
    void visible(int first, int last) {
        rest.cancel();
        List<String> ids = new ArrayList<>();
        for (int i = Math.max(0, first); i <= last && i < rows().size(); i++) {
            ids.add(rows().get(i).id());
        }
        rest = context.timer().after(SCROLL_REST, () -> fleet.visible(ids));
    }

    /**
     * Opens the dialog of an action for the selection; does nothing when there is an obstacle.
     *
     * @param action which
     * @return the obstacle, empty when the dialog was opened
     */
    Optional<DesktopAction.Obstacle> run(DesktopAction action) {
        Optional<DesktopAction.Obstacle> obstacle =
                action.obstacle(SelectionCounts.of(selection.get()));
        if (obstacle.isEmpty()) {
            List<Desktop> desktops =
                    selection.get().stream()
                            .map(DesktopItem::facts)
                            .filter(f -> !f.gone())
                            .map(DesktopFacts::desktop)
                            .toList();
            switch (action) {
                case REJOIN -> dialogs.rejoin(desktops);
                case UPDATE_SIDS -> dialogs.updateSids(desktops);
                case REBUILD -> dialogs.rebuild(desktops);
                case CHANGE_USER ->
                        dialogs.changeUserName(
                                desktops.stream()
                                        .filter(d -> !d.userName().isEmpty())
                                        .findFirst()
                                        .orElse(null));
                case START -> dialogs.power(desktops, Draft.PowerAction.START);
                case STOP -> dialogs.power(desktops, Draft.PowerAction.STOP);
                case RESTART -> dialogs.power(desktops, Draft.PowerAction.RESTART);
                case HIBERNATE -> dialogs.power(desktops, Draft.PowerAction.HIBERNATE);
                case LOG_OFF -> dialogs.logOff(desktops);
                case NOTIFY -> dialogs.sendMessage(desktops);
                case MAINTENANCE_BEGIN -> dialogs.maintenance(desktops, true);
                case MAINTENANCE_END -> dialogs.maintenance(desktops, false);
                case RENAME -> dialogs.rename(desktops);
            }
        }
        return obstacle;
    }

    /** Renames desktops that a list names. */
    void renameFromList() {
        dialogs.rename(List.of());
    }

    /** Hands desktops of users that a list names to others. */
    void changeUsersFromList() {
        dialogs.changeUserNames();
    }

    /**
     * Has desktops chosen by a list; everything is shown then, because what is filtered away cannot
     * be selected.
     *
     * @param selected receives the rows of those the table has
     */
    void chooseFromList(Consumer<List<DesktopItem>> selected) {
        dialogs.chooseFromList(desktops -> {
            clearFilter();
            selected.accept(
                    desktops.stream()
                            .map(d -> arrangement.item(d.id()))
                            .filter(Objects::nonNull)
                            .toList());
        });
    }

    /**
     * Rows as a sheet.
     *
     * @param columns which, from left to right
     * @param selectedOnly only what is selected, else everything shown
     */
    Sheet sheet(List<DesktopColumn> columns, boolean selectedOnly) {
        List<DesktopItem> items = selectedOnly ? selection.get() : rows();
        List<List<String>> cells = new ArrayList<>(items.size());
        for (DesktopItem item : items) {
            cells.add(columns.stream().map(c -> texts.cell(c, item.facts())).toList());
        }
        return new Sheet(columns.stream().map(texts::heading).toList(), cells);
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
        rest.cancel();
        sorting.cancel();
        feed.close();
        details.close();
    }

    private void take(List<FleetFeed.News> batch) {
        boolean refreshed = false;
        List<DesktopFacts> newer = new ArrayList<>();
        for (FleetFeed.News news : batch) {
            switch (news) {
                case FleetFeed.News.Rows rows -> {
                    newer.addAll(rows.newer());
                    if (!rows.removed().isEmpty()) {
                        arrangement.update(newer);
                        newer.clear();
                        arrangement.remove(rows.removed());
                    }
                }
                case FleetFeed.News.Status s -> status.set(s.status());
                case FleetFeed.News.Standing s -> standing.set(s.standing());
                case FleetFeed.News.Refreshed r -> refreshed = true;
            }
        }
        arrangement.update(newer);
        boolean firstRead = !read && status.get().asOf() != null;
        read |= firstRead;
        refreshing.set(refreshing.get() && !refreshed);
        if (refreshed || (firstRead && selection.get().isEmpty())) {
            sort();
        }
        count();
        judge();
    }

    private void filter() {
        FilterQuery.Reading reading = FilterQuery.read(filterText.get(), this::field);
        FilterMatcher matcher = new FilterMatcher(reading.query(), texts, texts.zone());
        List<FilterHint> odd = new ArrayList<>();
        reading.unknownFields()
                .forEach(word -> odd.add(new FilterHint(FilterHint.Kind.UNKNOWN_FIELD, word)));
        odd.addAll(matcher.hints());
        hints.set(List.copyOf(odd));
        arrangement.show(matcher);
        arranged();
    }

    private @Nullable FilterField field(String word) {
        return Optional.ofNullable(FilterField.of(word)).orElseGet(() -> texts.field(word));
    }

    private void sort() {
        sorting.cancel();
        DesktopColumn chosen = sortColumn.get();
        DesktopColumn column = chosen == null ? DesktopColumn.NAME : chosen;
        boolean upwards = chosen == null || ascending.get();
        Arrangement.Snapshot snapshot = arrangement.snapshot();
        sorting =
                context.workers()
                        .start(() -> Arrangement.sort(snapshot, column, upwards))
                        .then(
                                context.ui(),
                                sorted -> {
                                    arrangement.reorder(sorted);
                                    arranged();
                                },
                                failure -> LOG.error("sorting by {} failed", column, failure));
    }

    /** What is not shown any more is not selected either: nobody acts on what they do not see. */
    private void arranged() {
        if (selection.get().stream().anyMatch(item -> item.position < 0)) {
            select(selection.get().stream().filter(item -> item.position >= 0).toList());
        }
        tellPhase(0);
    }

    /** Counts the fleet; not needed when only the filter changed. */
    private void count() {
        Chip[] chips = Chip.values();
        int[] counts = new int[chips.length];
        int listed = 0;
        int goneShown = 0;
        for (DesktopItem item : arrangement.all()) {
            DesktopFacts facts = item.facts();
            listed += facts.gone() ? 0 : 1;
            goneShown += facts.gone() && item.position >= 0 ? 1 : 0;
            for (int i = 0; i < chips.length; i++) {
                counts[i] += chips[i].counts(facts) ? 1 : 0;
            }
        }
        for (int i = 0; i < chips.length; i++) {
            counter(chips[i]).set(counts[i]);
        }
        total.set(listed);
        tellPhase(goneShown);
    }

    private void tellPhase(int goneShown) {
        shown.set(rows().size() - goneShown);
        phase.set(ListPhase.of(status.get(), total.get(), rows().size()));
        staleProblem.set(total.get() > 0 ? status.get().problem() : null);
    }

    private void judge() {
        SelectionCounts counts = SelectionCounts.of(selection.get());
        Map<DesktopAction, DesktopAction.Obstacle> found = new EnumMap<>(DesktopAction.class);
        for (DesktopAction action : DesktopAction.values()) {
            action.obstacle(counts).ifPresent(obstacle -> found.put(action, obstacle));
        }
        obstacles.set(found);
    }

    private ReadOnlyIntegerWrapper counter(Chip chip) {
        return Objects.requireNonNull(chipCounts.get(chip));
    }
}
