package org.workspaceadmin.ui.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.workspaceadmin.directory.AccountAnswer;
import org.workspaceadmin.directory.DirectoryException;
import org.workspaceadmin.directory.DirectoryProblem;
import org.workspaceadmin.fleet.DesktopRow;
import org.workspaceadmin.fleet.health.Forecast.Code;
import org.workspaceadmin.fleet.health.Forecast.Outlook;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.LoginState;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.ui.common.CssLog;
import org.workspaceadmin.ui.common.DirectoryDoor;
import org.workspaceadmin.ui.common.FxUiExecutor;
import org.workspaceadmin.ui.common.Overlay;
import org.workspaceadmin.ui.common.Pictures;
import org.workspaceadmin.ui.common.ScriptedDoor;
import org.workspaceadmin.ui.common.ScriptedHealth;
import org.workspaceadmin.ui.common.Skin;
import org.workspaceadmin.ui.common.Theme;
import org.workspaceadmin.ui.operation.ForecastRow.Outcome;

/** What the dialogs of operations know of the company's directory. */
@ExtendWith(ApplicationExtension.class)
class DirectoryDialogsTest {
    private final CssLog css = new CssLog();
    private final FakeOperations operations = new FakeOperations();
    private final FakeFleet fleet = new FakeFleet();
    private final ScriptedDoor door = new ScriptedDoor();
    private final TestContext test = new TestContext(new FxUiExecutor());
    private final Map<String, AccountAnswer> accounts = new LinkedHashMap<>();
    private Skin skin;
    private Scene scene;
    private Overlay overlay;
    private DialogLayer dialogs;

    @Start
    void start(Stage stage) {
        skin = new Skin(Theme.LIGHT);
        overlay = new Overlay();
        dialogs =
                new DialogLayer(
                        new DialogContext(operations, fleet, "c1", door, test.ui),
                        overlay,
                        id -> overlay.close());
        scene = new Scene(new StackPane(new StackPane(), overlay), 1000, 700);
        Skin.dress(scene);
        stage.setScene(scene);
        stage.show();
        door.health.standing(ScriptedHealth.known(test.timer.instant(), 1_204));
        door.answers =
                names -> {
                    Map<String, AccountAnswer> found = new LinkedHashMap<>();
                    names.forEach(name ->
                            found.put(name, accounts.getOrDefault(name, account(name, ""))));
                    return Optional.of(Work.of(found));
                };
    }

    @AfterEach
    void nothingWasComplainedAbout(FxRobot robot) {
        robot.interact(overlay::close);
        assertThat(door.health.listening()).isZero();
        css.assertEmpty();
        css.close();
    }

