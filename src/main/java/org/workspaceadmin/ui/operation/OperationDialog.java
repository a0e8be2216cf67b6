package org.workspaceadmin.ui.operation;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.workspaceadmin.operation.Plan;
import org.workspaceadmin.rules.Violation;
import org.workspaceadmin.ui.common.GuardBand;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.ProblemPane;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.UiContext;

/**
 * The frame of every operation dialog: title as a sentence, fields and consequences on the left,
 * who is affected and the requests on the right, typed confirmation and buttons below.
 */
final class OperationDialog extends VBox {
    private static final double WIDTH = 920;
    private static final double LEFT = 424;

    private final OperationViewModel model;
    private final Texts texts;
    private final Form form;
    private final WhoPane who;
    private final ConsequenceList consequences;
    private final Label title = new Label();
    private final Label general = new Label();
    private final HBox confirmation = new HBox();
    private final Label confirmLabel = new Label();
    private final TextField confirm = new TextField();
    private final Label blocker = new Label();
    private final Button cancel = new Button();
    private final Button primary = new Button();
    private final Runnable onClose;
    private final TextField reason = new TextField();
    private final Label permissions = new Label();
    private Subscription subscriptions = Subscription.EMPTY;

    OperationDialog(OperationViewModel model, Form form, UiContext ui, Runnable onClose) {
        this.model = model;
        this.form = form;
        this.onClose = onClose;
        texts = ui.texts();
        who = new WhoPane(model, ui);
        consequences = new ConsequenceList(texts);
        getStyleClass().add("operation-dialog");
        setMaxSize(WIDTH, USE_PREF_SIZE);
        setPrefWidth(WIDTH);
        setAccessibleRole(AccessibleRole.DIALOG);
        ProblemPane problem = new ProblemPane(ui);
        problem.problemProperty().bind(model.problemProperty());
        problem.getStyleClass().add("submit-problem");
        HBox body = new HBox(left(), who);
        body.getStyleClass().add("dialog-body");
        HBox.setHgrow(who, Priority.ALWAYS);
        // What is hidden on another tab must not make the dialog taller than the window.
        who.setMinHeight(0);
        body.setMinHeight(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(header(), new GuardBand(model.guard(), ui), problem, body, footer());
        addEventFilter(KeyEvent.KEY_PRESSED, this::keepEnterSafe);
    }

    /** Starts the view model and shows it. */
    void start() {
        subscriptions =
                Subscription.combine(
                        model.revisionProperty().subscribe((was, is) -> draw()),
                        texts.languageProperty().subscribe((was, is) -> draw()));
        model.start();
        draw();
    }

    /** Ends the view model. */
    void stop() {
        subscriptions.unsubscribe();
        model.stop();
    }

    /** What gets the focus first: a field, else the safe button. */
    Node first() {
        Optional<Node> field = form.first();
        return field.orElse(model.destructive() ? cancel : primary);
    }

    /** Closes unless the intent is being written down. */
    void escape() {
        if (!model.submittingProperty().get()) {
            onClose.run();
        }
    }

    private HBox header() {
        FontIcon icon =
                switch (model.kind()) {
                    case REJOIN_DOMAIN -> Icons.REJOIN.node();
                    case UPDATE_SIDS -> Icons.SIDS.node();
                    case CHANGE_USER_NAME -> Icons.CHANGE_USER.node();
                    case REBUILD -> Icons.REBUILD.node();
                    case LOG_OFF -> Icons.LOG_OFF.node();
                    case NOTIFY -> Icons.MESSAGE.node();
                    case MAINTENANCE -> Icons.MAINTENANCE.node();
                    case RENAME -> Icons.RENAME.node();
                    default -> Icons.POWER.node();
                };
        icon.getStyleClass().add("dialog-icon");
        title.getStyleClass().addAll("text-title", "dialog-title");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        Button close = new Button();
        close.setGraphic(Icons.CLOSE.node());
        close.getStyleClass().addAll("button-icon", "flat", "dialog-close");
        close.accessibleTextProperty().bind(texts.text("operation.close"));
        close.setOnAction(e -> escape());
        close.setFocusTraversable(false);
        HBox header = new HBox(icon, title, close);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("dialog-header");
        return header;
    }

    private ScrollPane left() {
        general.setWrapText(true);
        general.getStyleClass().addAll("dialog-general", "field-message");
        general.managedProperty().bind(general.visibleProperty());
        general.setVisible(false);
        reason.textProperty().bindBidirectional(model.reasonProperty());
        reason.getStyleClass().add("operation-reason");
        FieldBox why = new FieldBox(texts, "operation.reason", reason);
        why.setMinHeight(USE_PREF_SIZE);
        permissions.getStyleClass().addAll("text-muted", "text-small", "operation-permissions");
        permissions.setWrapText(true);
        permissions.setMinHeight(USE_PREF_SIZE);
        permissions.managedProperty().bind(permissions.visibleProperty());
        VBox left = new VBox(form.root(), why, general, consequences, permissions);
        left.getStyleClass().add("dialog-left");
        left.setMinWidth(0);
        // lists give way first; only when nothing is left to give, the fields scroll
        ScrollPane scroll = new ScrollPane(left);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("dialog-scroll");
        scroll.setPrefWidth(LEFT);
        scroll.setMinWidth(LEFT);
        scroll.setMaxWidth(LEFT);
        scroll.setMinHeight(0);
        return scroll;
    }

    private HBox footer() {
        confirmLabel.setLabelFor(confirm);
        confirmLabel.setMinWidth(Region.USE_PREF_SIZE);
        confirm.textProperty().bindBidirectional(model.confirmationProperty());
        confirm.setPrefWidth(128);
        confirm.setMinWidth(96);
        confirm.getStyleClass().add("operation-confirm");
        confirmation.getChildren().addAll(confirmLabel, confirm);
        confirmation.setAlignment(Pos.CENTER_LEFT);
        confirmation.getStyleClass().add("gap-8");
        confirmation.managedProperty().bind(confirmation.visibleProperty());
        blocker.getStyleClass().addAll("text-muted", "text-small", "operation-blocker");
        HBox.setHgrow(blocker, Priority.ALWAYS);
        blocker.setMaxWidth(Double.MAX_VALUE);
        blocker.setAlignment(Pos.CENTER_RIGHT);
        cancel.textProperty().bind(texts.text("operation.cancel"));
        cancel.getStyleClass().add("operation-cancel");
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(e -> escape());
        primary.getStyleClass().add("operation-submit");
        primary.setMinWidth(Region.USE_PREF_SIZE);
        primary.setOnAction(e -> model.submit());
        HBox footer = new HBox(confirmation, blocker, cancel, primary);
        footer.setAlignment(Pos.CENTER_LEFT);
        footer.getStyleClass().add("dialog-footer");
        return footer;
    }

    private void draw() {
        int count = model.count();
        String sentence = Sentences.of(texts, model.title(count));
        title.setText(sentence);
        setAccessibleText(sentence);
        form.draw();
        who.draw();
        Plan plan = model.planProperty().get();
        consequences.show(
                plan == null
                        ? List.of()
                        : model.happens(
                                plan, at -> texts.messages().exact(at, ZoneId.systemDefault())));
        drawPermissions(plan);
        reason.setPromptText(
                texts.now(
                        model.reasonNeeded()
                                ? "operation.reason.needed"
                                : "operation.reason.prompt"));
        drawGeneral();
        drawFooter(count);
    }

    private void drawPermissions(@Nullable Plan plan) {
        List<String> actions = plan == null ? List.of() : plan.permissions();
        permissions.setVisible(!actions.isEmpty());
        permissions.setText(
                actions.isEmpty()
                        ? ""
                        : texts.now("operation.permissions", String.join(", ", actions)));
    }

    private void drawGeneral() {
        List<String> lines = new ArrayList<>();
        for (Violation violation : model.general()) {
            lines.add(Sentences.of(texts, violation));
        }
        general.setVisible(!lines.isEmpty());
        general.setText(String.join("\n", lines));
        general.setGraphic(lines.isEmpty() ? null : Icons.ATTENTION.node());
    }

    private void drawFooter(int count) {
        boolean destructive = model.destructive();
        String wanted = model.wanted();
        confirmation.setVisible(!wanted.isEmpty());
        confirmLabel.setText(
                texts.now(
                        count == 1 ? "operation.confirm.name" : "operation.confirm.count", wanted));
        primary.setText(Sentences.of(texts, model.action(count)));
        dress(primary, "danger", destructive);
        dress(primary, "accent", !destructive);
        primary.setDefaultButton(!destructive);
        cancel.setDefaultButton(destructive);
        Line why = model.blockerProperty().get();
        // what only has to be typed is said by the label of its field
        boolean typed = why != null && why.key().equals("operation.blocker.confirm");
        blocker.setText(why == null || typed ? "" : Sentences.of(texts, why));
        boolean fields = why != null && why.key().equals("operation.blocker.fields");
        primary.setDisable(why != null && !fields);
    }

    /** While Cancel is the default button, Enter inside a field must not throw everything away. */
    private void keepEnterSafe(KeyEvent event) {
        if (event.getCode() != KeyCode.ENTER
                || !model.destructive()
                || !(event.getTarget() instanceof TextInputControl input)
                || !(input instanceof TextField)) {
            return;
        }
        event.consume();
        if (input.equals(confirm) && !primary.isDisabled()) {
            primary.requestFocus();
        }
    }

    private static void dress(Node node, @Nullable String styleClass, boolean worn) {
        node.getStyleClass().remove(styleClass);
        if (worn) {
            node.getStyleClass().add(styleClass);
        }
    }
}
