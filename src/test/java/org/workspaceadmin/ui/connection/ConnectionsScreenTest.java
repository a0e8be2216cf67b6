package org.workspaceadmin.ui.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.connection.ConnectionDraft;
import org.workspaceadmin.connection.Detected;
import org.workspaceadmin.connection.Endpoints;
import org.workspaceadmin.connection.Identity;
import org.workspaceadmin.connection.Marking;
import org.workspaceadmin.connection.Region;
import org.workspaceadmin.connection.SignInKind;
import org.workspaceadmin.connection.secret.StoreState;
import org.workspaceadmin.connection.transfer.ConnectionsFile;
import org.workspaceadmin.connection.transfer.Findings;
import org.workspaceadmin.connection.transfer.Found;
import org.workspaceadmin.connection.transfer.Incoming;
import org.workspaceadmin.connection.transfer.Origin;
import org.workspaceadmin.connection.transfer.SharedConnection;
import org.workspaceadmin.connection.transfer.Unreadable;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.model.EnterpriseProject;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Project;
import org.workspaceadmin.model.Secret;
import org.workspaceadmin.task.ManualTimer;
import org.workspaceadmin.task.UiExecutor;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.task.Workers;
import org.workspaceadmin.ui.common.ConnectionEntry;
import org.workspaceadmin.ui.common.CssLog;
import org.workspaceadmin.ui.common.FilePort;
import org.workspaceadmin.ui.common.Now;
import org.workspaceadmin.ui.common.Opening;
import org.workspaceadmin.ui.common.Overlay;
import org.workspaceadmin.ui.common.Pictures;
import org.workspaceadmin.ui.common.Skin;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.Theme;
import org.workspaceadmin.ui.common.UiContext;
import org.workspaceadmin.ui.connection.ConnectionActions.Removal;

@ExtendWith(ApplicationExtension.class)
class ConnectionsScreenTest {
    private final CssLog css = new CssLog();
    private final Texts texts = new Texts(Language.ENGLISH);
    private final ManualTimer timer = new ManualTimer();
    private final FakeConnections program = new FakeConnections();
    private final Overlay overlay = new Overlay();
    private Skin skin;
    private Scene scene;
    private ConnectionsViewModel model;
    private ConnectionsScreen screen;

    @Start
    void start(Stage stage) {
        skin = new Skin(Theme.LIGHT);
        UiContext context =
                new UiContext(
                        texts,
                        new Now(timer, UiExecutor.sameThread()),
                        timer,
                        Workers.sameThread(),
                        UiExecutor.sameThread(),
                        text -> {},
                        new ChosenFile(),
                        page -> {});
        model = new ConnectionsViewModel(program, context.ui(), timer, context.now());
        screen = new ConnectionsScreen(model, program, context, overlay);
        scene = new Scene(new StackPane(screen.root(), overlay), 1000, 652);
        Skin.dress(scene);
        stage.setScene(scene);
        stage.show();
        screen.shown();
    }

    @AfterEach
    void nothingWasComplainedAbout() {
        css.assertEmpty();
        css.close();
    }

    @Test
    void anEmptyListSaysWhatToDo(FxRobot robot) {
        picture(robot, "connections-empty");
        robot.clickOn("#connections-add-first");
        assertThat(robot.lookup("#save-and-connect").tryQuery()).isPresent();
        assertThat(robot.lookup("#region").query().isFocused()).isTrue();
    }

    @Test
    void theListSaysEverythingThatTellsConnectionsApart(FxRobot robot) {
        keep(robot);
        picture(robot, "connections-list");
        darkChinese(robot);
        picture(robot, "connections-list-dark-zh");
        robot.interact(() -> texts.setLanguage(Language.ENGLISH));
        assertThat(words(robot, "#connections-list"))
                .contains(
                        "Production",
                        "production",
                        "Protected",
                        "By administrator",
                        "ap-southeast-3  ·  p1",
                        "Access key AKIA…MPLE  ·  sign-in remembered",
                        "Password it.admin @ example  ·  asks for the secret",
                        "3 h ago",
                        "Never used");
    }

