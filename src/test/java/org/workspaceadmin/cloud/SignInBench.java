package org.workspaceadmin.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.workspaceadmin.contract.Watched;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.ProblemException;
import org.workspaceadmin.model.TemporaryKey;
import org.workspaceadmin.redact.Redactor;
import org.workspaceadmin.simulator.Exchange;
import org.workspaceadmin.simulator.Simulator;
import org.workspaceadmin.simulator.SimulatorClient;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.task.Workers;

/** The simulated service and its clients on one clock that is moved by hand. */
final class SignInBench implements AutoCloseable {
    final HandTimer clock = new HandTimer();
    final Redactor redactor = new Redactor();
    final Simulator simulator;
    private final SimulatorClient control;
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
    private final List<CloudConnection> opened = new CopyOnWriteArrayList<>();

    SignInBench(int desktops) {
        try {
            simulator =
                    Simulator.start(
                            Watched.options()
                                    .withDesktops(desktops)
                                    .withClock(clock)
                                    .withObserver(Watched.and(exchanges::add)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        control = new SimulatorClient(simulator);
        forget();
    }

    CloudConnection connect(Credentials credentials) {
        CloudConnection cloud =
                Cloud.connect(
                        CloudSettings.single(
                                simulator.endpoint(),
                                simulator.projectId(),
                                simulator.region(),
                                Generation.V2),
                        credentials,
                        Workers.virtual("test"),
                        clock,
                        redactor,
                        WireOptions::standard,
                        () -> 0.5);
        opened.add(cloud);
        return cloud;
    }

    Credentials password() {
        return password(simulator.password());
    }

    Credentials password(String text) {
        return new Credentials.Password(simulator.account(), simulator.user(), text.toCharArray());
    }

    Credentials oneTime(String userId, String code) {
        return new Credentials.Password(
                simulator.account(),
                simulator.user(),
                simulator.password().toCharArray(),
                userId,
                code.toCharArray());
    }

    Credentials keys(String secret) {
        return new Credentials.AccessKey(simulator.accessKey(), secret.toCharArray());
    }

    /** A temporary pair the simulated service knows; the client believes what {@code told} says. */
    Credentials.TemporaryKey temporary(Duration life, Duration told) {
        try (CloudConnection issuer = connect(password())) {
            TemporaryKey key = issuer.temporaryKey((int) life.toSeconds()).await();
            return new Credentials.TemporaryKey(
                    key.access(), key.secret(), key.token(), clock.instant().plus(told));
        } finally {
            forget();
        }
    }

    /** Makes every token issued so far ask for renewal. */
    void outdateTokens() {
        control.control("POST", "/tokens/outdate", null);
    }

    /** Somebody else signs badly with the key until the service locks it. */
    void lockTheKey() {
        for (int i = 0; i < 2; i++) {
            try (CloudConnection stranger = connect(keys("wrong"))) {
                for (int n = 0; n < 3; n++) {
                    problem(stranger.lockStatus());
                }
            }
        }
        forget();
    }

    void forget() {
        settle();
        exchanges.clear();
    }

    /** Requests since {@link #forget()}. */
    List<Exchange> requests() {
        settle();
        return exchanges;
    }

    /** Attempts to sign in by password since {@link #forget()}. */
    long signIns() {
        return requests().stream()
                .filter(e -> e.method().equals("POST") && e.path().equals("/v3/auth/tokens"))
                .count();
    }

    long answered(int status) {
        return requests().stream().filter(e -> e.status() == status).count();
    }

    static Problem problem(Work<?> work) {
        try {
            work.await();
        } catch (ProblemException e) {
            return e.problem();
        }
        throw new AssertionError("it went well");
    }

    static void works(CloudConnection cloud) {
        assertThat(cloud.desktops(DesktopQuery.all(), 0, 1).await().desktops()).hasSize(1);
    }

    Instant now() {
        return clock.instant();
    }

    /** A request is told to the observer once its exchange ended, maybe after the client heard. */
    private void settle() {
        control.until("/_simulator/state", r -> r.json().path("open_exchanges").asInt() == 0);
    }

    @Override
    public void close() {
        opened.forEach(CloudConnection::close);
        control.close();
        simulator.close();
    }
}
