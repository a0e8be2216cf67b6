package org.workspaceadmin.ui.desktops;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.workspaceadmin.directory.Computer;
import org.workspaceadmin.directory.DirectoryProblem;
import org.workspaceadmin.fleet.DesktopRow;
import org.workspaceadmin.fleet.health.Cause;
import org.workspaceadmin.fleet.health.DirectoryFacts;
import org.workspaceadmin.fleet.health.DomainHealth;
import org.workspaceadmin.fleet.health.Finding;
import org.workspaceadmin.fleet.health.HealthWord;
import org.workspaceadmin.fleet.health.Severity;
import org.workspaceadmin.fleet.health.Suggestion;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.DomainMembership;
import org.workspaceadmin.operation.Draft;
import org.workspaceadmin.task.ManualTimer;
import org.workspaceadmin.task.Workers;
import org.workspaceadmin.ui.common.CssLog;
import org.workspaceadmin.ui.common.DirectoryDoor;
import org.workspaceadmin.ui.common.FilePort;
import org.workspaceadmin.ui.common.FxUiExecutor;
import org.workspaceadmin.ui.common.Now;
import org.workspaceadmin.ui.common.OperationDialogs;
import org.workspaceadmin.ui.common.Pictures;
import org.workspaceadmin.ui.common.ScriptedDoor;
import org.workspaceadmin.ui.common.ScriptedHealth;
import org.workspaceadmin.ui.common.Skin;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.Theme;
import org.workspaceadmin.ui.common.UiContext;

@ExtendWith(ApplicationExtension.class)
class DomainHealthScreenTest {
    private static final Instant READ = SampleFleet.NOW.minus(Duration.ofMinutes(2));
    private static final String DN = "CN=FIN-0003,OU=VDI,DC=corp,DC=example";

    private final CssLog css = new CssLog();
    private final Texts texts = new Texts(Language.ENGLISH);
    private final ManualTimer timer = new ManualTimer(SampleFleet.NOW);
    private final FakeFleet fleet = new FakeFleet();
    private final ScriptedDoor door = new ScriptedDoor();
    private final List<String> dialogs = new ArrayList<>();
    private Skin skin;
    private Scene scene;
    private DesktopsScreen screen;

    @Start
    void start(Stage stage) {
        skin = new Skin(Theme.LIGHT);
        FxUiExecutor ui = new FxUiExecutor();
        UiContext context =
                new UiContext(
                        texts,
                        new Now(timer, ui),
                        timer,
                        Workers.sameThread(),
                        ui,
                        text -> {},
                        new NoFiles(),
                        page -> {});
        fleet.with(rows());
        door.health.standing(ScriptedHealth.known(READ, 1_204));
        script();
        screen = new DesktopsScreen(fleet, new Dialogs(), door, context, new NoStore());
        scene = new Scene(new StackPane(screen.root()), 832, 620);
        Skin.dress(scene);
        stage.setScene(scene);
        stage.show();
        screen.shown();
        frame();
    }

    @AfterEach
    void nothingWasComplainedAbout(FxRobot robot) {
        robot.interact(screen::close);
        assertThat(door.health.listening()).isZero();
        css.assertEmpty();
        css.close();
    }

    @Test
    void namesEveryStateInWords(FxRobot robot) {
        assertThat(words())
                .containsExactly(
                        "In domain",
                        "Out of domain",
                        "Object missing",
                        "Object disabled",
                        "Password stale",
                        "Wrong OU",
                        "DNS mismatch",
                        "Duplicate",
                        "Unknown since " + time(SampleFleet.NOW.minus(Duration.ofMinutes(9))),
                        "No report",
                        "Not asked yet",
                        "Not applicable");
        picture(robot, "domain-health");
    }

    @Test
    void sortsThoseThatNeedSomebodyFirst(FxRobot robot) {
        robot.interact(() -> {
            model().sortColumnProperty().set(DesktopColumn.DOMAIN);
        });
        frame();

        assertThat(words().subList(0, 4))
                .containsExactly(
                        "Out of domain", "Object missing", "Object disabled", "Password stale");
        assertThat(words().getLast()).isEqualTo("Not applicable");
    }

