package org.workspaceadmin.ui.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.workspaceadmin.connection.SettingsValues;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.model.Budget;
import org.workspaceadmin.model.OperationKind;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.OperationState.Phase;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.Pacing;
import org.workspaceadmin.model.Sending;
import org.workspaceadmin.model.Target;
import org.workspaceadmin.model.TargetState;
import org.workspaceadmin.ui.common.FrameBatch;
import org.workspaceadmin.ui.operation.FakeOperations;
import org.workspaceadmin.ui.operation.TestContext;

class NoticesTest {
    private static final Instant START = Instant.parse("2026-11-21T07:40:00Z");

    private final TestContext test = new TestContext();
    private final FakeOperations operations = new FakeOperations();
    private final List<String> system = new ArrayList<>();
    private SettingsValues.Notices settings = SettingsValues.Notices.DEFAULTS;
    private NoticesViewModel model;

    @BeforeEach
    void start() {
        NoticeTexts texts = new NoticeTexts(test.texts, state -> "Rebuild " + state.id());
        model =
                new NoticesViewModel(
                        operations,
                        test.ui,
                        (title, text, sound) ->
                                system.add(title + ": " + text + (sound ? " (heard)" : "")),
                        () -> settings,
                        texts::title,
                        texts::text);
        operations.known.add(job("old", Phase.ENDED_WITH_FAILURES, 3, 1));
        model.start();
    }

    @Test
    void tellsOnceThatAnOperationEndedHoweverManyDesktopsItHad() {
        publish(job("a", Phase.RUNNING, 500, 0));
        assertThat(system).isEmpty();
        publish(job("a", Phase.ENDED_WITH_FAILURES, 500, 12));
        publish(job("a", Phase.ENDED_WITH_FAILURES, 500, 12));

        assertThat(system).containsExactly("Rebuild a: 12 failed, 488 succeeded.");
        assertThat(model.shown()).extracting(n -> n.state().id()).containsExactly("a");
        assertThat(model.unseenProperty().get()).isEqualTo(1);
        model.looking(true);
        assertThat(model.unseenProperty().get()).isZero();
        assertThat(model.shown()).isEmpty();
    }

    @Test
    void tellsNothingTwiceToWhomLooksAtTheJobs() {
        model.looking(true);
        publish(job("a", Phase.ENDED_WITH_FAILURES, 5, 2));
        assertThat(system).isEmpty();
        assertThat(model.shown()).isEmpty();

        model.looking(false);
        publish(job("b", Phase.ENDED_WITH_FAILURES, 5, 2));
        assertThat(model.shown()).hasSize(1);
    }

    @Test
    void saysNothingOfWhatHadEndedBeforeTheStart() {
        publish(job("old", Phase.ENDED_WITH_FAILURES, 3, 1));

        assertThat(system).isEmpty();
        assertThat(model.shown()).isEmpty();
    }

    @Test
    void tellsThatSendingStoppedAtTheBudgetAndAgainAfterItWentOn() {
        publish(held("a", Sending.Stage.BUDGET_SPENT));
        publish(job("a", Phase.RUNNING, 10, 3));
        publish(held("a", Sending.Stage.BUDGET_SPENT));

        assertThat(system)
                .hasSize(2)
                .allMatch(text ->
                        text.equals(
                                "Rebuild a: Stopped: 3 failed, more than its budget"
                                        + " allows. 7 were not sent yet."));
    }

    @Test
    void doesNotTellTheOperatorOfAPauseTheOperatorMade() {
        publish(held("a", Sending.Stage.PAUSED));

        assertThat(system).isEmpty();
    }

    @Test
    void keepsToTheWindowWhenTheSystemsNoticesAreOffAndIsHeardOnlyWhenAsked() {
        settings = new SettingsValues.Notices(false, true);
        publish(job("a", Phase.SUCCEEDED, 2, 0));
        assertThat(system).isEmpty();
        assertThat(model.shown()).hasSize(1);

        settings = new SettingsValues.Notices(true, true);
        publish(job("b", Phase.SUCCEEDED, 1, 0));
        assertThat(system).containsExactly("Rebuild b: Done after 6 min 12 s. (heard)");
    }

    @Test
    void takesGoodNewsAwayAfterAWhileAndKeepsTheRest() {
        publish(job("a", Phase.SUCCEEDED, 2, 0));
        publish(job("b", Phase.UNKNOWN, 2, 0));
        test.timer.advance(NoticesViewModel.STAYS.plus(Duration.ofSeconds(1)));

        assertThat(model.shown()).extracting(n -> n.state().id()).containsExactly("b");
        for (String id : List.of("c", "d", "e")) {
            publish(job(id, Phase.ENDED_WITH_FAILURES, 2, 1));
        }
        assertThat(model.shown()).hasSize(NoticesViewModel.MOST);
    }

    @Test
    void speaksChinese() {
        test.texts.setLanguage(Language.CHINESE);
        publish(job("a", Phase.ENDED_WITH_FAILURES, 5, 2));

        assertThat(system).containsExactly("Rebuild a: 2 个失败，3 个成功。");
    }

    private void publish(OperationState state) {
        operations.publish(state);
        test.timer.advance(FrameBatch.FRAME);
    }

    static OperationState held(String id, Sending.Stage stage) {
        OperationState plain = job(id, Phase.HELD, 10, 3);
        Pacing pacing = Pacing.waves(3, 0).with(Budget.targets(2));
        return new OperationState(
                plain.id(),
                plain.connectionId(),
                plain.connectionName(),
                plain.kind(),
                plain.parameters(),
                plain.phase(),
                plain.created(),
                null,
                null,
                "",
                "",
                plain.targets(),
                List.of(),
                null,
                new Sending(pacing, stage, 1, 2, 7, 3, 0, 0));
    }

    static OperationState job(String id, Phase phase, int targets, int failed) {
        List<TargetState> states =
                IntStream.range(0, targets)
                        .mapToObj(i ->
                                new TargetState(
                                        new Target(Target.Type.DESKTOP, "d" + i, "FIN-" + i),
                                        i < failed
                                                ? Outcome.FAILED
                                                : phase == Phase.HELD
                                                        ? Outcome.WAITING
                                                        : Outcome.SUCCEEDED,
                                        null,
                                        "",
                                        null,
                                        null,
                                        "",
                                        "",
                                        true))
                        .toList();
        return new OperationState(
                id,
                "c1",
                "Production",
                OperationKind.REBUILD,
                List.of(),
                phase,
                START,
                START.plusSeconds(372),
                null,
                "",
                "",
                states,
                null);
    }
}
