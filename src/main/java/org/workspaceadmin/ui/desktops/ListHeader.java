package org.workspaceadmin.ui.desktops;

import java.time.Duration;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.workspaceadmin.fleet.FleetStatus;
import org.workspaceadmin.ui.common.AgeLabel;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.UiContext;

/** Title, counts, age of the data, refresh, columns and details: the line above the filter. */
final class ListHeader extends HBox {
    private static final List<Duration> INTERVALS =
            List.of(
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(60),
                    Duration.ofMinutes(5));

    private final DesktopsViewModel model;
    private final Texts texts;

    /**
     * A header.
     *
     * @param model what it tells of
     * @param table whose columns it shows and hides
     * @param context language and time
     */
    ListHeader(DesktopsViewModel model, DesktopTable table, UiContext context) {
        this.model = model;
        this.texts = context.texts();
        getStyleClass().add("list-header");
        setAlignment(Pos.CENTER_LEFT);
        Label title = new Label();
        title.getStyleClass().add("text-title");
        title.textProperty().bind(texts.text("desktops.title"));
        title.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label count = new Label();
        count.setId("desktops-count");
        count.getStyleClass().add("text-muted");
        count.textProperty()
                .bind(
                        texts.of(
                                this::count,
                                model.totalProperty(),
                                model.shownProperty(),
                                model.selectionProperty()));
        Label reading = new Label();
        reading.getStyleClass().addAll("age", "text-small");
        reading.textProperty().bind(texts.of(this::reading, model.statusProperty()));
        AgeLabel age =
                new AgeLabel(texts, context.now(), model.statusProperty().map(FleetStatus::asOf));
        age.setId("desktops-age");
        for (Label one : List.of(reading, age)) {
            one.visibleProperty().bind(one.textProperty().isNotEmpty());
            one.managedProperty().bind(one.visibleProperty());
            one.setMinWidth(Region.USE_PREF_SIZE);
        }
        getChildren().addAll(title, space, count, reading, age, refresh());
        model.directory()
                .ifPresent(door -> getChildren().add(new DirectoryButton(model, door, context)));
        getChildren().addAll(columns(table), details());
    }

    private String count() {
        int total = model.totalProperty().get();
        int shown = model.shownProperty().get();
        int selected = model.selectionProperty().get().size();
        String counted =
                shown == total
                        ? texts.now("desktops.count.all", total)
                        : texts.now("desktops.count.shown", shown, total);
        return selected == 0 ? counted : texts.now("desktops.count.selected", counted, selected);
    }

    private String reading() {
        FleetStatus status = model.statusProperty().get();
        return status.loading() && status.asOf() == null && status.expected() > 0
                ? texts.now("desktops.reading", status.loaded(), status.expected())
                : "";
    }

    private Button refresh() {
        Button button = new Button();
        button.setId("desktops-refresh");
        button.setGraphic(Icons.REFRESH.node());
        button.getStyleClass().addAll("button-icon", "flat", "small");
        button.accessibleTextProperty().bind(texts.text("desktops.refresh"));
        button.setTooltip(tip("desktops.refresh.tip"));
        button.disableProperty().bind(model.refreshingProperty());
        button.setOnAction(e -> model.refresh());
        return button;
    }

    private MenuButton columns(DesktopTable table) {
        MenuButton button = new MenuButton();
        button.setId("desktops-columns");
        button.setGraphic(Icons.COLUMNS.node());
        button.getStyleClass().addAll("flat", "small");
        button.textProperty().bind(texts.text("desktops.columns"));
        button.setMinWidth(Region.USE_PREF_SIZE);
        for (DesktopColumn column : DesktopColumn.values()) {
            CheckMenuItem item = new CheckMenuItem();
            item.setId("desktops-show-" + column.key());
            item.textProperty().bind(texts.text("desktops.column." + column.key()));
            item.selectedProperty().bindBidirectional(table.column(column).visibleProperty());
            item.setDisable(column == DesktopColumn.NAME);
            button.getItems().add(item);
        }
        MenuItem reset = new MenuItem();
        reset.setId("desktops-columns-reset");
        reset.textProperty().bind(texts.text("desktops.columns.reset"));
        reset.setOnAction(e -> table.reset());
        button.getItems().addAll(new SeparatorMenuItem(), reset, intervals());
        return button;
    }

    private Menu intervals() {
        Menu menu = new Menu();
        menu.setId("desktops-interval");
        menu.textProperty().bind(texts.text("desktops.interval.menu"));
        ToggleGroup group = new ToggleGroup();
        for (Duration interval : INTERVALS) {
            RadioMenuItem item = new RadioMenuItem();
            item.setId("desktops-interval-" + interval.toSeconds());
            item.textProperty().bind(texts.of(() -> name(interval)));
            item.setToggleGroup(group);
            item.setOnAction(e -> model.intervalProperty().set(interval));
            model.intervalProperty().subscribe(now -> item.setSelected(now.equals(interval)));
            menu.getItems().add(item);
        }
        return menu;
    }

    private String name(Duration interval) {
        long seconds = interval.toSeconds();
        if (seconds == 60) {
            return texts.now("desktops.interval.minute");
        }
        return seconds < 60
                ? texts.now("desktops.interval.seconds", seconds)
                : texts.now("desktops.interval.minutes", seconds / 60);
    }

    private ToggleButton details() {
        ToggleButton button = new ToggleButton();
        button.setId("desktops-details-toggle");
        button.setGraphic(Icons.INFO.node());
        button.getStyleClass().addAll("flat", "small", "pane-toggle");
        button.textProperty().bind(texts.text("desktops.details.toggle"));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.selectedProperty().bindBidirectional(model.details().openProperty());
        return button;
    }

    private Tooltip tip(String key) {
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(Bindings.concat(texts.text(key), " (F5)"));
        return tip;
    }
}
