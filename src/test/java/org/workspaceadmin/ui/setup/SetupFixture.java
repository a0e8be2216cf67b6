package org.workspaceadmin.ui.setup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import org.workspaceadmin.cloud.Cloud;
import org.workspaceadmin.cloud.CloudConnection;
import org.workspaceadmin.cloud.CloudSettings;
import org.workspaceadmin.cloud.Credentials;
import org.workspaceadmin.cloud.WireOptions;
import org.workspaceadmin.fleet.LiveSetup;
import org.workspaceadmin.fleet.SetupReading;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.Project;
import org.workspaceadmin.operation.SimulatedBench;
import org.workspaceadmin.redact.Redactor;
import org.workspaceadmin.rules.domain.SiteLists;
import org.workspaceadmin.simulator.SimulatorOptions;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Workers;
import org.workspaceadmin.ui.common.FilePort;
import org.workspaceadmin.ui.common.FxUiExecutor;
import org.workspaceadmin.ui.common.Now;
import org.workspaceadmin.ui.common.Pictures;
import org.workspaceadmin.ui.common.Skin;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.Theme;
import org.workspaceadmin.ui.common.UiContext;

/** Set-up on screen, before the simulated service and the real engine. */
final class SetupFixture implements AutoCloseable {
    static final String CONNECTION = "team";

    final SimulatedBench bench;
    final Project project;
    final Map<String, String> remembered = new HashMap<>();
    final List<String> copied = new ArrayList<>();
    final Texts texts = new Texts(Language.ENGLISH);
    private final Now now;
    private final UiContext ui;
    private final FxRobot robot = new FxRobot();
    private final StackPane holder = new StackPane();
    private CloudConnection service;
    private SetupScreen screen;
    private Scene scene;
    final ScriptedDirectory directory = new ScriptedDirectory();
    @Nullable Path chosenFile;

    SetupFixture(Path folder, UnaryOperator<SimulatorOptions> options) throws IOException {
        bench = new SimulatedBench(folder, options);
        project =
                bench.cloud.usableProjects().await().stream()
                        .filter(p -> p.name().endsWith("_team"))
                        .findFirst()
                        .orElseThrow();
        Timer timer = Timer.system();
        FxUiExecutor executor = new FxUiExecutor();
        now = new Now(timer, executor);
        ui =
                new UiContext(
                        texts,
                        now,
                        timer,
                        Workers.virtual("test"),
                        executor,
                        copied::add,
                        new Files(),
                        page -> {});
    }

    /** Opens the screen, as a start of the program does. */
    void open(Stage stage, Generation generation) {
        connect(generation);
        new Skin(Theme.LIGHT);
        holder.getChildren().setAll(screen.root());
        scene = new Scene(holder, 832, 620);
        Skin.dress(scene);
        stage.setScene(scene);
        stage.show();
        screen.shown();
    }

    /** Opens it once more, as after a restart. */
    void reopen(Generation generation) {
        robot.interact(() -> {
            screen.close();
            bench.engine.detach(CONNECTION);
            service.close();
            connect(generation);
            holder.getChildren().setAll(screen.root());
            screen.shown();
        });
    }

    /** Ends the engine too and begins anew with what the journal holds. */
    void restart(Generation generation) {
        restart(generation, journal -> {});
    }

    /** The same, with the journal left to another program in between. */
    void restart(Generation generation, Consumer<Path> meanwhile) {
        robot.interact(() -> {
            screen.close();
            service.close();
        });
        bench.restart(meanwhile);
        robot.interact(() -> {
            connect(generation);
            holder.getChildren().setAll(screen.root());
            screen.shown();
        });
    }

    /** What the screen reads. */
    SetupReading reading() {
        return new LiveSetup(service);
    }

    /** The wizard as it is open. */
    WizardViewModel wizard() {
        return java.util.Objects.requireNonNull(screen.wizard(), "no wizard is open");
    }

