package org.workspaceadmin.ui.setup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.value.ObservableStringValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.ServiceDetails;
import org.workspaceadmin.model.Subnet;
import org.workspaceadmin.operation.Draft;
import org.workspaceadmin.operation.Plan;
import org.workspaceadmin.rules.domain.DomainField;
import org.workspaceadmin.ui.common.JsonLayout;
import org.workspaceadmin.ui.common.ProblemText;
import org.workspaceadmin.ui.common.Texts;

/**
 * One change of the service: its fields, the exact request, and where it cannot be undone a word to
 * type. Nothing is sent before the button that names it.
 */
final class ChangeForm extends VBox {
    private final SetupContext context;
    private final ServiceViewModel model;
    private final Texts texts;
    private final Supplier<Draft> draft;
    private final String wanted;
    private final TextArea request = new TextArea();
    private final Label wrong = new Label();
    private final TextField word = new TextField();
    private final Button send = new Button();
    private final Node first;
    private final @Nullable ObservableStringValue secret;
    private boolean touched;

    private ChangeForm(
            SetupContext context,
            ServiceViewModel model,
            String name,
            List<? extends Node> fields,
            Supplier<Draft> draft,
            @Nullable ObservableStringValue secret,
            String wanted,
            Runnable shut,
            List<? extends Observable> follows) {
        this.context = context;
        this.model = model;
        this.draft = draft;
        this.secret = secret;
        this.wanted = wanted;
        texts = context.ui().texts();
        getStyleClass().addAll("card", "setup-inputs");
        setId("setup-change-form");
        Label title = new Label(texts.now("setup.change." + name + ".send"));
        title.getStyleClass().add("text-heading");
        Label what = new Label(texts.now("setup.change." + name + ".what"));
        what.setWrapText(true);
        what.setMinHeight(Region.USE_PREF_SIZE);
        request.setEditable(false);
        request.setPrefRowCount(6);
        request.getStyleClass().addAll("mono", "request-text");
        request.setAccessibleText(texts.now("setup.review.request"));
        wrong.getStyleClass().addAll("text-small", "text-danger");
        wrong.setWrapText(true);
        wrong.managedProperty().bind(wrong.visibleProperty());
        send.setId("setup-change-send");
        send.setText(texts.now("setup.change." + name + ".send"));
        send.getStyleClass().add(wanted.isEmpty() ? "accent" : "danger");
        send.setOnAction(e -> send(shut));
        Button leave = new Button(texts.now("setup.change.leave"));
        leave.setId("setup-change-leave");
        leave.setOnAction(e -> shut.run());
        HBox buttons = new HBox(send, leave);
        buttons.getStyleClass().add("gap-8");
        getChildren().addAll(title, what);
        getChildren().addAll(fields);
        if (!wanted.isEmpty()) {
            Label type = new Label(texts.now("setup.change.type", wanted));
            type.getStyleClass().add("field-name");
            type.setLabelFor(word);
            word.setId("setup-change-word");
            word.setMaxWidth(240);
            word.textProperty().subscribe(text -> judge());
            getChildren().addAll(type, word);
        }
        getChildren().addAll(wrong, request, buttons);
        first = fields.isEmpty() ? (wanted.isEmpty() ? send : word) : fields.getFirst();
        for (Observable each : follows) {
            each.addListener(o -> {
                touched = true;
                judge();
            });
        }
        judge();
    }

    /** New credentials for the directory, the way to repair a broken connection. */
    static ChangeForm administrator(
            SetupContext context, ServiceViewModel model, ServiceDetails service, Runnable shut) {
        Texts texts = context.ui().texts();
        TextField account = new TextField(service.domain().account());
        account.setId("setup-change-account");
        account.setMaxWidth(420);
        account.setAccessibleText(texts.now("setup.field.ACCOUNT"));
        PasswordField password = new PasswordField();
        password.setId("setup-change-password");
        password.setMaxWidth(420);
        password.setAccessibleText(texts.now("setup.field.PASSWORD"));
        return new ChangeForm(
                context,
                model,
                "administrator",
                List.of(
                        label(texts, "setup.field.ACCOUNT"),
                        account,
                        label(texts, "setup.field.PASSWORD"),
                        password),
                () -> {
                    char[] typed = password.getText().toCharArray();
                    Draft made = model.administrator(account.getText(), typed);
                    Arrays.fill(typed, '\0');
                    return made;
                },
                password.textProperty(),
                "",
                shut,
                List.of(account.textProperty(), password.textProperty()));
    }

    /** Other controllers, or other data of them; the domain itself stays. */
    static ChangeForm controllers(
            SetupContext context, ServiceViewModel model, ServiceDetails service, Runnable shut) {
        SetupForm form = new SetupForm(Generation.V2);
        form.load(service.domain());
        DomainInputs inputs =
                new DomainInputs(
                        context, form, new SetupFields(form, context.lists()), entered -> {});
        RuleInput name = inputs.of(DomainField.NAME);
        if (name != null) {
            name.setDisable(true);
        }
        List<Node> fields = new ArrayList<>();
        if (service.domain().ldaps()) {
            // The service never gives the certificate back (api/workspace.md section 2).
            Label again = new Label(context.ui().texts().now("setup.change.controllers.ldaps"));
            again.setWrapText(true);
            again.setMinHeight(Region.USE_PREF_SIZE);
            again.getStyleClass().add("text-warning");
            fields.add(again);
        }
        fields.add(inputs);
        List<Observable> follows = new ArrayList<>();
        form.kept().forEach(kept -> follows.add(kept.text()));
        follows.addAll(
                List.of(
                        form.passwordProperty(),
                        form.certificateProperty(),
                        form.deleteComputersProperty()));
        return new ChangeForm(
                context,
                model,
                "controllers",
                fields,
                () -> model.controllers(form),
                form.passwordProperty(),
                "",
                shut,
                follows);
    }

