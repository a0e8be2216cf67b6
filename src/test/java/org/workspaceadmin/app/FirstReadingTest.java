package org.workspaceadmin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.workspaceadmin.fleet.Fleet;
import org.workspaceadmin.fleet.FleetListener;
import org.workspaceadmin.fleet.FleetStatus;

/** What can wait does so until the fleet was read, and not for ever. */
class FirstReadingTest {
    private static final FleetStatus LOADING =
            new FleetStatus(true, 100, 2_000, null, null, 0, null);
    private static final FleetStatus READ =
            new FleetStatus(false, 2_000, 2_000, Instant.EPOCH, null, 0, null);

    private final List<FleetListener> listeners = new CopyOnWriteArrayList<>();
    private final AtomicReference<FleetStatus> status = new AtomicReference<>(LOADING);
    private final Fleet fleet =
            (Fleet)
                    Proxy.newProxyInstance(
                            Fleet.class.getClassLoader(),
                            new Class<?>[] {Fleet.class},
                            (proxy, method, arguments) ->
                                    switch (method.getName()) {
                                        case "status" -> status.get();
                                        case "addListener" ->
                                                listeners.add((FleetListener) arguments[0]);
                                        case "removeListener" -> listeners.remove(arguments[0]);
                                        default -> throw new AssertionError("not asked: " + method);
                                    });

    @Test
    void waitsForTheEndOfTheFirstReading() throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        Thread waiting =
                Thread.ofVirtual()
                        .start(() -> {
                            FirstReading.await(fleet, Duration.ofSeconds(60));
                            over.countDown();
                        });
        while (listeners.isEmpty()) {
            Thread.onSpinWait();
        }
        listeners.forEach(listener -> listener.status(LOADING));
        assertThat(over.await(50, TimeUnit.MILLISECONDS)).isFalse();

        listeners.forEach(listener -> listener.status(READ));
        assertThat(over.await(20, TimeUnit.SECONDS)).isTrue();
        waiting.join();
        assertThat(listeners).isEmpty();
    }

    @Test
    void doesNotWaitForAFleetThatWasRead() {
        status.set(READ);
        FirstReading.await(fleet, Duration.ofSeconds(60));
        assertThat(listeners).isEmpty();
    }

    @Test
    void hasAnEndWhereNobodyReadsTheFleet() {
        FirstReading.await(fleet, Duration.ofMillis(20));
        assertThat(listeners).isEmpty();
    }
}
