package org.workspaceadmin.ui.setup;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.rules.domain.DomainField;
import org.workspaceadmin.ui.common.Texts;

/** The domain, its administrator and its controllers, with the rules of the input one is in. */
final class DomainPane implements StepPane {
    private final WizardViewModel model;
    private final SetupContext context;
    private final Texts texts;
    private final HBox root = new HBox();
    private final VBox inputs = new VBox();
    private final RuleList rules;
    private final Map<DomainField, RuleInput> byField = new EnumMap<>(DomainField.class);
    private Subscription following = Subscription.EMPTY;
    private @Nullable RuleInput current;

    DomainPane(SetupContext context, WizardViewModel model) {
        this.context = context;
        this.model = model;
        texts = context.ui().texts();
        rules = new RuleList(texts);
        root.getStyleClass().add("setup-domain");
        inputs.getStyleClass().add("setup-inputs");
        // The rules stay in sight however far down the input is.
        ScrollPane scroll = new ScrollPane(inputs);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("wizard-content");
        HBox.setHgrow(scroll, Priority.ALWAYS);
        rules.setMaxHeight(Region.USE_PREF_SIZE);
        root.getChildren().addAll(scroll, rules);
        model.form().kindProperty().subscribe(kind -> build());
        texts.languageProperty().subscribe(language -> follow(current));
    }

    private void build() {
        byField.clear();
        List<Node> rows = new ArrayList<>();
        for (DomainField field : model.fields(SetupStep.DOMAIN)) {
            rows.add(input(field));
        }
        if (!context.unreadableLists().isEmpty()) {
            Label lists = new Label();
            lists.setId("setup-lists-unreadable");
            lists.textProperty()
                    .bind(
                            texts.text(
                                    "setup.lists.unreadable",
                                    String.join(", ", context.unreadableLists())));
            lists.setWrapText(true);
            lists.setMinHeight(Region.USE_PREF_SIZE);
            lists.getStyleClass().addAll("text-small", "text-warning");
            rows.add(rows.size() < 3 ? rows.size() : 3, lists);
        }
        boolean company = model.form().kindProperty().get() == DomainKind.COMPANY;
        inputs.getChildren().setAll(company ? company(rows) : rows);
        current = null;
        rules.setVisible(false);
    }

    /** Active beside standby, so that what belongs together is seen together. */
    private List<Node> company(List<Node> rows) {
        int first = context.unreadableLists().isEmpty() ? 3 : 4;
        List<Node> all = new ArrayList<>(rows.subList(0, first));
        int each = (rows.size() - first) / 2;
        VBox active = column("setup.controller.active", rows.subList(first, first + each));
        VBox standby = column("setup.controller.standby", rows.subList(first + each, rows.size()));
        HBox pair = new HBox(active, standby);
        pair.getStyleClass().add("setup-pair");
        all.add(pair);
        if (model.form().generation() == Generation.V2) {
            all.add(new LdapsPane(context, model.form()));
            CheckBox delete = new CheckBox();
            delete.setId("setup-delete-computers");
            delete.textProperty().bind(texts.text("setup.deleteComputers"));
            delete.setWrapText(true);
            delete.selectedProperty().bindBidirectional(model.form().deleteComputersProperty());
            all.add(delete);
        }
        return all;
    }

    private VBox column(String titleKey, List<Node> rows) {
        Label title = new Label();
        title.textProperty().bind(texts.text(titleKey));
        title.getStyleClass().add("text-strong");
        VBox column = new VBox(title);
        column.getChildren().addAll(rows);
        column.getStyleClass().add("setup-inputs");
        HBox.setHgrow(column, Priority.ALWAYS);
        column.setPrefWidth(0);
        return column;
    }

    private RuleInput input(DomainField field) {
        StringProperty value = value(field);
        TextField typed = new TextField();
        Node shown = typed;
        if (field == DomainField.PASSWORD) {
            SecretInput secret = new SecretInput(texts);
            typed = secret.field();
            shown = secret;
        }
        RuleInput row =
                new RuleInput(
                        texts,
                        "setup.field." + field.name(),
                        typed,
                        shown,
                        value,
                        model.field(field),
                        this::follow);
        byField.put(field, row);
        return row;
    }

    private StringProperty value(DomainField field) {
        SetupForm form = model.form();
        return switch (field) {
            case NAME -> form.domainNameProperty();
            case ACCOUNT -> form.accountProperty();
            case PASSWORD -> form.passwordProperty();
            case ACTIVE_IP -> form.activeIpProperty();
            case ACTIVE_NAME -> form.activeNameProperty();
            case ACTIVE_DNS -> form.activeDnsProperty();
            case STANDBY_IP -> form.standbyIpProperty();
            case STANDBY_NAME -> form.standbyNameProperty();
            case STANDBY_DNS -> form.standbyDnsProperty();
            default -> throw new IllegalArgumentException(field.name());
        };
    }

    private void follow(@Nullable RuleInput input) {
        following.unsubscribe();
        following = Subscription.EMPTY;
        current = input;
        if (input != null) {
            rules.setVisible(true);
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
        RuleInput input = byField.get(field);
        if (input != null) {
            input.enter();
        }
    }
}