    @Test
    void keysOpenEditAndRemove(FxRobot robot) {
        keep(robot);
        robot.interact(screen::focus);
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        robot.press(KeyCode.F2).release(KeyCode.F2);
        assertThat(robot.lookup("#connection-name").queryAs(TextInputControl.class).getText())
                .isEqualTo("Production");
        robot.clickOn("#editor-back");
        robot.interact(screen::focus);
        robot.press(KeyCode.DELETE).release(KeyCode.DELETE);
        picture(robot, "connections-remove");
        assertThat(robot.lookup("#question-keep").query().isFocused()).isTrue();
        robot.clickOn("#question-do");
        assertThat(program.heard).containsExactly("open a", "remove a");
    }

    @Test
    void aConnectionWithOpenOperationsStays(FxRobot robot) {
        keep(robot);
        program.removal = Work.of(new Removal.StillFollowed(2));
        robot.interact(() -> model.remove("a"));
        assertThat(words(robot, ".question")).anyMatch(text -> text.startsWith("2 operations are"));
        robot.clickOn("#question-keep");
        assertThat(model.entries()).hasSize(3);
    }

    @Test
    void whatTheAdministratorProvidesCannotBeRemovedOrMoved(FxRobot robot) {
        keep(robot);
        robot.interact(() -> model.edit("b"));
        assertThat(robot.lookup("#region").query().isDisabled()).isTrue();
        assertThat(robot.lookup("#connection-name").query().isDisabled()).isTrue();
        assertThat(robot.lookup("#password").query().isDisabled()).isFalse();
        picture(robot, "editor-locked");
    }

    @Test
    void regionsAreFoundByPlaceIdAndSite(FxRobot robot) {
        robot.interact(() -> model.add());
        robot.clickOn("#region").write("singa");
        ListView<Region> matches = robot.lookup("#region-matches").queryListView();
        assertThat(matches.getItems()).extracting(Region::id).containsExactly("ap-southeast-3");
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        assertThat(text(robot, "#region")).isEqualTo("AP-Singapore · ap-southeast-3");
        assertThat(matches.isVisible()).isFalse();
        type(robot, "#region", "");
        robot.clickOn("#region").write("europe");
        picture(robot, "editor-region");
        robot.press(KeyCode.DOWN).release(KeyCode.DOWN);
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        assertThat(text(robot, "#region")).contains("eu-west-101");
    }

    @Test
    void nothingIsSentWhileSomethingIsMissing(FxRobot robot) {
        robot.interact(() -> model.add());
        fire(robot, "#save-and-connect");
        assertThat(program.heard).isEmpty();
        assertThat(visibleFaults(robot))
                .contains(
                        "Choose a region, or enter an address.",
                        "Enter the access key ID (AK).",
                        "Enter the secret key (SK).");
        assertThat(robot.lookup("#region").query().isFocused()).isTrue();
        picture(robot, "editor-faults");
    }

    @Test
    void anUnclearGenerationIsAskedFor(FxRobot robot) {
        robot.interact(() -> model.add());
        fillIn(robot);
        program.opening =
                Work.of(
                        new Opening.WhichGeneration(
                                connection("x", "X", Marking.NONE, key()),
                                new Detected.Unclear(
                                        Detected.Why.REFUSED,
                                        Problem.without(
                                                Problem.Kind.FORBIDDEN, "", "", Instant.EPOCH))));
        fire(robot, "#save-and-connect");
        assertThat(robot.lookup("#generation-unclear").query().isVisible()).isTrue();
        assertThat(robot.lookup("#generation-V2").queryAs(ToggleButton.class).isSelected())
                .isTrue();
        fire(robot, "#generation-V1");
        fire(robot, "#save-and-connect");
        assertThat(program.heard).last().asString().contains(" V1 ");
    }

