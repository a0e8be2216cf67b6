package org.workspaceadmin.tour;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.workspaceadmin.app.Program;
import org.workspaceadmin.simulator.Simulator;

/**
 * From an account to a fleet: a connection of one's own to the simulated service, tested,
 * protected, and refused for want of a permission.
 */
final class ConnectionJob {
    private static final Duration PROBE = Duration.ofSeconds(60);

    private final Program program;
    private final Hands hands;

    ConnectionJob(Program program, Hands hands) {
        this.program = program;
        this.hands = hands;
    }

    /** The steps by name, in order; the demo runs already. */
    Map<String, Runnable> steps() {
        Map<String, Runnable> steps = new LinkedHashMap<>();
        steps.put("connection-editor", this::editor);
        steps.put("connection-test", this::test);
        steps.put("connection-protected", this::open);
        steps.put("unlock", this::unlock);
        steps.put("explain", this::explain);
        return steps;
    }

    private Simulator service() {
        return Objects.requireNonNull(program.simulator(), "the demo does not run");
    }

    private void editor() {
        hands.press(KeyCode.ESCAPE);
        Hands.onUi(() -> {
            program.connectElsewhere();
            return true;
        });
        hands.click("#connect");
        hands.enter("#region", service().region());
        hands.press(KeyCode.TAB);
        hands.click("#unfold-endpoints");
        hands.enter("#endpoint-WORKSPACE", service().endpoint().toString());
        hands.click("#unfold-endpoints");
        fill("#access-key", service().accessKey());
        fill("#secret-key", service().secretKey());
        fill("#connection-name", "Production");
        fill("#connection-label", "prod");
        Hands.onUi(() -> {
            ((ButtonBase) node("#colour-RED")).fire();
            ((ButtonBase) node("#guarded")).fire();
            return true;
        });
        hands.settle();
    }

    private void test() {
        hands.click("#probe-start");
        hands.until(
                "the test has ended",
                PROBE,
                () -> !hands.scene().getRoot().lookup("#probe-stop").isVisible());
        hands.until(
                "it says what came of it",
                () -> !((Label) node("#probe-outcome")).getText().isEmpty());
    }

    private void open() {
        hands.click("#save-and-connect");
        hands.find("#guard");
        hands.click("#place-desktops");
        hands.until(
                "the fleet is there",
                PROBE,
                () -> ((TableView<?>) node("#desktops-table")).getItems().size() >= 1000);
        hands.find("#guard");
    }

    private void unlock() {
        hands.click("#guard");
        hands.find("#unlock-dialog");
        hands.type("Monthly patch of the FIN desktops");
    }

    private void explain() {
        hands.press(KeyCode.ESCAPE);
        control(
                "faults",
                "{\"kind\":\"deny\",\"path\":\"/desktops/detail$\",\"method\":\"GET\",\"times\":1}");
        hands.click("#place-desktops");
        hands.press(KeyCode.F5);
        hands.click(".problem-explain");
        hands.find(".explain-copy-policy");
    }

    /** Types into a field that may lie below what is in sight. */
    private void fill(String selector, String text) {
        Hands.onUi(() -> {
            node(selector).requestFocus();
            ((TextInputControl) node(selector)).clear();
            return true;
        });
        hands.settle();
        hands.type(text);
    }

    private Node node(String selector) {
        Node node = hands.scene().getRoot().lookup(selector);
        if (node == null) {
            throw new StepFailure("there is no " + selector);
        }
        return node;
    }

    private void control(String path, String json) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(service().endpoint() + "/_simulator/" + path))
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) {
                throw new StepFailure("the simulated service answered " + status);
            }
        } catch (IOException e) {
            throw new StepFailure("the simulated service did not answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StepFailure("interrupted");
        }
    }
}
