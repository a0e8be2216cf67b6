package org.workspaceadmin.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ModalPane;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.model.OperationState.Phase;
import org.workspaceadmin.ui.common.CssLog;
import org.workspaceadmin.ui.common.Pictures;
import org.workspaceadmin.ui.common.ProblemText;
import org.workspaceadmin.ui.common.Skin;
import org.workspaceadmin.ui.common.Theme;

@ExtendWith(ApplicationExtension.class)
class ShellViewTest {
    private final CssLog css = new CssLog();
    private ShellFixture fixture;
    private Stage stage;
    private Skin skin;
    private ShellWindow window;

    @Start
    void start(Stage primary) {
        stage = primary;
        skin = new Skin(Theme.LIGHT);
        fixture = new ShellFixture();
        fixture.memory.bounds = Optional.of(new WindowBounds(0, 0, 1000, 700, false));
        ShellView view =
                new ShellView(
                        fixture.model,
                        fixture.actions,
                        fixture.context,
                        skin,
                        fixture.memory,
                        fixture.welcome);
        window = new ShellWindow(stage, view, fixture.model, fixture.texts, fixture.memory);
        stage.show();
    }

    @AfterEach
    void nothingWasComplainedAbout() {
        css.assertEmpty();
        css.close();
    }

    @Test
    void withoutAConnectionOnlyTheWelcomePageShows(FxRobot robot) {
        assertThat(robot.lookup(".navigation").query().isVisible()).isFalse();
        assertThat(robot.lookup("#search").query().isVisible()).isFalse();
        assertThat(stage.getTitle()).isEqualTo("Workspace Admin");
        assertThat(fixture.welcome.heard).containsExactly("shown");
    }

    @Test
    void navigationFollowsClicksAndKeys(FxRobot robot) {
        connect(robot);
        assertThat(here(robot, "#place-desktops")).isTrue();
        robot.clickOn("#place-jobs");
        assertThat(here(robot, "#place-jobs")).isTrue();
        assertThat(here(robot, "#place-desktops")).isFalse();
        assertThat(fixture.jobs.root().getScene()).isNotNull();
        assertThat(fixture.desktops.root().getScene()).isNull();

        robot.press(KeyCode.ALT, KeyCode.DIGIT1).release(KeyCode.DIGIT1, KeyCode.ALT);
        assertThat(here(robot, "#place-desktops")).isTrue();
        robot.type(KeyCode.F5);
        assertThat(fixture.desktops.heard).contains("refresh");
    }

    @Test
    void theSearchKeyTypesIntoTheSearchOfThePlace(FxRobot robot) {
        connect(robot);
        robot.press(KeyCode.SHORTCUT, KeyCode.F).release(KeyCode.F, KeyCode.SHORTCUT);
        robot.write("fin");
        assertThat(fixture.desktops.heard).contains("search fin");
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#search").queryAs(TextField.class).getText()).isEmpty();
        assertThat(fixture.desktops.heard).endsWith("search ");
    }

    @Test
    void switchingTheLanguageChangesEveryText(FxRobot robot) {
        connect(robot);
        runSomething(robot);
        Set<String> english = words(robot);
        robot.clickOn("#language").clickOn("#language-CHINESE");
        assertThat(fixture.memory.language).isEqualTo(Language.CHINESE);
        Set<String> chinese = words(robot);
        Set<String> names = Set.of("Production · ap-southeast-3", "…", "2");
        assertThat(english).hasSizeGreaterThan(8);
        assertThat(chinese.stream().filter(english::contains)).allMatch(names::contains);
        robot.interact(() -> Pictures.save(stage.getScene(), "shell-light-zh"));
    }

    @Test
    void theThemeChangesAtRunTimeAndIsRemembered(FxRobot robot) {
        connect(robot);
        runSomething(robot);
        robot.interact(() -> Pictures.save(stage.getScene(), "shell-light"));
        robot.clickOn("#theme").clickOn("#theme-DARK");
        assertThat(skin.dark()).isTrue();
        assertThat(javafx.application.Application.getUserAgentStylesheet()).contains("dark");
        assertThat(fixture.memory.theme).isEqualTo(Theme.DARK);
        robot.interact(() -> Pictures.save(stage.getScene(), "shell-dark"));
    }

