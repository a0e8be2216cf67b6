package org.workspaceadmin.ui.setup;

import java.time.Duration;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.rules.domain.DomainField;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.ui.common.ProblemText;
import org.workspaceadmin.ui.common.Texts;

/** What users type at sign-in; the service is asked whether it is free, a moment after typing. */
final class EnterpriseIdInput extends VBox {
    private static final Duration REST = Duration.ofMillis(400);

    private final SetupContext context;
    private final RuleField<?> rules;
    private final TextField input = new TextField();
    private final Label free = new Label();
    private Timer.@Nullable Cancel waiting;
    private @Nullable Work<?> asking;

    EnterpriseIdInput(SetupContext context, WizardViewModel model) {
        this.context = context;
        rules = model.field(DomainField.ENTERPRISE_ID);
        Texts texts = context.ui().texts();
        getStyleClass().add("field-block");
        Label name = new Label();
        name.textProperty().bind(texts.text("setup.field.ENTERPRISE_ID"));
        name.getStyleClass().add("field-name");
        name.setLabelFor(input);
        input.setId("setup-ENTERPRISE_ID");
        input.setMaxWidth(420);
        input.promptTextProperty().bind(texts.text("setup.enterpriseId.prompt"));
        input.textProperty().bindBidirectional(model.form().enterpriseIdProperty());
        input.focusedProperty()
                .subscribe((was, is) -> {
                    if (was && !is) {
                        rules.left();
                    }
                });
        free.setId("setup-enterprise-free");
        free.getStyleClass().addAll("text-small", "text-muted");
        free.setWrapText(true);
        free.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(name, input, free, new FaultLabel(texts, rules));
        input.textProperty().subscribe(this::typed);
    }

    private void typed(String id) {
        Timer.Cancel before = waiting;
        if (before != null) {
            before.cancel();
        }
        Work<?> running = asking;
        if (running != null) {
            running.cancel();
        }
        free.setText("");
        if (id.isEmpty() || rules.blocks()) {
            return;
        }
        waiting = context.ui().timer().after(REST, () -> context.ui().ui().execute(() -> ask(id)));
    }

    private void ask(String id) {
        if (!id.equals(input.getText())) {
            return;
        }
        Texts texts = context.ui().texts();
        asking =
                context.reading()
                        .enterpriseIdUsed(id)
                        .then(
                                context.ui().ui(),
                                used ->
                                        free.setText(
                                                texts.now(
                                                        used
                                                                ? "setup.enterpriseId.used"
                                                                : "setup.enterpriseId.free")),
                                failure -> {
                                    Problem why = ProblemText.problemOf(failure);
                                    free.setText(
                                            texts.now(
                                                    "setup.enterpriseId.unknown",
                                                    ProblemText.of(texts.messages(), why).title()));
                                });
    }
}
