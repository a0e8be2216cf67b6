package org.workspaceadmin.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.LockStatus;
import org.workspaceadmin.model.Problem.Kind;
import org.workspaceadmin.model.WriteAnswer;
import org.workspaceadmin.redact.Redactor;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.task.Workers;

/** Connections that die unseen: idle time, a change of the network, sleep. */
class SurvivingTest {
    private static final String JOB = "{\"job_id\":\"j1\"}";

    private final HandTimer clock = new HandTimer();
    private TinyServer server;
    private Relay relay;
    private CloudConnection cloud;

    /** How the network treats the connections that are open. */
    enum Fate {
        RESET,
        SWALLOWED
    }

    @BeforeEach
    void start() {
        server = new TinyServer(r -> TinyServer.json(r.method().equals("GET") ? 200 : 202, JOB));
        relay = new Relay(server.uri());
        cloud = connect(Duration.ofSeconds(15));
    }

    @AfterEach
    void stop() throws IOException {
        cloud.close();
        relay.close();
        server.close();
    }

    private CloudConnection connect(Duration patience) {
        return Cloud.connect(
                CloudSettings.single(
                        relay.uri(), Connected.PROJECT, "ap-southeast-3", Generation.V2),
                Connected.KEYS,
                Workers.virtual("test"),
                clock,
                new Redactor(),
                () -> WireOptions.standard().withTimeouts(Duration.ofSeconds(5), patience),
                () -> 0.5);
    }

    private long writes() {
        return server.requests().stream().filter(r -> r.method().equals("POST")).count();
    }

    @ParameterizedTest
    @EnumSource
    void aWriteNeverMeetsADeadConnection(Fate fate) {
        cloud.lockStatus().await();
        for (int i = 1; i <= 3; i++) {
            switch (fate) {
                case RESET -> relay.drop();
                case SWALLOWED -> relay.blackhole();
            }

            assertThat(cloud.send(cloud.writes().rejoin("d1")).await())
                    .isInstanceOf(WriteAnswer.Accepted.class);
            assertThat(writes()).isEqualTo(i);
        }
    }

    @Test
    void readsShareAConnectionAndEveryWriteHasItsOwn() {
        for (int i = 0; i < 4; i++) {
            cloud.lockStatus().await();
        }
        assertThat(relay.connections()).isEqualTo(1);

        cloud.send(cloud.writes().rejoin("d1")).await();
        cloud.send(cloud.writes().rejoin("d2")).await();
        cloud.lockStatus().await();

        assertThat(relay.connections()).isEqualTo(3);
    }

    @Test
    void aReadGoesOnAfterItsConnectionWasReset() {
        cloud.lockStatus().await();
        relay.drop();

        assertThat(cloud.lockStatus().await()).isNotNull();
    }

    @Test
    void aReadWithoutAnswerIsTheLastOneOnItsConnection() throws IOException {
        try (CloudConnection hasty = connect(Duration.ofMillis(400))) {
            hasty.lockStatus().await();
            relay.blackhole();

            assertThat(SignInBench.problem(hasty.lockStatus()).kind()).isEqualTo(Kind.TIMEOUT);
            int connections = relay.connections();

            assertThat(hasty.lockStatus().await()).isNotNull();
            assertThat(relay.connections()).isEqualTo(connections + 1);
        }
    }

    @Test
    void afterASleepReadsUseNewConnections() {
        cloud.lockStatus().await();
        relay.blackhole();
        clock.pass(Duration.ofHours(3)); // and the monotonic clock stood still

        assertThat(cloud.lockStatus().await()).isNotNull();
        assertThat(relay.connections()).isEqualTo(2);
    }

    @Test
    void afterAChangeOfTheNetworkReadsAndWritesFindTheNewWay() {
        try (TinyServer elsewhere = new TinyServer(r -> TinyServer.json(202, JOB))) {
            cloud.lockStatus().await();
            relay.leadTo(elsewhere.uri());
            clock.pass(Duration.ofSeconds(20));

            assertThat(cloud.lockStatus().await()).isNotNull();
            assertThat(cloud.send(cloud.writes().rejoin("d1")).await())
                    .isInstanceOf(WriteAnswer.Accepted.class);
            assertThat(elsewhere.requests()).hasSize(2);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aReadThatWaitedThroughASleepIsAskedAgain() throws InterruptedException {
        CountDownLatch waits = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        server.handle(r -> {
            if (r.path().endsWith("/lock-status") && asked.incrementAndGet() == 1) {
                return (socket, out) -> {
                    waits.countDown();
                    return socket.getInputStream().read() >= 0; // until the client goes
                };
            }
            return TinyServer.json(200, "{}");
        });
        Work<LockStatus> waiting = cloud.lockStatus();
        assertThat(waits.await(10, TimeUnit.SECONDS)).isTrue();

        clock.pass(Duration.ofHours(1));
        cloud.zones().await();

        assertThat(waiting.await()).isNotNull();
        assertThat(asked).hasValue(2);
    }

    @Test
    void aWriteThatWaitsThroughASleepIsNotRepeated() throws InterruptedException {
        CountDownLatch waits = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        server.handle(r -> {
            if (r.method().equals("POST")) {
                return (socket, out) -> {
                    waits.countDown();
                    return awaited(go) && TinyServer.json(202, JOB).write(socket, out);
                };
            }
            return TinyServer.json(200, "{}");
        });
        Work<WriteAnswer> waiting = cloud.send(cloud.writes().rejoin("d1"));
        assertThat(waits.await(10, TimeUnit.SECONDS)).isTrue();

        clock.pass(Duration.ofHours(1));
        cloud.zones().await();
        go.countDown();

        assertThat(waiting.await())
                .asInstanceOf(type(WriteAnswer.Accepted.class))
                .extracting(WriteAnswer.Accepted::jobId)
                .isEqualTo("j1");
        assertThat(writes()).isEqualTo(1);
    }

    @Test
    void pausesAndSleepsAreToldFromAnHourOfWork() {
        HandTimer wall = new HandTimer();
        AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
        Freshness freshness = new Freshness(wall, nanos::get);
        for (int i = 0; i < 200; i++) {
            pass(wall, nanos, Duration.ofSeconds(20));
            assertThat(freshness.begin()).isEqualTo(Freshness.Verdict.FRESH);
            pass(wall, nanos, Duration.ofSeconds(30));
            freshness.end();
        }
        pass(wall, nanos, Freshness.PAUSE);
        assertThat(freshness.begin()).isEqualTo(Freshness.Verdict.STALE);
        wall.pass(Duration.ofSeconds(-30));
        assertThat(freshness.begin()).as("the clock was set").isEqualTo(Freshness.Verdict.STALE);
        wall.pass(Duration.ofMinutes(10));
        freshness.end();
        assertThat(freshness.begin())
                .as("slept during an exchange")
                .isEqualTo(Freshness.Verdict.DEAD);
        assertThat(freshness.begin()).isEqualTo(Freshness.Verdict.FRESH);
    }

    private static void pass(HandTimer wall, AtomicLong nanos, Duration time) {
        wall.pass(time);
        nanos.addAndGet(time.toNanos());
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
