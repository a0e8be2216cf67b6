package org.workspaceadmin.tour;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.app.Program;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.ui.common.Theme;
import org.workspaceadmin.ui.shell.ConnectionFace;

/** Setting the service up in the demo's second project, with either kind of directory. */
final class SetupJob {
    private static final Duration OPENING = Duration.ofMinutes(2);

    private final Program program;
    private final Hands hands;
    private final Window window;

    SetupJob(Program program, Hands hands) {
        this.program = program;
        this.hands = hands;
        window = new Window(program, hands);
    }

    /** The steps by name, in order; the demo runs already. */
    Map<String, Runnable> steps() {
        Map<String, Runnable> steps = new LinkedHashMap<>();
        steps.put("setup-offer", () -> project(Generation.V1));
        steps.put("setup-kind", this::kind);
        steps.put("setup-domain", this::cloudDomain);
        steps.put("setup-domain-broken", this::broken);
        steps.put("setup-domain-dark", () -> window.theme(Theme.DARK));
        steps.put("setup-domain-dark-zh", () -> window.language(Language.CHINESE));
        steps.put("setup-company", this::company);
        steps.put("setup-company-dark", () -> window.theme(Theme.DARK));
        steps.put("setup-company-dark-zh", () -> window.language(Language.CHINESE));
        steps.put("setup-company-zh", () -> window.theme(Theme.LIGHT));
        steps.put("setup-network", this::network);
        steps.put("setup-check", this::check);
        steps.put("setup-review", this::review);
        steps.put("setup-progress", this::send);
        steps.put("setup-done", this::done);
        steps.put("setup-service", this::service);
        return steps;
    }

    private void project(Generation generation) {
        hands.press(KeyCode.ESCAPE);
        Hands.onUi(() -> {
            program.openUnsubscribed(generation);
            return true;
        });
        hands.until(
                "the second project is open",
                () -> connectionName().contains(generation == Generation.V1 ? "v1.0" : "v2"));
        hands.settle();
        hands.click("#place-setup");
        hands.find("#setup-begin");
    }

    private void kind() {
        hands.click("#setup-begin");
        hands.click("#setup-kind-CLOUD");
    }

    private void cloudDomain() {
        hands.click("#setup-next");
        hands.enter("#setup-NAME", "desk.example.com");
        hands.enter("#setup-ACCOUNT", "deskadmin");
        fill("#setup-PASSWORD", "Abcdef1!");
    }

    private void broken() {
        hands.enter("#setup-NAME", "desktops_of_europe-.example.c");
        hands.click("#setup-next");
        hands.find("#setup-fault-NAME");
    }

    private void company() {
        window.theme(Theme.LIGHT);
        window.language(Language.ENGLISH);
        project(Generation.V2);
        hands.click("#setup-begin");
        hands.click("#setup-kind-COMPANY");
        hands.click("#setup-next");
        fill("#setup-NAME", "corp.example.com");
        fill("#setup-ACCOUNT", "svc.join");
        fill("#setup-PASSWORD", "as it is in AD");
        fill("#setup-ACTIVE_NAME", "dc1.corp.example.com");
        fill("#setup-ACTIVE_IP", "10.16.0.9");
        fill("#setup-ACTIVE_DNS", "10.16.0.9");
    }

    private void network() {
        window.language(Language.ENGLISH);
        hands.click("#setup-next");
        hands.until("VPCs are listed", () -> !vpcs().getItems().isEmpty());
        Hands.onUi(() -> {
            vpcs().getSelectionModel().select(0);
            return true;
        });
        hands.until("subnets are listed", () -> subnet() != null);
        Hands.onUi(() -> {
            CheckBox first = subnet();
            if (first != null) {
                first.fire();
            }
            return true;
        });
        hands.click("#setup-access-INTERNET");
    }

    private void check() {
        hands.click("#setup-next");
        hands.click("#setup-check-run");
        hands.until(
                "the service has tried it",
                () ->
                        ((Label) window.node("#setup-check-verdict"))
                                .getText()
                                .contains("signed in"));
    }

    private void review() {
        hands.click("#setup-next");
        hands.until(
                "the exact request is shown",
                () ->
                        ((TextInputControl) window.node("#setup-request"))
                                .getText()
                                .contains("LOCAL_AD"));
    }

    private void send() {
        hands.click("#setup-next");
        hands.find("#setup-progress-state");
    }

    private void done() {
        hands.until(
                "the service is open",
                OPENING,
                () -> hands.scene().getRoot().lookup("#setup-finished") != null);
    }

    private void service() {
        hands.click("#setup-finished");
        hands.until(
                "its state is shown",
                () -> ((Label) window.node("#setup-status")).getText().equals("In service"));
    }

    private String connectionName() {
        ConnectionFace face = program.shell().connectionProperty().get();
        return face == null ? "" : face.name();
    }

    private ComboBox<?> vpcs() {
        return (ComboBox<?>) window.node("#setup-vpc");
    }

    private @Nullable CheckBox subnet() {
        return (CheckBox)
                hands.scene().getRoot().lookupAll(".check-box").stream()
                        .filter(n -> n.getId() != null && n.getId().startsWith("subnet-"))
                        .findFirst()
                        .orElse(null);
    }

    /** Types into a field that may lie below what is in sight. */
    private void fill(String selector, String text) {
        Hands.onUi(() -> {
            window.node(selector).requestFocus();
            ((TextInputControl) window.node(selector)).clear();
            return true;
        });
        hands.settle();
        hands.type(text);
    }
}
