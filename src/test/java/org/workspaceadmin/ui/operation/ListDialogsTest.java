package org.workspaceadmin.ui.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.workspaceadmin.fleet.DesktopRow;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.LoginState;
import org.workspaceadmin.model.UserNameChange;
import org.workspaceadmin.operation.Draft;
import org.workspaceadmin.operation.KnownNames;
import org.workspaceadmin.operation.RealPlans;
import org.workspaceadmin.operation.list.ListMatch.MatchedRow;
import org.workspaceadmin.operation.list.NameRow;
import org.workspaceadmin.ui.common.CssLog;
import org.workspaceadmin.ui.common.FxUiExecutor;
import org.workspaceadmin.ui.common.Overlay;
import org.workspaceadmin.ui.common.Pictures;
import org.workspaceadmin.ui.common.Skin;
import org.workspaceadmin.ui.common.Theme;

/** Dialogs that begin with a list, and the forms of messages, maintenance and names. */
@ExtendWith(ApplicationExtension.class)
class ListDialogsTest {
    @TempDir Path folder;

    private final CssLog css = new CssLog();
    private final FakeOperations operations = new FakeOperations();
    private final FakeFleet fleet = new FakeFleet();
    private final List<Desktop> chosen = new ArrayList<>();
    private TestContext test;
    private Skin skin;
    private Scene scene;
    private Overlay overlay;
    private DialogLayer dialogs;

    @Start
    void start(Stage stage) {
        skin = new Skin(Theme.LIGHT);
        test = new TestContext(new FxUiExecutor());
        overlay = new Overlay();
        operations.planner = draft -> RealPlans.of(draft, KnownNames.NONE);
        fleet.listed = fleet(12).map(d -> new DesktopRow(d, null)).toList();
        dialogs =
                new DialogLayer(
                        new DialogContext(operations, fleet, "c1", test.ui), overlay, id -> {});
        scene = new Scene(new StackPane(overlay), 1000, 700);
        Skin.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    /** Twelve desktops: four users with one each, then a user with two, and so on. */
    private static Stream<Desktop> fleet(int count) {
        String[] users = {"a.lin", "b.ortiz", "c.weber", "d.nakamura", "e.rossi", "e.rossi"};
        return Stream.iterate(1, i -> i + 1)
                .limit(count)
                .map(i ->
                        TestDesktops.of(
                                i,
                                i <= 6 ? users[i - 1] : "user" + i,
                                i % 3 == 0 ? LoginState.CONNECTED : LoginState.REGISTERED));
    }

    @AfterEach
    void nothingWasComplainedAbout() {
        css.assertEmpty();
        css.close();
    }

    // ---- a list with bad rows --------------------------------------------------------------

    @Test
    void aListWithBadRowsChoosesOnlyWhatIsClear(FxRobot robot) {
        robot.interact(() -> dialogs.chooseFromList(chosen::addAll));
        assertThat(submit(robot, ".list-choose").isDisabled()).isTrue();
        type(
                robot,
                """
                # asked for by Finance
                fin-0001

                FIN-0001
                10.1.0.2
                e.rossi
                nobody.here
                %s
                """
                        .formatted(TestDesktops.id(3)));

        assertThat(visible(robot, "3 matched")).isTrue();
        assertThat(visible(robot, "1 ambiguous")).isTrue();
        assertThat(visible(robot, "1 not found")).isTrue();
        assertThat(visible(robot, "1 repeated")).isTrue();
        assertThat(this.<MatchedRow>rows(robot))
                .extracting(r -> r.line() + " " + r.outcome())
                .containsExactly(
                        "6 AMBIGUOUS",
                        "7 UNMATCHED",
                        "4 DUPLICATE",
                        "2 MATCHED",
                        "5 MATCHED",
                        "8 MATCHED");
        assertThat(visible(robot, "Fits 2 desktops: FIN-0005, FIN-0006")).isTrue();
        picture(robot, "list-choose");
        chineseDark(robot, "list-choose");

        robot.clickOn(".list-copy");
        assertThat(test.copied.getFirst().lines())
                .containsExactly(
                        "Line\tText\tWhy left out\tDesktops it fits",
                        "6\te.rossi\tAmbiguous\tFIN-0005, FIN-0006",
                        "7\tnobody.here\tNot found\t",
                        "4\tFIN-0001\tRepeated\tFIN-0001");
        robot.clickOn(".list-choose");
        assertThat(overlay.isOpen()).isFalse();
        assertThat(chosen)
                .extracting(Desktop::name)
                .containsExactly("FIN-0001", "FIN-0002", "FIN-0003");
    }

    @Test
    void allDesktopsOfAmbiguousRowsAreTakenOnlyWhenTheOperatorSaysSo(FxRobot robot) {
        robot.interact(() -> dialogs.chooseFromList(chosen::addAll));
        type(robot, "e.rossi\nFIN-0001");
        assertThat(submit(robot, ".list-choose").getText()).isEqualTo("Select 1 desktop");

        robot.clickOn(".list-every").clickOn(".list-choose");

        assertThat(chosen)
                .extracting(Desktop::name)
                .containsExactly("FIN-0005", "FIN-0006", "FIN-0001");
    }

    @Test
    void aFileOfASpreadsheetIsReadInItsEncodingByTheColumnItsHeadingNames(FxRobot robot)
            throws IOException {
        Path file = folder.resolve("桌面.csv");
        Files.write(file, "备注,桌面名称\n财务,FIN-0002\n".getBytes(Charset.forName("GB18030")));
        test.files.open = file;
        robot.interact(() -> dialogs.chooseFromList(chosen::addAll));

        robot.clickOn(".list-open");

        assertThat(((TextArea) robot.lookup(".list-text").query()).getText()).startsWith("备注");
        assertThat(this.<MatchedRow>rows(robot))
                .extracting(MatchedRow::text)
                .containsExactly("FIN-0002");
        robot.clickOn(".list-headed");
        assertThat(this.<MatchedRow>rows(robot)).hasSize(2);
    }

    @Test
    void whatCannotBeReadIsSaidInPlace(FxRobot robot) throws IOException {
        robot.interact(() -> dialogs.chooseFromList(chosen::addAll));
        type(robot, "a,b\n\"c,d\n");
        assertThat(text(robot, ".list-fault")).startsWith("Line 2: a quotation mark");
        assertThat(submit(robot, ".list-choose").isDisabled()).isTrue();

        Path picture = folder.resolve("picture.png");
        Files.write(picture, new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 13, (byte) 0xFF, 0});
        test.files.open = picture;
        robot.clickOn(".list-open");
        assertThat(text(robot, ".list-fault")).startsWith("This is no text");
        test.files.open = folder.resolve("missing.csv");
        robot.clickOn(".list-open");
        assertThat(text(robot, ".list-fault")).contains("missing.csv");
    }

