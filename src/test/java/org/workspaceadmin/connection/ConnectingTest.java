package org.workspaceadmin.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.workspaceadmin.cloud.WireOptions;
import org.workspaceadmin.contract.Watched;
import org.workspaceadmin.model.EnterpriseProject;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.ProblemException;
import org.workspaceadmin.redact.Redactor;
import org.workspaceadmin.simulator.Exchange;
import org.workspaceadmin.simulator.Simulator;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.task.Workers;

/** Detecting the generation, one sign-in per try, and projects without a subscription. */
class ConnectingTest {
    private static final String UNKNOWN_CALL =
            "{\\\"error_code\\\":\\\"APIGW.0101\\\",\\\"error_msg\\\":\\\"no such API\\\"}";

    private final SeenExchanges seen = new SeenExchanges();
    private final Connector connector =
            Connector.of(
                    Workers.virtual("connecting"),
                    Timer.system(),
                    new Redactor(),
                    WireOptions::standard);
    private final Simulator simulator = start(Set.of());

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void theServiceDetailsProveV2() {
        Connected.To to = detect(key());

        to.service().close();
        assertThat(to.connection().generation()).isEqualTo(Generation.V2);
        assertThat(paths()).containsExactly("/v2/" + simulator.projectId() + "/workspaces");
    }

    @Test
    void whatIsNotSubscribedConnectsAllTheSame() {
        String closed = closedProject();
        for (GenerationChoice choice : GenerationChoice.values()) {
            Connection connection = draft(closed).connection(key());

            Connected answer = connector.connect(connection, key(), choice).await();

            assertThat(answer).as(choice.name()).isInstanceOf(Connected.To.class);
            ((Connected.To) answer).service().close();
        }
    }

    @Test
    void aGatewayWithoutV2AndAWorkspaceThatSpeaksV1ProveV1() {
        fault("status", "/v2/[0-9a-f]+/workspaces$", 404, UNKNOWN_CALL);

        Connected.To to = detect(key());

        to.service().close();
        assertThat(to.connection().generation()).isEqualTo(Generation.V1);
        assertThat(paths()).hasSize(2).last().asString().startsWith("/v1.0/");
    }

    @Test
    void anAddressWithNeitherIsTold() {
        fault("status", "/v[12]", 404, UNKNOWN_CALL);

        Connected.GenerationOpen open = (Connected.GenerationOpen) ask(key());

        assertThat(open.detected().why()).isEqualTo(Detected.Why.NEITHER);
        assertThat(open.connection().projectId()).isEqualTo(simulator.projectId());
    }

    @ParameterizedTest
    @CsvSource({
        "403, WKS.0403, REFUSED",
        "404, WKS.0001, NO_PROOF",
        "404, APIGW.0103, NO_PROOF",
        "400, WKS.0001, NO_PROOF",
        "409, WKS.0001, NO_PROOF",
    })
    void nothingElseProvesAGeneration(int status, String code, Detected.Why why) {
        String body = "{\\\"error_code\\\":\\\"" + code + "\\\",\\\"error_msg\\\":\\\"no\\\"}";
        fault("status", "/v2/[0-9a-f]+/workspaces$", status, body);

        Connected.GenerationOpen open = (Connected.GenerationOpen) ask(key());

        assertThat(open.detected().why()).isEqualTo(why);
        assertThat(open.detected().problem().code()).isEqualTo(code);
        assertThat(paths()).noneMatch(path -> path.startsWith("/v1.0/"));
    }

    @Test
    void a404OfSomeWebServerDoesNotProveV1() {
        fault("status", "/v2/[0-9a-f]+/workspaces$", 404, UNKNOWN_CALL);
        fault("status", "/v1.0/", 404, "<html>not here</html>");

        Connected.GenerationOpen open = (Connected.GenerationOpen) ask(key());

        assertThat(open.detected().why()).isEqualTo(Detected.Why.NO_PROOF);
    }

