package org.workspaceadmin.ui.setup;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.rules.domain.DomainField;
import org.workspaceadmin.ui.common.Texts;

/** The domain, its administrator and its controllers, with the rules of the input one is in. */
final class DomainPane implements StepPane {
    private final WizardViewModel model;
    private final HBox root = new HBox();
    private final DomainInputs inputs;
    private final RuleList rules;
    private Subscription following = Subscription.EMPTY;
    private @Nullable RuleInput current;

    DomainPane(SetupContext context, WizardViewModel model) {
        this.model = model;
        Texts texts = context.ui().texts();
        rules = new RuleList(texts);
        inputs = new DomainInputs(context, model.form(), model.fields(), this::follow);
        root.getStyleClass().add("setup-domain");
        // The rules stay in sight however far down the input is.
        ScrollPane scroll = new ScrollPane(inputs);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("wizard-content");
        HBox.setHgrow(scroll, Priority.ALWAYS);
        rules.setMaxHeight(Region.USE_PREF_SIZE);
        root.getChildren().addAll(scroll, rules);
        model.form().kindProperty().subscribe(kind -> follow(null));
        texts.languageProperty().subscribe(language -> follow(current));
    }

    private void follow(@Nullable RuleInput input) {
        following.unsubscribe();
        following = Subscription.EMPTY;
        current = input;
        rules.setVisible(input != null);
        if (input != null) {
            following =
                    input.rules()
                            .linesProperty()
                            .subscribe(lines -> rules.show(input.name(), lines));
        }
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void focus() {
        for (DomainField field : model.fields(SetupStep.DOMAIN)) {
            if (model.field(field).blocks()) {
                focus(field);
                return;
            }
        }
        focus(DomainField.NAME);
    }

    @Override
    public void focus(DomainField field) {
        RuleInput input = inputs.of(field);
        if (input != null) {
            input.enter();
        }
    }
}