    @Test
    void aProjectIsPickedOrSaidToBeMissing(FxRobot robot) {
        robot.interact(() -> model.add());
        fillIn(robot);
        Connection asked = connection("x", "X", Marking.NONE, key());
        program.opening = Work.of(new Opening.WhichProject(asked, List.of()));
        fire(robot, "#save-and-connect");
        assertThat(robot.lookup("#no-project").query().isVisible()).isTrue();
        program.opening =
                Work.of(
                        new Opening.WhichProject(
                                asked,
                                List.of(
                                        new Project("p1", "ap-southeast-3_a", "", "", true, ""),
                                        new Project("p2", "ap-southeast-3_b", "", "", true, ""))));
        fire(robot, "#save-and-connect");
        ComboBox<Project> choice = robot.lookup("#project-choice").queryComboBox();
        assertThat(choice.isVisible()).isTrue();
        robot.interact(() -> choice.getSelectionModel().select(1));
        picture(robot, "editor-project");
        fire(robot, "#save-and-connect");
        assertThat(program.heard).last().asString().contains("[p2]");
    }

    @Test
    void enterpriseProjectsAreOfferedOnAsking(FxRobot robot) {
        robot.interact(() -> model.add());
        fillIn(robot);
        program.enterprise = Work.of(List.of(new EnterpriseProject("e1", "finance", "", true)));
        fire(robot, "#find-enterprise-projects");
        ComboBox<EnterpriseProject> choice = robot.lookup("#enterprise-choice").queryComboBox();
        robot.interact(() -> choice.getSelectionModel().selectFirst());
        assertThat(text(robot, "#enterprise-project")).isEqualTo("e1");
    }

    @Test
    void rememberIsOfferedOnlyWhereTheKeyStoreWorks(FxRobot robot) {
        program.store =
                new StoreState(StoreState.Store.SECRET_SERVICE, StoreState.Kind.LOCKED, "locked");
        robot.interact(() -> model.add());
        assertThat(robot.lookup("#remember").query().isDisabled()).isTrue();
        assertThat(label(robot, "#remember-hint")).startsWith("This session only");
        robot.interact(() -> robot.lookup("#access-key").query().requestFocus());
        picture(robot, "editor-store-locked");
        fire(robot, "#unlock-store");
        assertThat(robot.lookup("#remember").query().isDisabled()).isFalse();
        assertThat(label(robot, "#remember-hint")).startsWith("Kept in the system’s keyring");
        fire(robot, "#remember");
        fillIn(robot);
        fire(robot, "#save");
        assertThat(program.heard).last().asString().contains("remember=true secret=true");
    }

    @Test
    void aRememberedSignInNeedNotBeTypedAgain(FxRobot robot) {
        keep(robot);
        robot.interact(() -> model.edit("a"));
        fire(robot, "#save-and-connect");
        assertThat(program.heard).last().asString().contains("remember=true secret=false");
    }

    @Test
    void aRememberedSecretIsNotUsedForAnotherKey(FxRobot robot) {
        keep(robot);
        robot.interact(() -> model.edit("a"));
        type(robot, "#access-key", "AKIASOMEBODYELSE");
        fire(robot, "#save-and-connect");
        assertThat(program.heard).isEmpty();
        assertThat(visibleFaults(robot)).contains("Enter the secret key (SK).");
    }

    @Test
    void leavingAsksOnlyWhenSomethingWouldBeLost(FxRobot robot) {
        keep(robot);
        robot.interact(() -> model.edit("a"));
        fire(robot, "#editor-back");
        assertThat(model.editingProperty().get()).isNull();
        robot.interact(() -> model.edit("a"));
        type(robot, "#connection-name", "Other");
        fire(robot, "#editor-back");
        assertThat(overlay.isOpen()).isTrue();
        fire(robot, "#question-keep");
        assertThat(text(robot, "#connection-name")).isEqualTo("Other");
        fire(robot, "#editor-back");
        fire(robot, "#question-do");
        assertThat(model.editingProperty().get()).isNull();
        assertThat(program.heard).isEmpty();
    }

    @Test
    void theTestIsAboutWhatIsTyped(FxRobot robot) {
        keep(robot);
        robot.interact(() -> model.edit("c"));
        assertThat(model.editingProperty().get().probe().readyProperty().get()).isFalse();
        type(robot, "#secret-key", "sk");
        assertThat(model.editingProperty().get().probe().readyProperty().get()).isTrue();
        fire(robot, "#probe-start");
        assertThat(program.heard).last().asString().startsWith("probe Lab");
        picture(robot, "editor-testing");
    }

