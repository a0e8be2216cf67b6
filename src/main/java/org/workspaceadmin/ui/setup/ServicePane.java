package org.workspaceadmin.ui.setup;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.DomainInfo;
import org.workspaceadmin.model.Field;
import org.workspaceadmin.model.LockStatus;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.ServiceDetails;
import org.workspaceadmin.model.ServiceStatus;
import org.workspaceadmin.operation.Draft;
import org.workspaceadmin.ui.common.Icons;
import org.workspaceadmin.ui.common.ProblemPane;
import org.workspaceadmin.ui.common.StateBadge;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.Tone;

/** The state of the service in words, and what can be changed of it. */
final class ServicePane extends VBox {
    private final Texts texts;
    private final ServiceViewModel model;
    private final StateBadge status = new StateBadge();
    private final StateBadge directory = new StateBadge();
    private final Label repair = new Label();
    private final GridPane facts = new GridPane();
    private final FlowPane actions = new FlowPane();
    private final VBox change = new VBox();
    private final Label changing = new Label();
    private final SetupContext context;
    private final Runnable checkDirectory;

    ServicePane(SetupContext context, ServiceViewModel model, Runnable checkDirectory) {
        this.context = context;
        this.checkDirectory = checkDirectory;
        this.model = model;
        texts = context.ui().texts();
        getStyleClass().add("wizard");
        Label title = new Label();
        title.textProperty().bind(texts.text("setup.service.title"));
        title.getStyleClass().add("text-title");
        Button again = new Button();
        again.setId("setup-refresh");
        again.setGraphic(Icons.REFRESH.node());
        again.getStyleClass().addAll("flat", "button-icon");
        again.accessibleTextProperty().bind(texts.text("setup.list.again"));
        again.setOnAction(e -> model.refresh());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(title, gap, again);
        head.setAlignment(Pos.CENTER_LEFT);
        status.setId("setup-status");
        directory.setId("setup-connected");
        repair.setId("setup-repair");
        repair.setWrapText(true);
        repair.setMinHeight(Region.USE_PREF_SIZE);
        repair.getStyleClass().add("text-danger");
        repair.managedProperty().bind(repair.visibleProperty());
        facts.getStyleClass().add("setup-words");
        facts.setId("setup-facts");
        actions.getStyleClass().add("gap-8");
        change.getStyleClass().add("setup-inputs");
        changing.setId("setup-changing");
        changing.getStyleClass().add("text-muted");
        changing.setWrapText(true);
        changing.managedProperty().bind(changing.visibleProperty());
        ProblemPane problem = new ProblemPane(context.ui());
        model.problemProperty().subscribe(why -> problem.problemProperty().set(why));
        VBox content =
                new VBox(status, directory, repair, problem, changing, actions, change, facts);
        content.getStyleClass().addAll("setup-step", "setup-inputs");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("wizard-content");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
        model.serviceProperty().subscribe(service -> draw());
        model.lockProperty().subscribe(lock -> draw());
        model.subnetNamesProperty().subscribe(names -> draw());
        model.changeProperty().subscribe(this::changing);
        texts.languageProperty().subscribe(language -> draw());
    }

    private void draw() {
        ServiceDetails service = model.serviceProperty().get();
        facts.getChildren().clear();
        actions.getChildren().clear();
        if (service == null) {
            status.show(Tone.UNKNOWN, texts.now("setup.service.reading"));
            directory.clear();
            repair.setVisible(false);
            return;
        }
        ServiceStatus word = service.status().known();
        status.show(tone(service), texts.now("setup.status." + word.name()));
        directory(service);
        facts(service);
        actions(service);
    }

    private void directory(ServiceDetails service) {
        boolean open = service.status().is(ServiceStatus.SUBSCRIBED);
        String state = service.configStatus();
        boolean known = open && texts.has("setup.config." + state);
        if (known) {
            directory.show(
                    service.working() ? Tone.GOOD : Tone.BAD, texts.now("setup.config." + state));
        } else {
            directory.clear();
        }
        boolean broken = open && !service.working();
        repair.setVisible(broken);
        repair.setText(broken ? texts.now("setup.config.repair") : "");
    }

    private static Tone tone(ServiceDetails service) {
        return switch (service.status().known()) {
            case SUBSCRIBED -> service.working() ? Tone.GOOD : Tone.ATTENTION;
            case PREPARING, SUBSCRIBING, DEREGISTERING, RECYCLING -> Tone.UNDER_WAY;
            case SUBSCRIPTION_FAILED, DEREGISTRATION_FAILED, RECYCLE_FAILED -> Tone.BAD;
            case CLOSED, RECYCLED -> Tone.OFF;
            case UNKNOWN -> Tone.UNKNOWN;
        };
    }

