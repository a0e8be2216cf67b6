package org.workspaceadmin.ui.desktops;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.workspaceadmin.fleet.DesktopRow;
import org.workspaceadmin.fleet.FleetStatus;
import org.workspaceadmin.i18n.Language;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.DesktopStatus;
import org.workspaceadmin.model.DomainMembership;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.ProblemException;
import org.workspaceadmin.operation.Draft;
import org.workspaceadmin.task.ManualTimer;
import org.workspaceadmin.task.UiExecutor;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.task.Workers;
import org.workspaceadmin.ui.common.FilePort;
import org.workspaceadmin.ui.common.Now;
import org.workspaceadmin.ui.common.OperationDialogs;
import org.workspaceadmin.ui.common.Texts;
import org.workspaceadmin.ui.common.UiContext;

class DesktopsViewModelTest {
    private final ManualTimer timer = new ManualTimer(SampleFleet.NOW);
    private final UiExecutor ui = UiExecutor.sameThread();
    private final Texts texts = new Texts(Language.ENGLISH);
    private final FakeFleet fleet = new FakeFleet();
    private final List<String> opened = new ArrayList<>();
    private final UiContext context =
            new UiContext(
                    texts,
                    new Now(timer, ui),
                    timer,
                    Workers.sameThread(),
                    ui,
                    text -> opened.add("copied"),
                    new NoFiles(),
                    page -> opened.add("page"));
    private @Nullable DesktopsViewModel model;

    @AfterEach
    void close() {
        if (model != null) {
            model.close();
            assertThat(fleet.listeners()).isZero();
        }
    }

    @Test
    void showsWhatTheFleetHasSortedByName() {
        open(SampleFleet.plain("1").name("B-10"), SampleFleet.plain("2").name("B-9"));

        assertThat(names()).containsExactly("B-9", "B-10");
        assertThat(model.phaseProperty().get()).isEqualTo(ListPhase.ROWS);
        assertThat(model.totalProperty().get()).isEqualTo(2);
    }

    @Test
    void isLoadingThenEmptyWhenThereIsNothing() {
        open(fleet);
        assertThat(model.phaseProperty().get()).isEqualTo(ListPhase.LOADING);

        fleet.tellRead();
        frame();

        assertThat(model.phaseProperty().get()).isEqualTo(ListPhase.EMPTY);
    }

    @Test
    void failsWhenTheFirstReadFailsAndRecovers() {
        open(fleet);
        fleet.tellProblem(problem());
        frame();
        assertThat(model.phaseProperty().get()).isEqualTo(ListPhase.FAILED);
        assertThat(model.staleProblemProperty().get()).isNull();

        fleet.publish(List.of(SampleFleet.plain("1").row()));
        fleet.tellRead();
        frame();

        assertThat(model.phaseProperty().get()).isEqualTo(ListPhase.ROWS);
    }

    @Test
    void keepsOldRowsAndSaysWhyTheyAreStale() {
        open(SampleFleet.plain("1"));

        fleet.tellProblem(problem());
        frame();

        assertThat(names()).hasSize(1);
        assertThat(model.staleProblemProperty().get()).isEqualTo(problem());
    }

    @Test
    void valuesChangeInPlaceAndNewRowsComeLast() {
        open(SampleFleet.plain("1").name("B"), SampleFleet.plain("2").name("C"));
        DesktopItem first = model.rows().getFirst();
        List<String> moves = movesOf();

        fleet.publish(
                List.of(
                        SampleFleet.plain("1").name("Z").row(),
                        SampleFleet.plain("3").name("A").row()));
        frame();

        assertThat(names()).containsExactly("Z", "C", "A");
        assertThat(model.rows().getFirst()).isSameAs(first);
        assertThat(moves).containsExactly("added 2-3");
    }

    @Test
    void whatIsGoneStaysInPlaceUntilTheOperatorRefreshes() {
        open(SampleFleet.plain("1").name("A"), SampleFleet.plain("2").name("B"));

        fleet.publish(List.of(), "1");
        frame();
        assertThat(names()).containsExactly("A", "B");
        assertThat(model.rows().getFirst().facts().gone()).isTrue();
        assertThat(model.totalProperty().get()).isEqualTo(1);

        model.refresh();
        frame();
        assertThat(names()).containsExactly("B");
    }

