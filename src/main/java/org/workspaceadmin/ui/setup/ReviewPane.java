package org.workspaceadmin.ui.setup;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Field;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.Subnet;
import org.workspaceadmin.model.Vpc;
import org.workspaceadmin.operation.Plan;
import org.workspaceadmin.operation.Plan.PlannedRequest;
import org.workspaceadmin.rules.Violation;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.JsonLayout;
import org.workspaceadmin.ui.common.ProblemPane;
import org.workspaceadmin.ui.common.Texts;

/** Everything in words, the exact request with the password masked, and what happens next. */
final class ReviewPane implements StepPane {
    private final VBox root = new VBox();
    private final SetupContext context;
    private final WizardViewModel model;
    private final Texts texts;
    private final GridPane words = new GridPane();
    private final VBox remarks = new VBox();
    private final TextArea request = new TextArea();
    private final Button copy = new Button();

    ReviewPane(SetupContext context, WizardViewModel model) {
        this.context = context;
        this.model = model;
        texts = context.ui().texts();
        root.getStyleClass().addAll("setup-step", "setup-inputs");
        words.getStyleClass().add("setup-words");
        words.setId("setup-words");
        remarks.getStyleClass().add("gap-8");
        request.setId("setup-request");
        request.setEditable(false);
        request.getStyleClass().addAll("mono", "request-text");
        request.setPrefRowCount(12);
        request.accessibleTextProperty().bind(texts.text("setup.review.request"));
        copy.setId("setup-request-copy");
        copy.getStyleClass().add("small");
        copy.setGraphic(Icons.COPY.node());
        copy.setOnAction(e -> copied());
        Label heading = heading("setup.review.request");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(heading, gap, copy);
        Label next = new Label();
        next.textProperty().bind(texts.text("setup.review.next"));
        next.setWrapText(true);
        next.setMinHeight(Region.USE_PREF_SIZE);
        next.setGraphic(Icons.INFO.node());
        ProblemPane problem = new ProblemPane(context.ui());
        model.problemProperty().subscribe(why -> problem.problemProperty().set(why));
        root.getChildren()
                .addAll(
                        heading("setup.review.words"),
                        words,
                        remarks,
                        problem,
                        next,
                        head,
                        request);
        model.planProperty().subscribe(this::draw);
        texts.languageProperty().subscribe(language -> draw(model.planProperty().get()));
    }

    private Label heading(String key) {
        Label label = new Label();
        label.textProperty().bind(texts.text(key));
        label.getStyleClass().add("text-strong");
        return label;
    }

    private void draw(@Nullable Plan plan) {
        words.getChildren().clear();
        remarks.getChildren().clear();
        copy.setText(texts.now("setup.review.copy"));
        if (plan == null) {
            request.clear();
            return;
        }
        int row = 0;
        DomainKind kind = model.form().kindProperty().get();
        if (kind != null) {
            row = add(row, texts.now("setup.word.kind"), texts.now("setup.kind." + kind.name()));
        }
        for (Field field : model.describe()) {
            String key = "setup.word." + field.path();
            if (texts.has(key)) {
                row = add(row, texts.now(key), value(field));
            }
        }
        for (Violation violation : plan.violations()) {
            Label remark =
                    new Label(
                            texts.now("rule." + violation.rule(), violation.arguments().toArray()));
            remark.setGraphic(Icons.ATTENTION.node());
            remark.getStyleClass()
                    .add(
                            violation.level() == Violation.Level.ERROR
                                    ? "text-danger"
                                    : "text-warning");
            remark.setWrapText(true);
            remarks.getChildren().add(remark);
        }
        for (Plan.Exclusion exclusion : plan.exclusions()) {
            Label remark = new Label(texts.now("setup.review.running", exclusion.detail()));
            remark.setGraphic(Icons.ATTENTION.node());
            remark.getStyleClass().add("text-danger");
            remark.setWrapText(true);
            remarks.getChildren().add(remark);
        }
        request.setText(plan.requests().isEmpty() ? "" : text(plan.requests().getFirst()));
    }

    private int add(int row, String name, String value) {
        Label left = new Label(name);
        left.getStyleClass().add("text-muted");
        left.setMinWidth(Region.USE_PREF_SIZE);
        Label right = new Label(value);
        right.setWrapText(true);
        words.addRow(row, left, right);
        return row + 1;
    }

    private String value(Field field) {
        return switch (field.path()) {
            case "access_mode" -> texts.now("setup.access." + field.value());
            case "vpc_id" -> vpc(field.value());
            case "subnet_ids" -> subnets(field.value());
            case "use_ldaps" -> texts.now("setup.word.yes");
            default -> field.value();
        };
    }

    private String vpc(String id) {
        return model.network().vpcs().items().stream()
                .filter(v -> v.id().equals(id))
                .map(Vpc::name)
                .findFirst()
                .orElse(id);
    }

    private String subnets(String ids) {
        StringBuilder names = new StringBuilder();
        for (String id : ids.split(", ")) {
            names.append(names.isEmpty() ? "" : ", ")
                    .append(
                            model.network().subnets().items().stream()
                                    .filter(s -> s.id().equals(id))
                                    .map(s -> Subnet.class.cast(s).name() + " (" + s.cidr() + ")")
                                    .findFirst()
                                    .orElse(id));
        }
        return names.toString();
    }

    private static String text(PlannedRequest planned) {
        return planned.request().method()
                + ' '
                + planned.request().path()
                + "\n\n"
                + JsonLayout.of(planned.masked());
    }

    private void copied() {
        context.ui().clipboard().copy(request.getText());
        copy.setText(texts.now("setup.review.copied"));
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void focus() {
        request.requestFocus();
    }

    /** v1.0 tells its state nowhere, so the way on differs. */
    static String nextKey(Generation generation) {
        return "setup.progress." + generation.name();
    }
}
