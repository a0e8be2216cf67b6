package org.workspaceadmin.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The simulated service in a process of its own, started as anybody would start it. */
final class Alone implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final JsonNode where;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<JsonNode> writes = new ArrayList<>();
    private final Set<Long> seen = new HashSet<>();
    private long newest;

    private Alone(Process process, JsonNode where) {
        this.process = process;
        this.where = where;
    }

    static Alone start(Path folder, int desktops, Duration jobTime) throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xmx1g",
                                "-cp",
                                classPath(),
                                "org.workspaceadmin.Launcher",
                                "--simulator",
                                "--desktops",
                                Integer.toString(desktops),
                                "--job-time",
                                Long.toString(jobTime.toMillis()))
                        .redirectError(folder.resolve("simulator.txt").toFile())
                        .start();
        BufferedReader out = process.inputReader();
        String line = out.readLine();
        if (line == null) {
            process.destroyForcibly();
            throw new AssertionError("the simulator did not start");
        }
        return new Alone(process, JSON.readTree(line));
    }

    static String classPath() {
        return System.getProperty(
                "surefire.test.class.path", System.getProperty("java.class.path"));
    }

    String endpoint() {
        return where.path("endpoint").asText();
    }

    String project() {
        return where.path("projectId").asText();
    }

    String accessKey() {
        return where.path("accessKey").asText();
    }

    String secretKey() {
        return where.path("secretKey").asText();
    }

    /** Calls its control interface. */
    JsonNode control(String method, String path, @Nullable String body) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(endpoint() + "/_simulator" + path))
                        .timeout(Duration.ofSeconds(20))
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new AssertionError(path + ": " + answer.statusCode() + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(path, e);
        }
    }

    /** Takes over what its request log has that is new; the log forgets after 10,000 requests. */
    synchronized void collect() {
        // It lists requests by their end; one that came earlier may have ended later.
        collect(Math.max(0, newest - 400));
    }

    private void collect(long since) {
        JsonNode requests = control("GET", "/requests?since=" + since, null).path("requests");
        for (JsonNode request : requests) {
            long number = request.path("number").asLong();
            String path = request.path("path").asText();
            newest = Math.max(newest, number);
            boolean write =
                    !request.path("method").asText().equals("GET") && !path.endsWith("/check");
            if (write && seen.add(number)) {
                writes.add(request);
            }
        }
    }

    /** Every write that reached it, once nothing is on its way any more. */
    synchronized List<JsonNode> writes() {
        Instant end = Instant.now().plusSeconds(30);
        while (control("GET", "/state", null).path("open_exchanges").asInt() != 0) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("exchanges stay open");
            }
            LockSupport.parkNanos(5_000_000);
        }
        collect(0);
        return List.copyOf(writes);
    }

    @Override
    public void close() {
        http.close();
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
