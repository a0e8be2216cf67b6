package org.workspaceadmin.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.workspaceadmin.simulator.Exchange;

/** Watches a simulator and, at the end of a test, judges everything it saw. */
public final class Witness implements Consumer<Exchange> {
    private static final OpenApiContract CONTRACT = new OpenApiContract();

    private final Queue<Exchange> exchanges = new ConcurrentLinkedQueue<>();

    @Override
    public void accept(Exchange exchange) {
        exchanges.add(exchange);
    }

    /** What was seen, in the order the exchanges ended. */
    public List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /** Fails when an exchange broke the description of the service. */
    public void assertContract() {
        List<String> broken = new ArrayList<>();
        for (Exchange exchange : exchanges) {
            if (OpenApiContract.judged(exchange)) {
                for (String violation : CONTRACT.violations(exchange)) {
                    broken.add(
                            exchange.method()
                                    + " "
                                    + exchange.path()
                                    + "?"
                                    + exchange.rawQuery()
                                    + " -> "
                                    + exchange.status()
                                    + ": "
                                    + violation);
                }
            }
        }
        assertThat(broken).isEmpty();
    }
}
