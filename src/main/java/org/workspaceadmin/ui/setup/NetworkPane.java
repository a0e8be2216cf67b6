package org.workspaceadmin.ui.setup;

import java.util.List;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.model.AvailabilityZone;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.Vpc;
import org.workspaceadmin.rules.domain.DomainField;
import org.workspaceadmin.ui.common.Texts;

/** VPC, subnets, the way in, and what users type at sign-in. */
final class NetworkPane implements StepPane {
    private static final List<String> MODES = List.of("INTERNET", "DEDICATED", "BOTH");

    private final VBox root = new VBox();
    private final SetupContext context;
    private final WizardViewModel model;
    private final NetworkViewModel network;
    private final SetupForm form;
    private final Texts texts;
    private final ComboBox<Vpc> vpc = new ComboBox<>();
    private final TextField vpcId = new TextField();
    private final SubnetTable subnets;
    private final ToggleGroup modes = new ToggleGroup();

    NetworkPane(SetupContext context, WizardViewModel model) {
        this.context = context;
        this.model = model;
        network = model.network();
        form = model.form();
        texts = context.ui().texts();
        subnets = new SubnetTable(context.ui(), model);
        root.getStyleClass().addAll("setup-step", "setup-inputs");
        root.getChildren().addAll(vpc(), subnets, access());
        if (form.generation() == Generation.V1) {
            root.getChildren().add(zone());
        } else {
            root.getChildren().add(new EnterpriseIdInput(context, model));
        }
    }

    private VBox vpc() {
        vpc.setId("setup-vpc");
        vpc.setMaxWidth(420);
        vpc.setItems(network.vpcs().items());
        vpc.setConverter(new VpcText());
        vpc.promptTextProperty()
                .bind(
                        texts.of(
                                () ->
                                        texts.now(
                                                "setup.list."
                                                        + network.vpcs()
                                                                .stateProperty()
                                                                .get()
                                                                .name()),
                                network.vpcs().stateProperty()));
        vpc.valueProperty()
                .subscribe(chosen -> {
                    if (chosen != null && !chosen.id().equals(form.vpcIdProperty().get())) {
                        form.subnetIds().clear();
                        form.vpcIdProperty().set(chosen.id());
                    }
                });
        network.vpcs().stateProperty().subscribe(state -> select());
        vpcId.setId("setup-VPC");
        vpcId.setMaxWidth(420);
        vpcId.promptTextProperty().bind(texts.text("setup.vpc.id"));
        vpcId.accessibleTextProperty().bind(texts.text("setup.vpc.id"));
        vpcId.textProperty().bindBidirectional(form.vpcIdProperty());
        vpcId.setOnAction(e -> network.vpcTyped());
        vpcId.focusedProperty()
                .subscribe((was, is) -> {
                    if (was && !is) {
                        model.field(DomainField.VPC).left();
                        if (network.subnets().stateProperty().get() == Choices.State.IDLE) {
                            network.vpcTyped();
                        }
                    }
                });
        // Free text is the way on where the list cannot be had.
        vpcId.visibleProperty()
                .bind(
                        network.vpcs()
                                .stateProperty()
                                .isEqualTo(Choices.State.FAILED)
                                .or(
                                        network.vpcs()
                                                .stateProperty()
                                                .isEqualTo(Choices.State.LOADED)
                                                .and(Bindings.isEmpty(network.vpcs().items()))));
        vpcId.managedProperty().bind(vpcId.visibleProperty());
        vpc.visibleProperty().bind(vpcId.visibleProperty().not());
        vpc.managedProperty().bind(vpc.visibleProperty());
        VBox block = block("setup.field.VPC", vpc, DomainField.VPC);
        block.getChildren().add(2, vpcId);
        block.getChildren().add(new ListTrouble(context.ui(), network.vpcs(), "setup.vpc.failed"));
        return block;
    }

    private void select() {
        Vpc now =
                network.vpcs().items().stream()
                        .filter(v -> v.id().equals(form.vpcIdProperty().get()))
                        .findFirst()
                        .orElse(null);
        if (!Objects.equals(now, vpc.getValue())) {
            vpc.setValue(now);
        }
    }

