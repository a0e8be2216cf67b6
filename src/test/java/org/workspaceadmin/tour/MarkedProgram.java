package org.workspaceadmin.tour;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import javafx.scene.input.Clipboard;
import org.workspaceadmin.app.Display;
import org.workspaceadmin.app.Options;
import org.workspaceadmin.app.Program;
import org.workspaceadmin.app.ProgramRun;
import org.workspaceadmin.app.Script;
import org.workspaceadmin.connection.ConnectionDraft;
import org.workspaceadmin.connection.GenerationChoice;
import org.workspaceadmin.connection.SignIn;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.ProblemException;
import org.workspaceadmin.report.ReportArchive;
import org.workspaceadmin.report.ReportChoice;
import org.workspaceadmin.simulator.Exchange;
import org.workspaceadmin.simulator.Simulator;
import org.workspaceadmin.simulator.SimulatorOptions;
import org.workspaceadmin.ui.common.Opening;
import org.workspaceadmin.ui.connection.ConnectionActions;

/**
 * The program, with every kind of secret given to it: each way to sign in, right and wrong, with
 * what IAM hands out for it; then copies to the clipboard and a report. Notes every secret, also
 * those the service made up, in a file for the test.
 */
public final class MarkedProgram implements Script {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Secrets by name; those of the service come on the threads of its exchanges. */
    private final Map<String, String> markers = new ConcurrentSkipListMap<>();

    private final List<String> copied = new ArrayList<>();
    private int connections;

    private MarkedProgram() {}

