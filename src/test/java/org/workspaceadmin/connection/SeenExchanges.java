package org.workspaceadmin.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.workspaceadmin.simulator.Exchange;
import org.workspaceadmin.simulator.Simulator;

/**
 * What a simulated service was asked. It tells of an exchange after its end, which may be after the
 * client had its answer, so whoever looks waits until nothing is under way.
 */
final class SeenExchanges implements Consumer<Exchange> {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();

    @Override
    public void accept(Exchange exchange) {
        exchanges.add(exchange);
    }

    /** All that ended. */
    List<Exchange> all(Simulator simulator) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!control(simulator, "GET", "state", "").contains("\"open_exchanges\":0")) {
            assertThat(System.nanoTime()).as("exchanges end").isLessThan(until);
            Thread.onSpinWait();
        }
        return List.copyOf(exchanges);
    }

    /** Forgets all that ended. */
    void clear(Simulator simulator) {
        all(simulator);
        exchanges.clear();
    }

    /** Asks the simulator's control path; returns the body. */
    static String control(Simulator simulator, String method, String path, String body) {
        URI uri = simulator.endpoint().resolve("/_simulator/" + path);
        HttpRequest request =
                HttpRequest.newBuilder(uri)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .timeout(PATIENCE)
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isBetween(200, 299);
            return answer.body().replace(" ", "");
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
