package org.workspaceadmin.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.model.Problem;

@ExtendWith(ApplicationExtension.class)
class CommonPartsTest {
    private final CssLog css = new CssLog();
    private final Texts texts = new Texts(Language.ENGLISH);
    private final List<String> copied = new ArrayList<>();
    private Skin skin;
    private Scene scene;
    private ProblemPane problem;

    @Start
    void start(Stage stage) {
        skin = new Skin(Theme.LIGHT);
        FlowPane badges = new FlowPane(16, 8);
        for (Tone tone : Tone.values()) {
            badges.getChildren().add(new StateBadge(tone, tone.name()));
        }
        problem = new ProblemPane(texts, copied::add, new Button("Retry"));
        VBox root =
                new VBox(
                        16,
                        badges,
                        problem,
                        new SkeletonRows(3, 6),
                        new EmptyState(
                                Icons.JOBS,
                                texts.text("problem.JOB_FAILED.title"),
                                texts.text("problem.JOB_FAILED.meaning")));
        root.getStyleClass().add("pad-16");
        scene = new Scene(root, 900, 600);
        Skin.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void nothingWasComplainedAbout() {
        css.assertEmpty();
        css.close();
    }

    @Test
    void aProblemIsExplainedFoldedAndCopied(FxRobot robot) {
        assertThat(problem.isManaged()).isFalse();
        robot.interact(() -> problem.problemProperty().set(conflict()));
        assertThat(problem.isVisible()).isTrue();
        assertThat(label(robot, ".problem-title")).isEqualTo("Something else is going on there");
        assertThat(label(robot, ".problem-meaning"))
                .isEqualTo(
                        "The desktop’s present state forbids the operation. The service’s own text:"
                                + " “status ERROR forbids rebuild” (WKS.00010032).");
        assertThat(robot.lookup(".problem-facts").query().isVisible()).isFalse();

        robot.clickOn(".problem-details");
        assertThat(robot.lookup(".problem-facts").query().isVisible()).isTrue();
        robot.clickOn(".problem-copy");
        assertThat(copied).hasSize(1);
        assertThat(copied.getFirst())
                .contains("WKS.00010032", "409", "req-77", "status ERROR", "POST /v2");

        robot.interact(() -> Pictures.save(scene, "common-light"));
        robot.interact(() -> {
            skin.themeProperty().set(Theme.DARK);
            texts.setLanguage(Language.CHINESE);
        });
        robot.interact(() -> Pictures.save(scene, "common-dark-zh"));
        assertThat(label(robot, ".problem-title")).isEqualTo("对象正忙");
    }

    @Test
    void olderGatewayCodesAreUnderstood() {
        assertThat(ProblemText.meaningOf(texts.messages(), "APIG.0308"))
                .isEqualTo("The limit of requests was reached.");
        assertThat(ProblemText.meaningOf(texts.messages(), "WKS.99999999")).isEmpty();
    }

    @Test
    void failuresOfOurOwnAreNamedSo() {
        Problem own = ProblemText.problemOf(new IllegalStateException("shelf is empty"));
        assertThat(own.kind()).isEqualTo(Problem.Kind.INTERNAL);
        assertThat(own.message()).isEqualTo("IllegalStateException: shelf is empty");
    }

    private static String label(FxRobot robot, String selector) {
        return robot.lookup(selector).queryAs(Label.class).getText();
    }

    private static Problem conflict() {
        return new Problem(
                Problem.Kind.CONFLICT,
                "POST /v2/{project_id}/desktops/rebuild",
                409,
                "WKS.00010032",
                "status ERROR forbids rebuild",
                "",
                "",
                "req-77",
                "",
                null,
                Instant.parse("2026-03-01T10:02:03Z"));
    }
}
