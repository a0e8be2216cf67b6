package org.workspaceadmin.ui.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.workspaceadmin.connection.SettingsValues;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.OperationState.Phase;
import org.workspaceadmin.model.Sending;
import org.workspaceadmin.ui.common.CssLog;
import org.workspaceadmin.ui.common.FrameBatch;
import org.workspaceadmin.ui.common.FxUiExecutor;
import org.workspaceadmin.ui.common.NoticePort;
import org.workspaceadmin.ui.common.Pictures;
import org.workspaceadmin.ui.common.Skin;
import org.workspaceadmin.ui.common.Theme;
import org.workspaceadmin.ui.operation.FakeOperations;
import org.workspaceadmin.ui.operation.TestContext;

@ExtendWith(ApplicationExtension.class)
class NoticeStackTest {
    private final CssLog css = new CssLog();
    private final FakeOperations operations = new FakeOperations();
    private final List<String> opened = new ArrayList<>();
    private TestContext test;
    private Skin skin;
    private Scene scene;
    private NoticesViewModel model;

    @Start
    void start(Stage stage) {
        skin = new Skin(Theme.LIGHT);
        test = new TestContext(new FxUiExecutor());
        NoticeTexts texts = new NoticeTexts(test.texts, state -> "Rebuild 500 desktops");
        model =
                new NoticesViewModel(
                        operations,
                        test.ui,
                        NoticePort.NONE,
                        () -> SettingsValues.Notices.DEFAULTS,
                        texts::title,
                        texts::text);
        model.start();
        NoticeStack stack = new NoticeStack(model, test.texts, opened::add);
        StackPane.setAlignment(stack, Pos.BOTTOM_RIGHT);
        scene = new Scene(new StackPane(stack), 640, 520);
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
    void showsWhatEndedAndLeadsToIt(FxRobot robot) {
        publish(robot, NoticesTest.job("good", Phase.SUCCEEDED, 500, 0));
        publish(robot, NoticesTest.job("bad", Phase.ENDED_WITH_FAILURES, 500, 12));
        publish(robot, NoticesTest.held("held", Sending.Stage.BUDGET_SPENT));
        assertThat(robot.lookup(".notice").queryAll()).hasSize(3);
        robot.interact(() -> Pictures.save(scene, "notices"));
        robot.interact(() -> {
            skin.themeProperty().set(Theme.DARK);
            test.texts.setLanguage(Language.CHINESE);
        });
        robot.interact(() -> Pictures.save(scene, "notices-zh-dark"));

        robot.clickOn(robot.lookup(".notice-show").nth(1).<javafx.scene.Node>query());
        assertThat(opened).containsExactly("bad");
        assertThat(robot.lookup(".notice").queryAll()).hasSize(2);
    }

    private void publish(FxRobot robot, OperationState state) {
        operations.publish(state);
        robot.interact(() -> test.timer.advance(FrameBatch.FRAME));
    }
}
