package org.workspaceadmin.simulator;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What a simulated service is like.
 *
 * @param port port on 127.0.0.1, 0 for any free one
 * @param desktops size of the fleet, 0 to 200,000
 * @param seed decides every id, name and chance
 * @param latency added to each answer, without holding others
 * @param jobTime how long a job takes from end to end; what lags is scaled by it
 * @param lacks features the region does not have, out of {@link #FEATURES}
 * @param clock the service's time
 * @param observer told about every exchange after its end, except those below {@code /_simulator}
 */
public record SimulatorOptions(
        int port,
        int desktops,
        long seed,
        Duration latency,
        Duration jobTime,
        Set<String> lacks,
        InstantSource clock,
        Consumer<Exchange> observer) {

    /** What a region can lack; its calls then answer 404 APIGW.0101. */
    public static final Set<String> FEATURES =
            Set.of(
                    "domain-check",
                    "batch-rejoin",
                    "check-cidr",
                    "dc-validation",
                    "workspace-vpcs",
                    "workspace-subnets",
                    "check-images",
                    "sts",
                    "v1",
                    "v2-apply");

    /** Nobody watches; bodies are then not turned into text. */
    static final Consumer<Exchange> NOBODY = exchange -> {};

    /** Checks the values. */
    public SimulatorOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be between 0 and 65535");
        }
        if (desktops < 0 || desktops > 200_000) {
            throw new IllegalArgumentException("desktops must be between 0 and 200000");
        }
        if (latency.isNegative() || jobTime.isNegative()) {
            throw new IllegalArgumentException("times must not be negative");
        }
        lacks = Set.copyOf(lacks);
        Set<String> unknown = new TreeSet<>(lacks);
        unknown.removeAll(FEATURES);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "unknown features " + unknown + "; there are " + new TreeSet<>(FEATURES));
        }
    }

    /**
     * The demo: 1,200 desktops, no latency, jobs of eight seconds, nothing lacking.
     *
     * @return any free port, seed 1, the system's clock, nobody watching
     */
    public static SimulatorOptions defaults() {
        return new SimulatorOptions(
                0,
                1200,
                1,
                Duration.ZERO,
                Duration.ofSeconds(8),
                Set.of(),
                InstantSource.system(),
                NOBODY);
    }

    /**
     * With another port.
     *
     * @param value 0 to 65535
     * @return changed options
     */
    public SimulatorOptions withPort(int value) {
        return new SimulatorOptions(
                value, desktops, seed, latency, jobTime, lacks, clock, observer);
    }

    /**
     * With another size of the fleet.
     *
     * @param value 0 to 200,000
     * @return changed options
     */
    public SimulatorOptions withDesktops(int value) {
        return new SimulatorOptions(port, value, seed, latency, jobTime, lacks, clock, observer);
    }

    /**
     * With another seed.
     *
     * @param value any
     * @return changed options
     */
    public SimulatorOptions withSeed(long value) {
        return new SimulatorOptions(
                port, desktops, value, latency, jobTime, lacks, clock, observer);
    }

    /**
     * With another latency.
     *
     * @param value per answer
     * @return changed options
     */
    public SimulatorOptions withLatency(Duration value) {
        return new SimulatorOptions(port, desktops, seed, value, jobTime, lacks, clock, observer);
    }

    /**
     * With another job time.
     *
     * @param value from end to end
     * @return changed options
     */
    public SimulatorOptions withJobTime(Duration value) {
        return new SimulatorOptions(port, desktops, seed, latency, value, lacks, clock, observer);
    }

    /**
     * With other missing features.
     *
     * @param value out of {@link #FEATURES}
     * @return changed options
     */
    public SimulatorOptions withLacks(Set<String> value) {
        return new SimulatorOptions(port, desktops, seed, latency, jobTime, value, clock, observer);
    }

    /**
     * With another clock.
     *
     * @param value the service's time
     * @return changed options
     */
    public SimulatorOptions withClock(InstantSource value) {
        return new SimulatorOptions(port, desktops, seed, latency, jobTime, lacks, value, observer);
    }

    /**
     * With somebody watching.
     *
     * @param value called on the thread of the exchange
     * @return changed options
     */
    public SimulatorOptions withObserver(Consumer<Exchange> value) {
        return new SimulatorOptions(port, desktops, seed, latency, jobTime, lacks, clock, value);
    }
}