    @Test
    void aRowThatStopsMatchingStaysAndOneThatBeginsToComesLast() {
        open(
                SampleFleet.plain("1").name("A").domain(DomainMembership.OUT),
                SampleFleet.plain("2").name("B"),
                SampleFleet.plain("3").name("C").domain(DomainMembership.OUT));
        model.filterTextProperty().set("domain:out");
        assertThat(names()).containsExactly("A", "C");

        fleet.publish(
                List.of(
                        SampleFleet.plain("1").name("A").row(),
                        SampleFleet.plain("2").name("B").domain(DomainMembership.OUT).row()));
        frame();
        assertThat(names()).containsExactly("A", "C", "B");

        model.refresh();
        frame();
        assertThat(names()).containsExactly("B", "C");
    }

    @Test
    void aRefreshReadsThenSortsAnew() {
        open(SampleFleet.plain("1").name("B"));
        fleet.duringRefresh = () -> fleet.publish(List.of(SampleFleet.plain("2").name("A").row()));

        model.refresh();
        assertThat(model.refreshingProperty().get()).isTrue();
        model.refresh();
        frame();

        assertThat(fleet.refreshes).isEqualTo(1);
        assertThat(model.refreshingProperty().get()).isFalse();
        assertThat(names()).containsExactly("A", "B");
    }

    @Test
    void changesArriveOncePerFrame() {
        open(SampleFleet.plain("1"));
        List<String> moves = movesOf();

        for (int i = 2; i < 10; i++) {
            fleet.publish(List.of(SampleFleet.plain("" + i).row()));
        }
        assertThat(moves).isEmpty();
        frame();

        assertThat(moves).containsExactly("added 1-9");
    }

    @Test
    void sortsByAnyColumnInBothDirections() {
        open(
                SampleFleet.plain("1").name("A").address("10.0.0.10"),
                SampleFleet.plain("2").name("B").address("10.0.0.9"));

        model.sortColumnProperty().set(DesktopColumn.IP);
        assertThat(names()).containsExactly("B", "A");
        model.ascendingProperty().set(false);
        assertThat(names()).containsExactly("A", "B");
        model.sortColumnProperty().set(null);
        assertThat(names()).containsExactly("A", "B");
    }

    @Test
    void chipsToggleTheirTermsAndCount() {
        open(
                SampleFleet.plain("1").name("A").status(DesktopStatus.ERROR),
                SampleFleet.plain("2").name("B").status(DesktopStatus.SHUTOFF),
                SampleFleet.plain("3").name("C"));
        assertThat(model.countProperty(Chip.ERROR).get()).isEqualTo(1);

        model.filterTextProperty().set("-nobody");
        model.toggle(Chip.ERROR);
        assertThat(model.filterTextProperty().get()).isEqualTo("-nobody status:error");
        model.toggle(Chip.OFF);
        assertThat(names()).containsExactly("A", "B");
        model.toggle(Chip.ERROR);
        assertThat(names()).containsExactly("B");

        fleet.publish(List.of(SampleFleet.plain("3").name("C").status(DesktopStatus.ERROR).row()));
        frame();
        assertThat(model.countProperty(Chip.ERROR).get()).isEqualTo(2);
    }

    @Test
    void saysWhenNothingMatches() {
        open(SampleFleet.plain("1"));

        model.filterTextProperty().set("colour:red");

        assertThat(model.phaseProperty().get()).isEqualTo(ListPhase.NO_MATCH);
        assertThat(model.hintsProperty().get())
                .containsExactly(new FilterHint(FilterHint.Kind.UNKNOWN_FIELD, "colour"));
        model.clearFilter();
        assertThat(model.phaseProperty().get()).isEqualTo(ListPhase.ROWS);
    }

    @Test
    void nobodyActsOnWhatTheyDoNotSee() {
        open(SampleFleet.plain("1").name("A"), SampleFleet.plain("2").name("B"));
        model.select(List.copyOf(model.rows()));

        model.filterTextProperty().set("name:b");

        assertThat(model.selectionProperty().get())
                .extracting(DesktopItem::id)
                .containsExactly("2");
    }

    @Test
    void opensADialogForTheSelection() {
        open(SampleFleet.plain("1").domain(DomainMembership.OUT), SampleFleet.plain("2").linux());
        model.select(List.copyOf(model.rows()));

        assertThat(model.run(DesktopAction.REJOIN)).isEmpty();
        assertThat(model.run(DesktopAction.STOP)).isEmpty();
        assertThat(model.run(DesktopAction.CHANGE_USER)).isEmpty();
        assertThat(opened).containsExactly("rejoin 1,2", "power 1,2 STOP", "user a.lin");
    }

