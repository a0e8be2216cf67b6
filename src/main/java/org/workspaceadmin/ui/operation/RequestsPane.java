package org.workspaceadmin.ui.operation;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.operation.Plan;
import org.workspaceadmin.operation.Plan.PlannedRequest;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.JsonLayout;
import org.workspaceadmin.ui.common.UiContext;

/** The exact requests of a plan, one at a time, secrets masked, with the command line to copy. */
final class RequestsPane extends VBox {
    private final UiContext ui;
    private final Label position = new Label();
    private final TextArea text = new TextArea();
    private final Button previous = new Button();
    private final Button next = new Button();
    private final Button copyCurl = new Button();
    private final Button copyAll = new Button();
    private final Label none = new Label();
    private List<PlannedRequest> requests = List.of();
    private int index;

    RequestsPane(UiContext ui) {
        this.ui = ui;
        getStyleClass().add("requests-pane");
        text.setEditable(false);
        text.getStyleClass().addAll("mono", "request-text");
        text.accessibleTextProperty().bind(ui.texts().text("operation.request.accessible"));
        VBox.setVgrow(text, Priority.ALWAYS);
        text.setMinHeight(80);
        previous.getStyleClass().add("request-previous");
        next.getStyleClass().add("request-next");
        turn(previous, Icons.BACK, "operation.request.previous", -1);
        turn(next, Icons.FOLDED, "operation.request.next", 1);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(position, gap, previous, next);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("gap-4");
        copy(copyCurl, "operation.request.copyCurl", "request-copy-curl");
        copyCurl.setOnAction(e -> copied(copyCurl, "operation.request.copyCurl", false));
        copy(copyAll, "operation.request.copy", "request-copy");
        copyAll.setOnAction(e -> copied(copyAll, "operation.request.copy", true));
        HBox foot = new HBox(copyCurl, copyAll);
        foot.getStyleClass().add("gap-8");
        none.textProperty().bind(ui.texts().text("operation.request.none"));
        none.setWrapText(true);
        none.getStyleClass().add("text-muted");
        none.managedProperty().bind(none.visibleProperty());
        head.visibleProperty().bind(none.visibleProperty().not());
        foot.visibleProperty().bind(none.visibleProperty().not());
        text.visibleProperty().bind(none.visibleProperty().not());
        getChildren().addAll(none, head, text, foot);
    }

    /** Shows a plan's requests; null shows that there are none yet. */
    void show(@Nullable Plan plan) {
        requests = plan == null ? List.of() : plan.requests();
        index = Math.max(0, Math.min(index, requests.size() - 1));
        draw();
    }

    /** The text that shows a request: method and path, then the body laid out over lines. */
    static String textOf(PlannedRequest planned) {
        String head = planned.request().method() + ' ' + planned.request().path();
        return planned.masked().isEmpty() ? head : head + "\n\n" + JsonLayout.of(planned.masked());
    }

    private void draw() {
        none.setVisible(requests.isEmpty());
        if (requests.isEmpty()) {
            return;
        }
        PlannedRequest request = requests.get(index);
        position.setText(
                ui.texts()
                        .now(
                                "operation.request.position",
                                index + 1,
                                requests.size(),
                                request.targets().size()));
        previous.setDisable(index == 0);
        next.setDisable(index == requests.size() - 1);
        String laidOut = textOf(request);
        if (!laidOut.equals(text.getText())) {
            text.setText(laidOut);
            label(copyCurl, "operation.request.copyCurl");
            label(copyAll, "operation.request.copy");
        }
    }

    private void turn(Button button, Icons icon, String key, int step) {
        button.setGraphic(icon.node());
        button.getStyleClass().addAll("button-icon", "flat", "small");
        button.accessibleTextProperty().bind(ui.texts().text(key));
        button.setOnAction(e -> {
            index += step;
            draw();
        });
    }

    private void copy(Button button, String key, String styleClass) {
        button.setGraphic(Icons.COPY.node());
        button.getStyleClass().addAll("small", styleClass);
        label(button, key);
    }

    private void copied(Button button, String key, boolean plain) {
        PlannedRequest request = requests.get(index);
        ui.clipboard().copy(plain ? textOf(request) : request.curl());
        label(copyCurl, "operation.request.copyCurl");
        label(copyAll, "operation.request.copy");
        label(button, "operation.request.copied");
    }

    private void label(Button button, String key) {
        button.textProperty().bind(ui.texts().text(key));
    }
}
