package org.workspaceadmin.contract;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.workspaceadmin.simulator.Exchange;
import org.workspaceadmin.simulator.SimulatorOptions;

/**
 * A simulated service whose exchanges are held against the description of the service, whatever the
 * test is about. {@link ContractExtension} judges after each test.
 */
public final class Watched {
    private static final AtomicReference<Witness> NOW = new AtomicReference<>(new Witness());

    private Watched() {}

    /** The simulator's defaults, watched. */
    public static SimulatorOptions options() {
        return SimulatorOptions.defaults().withObserver(Watched::see);
    }

    /** For a test that looks at the exchanges itself: tells it too. */
    public static Consumer<Exchange> and(Consumer<Exchange> other) {
        return exchange -> {
            see(exchange);
            other.accept(exchange);
        };
    }

    /** Judges what was seen since the last time, and forgets it. */
    static void judge() {
        NOW.getAndSet(new Witness()).assertContract();
    }

    /** How many exchanges wait to be judged. */
    static int waiting() {
        return NOW.get().exchanges().size();
    }

    private static void see(Exchange exchange) {
        NOW.get().accept(exchange);
    }
}