    /** Every word on screen. */
    String words() {
        StringBuilder all = new StringBuilder();
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {
            for (Node node : holder.lookupAll("*")) {
                if (node instanceof javafx.scene.control.Labeled labeled && shown(node)) {
                    all.append(labeled.getText()).append('\n');
                } else if (node instanceof javafx.scene.control.TextArea area && shown(node)) {
                    all.append(area.getText()).append('\n');
                }
            }
        });
        return all.toString();
    }

    private void connect(Generation generation) {
        service =
                Cloud.connect(
                        CloudSettings.single(
                                bench.simulator.endpoint(),
                                project.id(),
                                bench.simulator.region(),
                                generation),
                        new Credentials.AccessKey(
                                bench.simulator.accessKey(),
                                bench.simulator.secretKey().toCharArray()),
                        Workers.virtual("cloud"),
                        Timer.system(),
                        new Redactor(),
                        WireOptions.standard());
        bench.engine.attach(CONNECTION, "Team", project.id(), generation, service);
        screen =
                new SetupScreen(
                        new SetupContext(
                                CONNECTION,
                                generation,
                                bench.engine,
                                new LiveSetup(service),
                                SiteLists.standIn(),
                                List.of(),
                                name -> remembered.getOrDefault(name, ""),
                                (name, value) -> {
                                    if (value.isEmpty()) {
                                        remembered.remove(name);
                                    } else {
                                        remembered.put(name, value);
                                    }
                                },
                                secret -> {},
                                directory,
                                () -> {},
                                ui));
    }

    // ---- hands ----------------------------------------------------------------------------

    void until(String what, BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    30,
                    TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
        } catch (TimeoutException e) {
            throw new AssertionError("never came true: " + what, e);
        }
    }

    void appears(String id) {
        until("#" + id + " is there", () -> visible(id));
    }

    boolean visible(String id) {
        Node node = scene.lookup("#" + id);
        return node != null && shown(node);
    }

    private static boolean shown(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }

    Node node(String id) {
        Node node = scene.lookup("#" + id);
        if (node == null) {
            throw new AssertionError("not there: #" + id);
        }
        return node;
    }

    void type(String id, String text) {
        appears(id);
        robot.interact(() -> {
            TextInputControl input = (TextInputControl) node(id);
            input.requestFocus();
            input.setText(text);
        });
    }

    void press(String id) {
        appears(id);
        robot.interact(() -> {
            switch (node(id)) {
                case CheckBox box -> box.fire();
                case RadioButton radio -> radio.fire();
                case ToggleButton toggle -> toggle.fire();
                case Button button -> button.fire();
                case Node other -> throw new AssertionError(other + " cannot be pressed");
            }
        });
    }

    void key(KeyCode key) {
        robot.push(key);
        WaitForAsyncUtils.waitForFxEvents();
    }

    void alt(KeyCode letter) {
        robot.push(KeyCode.ALT, letter);
        WaitForAsyncUtils.waitForFxEvents();
    }

    void choose(String id, int index) {
        appears(id);
        until(id + " has choices", () -> ((ComboBox<?>) node(id)).getItems().size() > index);
        robot.interact(() -> ((ComboBox<?>) node(id)).getSelectionModel().select(index));
    }

    String text(String id) {
        return switch (node(id)) {
            case Label label -> label.getText();
            case TextInputControl input -> input.getText();
            case Node other -> throw new AssertionError(other + " has no text");
        };
    }

    void picture(String name) {
        robot.interact(() -> Pictures.save(scene, name));
    }

    void interact(Runnable action) {
        robot.interact(action);
    }

    Scene scene() {
        return scene;
    }

    /** The first subnet on offer that nothing speaks against. */
    void chooseFirstSubnet() {
        until("subnets are listed", () -> firstSubnet().isPresent());
        press(firstSubnet().orElseThrow());
    }

    private Optional<String> firstSubnet() {
        return scene.getRoot().lookupAll(".check-box").stream()
                .map(Node::getId)
                .filter(id -> id != null && id.startsWith("subnet-"))
                .findFirst();
    }

    @Override
    public void close() {
        robot.interact(screen::close);
        bench.close();
        service.close();
        now.close();
    }

    private final class Files implements FilePort {
        @Override
        public Optional<Path> chooseToSave(
                String title, String name, String kind, List<String> patterns) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> chooseToOpen(String title, String kind, List<String> patterns) {
            return Optional.ofNullable(chosenFile);
        }
    }
}
