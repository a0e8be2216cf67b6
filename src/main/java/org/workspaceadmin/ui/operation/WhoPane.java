package org.workspaceadmin.ui.operation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.operation.Plan;
import org.workspaceadmin.ui.common.ProblemPane;
import org.workspaceadmin.ui.common.SkeletonRows;
import org.workspaceadmin.ui.common.StateBadge;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.Tone;
import org.workspaceadmin.ui.common.UiContext;

/**
 * Who is affected and what will be sent: the list of desktops with those left out grouped by
 * reason, and on its other side the exact requests.
 */
final class WhoPane extends VBox {
    private static final double ROW = 28;
    private static final int ROWS_AT_LEAST = 6;
    private static final int ROWS_AT_MOST = 14;

    private final OperationViewModel model;
    private final Texts texts;
    private final Label count = new Label();
    private final StateBadge sessions = new StateBadge();
    private final StateBadge gone = new StateBadge();
    private final ToggleButton desktopsTab = new ToggleButton();
    private final ToggleButton requestsTab = new ToggleButton();
    private final ToggleButton sendTab = new ToggleButton();
    private final ListView<AffectedRow> list = new ListView<>();
    private final FlowPane leftOut = new FlowPane();
    private final SkeletonRows loading = new SkeletonRows(6, 3);
    private final ProblemPane problem;
    private final Label nobody = new Label();
    private final VBox desktops = new VBox();
    private final RequestsPane requests;
    private final HowToSendPane send;