    @Test
    void theSignInDialogAsksOnlyForWhatIsMissing(FxRobot robot) {
        keep(robot);
        program.opening = Work.of(new Opening.SignInNeeded(program.kept.get(1).connection()));
        robot.interact(() -> model.open("b", screen::askSignIn));
        picture(robot, "sign-in-dialog");
        robot.write("pw");
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        assertThat(program.heard).last().asString().startsWith("connect Partner");
        assertThat(overlay.isOpen()).isFalse();
    }

    @Test
    void whatWasFoundIsShownBeforeItIsTaken(FxRobot robot) {
        keep(robot);
        program.findings =
                Work.of(
                        new Findings(
                                List.of(found("AKIAFOUND0001", "secret-one"), incomplete()),
                                List.of(
                                        new Unreadable(
                                                "~/.hcloud/config.json",
                                                Unreadable.Reason.NOT_UNDERSTOOD))));
        robot.clickOn("#connections-import");
        picture(robot, "import-found");
        assertThat(words(robot, "#import-list"))
                .anyMatch(text -> text.contains("AKIA…0001") && text.contains("secret present"))
                .noneMatch(text -> text.contains("secret-one"))
                .anyMatch(text -> text.startsWith("~/.hcloud/config.json: "));
        List<CheckBox> boxes =
                robot.lookup(".import-box").queryAllAs(CheckBox.class).stream().toList();
        assertThat(boxes.get(1).isDisabled()).isTrue();
        assertThat(robot.lookup("#import-take").query().isDisabled()).isTrue();
        robot.clickOn(boxes.get(0));
        robot.clickOn("#import-take");
        assertThat(program.heard)
                .singleElement()
                .asString()
                .startsWith("save From variables ap-southeast-3");
        assertThat(overlay.isOpen()).isFalse();
        assertThat(model.entries()).hasSize(4);
    }

    @Test
    void whatIsIncompleteIsFilledInInTheEditor(FxRobot robot) {
        program.findings = Work.of(new Findings(List.of(incomplete()), List.of()));
        robot.clickOn("#connections-import");
        robot.clickOn(".import-complete");
        assertThat(text(robot, "#access-key")).isEqualTo("AKIAOTHER0002");
        assertThat(text(robot, "#secret-key")).isEqualTo("secret-two");
    }

    @Test
    void aColleaguesFileIsHeldAgainstWhatIsKept(FxRobot robot) {
        keep(robot);
        Connection production = program.kept.getFirst().connection();
        SharedConnection changed =
                new SharedConnection(
                        ConnectionDraft.of(production).withProject("p9"), production.identity());
        program.content =
                Work.of(
                        new ConnectionsFile.Content.Offer(
                                List.of(new Incoming(changed, Incoming.Match.CONFLICT, production)),
                                List.of()));
        robot.clickOn("#connections-import").clickOn("#import-file");
        darkChinese(robot);
        picture(robot, "import-shared-dark");
        robot.clickOn(".import-box").clickOn("#import-take");
        assertThat(program.heard)
                .containsExactly(
                        "read colleague.json",
                        "save Production ap-southeast-3 [p9] V2 AKIAEXAMPLE remember=false"
                                + " secret=false");
        assertThat(model.entries()).hasSize(3);
    }

    @Test
    void chosenConnectionsAreHandedOnWithoutSecrets(FxRobot robot) {
        keep(robot);
        robot.clickOn("#connections-export");
        picture(robot, "export");
        List<CheckBox> boxes =
                robot
                        .from(robot.lookup(".sheet").queryAll())
                        .lookup(".check-box")
                        .queryAllAs(CheckBox.class)
                        .stream()
                        .toList();
        assertThat(boxes.get(2).getText()).isEqualTo("Lab");
        robot.clickOn(boxes.get(2)).clickOn("#export-write");
        assertThat(program.heard).containsExactly("export shared.json [Production, Partner] false");
        assertThat(label(robot, "#export-done")).startsWith("2 connections were written");
    }