    @Test
    void saysWhyAnActionIsNotPossible() {
        open(SampleFleet.plain("1").linux(), SampleFleet.plain("2"));
        assertThat(model.run(DesktopAction.REBUILD))
                .contains(DesktopAction.Obstacle.NOTHING_SELECTED);

        model.select(List.of(model.rows().get(0)));
        assertThat(model.obstaclesProperty().get())
                .containsEntry(DesktopAction.REJOIN, DesktopAction.Obstacle.NO_WINDOWS)
                .containsEntry(DesktopAction.START, DesktopAction.Obstacle.NONE_STOPPED)
                .doesNotContainKey(DesktopAction.REBUILD);
        assertThat(model.run(DesktopAction.REJOIN)).contains(DesktopAction.Obstacle.NO_WINDOWS);
        assertThat(opened).isEmpty();

        model.select(List.of(model.rows().get(1)));
        assertThat(model.run(DesktopAction.REJOIN)).contains(DesktopAction.Obstacle.ALL_IN_DOMAIN);
        fleet.publish(List.of(SampleFleet.plain("2").domain(DomainMembership.OUT).row()));
        frame();
        assertThat(model.obstaclesProperty().get()).doesNotContainKey(DesktopAction.REJOIN);
    }

    @Test
    void aBusyOrGoneOrForeignDesktopIsNoTarget() {
        open(
                SampleFleet.plain("1").task("rebuilding", 5),
                SampleFleet.plain("2").user("b"),
                SampleFleet.plain("3").user(""));
        model.select(List.of(model.rows().get(0)));
        assertThat(model.run(DesktopAction.REBUILD)).contains(DesktopAction.Obstacle.ALL_BUSY);
        model.select(List.of(model.rows().get(0), model.rows().get(1)));
        assertThat(model.run(DesktopAction.CHANGE_USER))
                .contains(DesktopAction.Obstacle.SEVERAL_USERS);
        model.select(List.of(model.rows().get(2)));
        assertThat(model.run(DesktopAction.CHANGE_USER)).contains(DesktopAction.Obstacle.NO_USER);
        fleet.publish(List.of(), "3");
        frame();
        assertThat(model.run(DesktopAction.REBUILD)).contains(DesktopAction.Obstacle.ALL_GONE);
    }

    @Test
    void asksTheDomainStateOfRowsThatStandStillOnScreen() {
        open(SampleFleet.plain("1"), SampleFleet.plain("2"), SampleFleet.plain("3"));

        model.visible(0, 0);
        timer.advance(Duration.ofMillis(100));
        model.visible(1, 9);
        timer.advance(Duration.ofMillis(300));

        assertThat(fleet.visible).containsExactly(List.of("2", "3"));
    }

    @Test
    void readsOnlyWhileOnScreenAndAsOftenAsAsked() {
        open(SampleFleet.plain("1"));
        model.watch(true);
        model.intervalProperty().set(Duration.ofSeconds(15));

        assertThat(fleet.watched).isTrue();
        assertThat(fleet.interval).isEqualTo(Duration.ofSeconds(15));
        model.watch(false);
        assertThat(fleet.watched).isFalse();
    }

    @Test
    void copiesExactlyTheRowsAndColumnsShownOrSelected() {
        open(SampleFleet.plain("1").name("A"), SampleFleet.plain("2").name("B"));
        List<DesktopColumn> columns = List.of(DesktopColumn.STATUS, DesktopColumn.NAME);

        assertThat(model.sheet(columns, false).tabbed()).isEqualTo("Status\tName\nOn\tA\nOn\tB");
        model.select(List.of(model.rows().get(1)));
        assertThat(model.sheet(columns, true).tabbed()).isEqualTo("Status\tName\nOn\tB");
        texts.setLanguage(Language.CHINESE);
        assertThat(model.sheet(columns, true).tabbed()).isEqualTo("状态\t名称\n运行中\tB");
    }