    // ---- user names ------------------------------------------------------------------------

    @Test
    void manyUserNamesAreJudgedRowByRowAndOnlyTheGoodOnesAreSent(FxRobot robot) throws IOException {
        robot.interact(() -> dialogs.changeUserNames());
        assertThat(submit(robot, ".operation-submit").isDisabled()).isTrue();
        type(
                robot,
                """
                old,new
                e.rossi,e.bianchi
                a.lin,b.ortiz
                b.ortiz,b.moreno
                c.weber,d.nakamura
                d.nakamura,c.weber
                user7,user8
                user9,x.new
                user10,x.new
                ghost,somebody
                """);

        assertThat(this.<NameRow>rows(robot))
                .filteredOn(NameRow::good)
                .extracting(NameRow::old)
                .containsExactly("e.rossi", "b.ortiz", "user7");
        assertThat(visible(robot, "3 rows will be sent")).isTrue();
        assertThat(visible(robot, "6 left out")).isTrue();
        assertThat(visible(robot, "1 with a warning")).isTrue();
        assertThat(text(robot, ".dialog-title")).isEqualTo("Hand 4 desktops of 3 users to others");
        assertThat(text(robot, ".tab-requests")).isEqualTo("3 requests");
        picture(robot, "list-users");
        chineseDark(robot, "list-users");

        test.files.save = folder.resolve("left-out.csv");
        robot.clickOn(".list-save");
        String saved = Files.readString(test.files.save, StandardCharsets.UTF_8);
        assertThat(saved.lines()).hasSize(7);
        assertThat(saved)
                .contains("c.weber and d.nakamura would exchange names")
                .contains("b.ortiz becomes b.moreno in this list")
                .contains("user10 is to become x.new too")
                .contains("No desktop is listed for ghost");

        robot.clickOn(".operation-submit");
        Draft.ChangeUserNames draft =
                (Draft.ChangeUserNames) operations.submitted.getFirst().draft();
        assertThat(draft.rows())
                .extracting(Draft.Handover::change)
                .containsExactly(
                        new UserNameChange("e.rossi", "", "e.bianchi", "", false),
                        new UserNameChange("b.ortiz", "", "b.moreno", "", false),
                        new UserNameChange("user7", "", "user8", "", false));
        assertThat(operations.submitted.getFirst().requests()).hasSize(3);
    }

    @Test
    void aRestartOfManyDesktopsIsConfirmedByTheirNumber(FxRobot robot) {
        robot.interact(() -> dialogs.changeUserNames());
        type(robot, "e.rossi\te.bianchi\na.lin\ta.wang\n");
        robot.clickOn(".user-restart");
        assertThat(submit(robot, ".operation-submit").isDisabled()).isTrue();
        robot.clickOn(".operation-confirm").write("3");
        robot.interact(
                () -> robot.lookup(".operation-reason").queryAs(TextField.class).setText("CHG-7"));
        robot.clickOn(".operation-submit");

        assertThat(operations.submitted).hasSize(1);
    }

    // ---- renames, messages, maintenance ----------------------------------------------------

