package org.workspaceadmin.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A plain HTTP client for tests of the simulator: by token, so that no signing code of ours is
 * involved.
 */
public final class SimulatorClient implements AutoCloseable {
    public static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final Simulator simulator;
    private final String token;

    /** An answer taken apart. */
    public record Reply(int status, String text, HttpResponse<String> response) {
        /** The body as JSON. */
        public JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The error code, empty when there is none. */
        public String code() {
            return text.isEmpty() ? "" : json().path("error_code").asText("");
        }
    }

    public SimulatorClient(Simulator simulator) {
        this(simulator, HttpClient.Version.HTTP_1_1);
    }

    public SimulatorClient(Simulator simulator, HttpClient.Version version) {
        this.simulator = simulator;
        http = HttpClient.newBuilder().version(version).build();
        token = signIn("{\"project\":{\"name\":\"" + simulator.projectName() + "\"}}");
    }

    /** A token for a scope, given as JSON. */
    public String signIn(String scope) {
        String body =
                """
                {"auth":{"identity":{"methods":["password"],"password":{"user":{"domain":{"name":"%s"},
                "name":"%s","password":"%s"}}},"scope":%s}}\
                """
                        .formatted(
                                simulator.account(), simulator.user(), simulator.password(), scope);
        Reply reply = exchange(request("POST", "/v3/auth/tokens", body).build());
        return reply.response().headers().firstValue("X-Subject-Token").orElseThrow();
    }

    /** A call with the project's token; {@code {p}} in the path is the project id. */
    public Reply call(String method, String path, @Nullable String body) {
        return exchange(request(method, path, body).header("X-Auth-Token", token).build());
    }

    /** A call without any sign-in, as the control path takes it. */
    public Reply control(String method, String path, @Nullable String body) {
        return exchange(request(method, "/_simulator" + path, body).build());
    }

    /** A request to finish and send. */
    public HttpRequest.Builder request(String method, String path, @Nullable String body) {
        return HttpRequest.newBuilder(uri(path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
    }

    public URI uri(String path) {
        return URI.create(simulator.endpoint() + path.replace("{p}", simulator.projectId()));
    }

    public Reply exchange(HttpRequest request) {
        try {
            return send(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Reply send(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> response =
                    http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.body(), response);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    public HttpClient http() {
        return http;
    }

    public String token() {
        return token;
    }

    /** Asks until the condition holds, at most ten seconds. */
    public Reply until(String path, java.util.function.Predicate<Reply> condition) {
        Instant end = Instant.now().plusSeconds(10);
        while (true) {
            Reply reply =
                    path.startsWith("/_simulator")
                            ? exchange(request("GET", path, null).build())
                            : call("GET", path, null);
            if (condition.test(reply)) {
                return reply;
            }
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("never came true: " + path + " says " + reply.text());
            }
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