    @Test
    void theFilterKnowsTheStates(FxRobot robot) {
        filter(robot, "domain:missing");
        assertThat(names()).isEmpty();
        filter(robot, "domain:object");
        assertThat(names()).containsExactly("FIN-0003", "FIN-0004");
        filter(robot, "domain:stale,duplicate");
        assertThat(names()).containsExactly("FIN-0008");
        filter(robot, "domain:\"password stale\"");
        assertThat(names()).containsExactly("FIN-0005");
        filter(robot, "域:密码过旧");
        assertThat(names()).containsExactly("FIN-0005");
        filter(robot, "domain:out");
        assertThat(names())
                .as("also where something worse is known")
                .containsExactly("FIN-0002", "FIN-0003");
    }

    @Test
    void theChipShowsWhatNeedsRepair(FxRobot robot) {
        ToggleButton chip = robot.lookup("#desktops-chip-needs_repair").queryAs(ToggleButton.class);
        assertThat(chip.getText()).isEqualTo("Needs repair 4");

        robot.clickOn(chip);

        assertThat(names()).containsExactly("FIN-0002", "FIN-0003", "FIN-0004", "FIN-0005");
        assertThat(robot.lookup("#desktops-filter").queryAs(TextField.class).getText())
                .isEqualTo("domain:repair");
    }

    @Test
    void changesInPlaceWhenTheDirectorySaysSomethingElse(FxRobot robot) {
        robot.interact(() ->
                door.health.health(
                        "d-1",
                        ScriptedHealth.health(
                                HealthWord.OBJECT_DISABLED,
                                Severity.BAD,
                                Cause.DISABLED,
                                Suggestion.ENABLE_OBJECT,
                                null,
                                DN)));
        frame();

        assertThat(words().getFirst()).isEqualTo("Object disabled");
        assertThat(names().getFirst()).isEqualTo("FIN-0001");
    }

    @Test
    void putsWhatTheServiceSaysBesideWhatTheDirectorySays(FxRobot robot) {
        Computer own = ScriptedHealth.computer("FIN-0001", READ.minus(Duration.ofDays(12)));
        door.health.facts(
                "d-1",
                new DirectoryFacts(
                        List.of(own), "fin-0001.corp.example", Set.of("10.0.0.99"), READ));
        select(robot, 0);

        assertThat(lines(robot))
                .contains(
                        "Domain check: In domain, 14 s ago",
                        "Computer object: CN=FIN-0001,OU=VDI,DC=corp,DC=example",
                        "Enabled: Yes",
                        "Object’s Windows SID: S-1-5-21-1004336348-1177238915-682003330-2601",
                        "Owner: Domain Admins (administrator)")
                .anyMatch(line -> line.startsWith("Password set: 12 days ago"))
                .anyMatch(line -> line.startsWith("A record: 10.0.0.99, but the desktop has"));
        picture(robot, "domain-details");
    }

    @Test
    void aLongNameInTheDirectoryWidensNothing(FxRobot robot) {
        String dn = "CN=FIN-0001,OU=" + "Accounting".repeat(12) + ",DC=corp,DC=example";
        Computer there = ScriptedHealth.computer("FIN-0001", READ);
        Computer own =
                new Computer(
                        there.name(),
                        there.commonName(),
                        dn,
                        there.enabled(),
                        there.passwordSet(),
                        there.sid(),
                        there.owner(),
                        there.creator(),
                        there.created(),
                        there.lastLogon(),
                        there.operatingSystem(),
                        there.dnsHostName());
        door.health.facts("d-1", new DirectoryFacts(List.of(own), "", Set.of(), READ));
        select(robot, 0);

        assertThat(lines(robot)).contains("Computer object: " + dn);
        ScrollPane scroll = robot.lookup(".details-scroll").queryAs(ScrollPane.class);
        assertThat(scroll.getContent().getLayoutBounds().getWidth())
                .isLessThanOrEqualTo(scroll.getViewportBounds().getWidth());
    }

    @Test
    void suggestsTheOperationAsAButton(FxRobot robot) {
        select(robot, 1);

        robot.interact(() -> robot.lookup("#desktops-details-suggested").queryButton().fire());

        assertThat(dialogs).containsExactly("rejoin [FIN-0002]");
    }