    private void facts(ServiceDetails service) {
        DomainInfo domain = service.domain();
        List<String[]> rows = new ArrayList<>();
        rows.add(row("domain_type", domain.type()));
        rows.add(row("domain_name", domain.name()));
        rows.add(row("domain_admin_account", domain.account()));
        rows.add(row("active_domain_ip", join(domain.activeName(), domain.activeIp())));
        rows.add(row("active_dns_ip", domain.activeDns()));
        rows.add(row("standby_domain_ip", join(domain.standbyName(), domain.standbyIp())));
        rows.add(row("standby_dns_ip", domain.standbyDns()));
        rows.add(row("vpc_id", join(service.vpcName(), service.vpcId())));
        rows.add(row("subnet_ids", subnets(service)));
        rows.add(row("access_mode", word("setup.access.", service.accessMode())));
        rows.add(row("access_status", word("setup.accessStatus.", service.accessStatus())));
        rows.add(
                row(
                        "internet_access_address",
                        service.internetAddress().isEmpty()
                                ? ""
                                : service.internetAddress() + ":" + service.internetPort()));
        rows.add(row("dedicated_access_address", service.dedicatedAddress()));
        rows.add(row("dedicated_subnets", service.dedicatedSubnets()));
        rows.add(row("management_subnet_cidr", service.managementCidr()));
        for (String group : List.of("desktop_security_group", "infrastructure_security_group")) {
            rows.add(
                    row(
                            group,
                            join(field(service, group + ".name"), field(service, group + ".id"))));
        }
        rows.add(row("enterprise_id", service.enterpriseId()));
        LockStatus lock = model.lockProperty().get();
        rows.add(row("lock", lock == null ? texts.now("setup.lock.unknown") : lockWords(lock)));
        int at = 0;
        for (String[] row : rows) {
            if (!row[1].isEmpty()) {
                Label name = new Label(row[0]);
                name.getStyleClass().add("text-muted");
                name.setMinWidth(Region.USE_PREF_SIZE);
                Label value = new Label(row[1]);
                value.setWrapText(true);
                facts.addRow(at++, name, value);
            }
        }
    }

    private String subnets(ServiceDetails service) {
        Map<String, String> names = model.subnetNamesProperty().get();
        return service.subnetIds().stream()
                .map(id -> names.getOrDefault(id, id))
                .collect(Collectors.joining("\n"));
    }

    /** A word of the service in ours; one that we do not know is shown as it is. */
    private String word(String prefix, String word) {
        return texts.has(prefix + word) ? texts.now(prefix + word) : word;
    }

    private static String field(ServiceDetails service, String path) {
        return service.fields().stream()
                .filter(field -> field.path().equals(path))
                .map(Field::value)
                .findFirst()
                .orElse("");
    }

    private String lockWords(LockStatus lock) {
        if (!lock.locked()) {
            return texts.now("setup.lock.free");
        }
        String since =
                lock.since() == null
                        ? ""
                        : texts.messages().exact(lock.since(), ZoneId.systemDefault());
        return texts.now("setup.lock.locked", lock.reason(), since);
    }

    private void actions(ServiceDetails service) {
        boolean open = service.status().is(ServiceStatus.SUBSCRIBED);
        if (hasDirectory(service)) {
            action("setup.directory.later.open", "setup-check-directory", checkDirectory);
        }
        if (open && hasDirectory(service)) {
            action(
                    "setup.change.administrator",
                    "setup-change-administrator",
                    () -> show(ChangeForm.administrator(context, model, service, this::shut)));
            action(
                    "setup.change.controllers",
                    "setup-change-controllers",
                    () -> show(ChangeForm.controllers(context, model, service, this::shut)));
        }
        if (open) {
            action(
                    "setup.change.access",
                    "setup-change-access",
                    () -> show(ChangeForm.access(context, model, service, this::shut)));
            action(
                    "setup.change.subnets",
                    "setup-change-subnets",
                    () -> show(ChangeForm.subnets(context, model, service, this::shut)));
        }
        LockStatus lock = model.lockProperty().get();
        if (lock != null && lock.locked()) {
            action(
                    "setup.change.unlock",
                    "setup-unlock",
                    () ->
                            show(
                                    ChangeForm.plain(
                                            context,
                                            model,
                                            "unlock",
                                            new Draft.UnlockService(),
                                            "",
                                            this::shut)));
        }
        if (open) {
            Button cancel =
                    action(
                            "setup.change.cancel",
                            "setup-cancel-service",
                            () ->
                                    show(
                                            ChangeForm.plain(
                                                    context,
                                                    model,
                                                    "cancel",
                                                    new Draft.CancelService(),
                                                    texts.now("setup.cancel.word"),
                                                    this::shut)));
            cancel.getStyleClass().addAll("danger", "button-outlined");
            cancel.setDisable(!service.closable());
            if (!service.closable()) {
                Label why = new Label(texts.now("setup.cancel.notClosable"));
                why.getStyleClass().addAll("text-small", "text-muted");
                actions.getChildren().add(why);
            }
        }
    }

    /** Whether the domain is the company's own, and not one the service runs. */
    static boolean hasDirectory(ServiceDetails service) {
        return !service.domain().type().startsWith("LITE");
    }

    private Button action(String key, String id, Runnable run) {
        Button button = new Button(texts.now(key));
        button.setId(id);
        button.setOnAction(e -> run.run());
        actions.getChildren().add(button);
        return button;
    }

    private void show(ChangeForm form) {
        change.getChildren().setAll(form);
        form.focusFirst();
    }

    private void shut() {
        change.getChildren().clear();
    }

    private void changing(@Nullable OperationState operation) {
        changing.setVisible(operation != null);
        if (operation != null) {
            String word =
                    operation.open()
                            ? operation.phase() == OperationState.Phase.UNKNOWN
                                    ? "UNKNOWN"
                                    : "RUNNING"
                            : operation.phase() == OperationState.Phase.SUCCEEDED
                                    ? "SUCCEEDED"
                                    : "FAILED";
            String said =
                    operation.targets().isEmpty() ? "" : operation.targets().getFirst().message();
            changing.setText(texts.now("setup.changing." + word, said));
        }
    }

    private String[] row(String name, String value) {
        return new String[] {texts.now("setup.word." + name), value};
    }

    private static String join(String name, String id) {
        return name.isEmpty() ? id : id.isEmpty() ? name : name + " (" + id + ")";
    }
}