    WhoPane(OperationViewModel model, UiContext ui) {
        this.model = model;
        texts = ui.texts();
        requests = new RequestsPane(ui);
        send = new HowToSendPane(model, texts);
        Button again = new Button();
        again.textProperty().bind(texts.text("operation.who.again"));
        again.getStyleClass().addAll(ProblemPane.RETRY, "small", "list-again");
        again.setOnAction(e -> model.ask());
        problem = new ProblemPane(ui, again);
        getStyleClass().add("who-pane");

        ToggleGroup tabs = new ToggleGroup();
        tab(desktopsTab, tabs, "left-pill", "tab-desktops");
        tab(requestsTab, tabs, "center-pill", "tab-requests");
        tab(sendTab, tabs, "right-pill", "tab-send");
        sendTab.textProperty().bind(texts.text("operation.tab.send"));
        desktopsTab.textProperty().bind(texts.text("operation.tab.desktops"));
        tabs.selectToggle(desktopsTab);
        tabs.selectedToggleProperty()
                .subscribe((was, is) -> {
                    if (is == null) {
                        tabs.selectToggle(was);
                    }
                });
        count.getStyleClass().addAll("text-strong", "who-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(new HBox(desktopsTab, requestsTab, sendTab));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("gap-8");

        list.setCellFactory(view -> new AffectedCell(texts));
        list.setFixedCellSize(ROW);
        list.getStyleClass().addAll("affected-list", "dense");
        list.accessibleTextProperty().bind(texts.text("operation.who.accessible"));
        list.setMinHeight(ROW * 3);
        nobody.setWrapText(true);
        nobody.getStyleClass().addAll("text-muted", "who-nobody");
        StackPane area = new StackPane(list, loading, problem, nobody);
        area.setAlignment(Pos.TOP_LEFT);
        VBox.setVgrow(area, Priority.ALWAYS);
        texts.languageProperty().subscribe(l -> list.refresh());
        leftOut.getStyleClass().add("left-out");
        FlowPane marks = new FlowPane(count, sessions, gone);
        marks.getStyleClass().add("who-marks");
        manage(sessions, gone, leftOut);
        desktops.getStyleClass().add("gap-8");
        desktops.getChildren().addAll(marks, area, leftOut);
        desktops.visibleProperty().bind(desktopsTab.selectedProperty());
        requests.visibleProperty().bind(requestsTab.selectedProperty());
        send.visibleProperty().bind(sendTab.selectedProperty());
        StackPane sides = new StackPane(desktops, requests, send);
        VBox.setVgrow(sides, Priority.ALWAYS);
        getChildren().addAll(head, sides);
    }

    /** Shows what the view model says now. */
    void draw() {
        Plan plan = model.planProperty().get();
        int affected = model.count();
        count.setText(texts.now("operation.who.count", affected));
        requestsTab.setText(
                texts.now("operation.tab.requests", plan == null ? 0 : plan.requests().size()));
        drawSessions();
        int lost = model.goneProperty().get();
        gone.setVisible(lost > 0);
        if (lost > 0) {
            gone.show(Tone.ATTENTION, texts.now("operation.who.gone", lost));
        }
        Loading state = model.listing();
        loading.setVisible(state == Loading.RUNNING);
        problem.problemProperty().set(state == Loading.FAILED ? model.listingProblem() : null);
        List<AffectedRow> rows = model.rows();
        list.setVisible(!loading.isVisible() && state != Loading.FAILED && !rows.isEmpty());
        nobody.setVisible(!loading.isVisible() && state != Loading.FAILED && rows.isEmpty());
        nobody.setText(
                texts.now(
                        state == Loading.IDLE ? "operation.who.askName" : "operation.who.nobody"));
        if (!rows.equals(list.getItems())) {
            list.getItems().setAll(rows);
        }
        int tall = Math.max(ROWS_AT_LEAST, Math.min(ROWS_AT_MOST, rows.size()));
        list.setPrefHeight(tall * ROW + 2);
        drawLeftOut(plan, rows);
        requests.show(plan);
        send.draw();
    }

    private void drawSessions() {
        int users = model.sessions();
        sessions.setVisible(users > 0);
        if (users > 0) {
            sessions.show(Tone.ATTENTION, texts.now("operation.who.sessions", users));
        }
    }

    private void drawLeftOut(@Nullable Plan plan, List<AffectedRow> rows) {
        List<Plan.Exclusion> exclusions = plan == null ? List.of() : plan.exclusions();
        leftOut.setVisible(!exclusions.isEmpty());
        Map<Plan.Reason, Integer> counts = new EnumMap<>(Plan.Reason.class);
        exclusions.forEach(e -> counts.merge(e.reason(), 1, Integer::sum));
        List<Node> parts = new ArrayList<>();
        StateBadge head = new StateBadge();
        head.show(Tone.SKIPPED, texts.now("operation.who.leftOut", exclusions.size()));
        head.getStyleClass().add("left-out-count");
        parts.add(head);
        counts.forEach((reason, many) -> {
            Hyperlink link =
                    new Hyperlink(
                            texts.now("operation.who.group", Sentences.of(texts, reason), many));
            link.getStyleClass().add("text-small");
            link.setOnAction(e -> list.scrollTo(rows.indexOf(new AffectedRow.Group(reason, many))));
            parts.add(link);
            if (reason == Plan.Reason.IN_OPEN_OPERATION) {
                parts.add(toJob(exclusions));
            }
        });
        leftOut.getChildren().setAll(exclusions.isEmpty() ? List.of() : parts);
    }

    /** The way to the job that has them; with several jobs to the first. */
    private Hyperlink toJob(List<Plan.Exclusion> exclusions) {
        String job =
                exclusions.stream()
                        .filter(e -> e.reason() == Plan.Reason.IN_OPEN_OPERATION)
                        .findFirst()
                        .map(Plan.Exclusion::detail)
                        .orElse("");
        Hyperlink link = new Hyperlink(texts.now("operation.who.showJob"));
        link.getStyleClass().addAll("text-small", "show-job");
        link.setOnAction(e -> model.showJob(job));
        return link;
    }

    private static void tab(ToggleButton tab, ToggleGroup group, String pill, String mark) {
        tab.setToggleGroup(group);
        tab.setMinWidth(Region.USE_PREF_SIZE);
        tab.getStyleClass().addAll(pill, "small", mark);
    }

    private static void manage(Node... nodes) {
        for (Node node : nodes) {
            node.managedProperty().bind(node.visibleProperty());
            node.setVisible(false);
        }
    }
}
