package org.workspaceadmin.ui.desktops;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.workspaceadmin.model.Field;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.ProblemPane;
import org.workspaceadmin.ui.common.SkeletonRows;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.UiContext;

/**
 * Everything known of the selected desktop; names and numbers can be selected and copied one by
 * one.
 */
final class DetailsPane extends VBox {
    private static final int LONGEST_NAME = 36;

    private final DesktopsViewModel model;
    private final Texts texts;
    private final Label title = new Label();
    private final VBox content = new VBox();
    private final ProblemPane problem;
    private final Button copy = new Button();
    private final DomainSection domain;
    private boolean rawOpen;
    private List<DetailsFacts.Group> groups = List.of();
    private List<Field> fields = List.of();
    private Subscription following = Subscription.EMPTY;

    /**
     * A pane.
     *
     * @param model what is selected
     * @param context language and clipboard
     */
    DetailsPane(DesktopsViewModel model, UiContext context) {
        this.model = model;
        this.texts = context.texts();
        domain = new DomainSection(model, context, DetailsPane::line);
        setId("desktops-details");
        getStyleClass().add("details-pane");
        title.getStyleClass().add("text-heading");
        title.setId("desktops-details-title");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        copy.setId("desktops-details-copy");
        copy.setGraphic(Icons.COPY.node());
        named(copy, "desktops.details.copy");
        copy.setOnAction(e -> context.clipboard().copy(everything()));
        Button close = new Button();
        close.setId("desktops-details-close");
        close.setGraphic(Icons.CLOSE.node());
        named(close, "desktops.details.close");
        close.setOnAction(e -> model.details().openProperty().set(false));
        HBox head = new HBox(title, copy, close);
        head.getStyleClass().add("details-head");
        head.setAlignment(Pos.CENTER_LEFT);
        Button retry = new Button();
        retry.setId("desktops-details-retry");
        retry.getStyleClass().add(ProblemPane.RETRY);
        retry.textProperty().bind(texts.text("desktops.details.retry"));
        retry.setOnAction(e -> model.details().retry());
        problem = new ProblemPane(context, retry);
        problem.setMinHeight(USE_PREF_SIZE);
        content.getStyleClass().add("details-content");
        // Else one long word widens all, and every line ends beyond the edge.
        content.setMinWidth(0);
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("details-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, problem, scroll);
        model.details().stateProperty().subscribe(this::show);
        texts.languageProperty()
                .subscribe((before, now) -> show(model.details().stateProperty().get()));
    }

    private void show(DetailsViewModel.State state) {
        following.unsubscribe();
        problem.problemProperty()
                .set(state instanceof DetailsViewModel.State.Failed f ? f.problem() : null);
        fields = state instanceof DetailsViewModel.State.Shown s ? s.details().fields() : List.of();
        switch (state) {
            case DetailsViewModel.State.Nothing n -> say("none");
            case DetailsViewModel.State.Several s -> say("several", s.count());
            case DetailsViewModel.State.Loading l -> follow(l.item(), true);
            case DetailsViewModel.State.Shown s -> follow(s.item(), false);
            case DetailsViewModel.State.Failed f -> follow(f.item(), false);
        }
    }

    private void say(String what, Object... arguments) {
        groups = List.of();
        title.setText(texts.now("desktops.details." + what + ".title", arguments));
        Label text = new Label(texts.now("desktops.details." + what + ".text"));
        text.setWrapText(true);
        text.getStyleClass().add("text-muted");
        content.getChildren().setAll(text);
        copy.setDisable(true);
    }

    /** The known part is that of the list and changes with it. */
    private void follow(DesktopItem item, boolean loading) {
        copy.setDisable(false);
        following =
                Subscription.combine(
                        item.factsProperty().subscribe(facts -> fill(facts, loading)),
                        model.standingProperty()
                                .subscribe((before, now) -> fill(item.facts(), loading)),
                        model.obstaclesProperty()
                                .subscribe((before, now) -> fill(item.facts(), loading)));
    }

    private void fill(DesktopFacts facts, boolean loading) {
        title.setText(facts.desktop().name());
        List<DetailsFacts.Group> known = DetailsFacts.of(facts, model.texts(), texts);
        List<DetailsFacts.Group> aboutDomain = domain.groups(facts);
        groups = new ArrayList<>(known);
        groups.addAll(0, aboutDomain);
        List<Node> nodes = new ArrayList<>();
        for (DetailsFacts.Group group : known) {
            Label heading = new Label(group.title());
            heading.getStyleClass().addAll("text-small", "text-strong", "details-heading");
            VBox box = new VBox(heading);
            box.getStyleClass().add("details-group");
            group.lines().forEach(line -> box.getChildren().add(line(line)));
            nodes.add(box);
        }
        nodes.add(0, domain.node(facts, aboutDomain));
        if (loading) {
            Label asking = new Label(texts.now("desktops.details.loading"));
            asking.getStyleClass().addAll("text-small", "text-muted");
            nodes.add(new VBox(asking, new SkeletonRows(3, 2)));
        } else if (!fields.isEmpty()) {
            nodes.add(raw());
        }
        content.getChildren().setAll(nodes);
    }

    private Node raw() {
        VBox lines = new VBox();
        lines.getStyleClass().add("details-group");
        fields.forEach(field ->
                lines.getChildren().add(line(new DetailsFacts.Line(field.path(), field.value()))));
        TitledPane pane =
                new TitledPane(texts.now("desktops.details.group.raw", fields.size()), lines);
        pane.setId("desktops-details-raw");
        pane.getStyleClass().addAll("dense", "details-raw");
        pane.setAnimated(false);
        pane.setExpanded(rawOpen);
        pane.expandedProperty().subscribe((before, now) -> rawOpen = now);
        return pane;
    }

    private static Node line(DetailsFacts.Line line) {
        Label label = new Label(line.label());
        label.getStyleClass().addAll("text-small", "text-muted");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        Control value = isSentence(line.value()) ? sentence(line) : copyable(line);
        value.getStyleClass().add("details-value");
        value.setAccessibleText(line.label() + ": " + line.value());
        label.setLabelFor(value);
        VBox box = new VBox(label, value);
        box.getStyleClass().add("details-line");
        return box;
    }

    /** Names, DNs and numbers are for copying; a sentence is for reading, to its end. */
    private static boolean isSentence(String value) {
        return value.length() > LONGEST_NAME && value.contains(" ") && !value.contains("=");
    }

    private static Control sentence(DetailsFacts.Line line) {
        Label value = new Label(line.value());
        value.setWrapText(true);
        value.setMinHeight(Region.USE_PREF_SIZE);
        return value;
    }

    private static Control copyable(DetailsFacts.Line line) {
        TextField value = new TextField(line.value());
        value.setEditable(false);
        value.getStyleClass().add("copyable");
        value.setTooltip(new Tooltip(line.value()));
        return value;
    }

    private String everything() {
        String known = DetailsFacts.asText(groups);
        String raw =
                fields.stream()
                        .map(f -> f.path() + ": " + f.value() + "\n")
                        .collect(Collectors.joining());
        return raw.isEmpty()
                ? known
                : known
                        + "\n"
                        + texts.now("desktops.details.group.raw", fields.size())
                        + "\n"
                        + raw;
    }

    private void named(Button button, String key) {
        button.getStyleClass().addAll("button-icon", "flat", "small");
        button.accessibleTextProperty().bind(texts.text(key));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.text(key));
        button.setTooltip(tip);
    }
}