    private VBox access() {
        VBox choices = new VBox();
        choices.getStyleClass().add("gap-8");
        for (String mode : MODES) {
            RadioButton choice = new RadioButton();
            choice.setId("setup-access-" + mode);
            choice.setUserData(mode);
            choice.textProperty().bind(texts.text("setup.access." + mode));
            choice.setToggleGroup(modes);
            choice.setWrapText(true);
            choice.setOnAction(e -> form.accessModeProperty().set(mode));
            form.accessModeProperty().subscribe(now -> choice.setSelected(mode.equals(now)));
            choices.getChildren().add(choice);
        }
        VBox block = new VBox();
        Label name = name("setup.field.ACCESS_MODE");
        block.getStyleClass().add("field-block");
        block.getChildren().addAll(name, choices, fault(DomainField.ACCESS_MODE));
        if (form.generation() == Generation.V2) {
            TextField ranges = new TextField();
            ranges.setId("setup-dedicated");
            ranges.setMaxWidth(420);
            ranges.setPromptText("10.1.0.0/16;10.2.0.0/16");
            ranges.textProperty().bindBidirectional(form.dedicatedSubnetsProperty());
            ranges.accessibleTextProperty().bind(texts.text("setup.dedicated"));
            ranges.focusedProperty()
                    .subscribe((was, is) -> {
                        if (was && !is) {
                            model.field(DomainField.DEDICATED).left();
                        }
                    });
            VBox inner = block("setup.dedicated", ranges, DomainField.DEDICATED);
            VBox.setMargin(inner, new Insets(8, 0, 0, 0));
            inner.visibleProperty()
                    .bind(
                            form.accessModeProperty()
                                    .isEqualTo("DEDICATED")
                                    .or(form.accessModeProperty().isEqualTo("BOTH")));
            inner.managedProperty().bind(inner.visibleProperty());
            block.getChildren().add(inner);
        }
        return block;
    }

    private VBox zone() {
        ComboBox<AvailabilityZone> box = new ComboBox<>(network.zones().items());
        box.setId("setup-zone");
        box.setMaxWidth(420);
        box.promptTextProperty().bind(texts.text("setup.zone.any"));
        box.setConverter(new ZoneText());
        // A zone the list does not name can be typed.
        box.setEditable(true);
        box.valueProperty()
                .subscribe(zone -> form.zoneProperty().set(zone == null ? "" : zone.code()));
        box.getEditor()
                .focusedProperty()
                .subscribe((was, is) -> {
                    if (was && !is) {
                        box.commitValue();
                    }
                });
        String before = form.zoneProperty().get();
        if (!before.isEmpty()) {
            box.setValue(typed(before));
        }
        VBox block = new VBox(name("setup.zone"), box);
        block.getStyleClass().add("field-block");
        return block;
    }

    private VBox block(String nameKey, Node input, DomainField field) {
        VBox block = new VBox(name(nameKey), input, fault(field));
        block.getStyleClass().add("field-block");
        return block;
    }

    private Label name(String key) {
        Label name = new Label();
        name.textProperty().bind(texts.text(key));
        name.getStyleClass().add("field-name");
        return name;
    }

    private Label fault(DomainField field) {
        return new FaultLabel(texts, model.field(field));
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void focus() {
        (vpc.isVisible() ? vpc : vpcId).requestFocus();
    }

    @Override
    public void focus(DomainField field) {
        switch (field) {
            case SUBNETS -> subnets.enter();
            case ACCESS_MODE -> ((Node) modes.getToggles().getFirst()).requestFocus();
            case ENTERPRISE_ID -> enter("#setup-ENTERPRISE_ID");
            case DEDICATED -> enter("#setup-dedicated");
            default -> focus();
        }
    }

    private void enter(String id) {
        Node input = root.lookup(id);
        if (input != null) {
            input.requestFocus();
        }
    }

    private static final class VpcText extends StringConverter<Vpc> {
        @Override
        public String toString(@Nullable Vpc vpc) {
            return vpc == null
                    ? ""
                    : vpc.cidr().isEmpty() ? vpc.name() : vpc.name() + "  ·  " + vpc.cidr();
        }

        @Override
        public Vpc fromString(String text) {
            throw new UnsupportedOperationException("VPCs are chosen, not typed");
        }
    }

    private static AvailabilityZone typed(String code) {
        return new AvailabilityZone(code, "", "", "", true, false, List.of(), List.of());
    }

    private final class ZoneText extends StringConverter<AvailabilityZone> {
        @Override
        public String toString(@Nullable AvailabilityZone zone) {
            if (zone == null) {
                return "";
            }
            boolean chinese = texts.languageProperty().get() == Language.CHINESE;
            String name = chinese ? zone.chineseName() : zone.englishName();
            return name.isEmpty() ? zone.code() : name + "  ·  " + zone.code();
        }

        @Override
        public @Nullable AvailabilityZone fromString(String text) {
            String wanted = text.strip();
            if (wanted.isEmpty()) {
                return null;
            }
            return network.zones().items().stream()
                    .filter(zone -> toString(zone).equals(wanted) || zone.code().equals(wanted))
                    .findFirst()
                    .orElseGet(() -> typed(wanted));
        }
    }
}