    @Test
    void aProjectThatCannotBeUsedIsAFailureAndNoQuestion() {
        Connection connection = draft("f".repeat(32)).connection(key());

        assertThatThrownBy(
                        () -> connector.connect(connection, key(), GenerationChoice.DETECT).await())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e ->
                                assertThat(e.problem().kind())
                                        .isEqualTo(Problem.Kind.PROJECT_UNAVAILABLE));
    }

    @Test
    void whatTheComputersAdministratorForbidsIsNotEvenAsked() {
        Connection connection = draft(simulator.projectId()).connection(key());
        Connector narrow = connector.within(c -> !c.equals(connection));

        for (Work<?> work :
                List.of(
                        narrow.connect(connection, key()),
                        narrow.enterpriseProjects(connection, key()))) {
            assertThatThrownBy(work::await)
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> {
                                assertThat(e.problem().kind())
                                        .isEqualTo(Problem.Kind.CONNECTION_NOT_ALLOWED);
                                assertThat(e.problem().neverLeft()).isTrue();
                            });
        }
        assertThat(seen.all(simulator)).isEmpty();
    }

    @Test
    void aPasswordSignsInOnceAndFindsItsProjectByThat() {
        for (GenerationChoice choice : GenerationChoice.values()) {
            seen.clear(simulator);
            Connection connection = draft("").connection(password());

            Connected.To to =
                    (Connected.To) connector.connect(connection, password(), choice).await();

            to.service().close();
            assertThat(to.connection().projectId()).isEqualTo(simulator.projectId());
            assertThat(to.connection().projectName()).isEqualTo(simulator.projectName());
            assertThat(to.connection().identity().userId()).isEqualTo(simulator.userId());
            assertThat(paths()).filteredOn(p -> p.endsWith("/auth/tokens")).hasSize(1);
        }
    }

    @Test
    void aRefusedPasswordIsTriedOnce() {
        SignIn wrong =
                new SignIn.Password(
                        simulator.account(), simulator.user(), "marker-wrong".toCharArray());
        Connection connection = draft("").connection(wrong);

        assertThatThrownBy(
                        () -> connector.connect(connection, wrong, GenerationChoice.DETECT).await())
                .isInstanceOf(ProblemException.class)
                .hasMessageNotContaining("marker-wrong");

        assertThat(seen.all(simulator)).hasSize(1);
    }

    @Test
    void keysSignForTheProjectThatWasFound() {
        Connected.To to =
                (Connected.To) connector.connect(draft("").connection(key()), key()).await();

        to.service().close();
        assertThat(seen.all(simulator).getLast().requestHeaders()).containsKey("x-project-id");
    }

    @Test
    void readsTheEnterpriseProjectsWithOneSignIn() {
        Connection connection = draft(simulator.projectId()).connection(password());

        List<EnterpriseProject> projects =
                connector.enterpriseProjects(connection, password()).await();

        assertThat(projects).extracting(EnterpriseProject::id).contains("0").hasSize(2);
        assertThat(paths()).filteredOn(p -> p.endsWith("/auth/tokens")).hasSize(1);
    }

    @Test
    void anAccountWithoutEnterpriseProjectsHasNone() {
        fault("status", "enterprise-projects", 403, "{\\\"error_code\\\":\\\"EPS.0001\\\"}");
        Connection connection = draft(simulator.projectId()).connection(key());

        assertThat(connector.enterpriseProjects(connection, key()).await()).isEmpty();
    }

    private Connected ask(SignIn signIn) {
        Connection connection = draft(simulator.projectId()).connection(signIn);
        return connector.connect(connection, signIn, GenerationChoice.DETECT).await();
    }

    private Connected.To detect(SignIn signIn) {
        return (Connected.To) ask(signIn);
    }

    private String closedProject() {
        Connection elsewhere =
                new ConnectionDraft(
                                "",
                                "elsewhere-9",
                                simulator.endpoint().toString(),
                                "",
                                Generation.V2)
                        .connection(key());
        Connected.ProjectOpen open =
                (Connected.ProjectOpen) connector.connect(elsewhere, key()).await();
        return open.projects().stream()
                .filter(project -> !project.id().equals(simulator.projectId()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private List<String> paths() {
        return seen.all(simulator).stream().map(Exchange::path).toList();
    }

    private void fault(String kind, String path, int status, String body) {
        String json =
                """
                {"kind": "%s", "path": "%s", "status": %d, "body": "%s"}
                """
                        .formatted(kind, path, status, body);
        SeenExchanges.control(simulator, "POST", "faults", json);
    }

    private Simulator start(Set<String> lacks) {
        try {
            return Simulator.start(
                    Watched.options()
                            .withDesktops(3)
                            .withLacks(lacks)
                            .withObserver(Watched.and(seen)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private ConnectionDraft draft(String projectId) {
        URI endpoint = simulator.endpoint();
        return new ConnectionDraft(
                "", simulator.region(), endpoint.toString(), projectId, Generation.V2);
    }

    private SignIn key() {
        return new SignIn.AccessKey(simulator.accessKey(), simulator.secretKey().toCharArray());
    }

    private SignIn password() {
        return new SignIn.Password(
                simulator.account(), simulator.user(), simulator.password().toCharArray());
    }
}
