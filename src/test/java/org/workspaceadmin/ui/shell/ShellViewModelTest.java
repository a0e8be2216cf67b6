package org.workspaceadmin.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.workspaceadmin.fleet.FleetStatus;
import org.workspaceadmin.model.OperationState.Phase;
import org.workspaceadmin.model.Problem;

class ShellViewModelTest {
    private final ShellFixture fixture = new ShellFixture();
    private final ShellViewModel model = fixture.model;

    @Test
    void aConnectionOpensAtItsFirstPlace() {
        model.connected(fixture.face, fixture.places());
        assertThat(model.currentProperty().get().id()).isEqualTo("desktops");
        assertThat(fixture.desktops.heard).containsExactly("shown");
        assertThat(model.linkProperty().get()).isEqualTo(ShellViewModel.Link.CONNECTED);
        assertThat(model.latencyProperty().get()).isEqualTo(Duration.ofMillis(41));
    }

    @Test
    void aConnectionOpensAtThePlaceLastShown() {
        fixture.memory.place = "jobs";
        model.connected(fixture.face, fixture.places());
        assertThat(model.currentProperty().get().id()).isEqualTo("jobs");
        assertThat(fixture.desktops.heard).isEmpty();
    }

    @Test
    void leavingAPlaceHidesItOnce() {
        model.connected(fixture.face, fixture.places());
        model.goTo(2);
        model.goTo(2);
        assertThat(fixture.desktops.heard).containsExactly("shown", "hidden");
        assertThat(fixture.jobs.heard).containsExactly("shown");
        assertThat(fixture.memory.place).isEqualTo("jobs");
        model.goTo(3);
        assertThat(model.currentProperty().get().id()).isEqualTo("jobs");
    }

    @Test
    void everyPlaceKeepsItsOwnSearch() {
        model.connected(fixture.face, fixture.places());
        model.searchProperty().set("fin");
        model.goTo("jobs");
        assertThat(model.searchProperty().get()).isEmpty();
        model.searchProperty().set("rebuild");
        model.goTo("desktops");
        assertThat(model.searchProperty().get()).isEqualTo("fin");
        assertThat(fixture.desktops.heard)
                .containsExactly("shown", "search fin", "hidden", "shown");
        assertThat(fixture.jobs.heard).containsExactly("shown", "search rebuild", "hidden");
    }

    @Test
    void aRefreshGoesToThePresentPlace() {
        model.refresh();
        model.connected(fixture.face, fixture.places());
        model.refresh();
        assertThat(fixture.desktops.heard).containsExactly("shown", "refresh");
        assertThat(fixture.jobs.heard).isEmpty();
    }

    @Test
    void openOperationsAreCountedAndTheNewestUnderWayIsShown() {
        fixture.operations.publish(ShellFixture.operation("1", Phase.RUNNING, 3, 0));
        fixture.operations.publish(ShellFixture.operation("2", Phase.RUNNING, 4, 1));
        fixture.operations.publish(ShellFixture.operation("3", Phase.UNKNOWN, 1, 0));
        assertThat(model.openJobsProperty().get()).as("before the frame ends").isZero();
        fixture.timer.advance(Duration.ofMillis(20));
        assertThat(model.openJobsProperty().get()).isEqualTo(3);
        assertThat(model.runningProperty().get().id()).isEqualTo("2");

        fixture.operations.publish(ShellFixture.operation("2", Phase.ENDED_WITH_FAILURES, 4, 4));
        fixture.timer.advance(Duration.ofMillis(20));
        assertThat(model.openJobsProperty().get()).isEqualTo(2);
        assertThat(model.runningProperty().get().id()).isEqualTo("1");
    }

    @Test
    void aFailedReadShowsWithinASecond() {
        model.connected(fixture.face, fixture.places());
        fixture.face.fails();
        fixture.timer.advance(Duration.ofSeconds(1));
        assertThat(model.linkProperty().get()).isEqualTo(ShellViewModel.Link.TROUBLE);
    }

    @Test
    void aPlaceWhereNothingWasReadIsNeitherReadingNorInTrouble() {
        fixture.face.status = new FleetStatus(false, 0, -1, null, null, 0, null);
        fixture.face.latency = null;
        model.connected(fixture.face, fixture.places());
        assertThat(model.linkProperty().get()).isEqualTo(ShellViewModel.Link.IDLE);

        fixture.face.latency = Duration.ofMillis(30);
        fixture.timer.advance(Duration.ofSeconds(1));
        assertThat(model.linkProperty().get())
                .as("another place was answered")
                .isEqualTo(ShellViewModel.Link.CONNECTED);

        fixture.face.status = new FleetStatus(true, 0, -1, null, null, 0, null);
        fixture.timer.advance(Duration.ofSeconds(1));
        assertThat(model.linkProperty().get()).isEqualTo(ShellViewModel.Link.READING);
    }

    @Test
    void aProjectWithoutTheServiceIsNoTrouble() {
        fixture.face.status =
                new FleetStatus(
                        false,
                        0,
                        -1,
                        null,
                        Problem.without(
                                Problem.Kind.SERVICE_DISABLED, "", "", fixture.timer.instant()),
                        0,
                        null);
        model.connected(fixture.face, fixture.places());

        assertThat(model.linkProperty().get()).isEqualTo(ShellViewModel.Link.NO_SERVICE);
    }

    @Test
    void theRunningOperationLeadsToItsJob() {
        List<String> shown = new ArrayList<>();
        model.showsJobs(shown::add);
        model.connected(fixture.face, fixture.places());

        model.goToJob("2");

        assertThat(model.currentProperty().get().id()).isEqualTo("jobs");
        assertThat(shown).containsExactly("2");
    }

    @Test
    void disconnectingEmptiesTheFrame() {
        model.connected(fixture.face, fixture.places());
        model.searchProperty().set("x");
        model.disconnected();
        assertThat(model.places()).isEmpty();
        assertThat(model.connectionProperty().get()).isNull();
        assertThat(model.currentProperty().get()).isNull();
        assertThat(model.searchProperty().get()).isEmpty();
        assertThat(fixture.desktops.heard).containsExactly("shown", "search x", "hidden");
    }

    @Test
    void closingEndsTheSubscription() {
        model.close();
        assertThat(fixture.operations.listeners()).isZero();
    }
}