    @Test
    void oneDesktopIsRenamedByAField(FxRobot robot) {
        robot.interact(() -> dialogs.rename(List.of(TestDesktops.one(5))));
        assertThat(text(robot, ".dialog-title")).isEqualTo("Rename FIN-0005");
        robot.doubleClickOn(".rename-name").eraseText(8);
        robot.interact(() -> ((TextField) robot.lookup(".rename-name").query()).setText("_x-"));
        robot.clickOn(".operation-submit");
        assertThat(visible(robot, "The name begins with a letter or a digit.")).isFalse();
        assertThat(text(robot, ".form .field-message")).contains("begins with a letter or a digit");
        picture(robot, "rename");
        robot.interact(
                () -> ((TextField) robot.lookup(".rename-name").query()).setText("FIN-财务-01"));
        robot.clickOn(".operation-submit");

        assertThat(operations.submitted.getFirst().requests().getFirst().request().body())
                .isEqualTo("{\"desktop\":{\"computer_name\":\"FIN-财务-01\"}}");
    }

    @Test
    void severalDesktopsAreRenamedByAList(FxRobot robot) {
        robot.interact(() -> dialogs.rename(fleet(3).toList()));
        TextArea area = robot.lookup(".list-text").query();
        assertThat(area.getText())
                .isEqualTo("FIN-0001\tFIN-0001\nFIN-0002\tFIN-0002\nFIN-0003\tFIN-0003");
        assertThat(submit(robot, ".operation-submit").isDisabled()).isTrue();
        robot.interact(() -> area.setText("FIN-0001\tHR-1\nFIN-0002\tFIN-0003\nFIN-0003\tHR-3"));
        picture(robot, "list-renames");
        robot.clickOn(".operation-submit");

        assertThat(operations.submitted.getFirst().requests()).hasSize(2);
    }

    @Test
    void aLogOffIsConfirmedAndAMessageIsRequired(FxRobot robot) {
        List<Desktop> desktops = fleet(6).toList();
        robot.interact(() -> dialogs.logOff(desktops));
        assertThat(text(robot, ".dialog-title")).isEqualTo("Log the users off 2 desktops");
        assertThat(text(robot, ".left-out-count")).isEqualTo("4 left out");
        robot.clickOn(".message-text").write("Please save your work.");
        robot.clickOn(".operation-confirm").write("2");
        picture(robot, "logoff");
        chineseDark(robot, "logoff");
        robot.clickOn(".operation-submit");
        assertThat(operations.submitted.getFirst().draft())
                .isEqualTo(new Draft.LogOff(desktops, "Please save your work."));

        robot.interact(() -> dialogs.sendMessage(desktops));
        robot.clickOn(".operation-submit");
        assertThat(operations.submitted).hasSize(1);
        assertThat(text(robot, ".form .field-message")).isEqualTo("Enter the message.");
        robot.clickOn(".message-text").write("Tonight at 22:00");
        picture(robot, "notify");
        robot.clickOn(".operation-submit");
        assertThat(operations.submitted).hasSize(2);
    }

    @Test
    void maintenanceBeginsWithoutConfirmationAndWarnsOfSessions(FxRobot robot) {
        robot.interact(() -> dialogs.maintenance(fleet(6).toList(), true));
        assertThat(visible(robot, "Somebody is signed in to 2 of them. Send a message first."))
                .isTrue();
        picture(robot, "maintenance");
        robot.clickOn(".operation-submit");
        assertThat(operations.submitted.getFirst().requests().getFirst().request().body())
                .contains("\"in_maintenance_mode\":true");
    }

    @Test
    void aRetryFillsTheListInAgain(FxRobot robot) {
        Draft.Handover row =
                new Draft.Handover(
                        new UserNameChange("a.lin", "corp", "a.wang", "", false),
                        fleet(1).toList());
        robot.interact(() -> dialogs.retry(new Draft.ChangeUserNames(List.of(row, row))));

        TextArea area = robot.lookup(".list-text").query();
        assertThat(area.getText().lines()).containsOnly("corp\\a.lin\ta.wang");
    }

    // ---- hands -----------------------------------------------------------------------------

    private void type(FxRobot robot, String list) {
        robot.interact(() -> ((TextArea) robot.lookup(".list-text").query()).setText(list));
    }

    @SuppressWarnings("unchecked") // the test knows what its list shows
    private <T> List<T> rows(FxRobot robot) {
        return List.copyOf(((ListView<T>) robot.lookup(".judged-rows").query()).getItems());
    }

    private static boolean visible(FxRobot robot, String text) {
        return robot.lookup((Node n) ->
                        n instanceof Labeled l && l.isVisible() && text.equals(l.getText()))
                .tryQuery()
                .isPresent();
    }

    private static Button submit(FxRobot robot, String query) {
        return robot.lookup(query).queryButton();
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Labeled.class).getText();
    }

    private void picture(FxRobot robot, String name) {
        robot.interact(() -> Pictures.save(scene, "operation-" + name.toLowerCase(Locale.ROOT)));
    }

    private void chineseDark(FxRobot robot, String name) {
        robot.interact(() -> {
            skin.themeProperty().set(Theme.DARK);
            test.texts.setLanguage(Language.CHINESE);
        });
        picture(robot, name + "-zh-dark");
        robot.interact(() -> {
            skin.themeProperty().set(Theme.LIGHT);
            test.texts.setLanguage(Language.ENGLISH);
        });
    }
}
