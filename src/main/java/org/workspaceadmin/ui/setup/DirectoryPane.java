package org.workspaceadmin.ui.setup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.ProblemPane;
import org.workspaceadmin.ui.common.Texts;

/**
 * The check of a company's directory: who gets through on top, below it every finding in groups
 * that keep their place while results come in.
 */
final class DirectoryPane extends VBox {
    private static final List<String> NOT_PROBED = List.of("137", "138", "445", "500");

    private final SetupContext context;
    private final DirectoryViewModel model;
    private final Texts texts;
    private final VantagePane vantage;
    private final List<GroupPane> groups = new ArrayList<>();
    private final VBox found = new VBox();
    private final FlowPane trusted = new FlowPane();
    private final FoldRow answered = new FoldRow("setup-check-answer", "check-group");
    private final FoldRow leftovers = new FoldRow("setup-directory-leftovers", "check-group");
    private final FoldRow needed = new FoldRow("setup-directory-needed", "check-group");

    DirectoryPane(SetupContext context, DirectoryViewModel model, CheckViewModel cloud) {
        this.context = context;
        this.model = model;
        texts = context.ui().texts();
        getStyleClass().add("gap-16");
        setId("setup-directory");
        vantage = new VantagePane(context, model, cloud);
        Label stale = wrapped(new Label());
        stale.setId("setup-directory-stale");
        stale.textProperty().bind(texts.text("setup.directory.stale"));
        stale.setGraphic(Icons.ATTENTION.node());
        stale.getStyleClass().addAll("text-warning", "tone-attention");
        stale.visibleProperty().bind(model.staleProperty());
        stale.managedProperty().bind(stale.visibleProperty());
        trusted.getStyleClass().add("gap-8");
        trusted.managedProperty().bind(trusted.visibleProperty());
        for (CheckGroup group : CheckGroup.values()) {
            GroupPane pane = new GroupPane(context, model, group);
            groups.add(pane);
            found.getChildren().add(pane.node());
        }
        found.getStyleClass().add("check-groups");
        found.managedProperty().bind(found.visibleProperty());
        model.staleProperty().subscribe(now -> found.setOpacity(now ? 0.6 : 1));
        ProblemPane broke = new ProblemPane(context.ui());
        model.problemProperty().subscribe(why -> broke.problemProperty().set(why));
        answered(cloud);
        leftovers.folded().getChildren().add(new LeftoversPane(context, model, model.leftovers()));
        VBox other = new VBox(answered, needed, leftovers);
        other.getStyleClass().add("check-groups");
        getChildren().addAll(vantage, stale, trusted, broke, copy(), found, other);

        model.linesProperty()
                .subscribe(lines -> {
                    groups.forEach(group -> group.lines(lines));
                    found.setVisible(!lines.isEmpty());
                });
        model.newsProperty().subscribe(n -> groups.forEach(GroupPane::show));
        model.stateProperty()
                .subscribe(state -> {
                    switch (state) {
                        case DONE, STOPPED, BROKE -> groups.forEach(GroupPane::ended);
                        default -> groups.forEach(GroupPane::show);
                    }
                });
        model.trustedProperty().subscribe(now -> trusted());
        texts.languageProperty()
                .subscribe(language -> {
                    groups.forEach(GroupPane::redraw);
                    trusted();
                    needed();
                });
    }

    /** Puts the focus where one begins. */
    void focusStart() {
        vantage.focusStart();
    }

    private HBox copy() {
        Button copy = new Button();
        copy.setId("setup-directory-copy");
        copy.setGraphic(Icons.COPY.node());
        copy.getStyleClass().addAll("flat", "small");
        copy.textProperty().bind(texts.text("setup.directory.copy"));
        copy.setOnAction(e ->
                context.ui()
                        .clipboard()
                        .copy(
                                context.directory()
                                        .redacted(
                                                new CheckReport(texts.messages())
                                                        .text(
                                                                model,
                                                                context.ui().timer().instant()))));
        Label what = new Label();
        what.textProperty().bind(texts.text("setup.directory.found"));
        what.getStyleClass().add("text-strong");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(what, gap, copy);
        line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        line.visibleProperty().bind(found.visibleProperty());
        line.managedProperty().bind(line.visibleProperty());
        return line;
    }

    /** What the service said when it failed, in full; in sight where it could not be asked. */
    private void answered(CheckViewModel cloud) {
        ProblemPane problem = new ProblemPane(context.ui());
        answered.folded().getChildren().add(problem);
        answered.managedProperty().bind(answered.visibleProperty());
        cloud.problemProperty()
                .subscribe(why -> {
                    problem.problemProperty().set(why);
                    answered.setVisible(why != null);
                    answered.open(why != null && !TwoVantage.isOfTheDirectory(why));
                });
    }

    private void trusted() {
        var authority = model.trustedProperty().get();
        trusted.setVisible(authority != null);
        trusted.getChildren().clear();
        if (authority == null) {
            return;
        }
        Label who =
                new Label(
                        texts.now(
                                "setup.directory.certificate.trusted",
                                CheckWords.shortName(
                                        authority.getSubjectX500Principal().getName())));
        Button no = new Button(texts.now("setup.directory.certificate.untrust"));
        no.setId("setup-directory-untrust");
        no.getStyleClass().addAll("flat", "small");
        no.setOnAction(e -> model.untrust());
        trusted.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        trusted.getChildren().addAll(who, no);
    }

    private void needed() {
        answered.show(texts.now("setup.directory.answered"), "");
        leftovers.show(texts.now("setup.directory.leftovers"), "");
        needed.show(texts.now("setup.directory.needed"), "");
        Label what = wrapped(new Label(texts.now("setup.directory.needed.text")));
        GridPane ports = new GridPane();
        ports.getStyleClass().add("port-grid");
        ports.addRow(
                0,
                new Label("TCP 49152–65535"),
                new Label(texts.now("setup.directory.needed.rpc")));
        int row = 1;
        for (String port : NOT_PROBED) {
            ports.addRow(
                    row++,
                    new Label("UDP " + port),
                    new Label(texts.now("setup.directory.needed." + port)));
        }
        needed.folded().getChildren().setAll(Arrays.asList(what, ports));
    }

    private static Label wrapped(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