    @Test
    void detailsFollowTheSelectionOnceItRests() {
        open(SampleFleet.plain("1"), SampleFleet.plain("2"));
        DetailsViewModel details = model.details();
        model.watch(true);
        details.openProperty().set(true);
        assertThat(details.stateProperty().get())
                .isInstanceOf(DetailsViewModel.State.Nothing.class);

        model.select(List.of(model.rows().get(0)));
        timer.advance(Duration.ofMillis(50));
        model.select(List.of(model.rows().get(1)));
        timer.advance(Duration.ofSeconds(1));

        assertThat(fleet.detailsAsked).containsExactly("2");
        assertThat(details.stateProperty().get())
                .isInstanceOfSatisfying(
                        DetailsViewModel.State.Shown.class,
                        shown -> assertThat(shown.details().fields()).isNotEmpty());
        model.select(List.copyOf(model.rows()));
        assertThat(details.stateProperty().get()).isEqualTo(new DetailsViewModel.State.Several(2));
    }

    @Test
    void detailsThatFailedCanBeAskedAgain() {
        open(SampleFleet.plain("1"));
        model.watch(true);
        model.details().openProperty().set(true);
        fleet.details = id -> Work.failed(new ProblemException(problem()));
        model.select(List.of(model.rows().get(0)));
        timer.advance(Duration.ofSeconds(1));
        assertThat(model.details().stateProperty().get())
                .isEqualTo(new DetailsViewModel.State.Failed(model.rows().get(0), problem()));

        model.details().retry();
        timer.advance(Duration.ofSeconds(1));

        assertThat(fleet.detailsAsked).hasSize(2);
    }

    @Test
    void manyDesktopsArriveWhileTheOperatorHasSelected() {
        open(fleet);
        fleet.publish(List.of(SampleFleet.plain("b").name("B").row()));
        frame();
        model.select(List.of(model.rows().get(0)));
        fleet.publish(List.of(SampleFleet.plain("a").name("A").row()));
        fleet.tell(new FleetStatus(false, 2, 2, SampleFleet.NOW, null, 0, true));
        frame();

        assertThat(names()).as("the first read ends and moves nothing").containsExactly("B", "A");
    }

    private void open(SampleFleet.Plain... desktops) {
        List<DesktopRow> rows = new ArrayList<>();
        for (SampleFleet.Plain desktop : desktops) {
            rows.add(desktop.row());
        }
        open(fleet.with(rows));
    }

    private void open(FakeFleet shown) {
        model = new DesktopsViewModel(shown, new Opened(), null, context, ZoneOffset.UTC);
        frame();
    }

    private void frame() {
        timer.advance(Duration.ofMillis(16));
    }

    private List<String> names() {
        return model.rows().stream().map(item -> item.facts().desktop().name()).toList();
    }

    private List<String> movesOf() {
        List<String> moves = new ArrayList<>();
        model.rows()
                .addListener(
                        (ListChangeListener<DesktopItem>)
                                change -> {
                                    while (change.next()) {
                                        moves.add(
                                                (change.wasReplaced() ? "replaced " : "added ")
                                                        + change.getFrom()
                                                        + "-"
                                                        + change.getTo());
                                    }
                                });
        return moves;
    }

    private static Problem problem() {
        return new Problem(
                Problem.Kind.SERVER,
                "GET /v2",
                503,
                "WKS.1",
                "busy",
                "",
                "",
                "r1",
                "",
                null,
                SampleFleet.NOW);
    }

    private final class Opened implements OperationDialogs {
        @Override
        public void rejoin(List<Desktop> desktops) {
            opened.add("rejoin " + ids(desktops));
        }

        @Override
        public void updateSids(List<Desktop> desktops) {
            opened.add("sids " + ids(desktops));
        }

        @Override
        public void changeUserName(@Nullable Desktop desktop) {
            opened.add("user " + (desktop == null ? "" : desktop.userName()));
        }

        @Override
        public void rebuild(List<Desktop> desktops) {
            opened.add("rebuild " + ids(desktops));
        }

        @Override
        public void power(List<Desktop> desktops, Draft.PowerAction action) {
            opened.add("power " + ids(desktops) + " " + action);
        }

        private static String ids(List<Desktop> desktops) {
            return String.join(",", desktops.stream().map(Desktop::id).toList());
        }
    }

    private static final class NoFiles implements FilePort {
        @Override
        public Optional<Path> chooseToSave(
                String title, String name, String kind, List<String> patterns) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> chooseToOpen(String title, String kind, List<String> patterns) {
            return Optional.empty();
        }
    }
}