    @Test
    void explainsWhatToDoWhereTheOwnerBlocksReuse(FxRobot robot) {
        door.health.health(
                "d-2",
                ScriptedHealth.health(
                        HealthWord.OUT_OF_DOMAIN,
                        Severity.BAD,
                        Cause.REPORTED_OUT,
                        Suggestion.OWNER_BLOCKS_REUSE,
                        null,
                        READ.toString()));
        frame();
        select(robot, 1);

        assertThat(robot.lookup("#desktops-details-suggestion").queryLabeled().getText())
                .contains("0xAAC", "KB5020276", "svc-imaging", "Domain Admins");
        assertThat(robot.lookup("#desktops-details-suggested").tryQuery()).isEmpty();
        picture(robot, "domain-owner");
    }

    @Test
    void offTheNetworkNothingOfTheDirectoryStaysGreen(FxRobot robot) {
        Instant since = SampleFleet.NOW.minus(Duration.ofMinutes(9));
        robot.interact(() ->
                door.health.standing(
                        ScriptedHealth.unknown(since, DirectoryProblem.Kind.UNREACHABLE)));
        frame();
        select(robot, 8);

        String unknown = "Unknown since " + time(since);
        assertThat(button(robot).getAccessibleText()).contains(unknown, "company network");
        assertThat(((Labeled) button(robot).getGraphic()).getText())
                .isEqualTo("Directory unknown since " + time(since));
        assertThat(lines(robot)).contains("Computer object: " + unknown, "Enabled: " + unknown);
        robot.interact(
                () -> robot.lookup("#desktops-details-connect").queryAs(Hyperlink.class).fire());
        assertThat(door.opened).isEqualTo(1);
        picture(robot, "domain-unknown");
    }

    @Test
    void withoutADirectoryOffersToConnect(FxRobot robot) {
        robot.interact(door.health::close);
        frame();

        assertThat(((Labeled) button(robot).getGraphic()).getText())
                .isEqualTo("Connect to the directory…");
        robot.clickOn("#desktops-directory");
        assertThat(door.opened).isEqualTo(1);
    }

    @Test
    void whereTheServiceHasADirectoryOfItsOwnNothingIsOffered(FxRobot robot) {
        robot.interact(() -> {
            door.health.close();
            door.offer.set(DirectoryDoor.Offer.CLOUD_DIRECTORY);
        });
        frame();
        select(robot, 0);

        assertThat(button(robot).isVisible()).isFalse();
        assertThat(robot.lookup("#desktops-details-connect").tryQuery()).isEmpty();
        assertThat(robot.lookup(".domain-paragraph").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .anyMatch(text -> text.contains("directory of its own"));
    }

    private void script() {
        String at = READ.toString();
        bad("d-3", HealthWord.OBJECT_MISSING, Cause.NO_OBJECT, Suggestion.REJOIN, "FIN-0003");
        bad("d-4", HealthWord.OBJECT_DISABLED, Cause.DISABLED, Suggestion.ENABLE_OBJECT, DN);
        bad("d-5", HealthWord.PASSWORD_STALE, Cause.PASSWORD_VERY_OLD, Suggestion.START, "74", at);
        odd("d-6", HealthWord.WRONG_OU, Cause.OTHER_OU, Suggestion.MOVE_OBJECT, "Old", "VDI");
        odd(
                "d-7",
                HealthWord.DNS_MISMATCH,
                Cause.OTHER_ADDRESS,
                Suggestion.CORRECT_DNS,
                "fin-0007.corp.example",
                "10.0.0.9",
                "10.0.0.7");
        odd(
                "d-8",
                HealthWord.DUPLICATE,
                Cause.SEVERAL_OBJECTS,
                Suggestion.REMOVE_DUPLICATE,
                DN,
                DN.replace("VDI", "Old"));
        door.health.health(
                "d-9",
                ScriptedHealth.health(
                        HealthWord.UNKNOWN,
                        Severity.UNKNOWN,
                        Cause.DIRECTORY_UNKNOWN,
                        Suggestion.NONE,
                        SampleFleet.NOW.minus(Duration.ofMinutes(9)),
                        "UNREACHABLE",
                        "no route",
                        "10.1.0.10"));
    }

    private void bad(String id, HealthWord word, Cause cause, Suggestion what, String... why) {
        List<Finding> findings = new ArrayList<>();
        var health = ScriptedHealth.health(word, Severity.BAD, cause, what, null, why);
        findings.addAll(health.findings());
        if (id.equals("d-3")) {
            findings.addAll(
                    ScriptedHealth.health(
                                    HealthWord.OUT_OF_DOMAIN,
                                    Severity.BAD,
                                    Cause.REPORTED_OUT,
                                    what,
                                    null,
                                    READ.toString())
                            .findings());
        }
        door.health.health(id, new DomainHealth(word, findings, what, "", true, READ, null));
    }

    private void odd(String id, HealthWord word, Cause cause, Suggestion what, String... why) {
        door.health.health(
                id, ScriptedHealth.health(word, Severity.ATTENTION, cause, what, null, why));
    }

    /** One desktop for each state. */
    private static List<DesktopRow> rows() {
        List<DesktopRow> rows = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            SampleFleet.Plain plain = SampleFleet.plain("d-" + i);
            plain.name("FIN-%04d".formatted(i)).address("10.0.0." + i);
            switch (i) {
                case 2, 3 -> plain.domain(DomainMembership.OUT);
                case 10 -> plain.domain(DomainMembership.NOT_REPORTED);
                case 11 -> plain.notAsked();
                case 12 -> plain.linux().notAsked();
                default -> plain.domain(DomainMembership.IN);
            }
            rows.add(plain.row());
        }
        return rows;
    }