    private void keep(FxRobot robot) {
        program.kept.add(
                new ConnectionEntry(
                        connection(
                                "a",
                                "Production",
                                new Marking(Marking.Colour.RED, "production", true),
                                key()),
                        false,
                        true,
                        false,
                        timer.instant().minus(Duration.ofHours(3)),
                        0));
        program.kept.add(
                new ConnectionEntry(
                        connection(
                                "b",
                                "Partner",
                                new Marking(Marking.Colour.PURPLE, "", false),
                                Identity.password("example", "it.admin", "", false)),
                        false,
                        false,
                        true,
                        null,
                        0));
        program.kept.add(
                new ConnectionEntry(
                        connection("c", "Lab", Marking.NONE, key()), true, false, false, null, 0));
        robot.interact(() -> model.refresh());
    }

    private static Identity key() {
        return Identity.key(SignInKind.ACCESS_KEY, "AKIAEXAMPLE");
    }

    private static Connection connection(
            String id, String name, Marking marking, Identity identity) {
        return new Connection(
                id,
                name,
                Endpoints.around(URI.create("https://workspace.ap-southeast-3.myhuaweicloud.com")),
                "ap-southeast-3",
                "p1",
                "",
                Generation.V2,
                identity,
                "",
                marking,
                false);
    }

    private static Found found(String accessKey, String secret) {
        return new Found(
                new Origin(Origin.Kind.SDK_VARIABLES, "HUAWEICLOUD_SDK_AK, HUAWEICLOUD_SDK_SK"),
                "",
                new ConnectionDraft("From variables", "ap-southeast-3", "", "", Generation.V2),
                Identity.key(SignInKind.ACCESS_KEY, accessKey),
                Secret.of(secret),
                Secret.of(""),
                Set.of());
    }

    private static Found incomplete() {
        return new Found(
                new Origin(Origin.Kind.SDK_FILE, "~/.huaweicloud/credentials"),
                "default",
                ConnectionDraft.EMPTY,
                Identity.key(SignInKind.ACCESS_KEY, "AKIAOTHER0002"),
                Secret.of("secret-two"),
                Secret.of(""),
                Set.of(Found.Note.REGION_MISSING));
    }

    private void fillIn(FxRobot robot) {
        type(robot, "#region", "ap-southeast-3");
        type(robot, "#access-key", "AKIAEXAMPLE");
        type(robot, "#secret-key", "verysecret");
    }

    private void darkChinese(FxRobot robot) {
        robot.interact(() -> {
            texts.setLanguage(Language.CHINESE);
            skin.themeProperty().set(Theme.DARK);
        });
    }

    private void picture(FxRobot robot, String name) {
        robot.interact(() -> Pictures.save(scene, name));
    }

    private static List<String> words(FxRobot robot, String within) {
        return robot
                .from(robot.lookup(within).queryAll())
                .lookup((Node node) -> node instanceof Labeled)
                .queryAllAs(Labeled.class)
                .stream()
                .map(Labeled::getText)
                .filter(text -> text != null && !text.isEmpty())
                .toList();
    }

    private static List<String> visibleFaults(FxRobot robot) {
        return robot.lookup(".field-message").queryAllAs(Label.class).stream()
                .filter(Node::isVisible)
                .map(Label::getText)
                .toList();
    }

    private static String label(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private static String text(FxRobot robot, String field) {
        return robot.lookup(field).queryAs(TextInputControl.class).getText();
    }

    private static void type(FxRobot robot, String field, String text) {
        TextInputControl input = robot.lookup(field).queryAs(TextInputControl.class);
        robot.interact(() -> {
            input.requestFocus();
            input.setText(text);
        });
    }

    private static void fire(FxRobot robot, String button) {
        ButtonBase control = robot.lookup(button).queryAs(ButtonBase.class);
        robot.interact(control::fire);
    }

    /** File dialogs that always choose. */
    private static final class ChosenFile implements FilePort {
        @Override
        public Optional<Path> chooseToSave(
                String title, String name, String kind, List<String> patterns) {
            return Optional.of(Path.of("shared.json"));
        }

        @Override
        public Optional<Path> chooseToOpen(String title, String kind, List<String> patterns) {
            return Optional.of(Path.of("colleague.json"));
        }
    }
}
