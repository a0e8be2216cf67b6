package org.workspaceadmin.ui.desktops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.workspaceadmin.cloud.Cloud;
import org.workspaceadmin.cloud.CloudConnection;
import org.workspaceadmin.cloud.CloudSettings;
import org.workspaceadmin.cloud.Credentials;
import org.workspaceadmin.contract.Watched;
import org.workspaceadmin.fleet.LiveFleet;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.redact.Redactor;
import org.workspaceadmin.simulator.Simulator;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Workers;
import org.workspaceadmin.ui.common.FilePort;
import org.workspaceadmin.ui.common.FxUiExecutor;
import org.workspaceadmin.ui.common.Now;
import org.workspaceadmin.ui.common.OperationDialogs;
import org.workspaceadmin.ui.common.Pictures;
import org.workspaceadmin.ui.common.Skin;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.Theme;
import org.workspaceadmin.ui.common.UiContext;

/** The table over real HTTP: list, sweep, details. */
@ExtendWith(ApplicationExtension.class)
class LiveDesktopsTest {
    private static final int COUNT = 250;

    private Simulator simulator;
    private CloudConnection service;
    private LiveFleet fleet;
    private DesktopsScreen screen;
    private Scene scene;
    private Now now;

    @Start
    void start(Stage stage) throws IOException {
        simulator = Simulator.start(Watched.options().withDesktops(COUNT));
        Timer timer = Timer.system();
        Workers workers = Workers.virtual("test");
        service =
                Cloud.connect(
                        CloudSettings.single(
                                simulator.endpoint(),
                                simulator.projectId(),
                                simulator.region(),
                                Generation.V2),
                        new Credentials.AccessKey(
                                simulator.accessKey(), simulator.secretKey().toCharArray()),
                        workers,
                        timer,
                        new Redactor());
        fleet = LiveFleet.of(service, workers, timer);
        FxUiExecutor ui = new FxUiExecutor();
        now = new Now(timer, ui);
        new Skin(Theme.LIGHT);
        UiContext context =
                new UiContext(
                        new Texts(Language.ENGLISH),
                        now,
                        timer,
                        workers,
                        ui,
                        text -> {},
                        unused(FilePort.class),
                        page -> {});
        screen =
                new DesktopsScreen(
                        fleet, unused(OperationDialogs.class), context, new NothingKept());
        scene = new Scene(new StackPane(screen.root()), 832, 620);
        Skin.dress(scene);
        stage.setScene(scene);
        stage.show();
        screen.shown();
    }

    @AfterEach
    void stop(FxRobot robot) {
        robot.interact(() -> {
            screen.hidden();
            screen.close();
        });
        now.close();
        fleet.close();
        service.close();
        simulator.close();
    }

    @Test
    void listsSweepsAndLooksCloser(FxRobot robot) throws Exception {
        until(s -> text("#desktops-count").equals("250"));
        until(s -> rows().stream().noneMatch(f -> f.domain() == DomainState.NOT_ASKED));
        long out = rows().stream().filter(f -> f.domain() == DomainState.OUT).count();
        assertThat(out).isPositive();

        robot.clickOn("#desktops-chip-out_of_domain");
        assertThat(rows()).hasSize((int) out).allMatch(f -> f.domain() == DomainState.OUT);

        robot.interact(() -> table().getSelectionModel().clearAndSelect(0));
        robot.clickOn("#desktops-details-toggle");
        until(s -> scene.lookup("#desktops-details-raw") != null);
        assertThat(text("#desktops-details-title")).isEqualTo(rows().getFirst().desktop().name());
        robot.interact(() -> Pictures.save(scene, "desktops-live"));
    }

    private void until(Predicate<Scene> condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                60,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(() -> condition.test(scene)).get());
    }

    private String text(String selector) {
        Node node = scene.lookup(selector);
        return node instanceof Label label ? label.getText() : "";
    }

    private List<DesktopFacts> rows() {
        return table().getItems().stream().map(DesktopItem::facts).toList();
    }

    @SuppressWarnings("unchecked") // the one table of the screen
    private TableView<DesktopItem> table() {
        return (TableView<DesktopItem>) scene.lookup("#desktops-table");
    }

    /** A port that this test must not touch. */
    private static <T> T unused(Class<T> port) {
        return port.cast(
                Proxy.newProxyInstance(
                        port.getClassLoader(),
                        new Class<?>[] {port},
                        (proxy, method, arguments) -> {
                            throw new AssertionError(method);
                        }));
    }

    private static final class NothingKept implements TableLayout.Store {
        @Override
        public Optional<TableLayout> load() {
            return Optional.empty();
        }

        @Override
        public void save(TableLayout layout) {
            // the test ends before anybody opens the table again
        }
    }
}
