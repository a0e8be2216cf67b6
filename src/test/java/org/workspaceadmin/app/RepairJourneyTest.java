package org.workspaceadmin.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.workspaceadmin.connection.Home;
import org.workspaceadmin.connection.secret.SessionSecretStore;
import org.workspaceadmin.contract.Watched;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.model.Image;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.OsFamily;
import org.workspaceadmin.simulator.SimulatorOptions;
import org.workspaceadmin.ui.common.CssLog;
import org.workspaceadmin.ui.common.FxClipboard;
import org.workspaceadmin.ui.common.FxFiles;
import org.workspaceadmin.ui.common.FxUiExecutor;
import org.workspaceadmin.ui.common.Now;
import org.workspaceadmin.ui.common.Pictures;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.Theme;
import org.workspaceadmin.ui.common.UiContext;
import org.workspaceadmin.ui.shell.WindowBounds;

/**
 * Each repair from a click in the table to the service's own word: the whole program drives it, and
 * the simulated service is asked over HTTP what became of it.
 */
@ExtendWith(ApplicationExtension.class)
class RepairJourneyTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FLEET = 80;

    @TempDir static Path folder;
    private static int homes;

    private final CssLog css = new CssLog();
    private final HttpClient http = HttpClient.newHttpClient();
    private Foundations below;
    private Program program;

    @Start
    void start(Stage stage) throws Exception {
        below =
                Foundations.open(
                        Home.open(folder.resolve("home-" + homes++)),
                        new SessionSecretStore(),
                        settings -> {});
        SettingsMemory memory = new SettingsMemory(below.settings());
        memory.bounds(new WindowBounds(0, 0, 1000, 700, false));
        memory.theme(Theme.LIGHT);
        FxUiExecutor ui = new FxUiExecutor();
        UiContext context =
                new UiContext(
                        new Texts(Language.ENGLISH),
                        new Now(below.timer(), ui),
                        below.timer(),
                        below.workers(),
                        ui,
                        new FxClipboard(),
                        new FxFiles(() -> stage),
                        page -> {});
        SimulatorOptions options =
                Watched.options().withDesktops(FLEET).withJobTime(Duration.ofMillis(800));
        program =
                new Program(
                        stage,
                        below,
                        context,
                        memory,
                        new Demo(options, below.timer().instant()),
                        Wiring.screens(below, context));
        stage.show();
    }

    @AfterEach
    void end(FxRobot robot) {
        robot.interact(program::close);
        below.engine().close();
        program.closeConnections();
        below.close();
        http.close();
        css.assertEmpty();
        css.close();
    }

    @Test
    void aDesktopOutOfTheDomainIsRejoined(FxRobot robot) throws Exception {
        openDemo(robot);
        JsonNode desktop = pick(d -> healthy(d) && d.path("domain").asText().equals("out"));
        edit(desktop, "{\"sid_differs\":false,\"outcome\":\"succeed\"}");

        choose(robot, desktop);
        robot.clickOn("#desktops-action-rejoin");
        picture(robot, "journey-rejoin");
        submit(robot, "Rejoin 1 desktop");

        assertThat(truth(desktop).path("domain").asText()).isEqualTo("in");
        robot.clickOn("#place-jobs");
        assertThat(robot.lookup("#job-state").queryAs(Labeled.class).getText())
                .isEqualTo("Succeeded");
        assertThat(robot.lookup("#job-title").queryAs(Labeled.class).getText())
                .isEqualTo("Rejoin " + name(desktop) + " to the domain");
        picture(robot, "journey-jobs");
    }

    @Test
    void aDesktopWhoseSidDiffersIsUpdated(FxRobot robot) throws Exception {
        openDemo(robot);
        JsonNode desktop = pick(RepairJourneyTest::healthy);
        edit(desktop, "{\"sid_differs\":true,\"domain\":\"out\",\"outcome\":\"succeed\"}");

        choose(robot, desktop);
        robot.clickOn("#desktops-action-update_sids");
        submit(robot, "Update 1 SID");

        assertThat(truth(desktop).path("sid_differs").asBoolean()).isFalse();
    }

    @Test
    void aDesktopIsRebuiltFromTheImageThatWasPicked(FxRobot robot) throws Exception {
        openDemo(robot);
        JsonNode desktop = pick(d -> healthy(d) && d.path("order_id").asText("").isEmpty());
        edit(desktop, "{\"outcome\":\"succeed\"}");

        choose(robot, desktop);
        robot.clickOn("#desktops-action-rebuild");
        robot.clickOn(".source-gold");
        ListView<Image> images = robot.lookup(".image-list").queryListView();
        until(() -> images.isVisible() && !images.getItems().isEmpty());
        Image other =
                images.getItems().stream()
                        .filter(i -> i.osFamily().is(OsFamily.WINDOWS))
                        .filter(i -> !i.id().equals(desktop.path("image_id").asText()))
                        .findFirst()
                        .orElseThrow();
        robot.clickOn(".image-search").write(other.name());
        until(() -> images.getItems().contains(other));
        robot.interact(() -> images.getSelectionModel().select(other));
        robot.clickOn(".operation-confirm").write(name(desktop));
        robot.clickOn(".operation-reason").write("new image");
        picture(robot, "journey-rebuild");
        submit(robot, "Rebuild 1 desktop");

        assertThat(truth(desktop).path("image_id").asText()).isEqualTo(other.id());
    }

    @Test
    void allDesktopsOfAUserGoToAnother(FxRobot robot) throws Exception {
        openDemo(robot);
        JsonNode desktop = pick(d -> healthy(d) && !d.path("user_name").asText("").isEmpty());
        String from = desktop.path("user_name").asText();
        String to =
                pick(d ->
                                healthy(d)
                                        && !d.path("user_name").asText("").isEmpty()
                                        && !d.path("user_name").asText().equalsIgnoreCase(from))
                        .path("user_name")
                        .asText();
        List<JsonNode> theirs =
                all().stream()
                        .filter(d -> d.path("user_name").asText("").equalsIgnoreCase(from))
                        .toList();

        choose(robot, desktop);
        robot.clickOn("#desktops-action-change_user");
        until(() ->
                robot.lookup(".who-count")
                        .queryAs(Label.class)
                        .getText()
                        .startsWith(theirs.size() + " desktop"));
        robot.clickOn(".new-name").write(to);
        picture(robot, "journey-user");
        submit(robot, "Change the user of ");

        for (JsonNode one : theirs) {
            assertThat(truth(one).path("user_name").asText()).isEqualTo(to);
        }
    }

    @Test
    void aDesktopIsStoppedFromThePowerMenu(FxRobot robot) throws Exception {
        openDemo(robot);
        JsonNode desktop = pick(RepairJourneyTest::healthy);
        edit(desktop, "{\"outcome\":\"succeed\"}");

        choose(robot, desktop);
        robot.clickOn("#desktops-power").clickOn("#desktops-item-stop");
        submit(robot, "Stop 1 desktop");

        assertThat(truth(desktop).path("status").asText()).isEqualTo("SHUTOFF");
    }

    private void openDemo(FxRobot robot) {
        robot.clickOn("#demo");
        until(() -> robot.lookup("#desktops-table").tryQuery().isPresent());
        until(() -> robot.lookup("#desktops-table").queryTableView().getItems().size() == FLEET);
    }

    /** Finds the desktop by its name and clicks its row. */
    private void choose(FxRobot robot, JsonNode desktop) {
        robot.clickOn("#desktops-filter").write(name(desktop));
        until(() -> robot.lookup("#desktops-table").queryTableView().getItems().size() == 1);
        until(() ->
                robot.from(robot.lookup("#desktops-table"))
                        .lookup(name(desktop))
                        .tryQuery()
                        .isPresent());
        robot.clickOn(
                robot.from(robot.lookup("#desktops-table")).lookup(name(desktop)).<Node>query());
    }

    /** Submits the open dialog and waits until the operation ended well. */
    private void submit(FxRobot robot, String button) {
        until(() -> {
            Labeled submit = robot.lookup(".operation-submit").queryAs(Labeled.class);
            return !submit.isDisabled() && submit.getText().startsWith(button);
        });
        robot.clickOn(".operation-submit");
        until(() -> !below.engine().all().isEmpty());
        until(() -> !below.engine().all().getFirst().open());
        OperationState end = below.engine().all().getFirst();
        assertThat(end.phase())
                .as(() -> end.targets().toString())
                .isEqualTo(OperationState.Phase.SUCCEEDED);
    }

    private static boolean healthy(JsonNode desktop) {
        return desktop.path("os_type").asText().equals("Windows")
                && desktop.path("status").asText().equals("ACTIVE")
                && desktop.path("task_status").asText("").isEmpty()
                && desktop.path("desktop_type").asText().equals("DEDICATED");
    }

    private static String name(JsonNode desktop) {
        return desktop.path("computer_name").asText();
    }

    private JsonNode pick(Predicate<JsonNode> wanted) throws Exception {
        return all().stream().filter(wanted).findFirst().orElseThrow();
    }

    private List<JsonNode> all() throws Exception {
        List<JsonNode> found = new ArrayList<>();
        ask("GET", "/desktops?limit=1000", "").path("desktops").forEach(found::add);
        return found;
    }

    private JsonNode truth(JsonNode desktop) throws Exception {
        return ask("GET", "/desktops/" + desktop.path("desktop_id").asText(), "");
    }

    private void edit(JsonNode desktop, String change) throws Exception {
        ask("POST", "/desktops/" + desktop.path("desktop_id").asText(), change);
    }

    private JsonNode ask(String method, String path, String body)
            throws IOException, InterruptedException {
        URI service = Objects.requireNonNull(program.simulator()).endpoint();
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(service.resolve("/_simulator" + path))
                                .header("Content-Type", "application/json")
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private void picture(FxRobot robot, String name) {
        robot.interact(() -> Pictures.save(program.stage().getScene(), name));
    }

    private static void until(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    60,
                    TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
        } catch (TimeoutException e) {
            throw new AssertionError("did not happen in time", e);
        }
    }
}