    /**
     * Runs it.
     *
     * @param args folder for results, home, file for the markers, seed, one-time code, wrong
     *     password
     */
    public static void main(String[] args) throws IOException {
        Display.drawOffScreen();
        MarkedProgram script = new MarkedProgram();
        script.markers.put("one-time code", args[4]);
        script.markers.put("wrong password", args[5]);
        SimulatorOptions demo =
                Options.tourDefaults()
                        .withSeed(Long.parseLong(args[3]))
                        .withDesktops(60)
                        .withObserver(script::overheard);
        int code =
                ProgramRun.scripted(
                        new Options.Start.Tour(Path.of(args[0]), Path.of(args[1]), demo),
                        script,
                        new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        JSON.writeValue(Path.of(args[2]).toFile(), script.markers);
        System.exit(code);
    }

    @Override
    public int run(Program program, Path folder) throws Exception {
        Simulator service = Objects.requireNonNull(program.simulator());
        markers.put("secret key", service.secretKey());
        markers.put("password", service.password());
        Hands hands = new Hands(Hands.onUi(() -> program.stage().getScene()));

        signInEveryWay(program, service);
        copyRequests(program, hands);
        copyProblem(program, service, hands);
        report(program, folder);
        Files.writeString(folder.resolve("clipboard.txt"), String.join("\n----\n", copied));
        return copied.size() >= 3 && copied.stream().noneMatch(String::isBlank) ? 0 : 1;
    }

    private void signInEveryWay(Program program, Simulator service) throws Exception {
        String account = service.account();
        String user = service.user();
        char[] password = service.password().toCharArray();
        connect(program, service, new SignIn.Password(account, user, password));
        connect(
                program,
                service,
                new SignIn.Password(
                        account,
                        user,
                        org.workspaceadmin.model.Secret.of(password),
                        service.userId(),
                        org.workspaceadmin.model.Secret.of(
                                Objects.requireNonNull(markers.get("one-time code")))));
        JsonNode key = temporaryKey(service);
        connect(
                program,
                service,
                new SignIn.TemporaryKey(
                        key.path("access").asText(),
                        key.path("secret").asText().toCharArray(),
                        key.path("securitytoken").asText().toCharArray(),
                        Instant.parse(key.path("expires_at").asText())));
        SignIn own = new SignIn.AccessKey(service.accessKey(), service.secretKey().toCharArray());
        try (ConnectionActions.Order order = order(service, own)) {
            program.desk().probe(order, Duration.ZERO, step -> {}).await();
        }
        connect(
                program,
                service,
                new SignIn.AccessKey(service.accessKey(), service.secretKey().toCharArray()));
    }

    /** Signs in and has the sign-in remembered. */
    private void connect(Program program, Simulator service, SignIn signIn) {
        try (ConnectionActions.Order order = order(service, signIn)) {
            Opening opening = program.desk().connect(order).await();
            if (!(opening instanceof Opening.Opened)) {
                throw new StepFailure("the connection opens: " + opening);
            }
        }
    }

    private ConnectionActions.Order order(Simulator service, SignIn signIn) {
        return new ConnectionActions.Order(
                draft(service).connection(signIn),
                GenerationChoice.of(Generation.V2),
                Optional.of(signIn),
                true);
    }

    private ConnectionDraft draft(Simulator service) {
        return new ConnectionDraft(
                "Marked " + ++connections,
                service.region(),
                service.endpoint().toString(),
                service.projectId(),
                Generation.V2);
    }

    /** As somebody gets it from the command line of the cloud, outside of this program. */
    private static JsonNode temporaryKey(Simulator service) throws Exception {
        String user =
                """
                {"auth":{"identity":{"methods":["password"],"password":{"user":{
                "domain":{"name":"%s"},"name":"%s","password":%s}}},
                "scope":{"project":{"id":"%s"}}}}
                """
                        .formatted(
                                service.account(),
                                service.user(),
                                JSON.writeValueAsString(service.password()),
                                service.projectId());
        String token =
                post(service, "/v3/auth/tokens", "", user)
                        .headers()
                        .firstValue("X-Subject-Token")
                        .orElseThrow();
        String wanted =
                "{\"auth\":{\"identity\":{\"methods\":[\"token\"],"
                        + "\"token\":{\"duration_seconds\":3600}}}}";
        String answer = post(service, "/v3.0/OS-CREDENTIAL/securitytokens", token, wanted).body();
        return JSON.readTree(answer).path("credential");
    }

    private static HttpResponse<String> post(
            Simulator service, String path, String token, String body) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(service.endpoint() + path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("X-Auth-Token", token);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    /** The request as a command line, and as it is. */
    private void copyRequests(Program program, Hands hands) {
        hands.until(
                "a connection is open", () -> program.shell().connectionProperty().get() != null);
        hands.until("the whole list was read", () -> program.shell().asOfProperty().get() != null);
        // One that the operation takes: what it leaves out has no request.
        hands.enter("#desktops-filter", "os:windows status:on type:dedicated");
        hands.settle();
        hands.click("#desktops-table .table-row-cell");
        hands.click("#desktops-action-update_sids");
        hands.click(".tab-requests");
        hands.click(".request-copy-curl");
        copied.add(clipboard());
        hands.click(".request-copy");
        copied.add(clipboard());
        hands.press(javafx.scene.input.KeyCode.ESCAPE);
    }

    /** A refused sign-in, with everything that can be copied of it. */
    private void copyProblem(Program program, Simulator service, Hands hands) {
        String wrong = Objects.requireNonNull(markers.get("wrong password"));
        try {
            connect(
                    program,
                    service,
                    new SignIn.Password(service.account(), service.user(), wrong.toCharArray()));
            throw new StepFailure("a wrong password was accepted");
        } catch (ProblemException refused) {
            Hands.onUi(() -> {
                program.shell().problemProperty().set(refused.problem());
                return true;
            });
        }
        hands.click("#program-problem .problem-copy");
        copied.add(clipboard());
    }

    private static void report(Program program, Path folder) throws IOException {
        for (boolean withoutNames : new boolean[] {true, false}) {
            ReportChoice choice =
                    new ReportChoice(withoutNames, null, Instant.now(), ZoneOffset.UTC);
            new ReportArchive()
                    .write(
                            program.archives()
                                    .gather(choice, program.context().texts().messages()::text),
                            folder.resolve("report-" + withoutNames + ".zip"));
        }
    }

    private static String clipboard() {
        return Hands.onUi(() -> String.valueOf(Clipboard.getSystemClipboard().getString()));
    }

    /** What the service hands out is secret as well. */
    private void overheard(Exchange exchange) {
        exchange.responseHeaders()
                .forEach((name, values) -> {
                    if (name.equalsIgnoreCase("X-Subject-Token")) {
                        values.forEach(v -> markers.put("token " + exchange.number(), v));
                    }
                });
        if (exchange.path().contains("OS-CREDENTIAL")) {
            try {
                JsonNode key = JSON.readTree(exchange.responseBody()).path("credential");
                for (String field : new String[] {"secret", "securitytoken"}) {
                    String value = key.path(field).asText();
                    if (!value.isEmpty()) {
                        markers.put(field + " " + exchange.number(), value);
                    }
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
