package org.workspaceadmin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.workspaceadmin.cloud.CloudConnection;
import org.workspaceadmin.cloud.DesktopQuery;
import org.workspaceadmin.cloud.WireOptions;
import org.workspaceadmin.connection.Connected;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.connection.ConnectionDraft;
import org.workspaceadmin.connection.Connector;
import org.workspaceadmin.connection.SignIn;
import org.workspaceadmin.contract.Watched;
import org.workspaceadmin.fleet.LiveFleet;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Problem.Evidence;
import org.workspaceadmin.model.ProblemException;
import org.workspaceadmin.redact.Redactor;
import org.workspaceadmin.simulator.Simulator;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Workers;

/** A workstation whose clock is 20 minutes off, and a service that refuses its signatures. */
class ClockHelpTest {
    private final ShiftedTimer timer = new ShiftedTimer();
    private final Workers workers = Workers.virtual("clock");
    private final Connector connector =
            Connector.of(workers, timer, new Redactor(), WireOptions::standard);
    private final AtomicReference<@Nullable Session> session = new AtomicReference<>();
    private final SessionHelp help = new SessionHelp(session::get, connector, workers);
    private Simulator simulator;

    @BeforeEach
    void start() throws Exception {
        simulator = Simulator.start(Watched.options().withDesktops(10));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {20, -20})
    void connectingWorksOnceTheOperatorAgreed(long minutes) {
        timer.shift = Duration.ofMinutes(minutes);
        Problem refused = refusal(() -> connect().service().close());
        assertThat(refused.kind()).isEqualTo(Problem.Kind.CLOCK_SKEW);
        Duration offset =
                Duration.parse(refused.evidence().getOrDefault(Evidence.CLOCK_OFFSET, ""));
        assertThat(offset.plusMinutes(minutes).abs()).isLessThan(Duration.ofSeconds(5));

        assertThat(help.correctsClock(refused)).isTrue();
        Problem again = refusal(() -> connect().service().close());
        assertThat(again.kind()).as("nothing is applied before").isEqualTo(refused.kind());

        help.useMeasuredTime(refused);
        try (CloudConnection service = connect().service()) {
            assertThat(service.health().appliedClockOffset()).isEqualTo(offset);
            assertThat(service.desktops(DesktopQuery.all(), 0, 1).await().desktops()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {20, -20})
    void theOpenConnectionGoesOnOnceTheOperatorAgreed(long minutes) {
        Connected.To to = connect();
        try (CloudConnection service = to.service();
                LiveFleet fleet = LiveFleet.of(service, workers, timer)) {
            session.set(new Session(to.connection(), service, fleet, List.of()));
            timer.shift = Duration.ofMinutes(minutes);
            Problem refused = refusal(() -> service.desktops(DesktopQuery.all(), 0, 1).await());
            assertThat(refused.kind()).isEqualTo(Problem.Kind.CLOCK_SKEW);
            assertThat(service.health().appliedClockOffset()).isZero();

            help.useMeasuredTime(refused);

            assertThat(service.desktops(DesktopQuery.all(), 0, 1).await().desktops()).hasSize(1);
        }
    }

    private Connected.To connect() {
        SignIn key =
                new SignIn.AccessKey(simulator.accessKey(), simulator.secretKey().toCharArray());
        Connection wanted =
                new ConnectionDraft(
                                "",
                                simulator.region(),
                                simulator.endpoint().toString(),
                                simulator.projectId(),
                                Generation.V2)
                        .connection(key);
        return (Connected.To) connector.connect(wanted, key).await();
    }

    private static Problem refusal(ThrowingCallable call) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, call);
        assertThat(refused).isNotNull();
        return refused.problem();
    }

    /** The system's time, shifted. */
    private static final class ShiftedTimer implements Timer {
        private final Timer system = Timer.system();
        private volatile Duration shift = Duration.ZERO;

        @Override
        public Instant instant() {
            return system.instant().plus(shift);
        }

        @Override
        public Cancel after(Duration delay, Runnable action) {
            return system.after(delay, action);
        }
    }
}