    @Test
    void foretellsEachTargetTheWorstFirstAndSaysWhy(FxRobot robot) {
        List<Desktop> chosen = rejoinable();
        robot.interact(() -> dialogs.rejoin(chosen));

        assertThat(forecast(robot).stream().map(ForecastRow::outcome))
                .containsExactly(
                        Outcome.FAILS,
                        Outcome.FAILS,
                        Outcome.ATTENTION,
                        Outcome.NOT_KNOWN,
                        Outcome.WORKS,
                        Outcome.WORKS);
        assertThat(badges(robot))
                .containsExactly("2 will fail", "1 needs attention", "1 not known", "2 will work");
        assertThat(robot.lookup(".forecast-why").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .anyMatch(text -> text.contains("0xAAC") && text.contains("svc-imaging"));
        assertThat(robot.lookup(".operation-submit").queryButton().isDisabled())
                .as("a forecast forbids nothing")
                .isFalse();
        picture(robot, "rejoin-forecast");
    }

    @Test
    void leavesOutWhatWillFailWithOnePressAndTakesItBack(FxRobot robot) {
        List<Desktop> chosen = rejoinable();
        robot.interact(() -> dialogs.rejoin(chosen));

        robot.interact(() -> robot.lookup(".forecast-leave-out").queryButton().fire());

        assertThat(robot.lookup(".operation-submit").queryButton().getText())
                .isEqualTo("Rejoin 4 desktops");
        assertThat(forecast(robot)).noneMatch(row -> row.outcome() == Outcome.FAILS);
        robot.interact(() -> robot.lookup(".forecast-take-back").queryAs(Hyperlink.class).fire());
        assertThat(robot.lookup(".operation-submit").queryButton().getText())
                .isEqualTo("Rejoin 6 desktops");
    }

    @Test
    void followsTheDirectoryWhileTheDialogIsOpen(FxRobot robot) {
        List<Desktop> chosen = rejoinable();
        robot.interact(() -> dialogs.rejoin(chosen));
        door.health.forecast(TestDesktops.id(1), Outlook.FAILS, Code.OBJECT_DISABLED, "CN=x");

        robot.interact(() -> door.health.changed(java.util.Set.of(TestDesktops.id(1))));
        pass(Duration.ofMillis(50));

        assertThat(badges(robot).getFirst()).isEqualTo("3 will fail");
    }

    @Test
    void readsADirectoryAgainThatWasReadLongAgo(FxRobot robot) {
        Instant old = test.timer.instant().minus(Duration.ofMinutes(14));
        door.health.standing(ScriptedHealth.known(old, 1_204));
        robot.interact(() -> dialogs.rejoin(TestDesktops.many(3)));

        assertThat(door.health.refreshes).isEqualTo(1);
    }

    @Test
    void saysThatItIsByTheServiceAloneAndOffersToConnect(FxRobot robot) {
        List<Desktop> chosen = rejoinable();
        door.health.close();
        robot.interact(() -> dialogs.rejoin(chosen));

        assertThat(robot.lookup(".forecast-note").queryLabeled().getText())
                .contains("service says alone");
        robot.interact(() -> robot.lookup(".forecast-connect").queryAs(Hyperlink.class).fire());
        assertThat(door.opened).isEqualTo(1);
    }

    @Test
    void looksBothNamesUpOnceTypingRests(FxRobot robot) {
        accounts.put("a.lin", account("a.lin", "a.lin"));
        accounts.put("m.weber", account("m.weber", "M.Weber"));
        fleet.usersDesktops =
                name -> Work.of(List.of(TestDesktops.of(1, "a.lin", LoginState.CONNECTED)));
        robot.interact(
                () -> dialogs.changeUserName(TestDesktops.of(1, "a.lin", LoginState.CONNECTED)));
        robot.interact(() -> robot.lookup(".new-name").queryAs(TextField.class).setText("m"));
        robot.interact(() -> robot.lookup(".new-name").queryAs(TextField.class).setText("m.web"));
        robot.interact(() -> robot.lookup(".new-name").queryAs(TextField.class).setText("m.weber"));
        assertThat(notes(robot, ".new-account")).containsExactly("Asking the directory…");

        pass(Duration.ofSeconds(1));

        assertThat(door.asked)
                .as("one question for both")
                .containsExactly(List.of("a.lin", "m.weber"));
        assertThat(notes(robot, ".old-account"))
                .containsExactly(
                        "In the directory: a.lin, corp.example", "Connected now: FIN-0001");
        assertThat(notes(robot, ".new-account"))
                .containsExactly("The directory spells it M.Weber.");
        picture(robot, "change-user-directory");

        robot.interact(() -> robot.lookup(".take-spelling").queryAs(Hyperlink.class).fire());
        assertThat(robot.lookup(".new-name").queryAs(TextField.class).getText())
                .isEqualTo("M.Weber");
    }

    @Test
    void saysWhatIsWrongWithAnAccount(FxRobot robot) {
        accounts.put(
                "gone",
                new AccountAnswer(
                        "gone", false, "", false, "", "", "", false, false, false, false, null));
        accounts.put(
                "x.blocked",
                new AccountAnswer(
                        "x.blocked",
                        true,
                        "x.blocked",
                        false,
                        "corp.example",
                        "CN=x",
                        "S-1",
                        true,
                        true,
                        false,
                        true,
                        null));
        robot.interact(
                () -> dialogs.changeUserName(TestDesktops.of(1, "gone", LoginState.REGISTERED)));
        robot.interact(
                () -> robot.lookup(".new-name").queryAs(TextField.class).setText("x.blocked"));
        pass(Duration.ofSeconds(1));

        assertThat(notes(robot, ".old-account"))
                .containsExactly("The directory has no account gone.");
        assertThat(notes(robot, ".new-account"))
                .containsExactly(
                        "This account is disabled.",
                        "This account is locked now.",
                        "Its password has expired or must be changed.");
    }

    @Test
    void isNotKnownWithoutADirectoryAndSaidNowhereWhereThereCanBeNone(FxRobot robot) {
        door.answers = names -> Optional.empty();
        robot.interact(() -> dialogs.changeUserName(TestDesktops.one(1)));
        robot.interact(() -> robot.lookup(".new-name").queryAs(TextField.class).setText("m.weber"));
        pass(Duration.ofSeconds(1));
        assertThat(notes(robot, ".new-account"))
                .containsExactly("Not known: the directory is not connected.");
        robot.interact(overlay::close);

        door.offer.set(DirectoryDoor.Offer.CLOUD_DIRECTORY);
        robot.interact(() -> dialogs.changeUserName(TestDesktops.one(1)));
        robot.interact(() -> robot.lookup(".new-name").queryAs(TextField.class).setText("m.weber"));
        pass(Duration.ofSeconds(1));

        assertThat(notes(robot, ".new-account")).isEmpty();
    }

    @Test
    void aDirectoryThatDoesNotAnswerKeepsNobodyFromTyping(FxRobot robot) {
        door.answers =
                names ->
                        Optional.of(
                                Work.failed(
                                        new DirectoryException(
                                                new DirectoryProblem(
                                                        DirectoryProblem.Kind.UNREACHABLE,
                                                        "",
                                                        null,
                                                        "no route",
                                                        test.timer.instant()))));
        robot.interact(() -> dialogs.changeUserName(TestDesktops.one(1)));
        robot.interact(() -> robot.lookup(".new-name").queryAs(TextField.class).setText("m.weber"));
        pass(Duration.ofSeconds(1));

        assertThat(notes(robot, ".new-account"))
                .singleElement()
                .asString()
                .contains("could not be asked", "company network");
    }

    @Test
    void asksForAllNamesOfAListTogether(FxRobot robot) {
        List<DesktopRow> rows = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            rows.add(new DesktopRow(TestDesktops.of(i, "user" + i, LoginState.REGISTERED), null));
        }
        fleet.listed = rows;
        accounts.put(
                "new2",
                new AccountAnswer(
                        "new2", false, "", false, "", "", "", false, false, false, false, null));
        for (String name : List.of("user1", "user2", "user3", "new1", "new3")) {
            accounts.put(name, account(name, name));
        }
        robot.interact(dialogs::changeUserNames);
        robot.interact(() ->
                robot.lookup(".list-text")
                        .queryAs(TextArea.class)
                        .setText("user1,new1\nuser2,new2\nuser3,new3"));
        pass(Duration.ofSeconds(1));
        pass(Duration.ofSeconds(1));

        assertThat(door.asked.getLast()).hasSize(6).contains("user1", "new3");
        assertThat(robot.lookup(".list-why").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .anyMatch(text -> text.contains("new2: The directory has no account new2."));
    }

    private void pass(Duration time) {
        test.timer.advance(time);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Six desktops: two will fail, one needs attention, of one nothing is known. */
    private List<Desktop> rejoinable() {
        List<Desktop> all = TestDesktops.many(6);
        fleet.listed = all.stream().map(each -> new DesktopRow(each, null)).toList();
        door.health
                .forecast(
                        TestDesktops.id(2),
                        Outlook.FAILS,
                        Code.OWNER_BLOCKS_REUSE,
                        "svc-imaging",
                        "svc-workspace",
                        "CN=FIN-0002,OU=VDI,DC=corp,DC=example")
                .forecast(
                        TestDesktops.id(4),
                        Outlook.FAILS,
                        Code.OBJECT_DISABLED,
                        "CN=FIN-0004,OU=VDI,DC=corp,DC=example")
                .forecast(TestDesktops.id(5), Outlook.ATTENTION, Code.SESSION, "f.zhang")
                .forecast(TestDesktops.id(3), Outlook.ATTENTION, Code.NOT_CHECKED);
        return all;
    }

    private static AccountAnswer account(String asked, String spelled) {
        return new AccountAnswer(
                asked,
                !spelled.isEmpty(),
                spelled,
                false,
                "corp.example",
                "CN=" + spelled,
                "S-1-5-21-1-2-3-1104",
                false,
                false,
                false,
                false,
                null);
    }

    private static List<ForecastRow> forecast(FxRobot robot) {
        ListView<ForecastRow> list = robot.lookup(".forecast-rows").query();
        return List.copyOf(list.getItems());
    }

    private static List<String> badges(FxRobot robot) {
        return robot.lookup(".forecast-counts .state-badge").queryAllAs(Labeled.class).stream()
                .filter(Node::isVisible)
                .map(Labeled::getText)
                .toList();
    }

    private static List<String> notes(FxRobot robot, String query) {
        return robot.lookup(query + " .state-badge").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList();
    }

    private void picture(FxRobot robot, String name) {
        robot.interact(() -> Pictures.save(scene, name));
        robot.interact(() -> {
            test.texts.setLanguage(Language.CHINESE);
            skin.themeProperty().set(Theme.DARK);
        });
        robot.interact(() -> Pictures.save(scene, name + "-zh-dark"));
        robot.interact(() -> {
            test.texts.setLanguage(Language.ENGLISH);
            skin.themeProperty().set(Theme.LIGHT);
        });
    }
}
