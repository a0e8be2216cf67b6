package org.workspaceadmin.ui.overview;

import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.StackedBarChart;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.ui.common.Texts;

/** How the last days' operations came out, a column a day; a column opens the day's operations. */
final class DaysChart extends VBox {
    private static final List<Outcome> PARTS =
            List.of(Outcome.SUCCEEDED, Outcome.FAILED, Outcome.UNKNOWN);

    private final Texts texts;
    private final Consumer<DayFigures> open;
    private final CategoryAxis across = new CategoryAxis();
    private final NumberAxis up = new NumberAxis();
    private final Label nothing = new Label();
    private final StackedBarChart<String, Number> chart;
    private final Map<Outcome, XYChart.Series<String, Number>> series =
            new EnumMap<>(Outcome.class);

    DaysChart(Texts texts, Consumer<DayFigures> open) {
        this.texts = texts;
        this.open = open;
        up.setMinorTickVisible(false);
        up.setAutoRanging(false);
        across.setTickMarkVisible(false);
        chart = new StackedBarChart<>(across, up);
        chart.setAnimated(false);
        chart.setCategoryGap(8);
        chart.setLegendVisible(true);
        chart.setHorizontalGridLinesVisible(true);
        chart.setVerticalGridLinesVisible(false);
        chart.setMinHeight(Region.USE_PREF_SIZE);
        chart.setPrefHeight(168);
        chart.getStyleClass().add("days-chart");
        for (Outcome part : PARTS) {
            XYChart.Series<String, Number> each = new XYChart.Series<>();
            series.put(part, each);
            chart.getData().add(each);
        }
        nothing.textProperty().bind(texts.text("overview.days.none"));
        nothing.getStyleClass().add("text-muted");
        nothing.managedProperty().bind(nothing.visibleProperty());
        chart.visibleProperty().bind(nothing.visibleProperty().not());
        chart.managedProperty().bind(chart.visibleProperty());
        getChildren().addAll(nothing, chart);
    }

    /** Shows days, oldest first. */
    void show(List<DayFigures> days) {
        DateTimeFormatter day =
                DateTimeFormatter.ofLocalizedPattern(texts.now("overview.day.pattern"))
                        .withLocale(texts.languageProperty().get().locale());
        int most = days.stream().mapToInt(DayFigures::total).max().orElse(0);
        nothing.setVisible(most == 0);
        int step = step(most);
        up.setTickUnit(step);
        up.setUpperBound((double) step * Math.max(1, Math.ceilDiv(most, step)));
        across.getCategories().setAll(days.stream().map(d -> day.format(d.day())).toList());
        series.forEach((outcome, each) -> {
            each.setName(texts.now("jobs.outcome." + outcome.name()));
            each.getData()
                    .setAll(
                            days.stream()
                                    .map(d ->
                                            new XYChart.Data<String, Number>(
                                                    day.format(d.day()), d.of(outcome)))
                                    .toList());
            for (int i = 0; i < days.size(); i++) {
                dress(each.getData().get(i).getNode(), days.get(i), outcome, day);
            }
        });
    }

    /** A round number of desktops, so that four lines or so divide the chart. */
    private static int step(int most) {
        int step = 1;
        for (int factor = 1; (long) step * 4 < most; factor++) {
            step = factor % 3 == 2 ? step / 2 * 5 : step * 2;
        }
        return step;
    }

    private void dress(Node bar, DayFigures figures, Outcome outcome, DateTimeFormatter day) {
        String said =
                texts.now(
                        "overview.day",
                        day.format(figures.day()),
                        figures.succeeded(),
                        figures.failed(),
                        figures.unknown());
        bar.setId("overview-day-" + figures.day() + "-" + outcome.name());
        bar.setAccessibleRole(AccessibleRole.BUTTON);
        // The chart binds it to series and value, which says less.
        bar.accessibleTextProperty().unbind();
        bar.setAccessibleText(said);
        Tooltip.install(bar, new Tooltip(said));
        bar.setOnMouseClicked(e -> open.accept(figures));
        // One stop a day is enough for the keyboard.
        bar.setFocusTraversable(outcome == Outcome.SUCCEEDED && figures.total() > 0);
        bar.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
                open.accept(figures);
                e.consume();
            }
        });
    }
}