    /** Another way in. */
    static ChangeForm access(
            SetupContext context, ServiceViewModel model, ServiceDetails service, Runnable shut) {
        Texts texts = context.ui().texts();
        ToggleGroup group = new ToggleGroup();
        VBox modes = new VBox();
        modes.getStyleClass().add("gap-8");
        for (String mode : List.of("INTERNET", "DEDICATED", "BOTH")) {
            RadioButton choice = new RadioButton(texts.now("setup.access." + mode));
            choice.setId("setup-change-access-" + mode);
            choice.setUserData(mode);
            choice.setToggleGroup(group);
            choice.setSelected(mode.equals(service.accessMode()));
            modes.getChildren().add(choice);
        }
        TextField ranges = new TextField(service.dedicatedSubnets());
        ranges.setId("setup-change-dedicated");
        ranges.setMaxWidth(420);
        ranges.setPromptText("10.1.0.0/16;10.2.0.0/16");
        ranges.setAccessibleText(texts.now("setup.dedicated"));
        return new ChangeForm(
                context,
                model,
                "access",
                List.of(modes, label(texts, "setup.dedicated"), ranges),
                () -> {
                    String mode =
                            group.getSelectedToggle() == null
                                    ? ""
                                    : String.valueOf(group.getSelectedToggle().getUserData());
                    return model.access(
                            mode, mode.equals("INTERNET") ? "" : ranges.getText().strip());
                },
                null,
                "",
                shut,
                List.of(group.selectedToggleProperty(), ranges.textProperty()));
    }

    /** Other subnets of the same VPC. */
    static ChangeForm subnets(
            SetupContext context, ServiceViewModel model, ServiceDetails service, Runnable shut) {
        Texts texts = context.ui().texts();
        ObservableSet<String> chosen =
                FXCollections.observableSet(
                        service.subnetIds().stream()
                                .collect(Collectors.toCollection(java.util.LinkedHashSet::new)));
        VBox list = new VBox(new Label(texts.now("setup.subnets.LOADING")));
        list.getStyleClass().add("gap-8");
        context.reading()
                .subnets(service.vpcId())
                .then(
                        context.ui().ui(),
                        found -> list.getChildren().setAll(boxes(found, chosen)),
                        failure ->
                                list.getChildren()
                                        .setAll(
                                                new Label(
                                                        ProblemText.of(
                                                                        texts.messages(),
                                                                        ProblemText.problemOf(
                                                                                failure))
                                                                .title())));
        return new ChangeForm(
                context,
                model,
                "subnets",
                List.of(list),
                () -> model.subnets(List.copyOf(chosen)),
                null,
                "",
                shut,
                List.of(chosen));
    }

    /** A change without fields. */
    static ChangeForm plain(
            SetupContext context,
            ServiceViewModel model,
            String name,
            Draft draft,
            String wanted,
            Runnable shut) {
        return new ChangeForm(
                context, model, name, List.of(), () -> draft, null, wanted, shut, List.of());
    }

    /** Puts the focus where the operator begins. */
    void focusFirst() {
        first.requestFocus();
    }

    private static List<CheckBox> boxes(List<Subnet> found, Set<String> chosen) {
        return found.stream()
                .map(subnet -> {
                    CheckBox box = new CheckBox(subnet.name() + "  ·  " + subnet.cidr());
                    box.setMnemonicParsing(false);
                    box.setId("setup-change-subnet-" + subnet.id());
                    box.setSelected(chosen.contains(subnet.id()));
                    box.setOnAction(e -> {
                        if (box.isSelected()) {
                            chosen.add(subnet.id());
                        } else {
                            chosen.remove(subnet.id());
                        }
                    });
                    return box;
                })
                .toList();
    }

    private static Label label(Texts texts, String key) {
        Label label = new Label(texts.now(key));
        label.getStyleClass().add("field-name");
        return label;
    }

    private void judge() {
        Plan plan = model.plan(draft.get());
        String text =
                plan.violations().stream()
                        .map(v -> texts.now("rule." + v.rule(), v.arguments().toArray()))
                        .collect(Collectors.joining("\n"));
        if (!plan.exclusions().isEmpty()) {
            text = texts.now("setup.review.running", plan.exclusions().getFirst().detail());
        }
        wrong.setText(text);
        // Nothing is called wrong before the operator did something.
        wrong.setVisible(!text.isEmpty() && (touched || !plan.exclusions().isEmpty()));
        request.setText(
                plan.requests().isEmpty()
                        ? ""
                        : plan.requests().getFirst().request().method()
                                + ' '
                                + plan.requests().getFirst().request().path()
                                + (plan.requests().getFirst().masked().isEmpty()
                                        ? ""
                                        : "\n\n"
                                                + JsonLayout.of(
                                                        plan.requests().getFirst().masked())));
        boolean typed = wanted.isEmpty() || wanted.equalsIgnoreCase(word.getText().strip());
        send.setDisable(!plan.sendable() || !typed);
    }

    private void send(Runnable shut) {
        if (secret != null) {
            char[] typed = secret.get().toCharArray();
            model.willSend(typed);
            Arrays.fill(typed, '\0');
        }
        Plan plan = model.plan(draft.get());
        if (plan.sendable()) {
            model.submit(plan, "");
            shut.run();
        }
    }
}
