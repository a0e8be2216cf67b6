package org.workspaceadmin.ui.setup;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.rules.domain.DomainField;
import org.workspaceadmin.ui.common.Texts;

/** The inputs of a domain: its name, its administrator, and its controllers side by side. */
final class DomainInputs extends VBox {
    private final SetupContext context;
    private final SetupForm form;
    private final SetupFields fields;
    private final Texts texts;
    private final Consumer<RuleInput> entered;
    private final For purpose;
    private final Map<DomainField, RuleInput> byField = new EnumMap<>(DomainField.class);

    /** What is done with what is typed. */
    enum For {
        /** It is sent to the service. */
        SERVICE,
        /** The directory is checked with it. */
        CHECK
    }

    /** Inputs for the service. */
    DomainInputs(
            SetupContext context, SetupForm form, SetupFields fields, Consumer<RuleInput> entered) {
        this(context, form, fields, entered, For.SERVICE);
    }

    /**
     * Inputs that follow the kind of domain.
     *
     * @param context what they work with
     * @param form what is typed
     * @param fields its rules
     * @param entered hears which one the operator is in
     * @param purpose leaves out what does not matter for it
     */
    DomainInputs(
            SetupContext context,
            SetupForm form,
            SetupFields fields,
            Consumer<RuleInput> entered,
            For purpose) {
        this.context = context;
        this.form = form;
        this.fields = fields;
        this.entered = entered;
        this.purpose = purpose;
        texts = context.ui().texts();
        getStyleClass().add("setup-inputs");
        form.kindProperty().subscribe(kind -> build());
    }

    /** One of them, null where the kind of domain has none. */
    @Nullable RuleInput of(DomainField field) {
        return byField.get(field);
    }

    private void build() {
        byField.values().forEach(RuleInput::close);
        byField.clear();
        List<Node> rows = new ArrayList<>();
        for (DomainField field : fields.of(SetupStep.DOMAIN)) {
            rows.add(input(field));
        }
        if (!context.unreadableLists().isEmpty()) {
            rows.add(Math.min(rows.size(), 3), unreadableLists());
        }
        getChildren()
                .setAll(form.kindProperty().get() == DomainKind.COMPANY ? company(rows) : rows);
    }

    private Label unreadableLists() {
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
        return lists;
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
        if (form.generation() == Generation.V2) {
            all.add(new LdapsPane(context, form));
        }
        if (form.generation() == Generation.V2 && purpose == For.SERVICE) {
            CheckBox delete = new CheckBox();
            delete.setId("setup-delete-computers");
            delete.textProperty().bind(texts.text("setup.deleteComputers"));
            delete.setWrapText(true);
            delete.selectedProperty().bindBidirectional(form.deleteComputersProperty());
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
                        value(field),
                        fields.of(field),
                        entered);
        byField.put(field, row);
        return row;
    }

    private StringProperty value(DomainField field) {
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
}