    @Test
    void theStatusBarTellsHowTheConnectionDoesAndWhatRuns(FxRobot robot) {
        connect(robot);
        assertThat(text(robot, "#link")).isEqualTo("Connected · 41 ms");
        assertThat(text(robot, "#age")).isEqualTo("14 s ago");
        assertThat(robot.lookup("#running").query().isVisible()).isFalse();
        runSomething(robot);
        assertThat(words(robot))
                .contains("Rebuild system disks · 4 targets", "62 % (1 failed)", "2 open jobs");
        robot.clickOn("#open-jobs");
        assertThat(here(robot, "#place-jobs")).isTrue();

        robot.interact(() -> {
            fixture.face.fails();
            fixture.timer.advance(Duration.ofSeconds(1));
        });
        assertThat(text(robot, "#link")).isEqualTo("Last read failed");
    }

    @Test
    void theSheetOfKeysOpensAndCloses(FxRobot robot) {
        connect(robot);
        robot.type(KeyCode.F1);
        assertThat(robot.lookup("#keys-sheet").queryAs(ModalPane.class).isDisplay()).isTrue();
        assertThat(words(robot)).contains("Go to Jobs", "Alt+2", "F5", "Read again");
        robot.interact(() -> Pictures.save(stage.getScene(), "shell-keys"));
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#keys-sheet").queryAs(ModalPane.class).isDisplay()).isFalse();
    }

    @Test
    void theConnectionMenuOffersTheKnownOnesAndAnother(FxRobot robot) {
        connect(robot);
        robot.clickOn("#connection").clickOn("Demo");
        robot.clickOn("#connection").clickOn("#connect-elsewhere");
        assertThat(fixture.actions.heard).containsExactly("open demo", "elsewhere");
    }

    @Test
    void aFailureOfTheProgramShowsAboveTheContentUntilDismissed(FxRobot robot) {
        connect(robot);
        robot.interact(() ->
                fixture.model
                        .problemProperty()
                        .set(ProblemText.problemOf(new IllegalStateException("broken"))));
        assertThat(words(robot)).contains("The program made a mistake");
        robot.interact(() -> Pictures.save(stage.getScene(), "shell-problem"));
        robot.clickOn("Dismiss");
        assertThat(robot.lookup("#program-problem").query().isVisible()).isFalse();
    }

    @Test
    void theWindowRemembersWhereItWas(FxRobot robot) {
        robot.interact(() -> {
            stage.setX(0);
            stage.setY(120);
            stage.setHeight(760);
            window.remember();
        });
        assertThat(fixture.memory.bounds).contains(new WindowBounds(0, 120, 1000, 760, false));
    }

    private void connect(FxRobot robot) {
        robot.interact(() -> fixture.model.connected(fixture.face, fixture.places()));
    }

    private void runSomething(FxRobot robot) {
        robot.interact(() -> {
            fixture.operations.publish(ShellFixture.operation("1", Phase.UNKNOWN, 3, 0));
            fixture.operations.publish(ShellFixture.operation("2", Phase.RUNNING, 4, 1));
            fixture.timer.advance(Duration.ofMillis(20));
        });
    }

    private static boolean here(FxRobot robot, String selector) {
        return robot.lookup(selector)
                .query()
                .getPseudoClassStates()
                .contains(PseudoClass.getPseudoClass("here"));
    }

    private static String text(FxRobot robot, String selector) {
        return robot.lookup(selector).queryAs(Labeled.class).getText();
    }

    private Set<String> words(FxRobot robot) {
        Set<Node> labels = stage.getScene().getRoot().lookupAll("*");
        Set<String> words =
                labels.stream()
                        .filter(Labeled.class::isInstance)
                        .map(Labeled.class::cast)
                        .filter(node -> node.getText() != null && !node.getText().isEmpty())
                        .filter(Node::isVisible)
                        .map(Labeled::getText)
                        .collect(Collectors.toSet());
        words.add(robot.lookup("#search").queryAs(TextField.class).getPromptText());
        return words;
    }
}
