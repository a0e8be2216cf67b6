package org.workspaceadmin.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.workspaceadmin.connection.refusal.DeniedService;
import org.workspaceadmin.connection.refusal.Explainer;
import org.workspaceadmin.connection.refusal.Explanation;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Problem.Evidence;
import org.workspaceadmin.model.Problem.Kind;
import org.workspaceadmin.task.ManualTimer;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.task.Workers;

/** What a problem offers in place: explaining, the measured time, the countdown, a report. */
@ExtendWith(ApplicationExtension.class)
class ProblemPaneTest {
    private static final String ANY_DESKTOP = "/desktops/[^/]+$";
    private static final Instant AT = Instant.parse("2026-03-01T10:02:03Z");

    private final CssLog css = new CssLog();
    private final Texts texts = new Texts(Language.ENGLISH);
    private final ManualTimer timer = new ManualTimer(AT);
    private final List<String> copied = new ArrayList<>();
    private final List<Problem> corrected = new ArrayList<>();
    private final List<Problem> reported = new ArrayList<>();
    private final AtomicInteger retried = new AtomicInteger();
    private final FxUiExecutor ui = new FxUiExecutor();
    private Skin skin;
    private Scene scene;
    private ProblemPane pane;
    private UiContext context;

    @Start
    void start(Stage stage) {
        skin = new Skin(Theme.LIGHT);
        context =
                new UiContext(
                        texts,
                        new Now(timer, ui),
                        timer,
                        Workers.virtual("help"),
                        ui,
                        copied::add,
                        new FxFiles(() -> stage),
                        page -> {});
        Button retry = new Button("Retry");
        retry.getStyleClass().add(ProblemPane.RETRY);
        retry.setOnAction(e -> retried.incrementAndGet());
        pane = new ProblemPane(context, retry);
        VBox root = new VBox(pane);
        root.getStyleClass().addAll("pad-16", "frame");
        ScrollPane scroll = new ScrollPane(root);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scene = new Scene(scroll, 1000, 700);
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
    void whereNobodyAnswersNothingIsOffered(FxRobot robot) {
        show(robot, skewed());
        for (String offer : List.of(".problem-explain", ".problem-clock", ".problem-report")) {
            assertThat(robot.lookup(offer).query().isVisible()).as(offer).isFalse();
        }
    }

    @Test
    void explainNamesThePermissionAndGivesTheTextsToSend(FxRobot robot) {
        try (DeniedService denied = new DeniedService()) {
            answeredBy(robot, denied);
            denied.deny(ANY_DESKTOP);
            show(robot, denied.refusedRead());
            assertThat(text(robot, ".problem-title")).isEqualTo("A permission is missing");

            robot.clickOn(".problem-explain");
            until(() -> shown(robot, ".explain-what"));

            assertThat(text(robot, ".explain-what"))
                    .startsWith(denied.simulator.user() + " lacks")
                    .contains("workspace:desktops:get");
            assertThat(text(robot, ".explain-why")).contains("No policy allows it");
            assertThat(shown(robot, ".explain-failed")).isFalse();
            robot.clickOn(".explain-copy-text");
            robot.clickOn(".explain-copy-policy");
            assertThat(copied.get(0))
                    .contains("User: iam::", "Action: workspace:desktops:get")
                    .contains("implicit deny by identity-based policy")
                    .contains("Resource: workspace:ap-southeast-3")
                    .contains(denied.simulator.projectId(), "Region: ap-southeast-3")
                    .contains("Request id: ", "Time: ", "\"Version\" : \"5.0\"")
                    .doesNotContain(denied.simulator.secretKey());
            assertThat(copied.get(1)).startsWith("{").contains("\"Effect\" : \"Allow\"");
            pictures(robot, "problem-explained");

            robot.interact(() -> texts.setLanguage(Language.CHINESE));
            assertThat(text(robot, ".explain-what")).contains("缺少对");
            robot.interact(() -> pane.problemProperty().set(null));
            show(robot, skewed());
            assertThat(shown(robot, ".explain-what")).isFalse();
        }
    }

    @Test
    void withoutThePermissionToDecodeItSaysWhichOneThatIs(FxRobot robot) {
        try (DeniedService denied = new DeniedService()) {
            answeredBy(robot, denied);
            denied.deny(ANY_DESKTOP);
            denied.deny("/decode-authorization-message$");
            show(robot, denied.refusedRead());

            robot.clickOn(".problem-explain");
            until(() -> shown(robot, ".explain-failed"));

            assertThat(text(robot, ".explain-failed"))
                    .isEqualTo("Explaining needs a permission too");
            assertThat(text(robot, ".explain-failed-text"))
                    .contains("sts::decodeAuthorizationMessage", "IAM administrator");
            assertThat(text(robot, ".explain-what")).contains("workspace:desktops:get");
            assertThat(text(robot, ".explain-remark")).contains("documentation");
            robot.clickOn(".explain-copy-text");
            assertThat(copied.getLast()).contains("sts::decodeAuthorizationMessage", "XgYSIM");
            pictures(robot, "problem-undecoded");
        }
    }

    @Test
    void anExplicitDenyOffersNoStatementSinceItWouldNotHelp(FxRobot robot) {
        try (DeniedService denied = new DeniedService()) {
            answeredBy(robot, denied);
            denied.deny(
                    ANY_DESKTOP,
                    "{\"failure\":\"explicit deny by identity-based policy\","
                            + "\"context\":{\"action\":\"workspace:desktops:get\"}}");
            show(robot, denied.refusedRead());
            robot.clickOn(".problem-explain");
            until(() -> shown(robot, ".explain-what"));

            assertThat(text(robot, ".explain-why")).contains("forbids it explicitly");
            assertThat(shown(robot, ".explain-copy-policy")).isFalse();
            assertThat(shown(robot, ".explain-copy-text")).isTrue();
        }
    }

    @Test
    void theMeasuredTimeIsUsedOnlyAfterAgreement(FxRobot robot) {
        robot.interact(() -> context.help().answeredBy(new Recording()));
        show(robot, skewed());
        robot.clickOn(".problem-clock");

        assertThat(corrected).isEmpty();
        assertThat(robot.lookup(".problem-help").queryAll().stream().filter(Node::isVisible))
                .hasSize(1);
        String facts = words(robot, ".problem-help");
        assertThat(facts)
                .contains("10:02:03", "10:22:15", "20 min 12 s behind", "until the program ends");
        pictures(robot, "problem-clock");

        robot.clickOn(".clock-leave");
        assertThat(corrected).isEmpty();
        assertThat(retried).hasValue(0);

        robot.clickOn(".problem-clock");
        robot.clickOn(".clock-agree");
        assertThat(corrected).hasSize(1);
        assertThat(retried).hasValue(1);
        assertThat(words(robot, ".problem-help")).isEmpty();
    }

    @Test
    void aLockedKeyCountsDownAndHoldsTheRetryBack(FxRobot robot) {
        show(
                robot,
                Problem.without(Kind.KEY_LOCKED, "GET /v2/{project_id}/desktops/detail", "", AT)
                        .withRetryAfter(Duration.ofMinutes(5)));
        assertThat(text(robot, ".problem-countdown")).isEqualTo("The key is free again in 5 min.");
        assertThat(shown(robot, ".retry")).isFalse();
        pictures(robot, "problem-locked");

        advance(robot, Duration.ofSeconds(48));
        assertThat(text(robot, ".problem-countdown"))
                .isEqualTo("The key is free again in 4 min 12 s.");
        advance(robot, Duration.ofSeconds(251));
        assertThat(text(robot, ".problem-countdown")).isEqualTo("The key is free again in 1 s.");
        assertThat(shown(robot, ".retry")).isFalse();
        advance(robot, Duration.ofSeconds(1));
        assertThat(shown(robot, ".problem-countdown")).isFalse();
        assertThat(shown(robot, ".retry")).isTrue();
    }

    @Test
    void aReportCanBeAskedForWhereThereIsOne(FxRobot robot) {
        robot.interact(() -> context.help().answeredBy(new Recording()));
        show(robot, skewed());
        robot.clickOn(".problem-report");
        assertThat(reported).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aCertificateNobodyTrustsNamesTheIssuerAndTheWayOut(Language language, FxRobot robot) {
        robot.interact(() -> texts.setLanguage(language));
        show(
                robot,
                Problem.without(Kind.CERTIFICATE_UNTRUSTED, "GET /v3/projects", "PKIX", AT)
                        .withEvidence(
                                Map.of(
                                        Evidence.HOST,
                                        "iam.ap-southeast-3.myhuaweicloud.com",
                                        Evidence.ISSUER,
                                        "CN=Example Corp Proxy CA, O=Example Corp, C=DE",
                                        Evidence.VALID_UNTIL,
                                        "2027-03-01T00:00:00Z")));
        assertThat(text(robot, ".problem-title")).contains("iam.ap-southeast-3");
        assertThat(text(robot, ".problem-meaning")).contains("Example Corp Proxy CA");
        assertThat(text(robot, ".problem-advice"))
                .contains("PEM")
                .containsAnyOf("Settings > Network", "设置 > 网络");
        robot.clickOn(".problem-details");
        pictures(robot, "problem-certificate-" + language);
    }

    private static Problem skewed() {
        return Problem.without(Kind.CLOCK_SKEW, "GET /v2/{project_id}/desktops/detail", "", AT)
                .withEvidence(Map.of(Evidence.CLOCK_OFFSET, "PT20M12S", Evidence.HOST, "h"));
    }

    private void answeredBy(FxRobot robot, DeniedService denied) {
        robot.interact(() ->
                context.help()
                        .answeredBy(
                                new ProblemHelp() {
                                    @Override
                                    public boolean explains(Problem problem) {
                                        return Explainer.explains(problem);
                                    }

                                    @Override
                                    public Work<Explanation> explain(Problem problem) {
                                        return denied.explainer().explain(problem);
                                    }
                                }));
    }

    private final class Recording implements ProblemHelp {
        @Override
        public boolean correctsClock(Problem problem) {
            return true;
        }

        @Override
        public void useMeasuredTime(Problem problem) {
            corrected.add(problem);
        }

        @Override
        public boolean reports() {
            return true;
        }

        @Override
        public void report(Problem problem) {
            reported.add(problem);
        }
    }

    private void show(FxRobot robot, Problem problem) {
        robot.interact(() -> pane.problemProperty().set(problem));
    }

    private void advance(FxRobot robot, Duration time) {
        timer.advance(time);
        robot.interact(() -> {});
        // a step that became due while the one before was on its way
        timer.runDue();
        robot.interact(() -> {});
    }

    private void pictures(FxRobot robot, String name) {
        Language before = texts.languageProperty().get();
        robot.interact(() -> Pictures.save(scene, name + "-light-" + before));
        Language other = before == Language.ENGLISH ? Language.CHINESE : Language.ENGLISH;
        robot.interact(() -> {
            skin.themeProperty().set(Theme.DARK);
            texts.setLanguage(other);
        });
        robot.interact(() -> Pictures.save(scene, name + "-dark-" + other));
        robot.interact(() -> {
            skin.themeProperty().set(Theme.LIGHT);
            texts.setLanguage(before);
        });
    }

    private static boolean shown(FxRobot robot, String selector) {
        return robot.lookup(selector).queryAll().stream().anyMatch(ProblemPaneTest::reallyVisible);
    }

    private static boolean reallyVisible(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static String text(FxRobot robot, String selector) {
        return robot.lookup(selector).queryAs(Labeled.class).getText();
    }

    private static String words(FxRobot robot, String selector) {
        StringBuilder all = new StringBuilder();
        robot.lookup(selector).lookup(".label").queryAllAs(Labeled.class).stream()
                .filter(ProblemPaneTest::reallyVisible)
                .forEach(label -> all.append(label.getText()).append('\n'));
        return all.toString();
    }

    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        do {
            CompletableFuture<Boolean> now = new CompletableFuture<>();
            Platform.runLater(() -> now.complete(condition.getAsBoolean()));
            if (now.join()) {
                return;
            }
        } while (System.nanoTime() < end);
        throw new AssertionError("did not happen in time");
    }
}