    private static String time(Instant instant) {
        return java.time.format.DateTimeFormatter.ofPattern("HH:mm")
                .format(instant.atZone(java.time.ZoneId.systemDefault()));
    }

    private void filter(FxRobot robot, String text) {
        robot.interact(() -> model().filterTextProperty().set(text));
    }

    private void select(FxRobot robot, int row) {
        robot.interact(() -> {
            model().details().openProperty().set(true);
            table().getSelectionModel().clearAndSelect(row);
        });
        timer.advance(Duration.ofMillis(300));
        frame();
    }

    private DesktopsViewModel model() {
        return screen.model();
    }

    private List<String> words() {
        return table().getItems().stream()
                .map(item -> model().texts().cell(DesktopColumn.DOMAIN, item.facts()))
                .toList();
    }

    private List<String> names() {
        return table().getItems().stream().map(item -> item.facts().desktop().name()).toList();
    }

    private List<String> lines(FxRobot robot) {
        return robot
                .lookup("#desktops-details-domain .details-value")
                .queryAllAs(Control.class)
                .stream()
                .map(Node::getAccessibleText)
                .toList();
    }

    private Button button(FxRobot robot) {
        return robot.lookup("#desktops-directory").queryAs(Button.class);
    }

    @SuppressWarnings("unchecked") // the screen has one table, of desktops
    private TableView<DesktopItem> table() {
        return (TableView<DesktopItem>) scene.lookup(".table-view");
    }

    private void picture(FxRobot robot, String name) {
        robot.interact(() -> Pictures.save(scene, name));
        robot.interact(() -> {
            texts.setLanguage(Language.CHINESE);
            skin.themeProperty().set(Theme.DARK);
        });
        frame();
        robot.interact(() -> Pictures.save(scene, name + "-zh-dark"));
        robot.interact(() -> {
            texts.setLanguage(Language.ENGLISH);
            skin.themeProperty().set(Theme.LIGHT);
        });
    }

    private void frame() {
        timer.advance(Duration.ofMillis(20));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private final class Dialogs implements OperationDialogs {
        @Override
        public void rejoin(List<Desktop> desktops) {
            dialogs.add("rejoin " + desktops.stream().map(Desktop::name).toList());
        }

        @Override
        public void updateSids(List<Desktop> desktops) {
            dialogs.add("sids");
        }

        @Override
        public void changeUserName(@Nullable Desktop desktop) {
            dialogs.add("user");
        }

        @Override
        public void rebuild(List<Desktop> desktops) {
            dialogs.add("rebuild");
        }

        @Override
        public void power(List<Desktop> desktops, Draft.PowerAction action) {
            dialogs.add("power " + action);
        }
    }

    private static final class NoStore implements TableLayout.Store {
        @Override
        public Optional<TableLayout> load() {
            return Optional.empty();
        }

        @Override
        public void save(TableLayout layout) {
            // nothing outlives a test
        }
    }

    private static final class NoFiles implements FilePort {
        @Override
        public Optional<java.nio.file.Path> chooseToSave(
                String title, String name, String kind, List<String> patterns) {
            return Optional.empty();
        }

        @Override
        public Optional<java.nio.file.Path> chooseToOpen(
                String title, String kind, List<String> patterns) {
            return Optional.empty();
        }
    }
}
