package org.workspaceadmin.ui.setup;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.workspaceadmin.model.Subnet;
import org.workspaceadmin.rules.domain.DomainField;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.UiContext;

/**
 * The subnets of the chosen VPC, with range, free addresses and DHCP; several can be chosen. What
 * speaks against one stands beside it. Free text where the list cannot be had.
 */
final class SubnetTable extends VBox {
    private static final double NAME_WIDTH = 240;

    private final Texts texts;
    private final SetupForm form;
    private final NetworkViewModel network;
    private final GridPane grid = new GridPane();
    private final TextField ids = new TextField();

    SubnetTable(UiContext ui, WizardViewModel model) {
        texts = ui.texts();
        form = model.form();
        network = model.network();
        getStyleClass().add("field-block");
        Label name = new Label();
        name.textProperty().bind(texts.text("setup.field.SUBNETS"));
        name.getStyleClass().add("field-name");
        Label state = new Label();
        state.getStyleClass().addAll("text-small", "text-muted");
        state.textProperty()
                .bind(
                        texts.of(
                                () ->
                                        texts.now(
                                                "setup.subnets."
                                                        + network.subnets()
                                                                .stateProperty()
                                                                .get()
                                                                .name()),
                                network.subnets().stateProperty()));
        state.visibleProperty().bind(Bindings.isEmpty(network.subnets().items()));
        state.managedProperty().bind(state.visibleProperty());
        grid.getStyleClass().add("subnet-grid");
        ids.setId("setup-SUBNETS");
        ids.setMaxWidth(420);
        ids.promptTextProperty().bind(texts.text("setup.subnets.ids"));
        ids.accessibleTextProperty().bind(texts.text("setup.subnets.ids"));
        ids.visibleProperty()
                .bind(network.subnets().stateProperty().isEqualTo(Choices.State.FAILED));
        ids.managedProperty().bind(ids.visibleProperty());
        ids.focusedProperty()
                .subscribe((was, is) -> {
                    if (was && !is) {
                        take();
                    }
                });
        ids.setOnAction(e -> take());
        getChildren()
                .addAll(
                        name,
                        state,
                        grid,
                        ids,
                        new FaultLabel(texts, model.field(DomainField.SUBNETS)),
                        new ListTrouble(ui, network.subnets(), "setup.subnets.failed"));
        network.subnets().items().addListener((ListChangeListener<Subnet>) change -> draw());
        network.troublesProperty().subscribe(troubles -> draw());
        network.freeProperty()
                .subscribe(free ->
                        free.forEach((id, number) -> {
                            // In place: redrawing would take the focus from a box.
                            if (grid.lookup("#subnet-free-" + id) instanceof Label label) {
                                label.setText(texts.now("setup.subnet.free", number));
                            }
                        }));
        texts.languageProperty().subscribe(language -> draw());
    }

    /** Puts the focus on the first subnet. */
    void enter() {
        grid.getChildren().stream()
                .filter(CheckBox.class::isInstance)
                .findFirst()
                .ifPresentOrElse(javafx.scene.Node::requestFocus, ids::requestFocus);
    }

    /** Ids typed by hand, apart by commas or blanks. */
    private void take() {
        List<String> typed =
                java.util.Arrays.stream(ids.getText().split("[,;\\s]+"))
                        .filter(id -> !id.isEmpty())
                        .toList();
        form.subnetIds().setAll(typed);
    }

    private void draw() {
        grid.getChildren().clear();
        Map<String, List<NetworkViewModel.Trouble>> troubles = network.troublesProperty().get();
        int row = 0;
        for (Subnet subnet : network.subnets().items()) {
            grid.addRow(row, box(subnet), range(subnet), free(subnet), dhcp(subnet));
            row++;
            List<NetworkViewModel.Trouble> own = troubles.getOrDefault(subnet.id(), List.of());
            if (!own.isEmpty()) {
                Label trouble =
                        new Label(
                                own.stream()
                                        .map(t -> texts.now("setup.subnet." + t.name()))
                                        .collect(Collectors.joining(" ")));
                trouble.setGraphic(Icons.ATTENTION.node());
                trouble.getStyleClass().addAll("text-small", "text-danger");
                trouble.setId("subnet-trouble-" + subnet.id());
                trouble.setWrapText(true);
                trouble.setMinHeight(Region.USE_PREF_SIZE);
                grid.add(trouble, 0, row, 4, 1);
                row++;
            }
        }
        List<String> gone =
                troubles.entrySet().stream()
                        .filter(e -> e.getValue().contains(NetworkViewModel.Trouble.VANISHED))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList();
        if (!gone.isEmpty()) {
            Label trouble = new Label(texts.now("setup.subnet.VANISHED", String.join(", ", gone)));
            trouble.setGraphic(Icons.ATTENTION.node());
            trouble.getStyleClass().addAll("text-small", "text-danger");
            trouble.setId("subnet-vanished");
            trouble.setWrapText(true);
            trouble.setMinHeight(Region.USE_PREF_SIZE);
            grid.add(trouble, 0, row, 4, 1);
        }
    }

    private CheckBox box(Subnet subnet) {
        CheckBox box = new CheckBox(subnet.name());
        box.setId("subnet-" + subnet.id());
        box.setMnemonicParsing(false);
        box.setSelected(form.subnetIds().contains(subnet.id()));
        box.setOnAction(e -> {
            if (box.isSelected()) {
                form.subnetIds().removeIf(this::vanished);
                form.subnetIds().add(subnet.id());
            } else {
                form.subnetIds().remove(subnet.id());
            }
        });
        box.setMinWidth(NAME_WIDTH);
        return box;
    }

    private boolean vanished(String id) {
        return network.subnets().items().stream().noneMatch(s -> s.id().equals(id));
    }

    private static Label range(Subnet subnet) {
        Label label = new Label(subnet.cidr());
        label.getStyleClass().add("mono");
        return label;
    }

    private Label free(Subnet subnet) {
        Integer free = network.freeProperty().get().get(subnet.id());
        Label label = muted(free == null ? "" : texts.now("setup.subnet.free", free));
        label.setId("subnet-free-" + subnet.id());
        return label;
    }

    private Label dhcp(Subnet subnet) {
        Boolean dhcp = subnet.dhcp();
        return muted(
                dhcp == null ? "" : texts.now(dhcp ? "setup.subnet.dhcp" : "setup.subnet.noDhcp"));
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("text-small", "text-muted");
        return label;
    }
}
