package org.workspaceadmin.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.workspaceadmin.cloud.DesktopQuery;
import org.workspaceadmin.cloud.WireOptions;
import org.workspaceadmin.contract.Watched;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.ProblemException;
import org.workspaceadmin.redact.Redactor;
import org.workspaceadmin.simulator.Simulator;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Workers;

class ConnectorTest {
    private static final SeenExchanges SEEN = new SeenExchanges();
    private static Simulator simulator;

    private final Redactor redactor = new Redactor();
    private final Connector connector =
            Connector.of(
                    Workers.virtual("connector"), Timer.system(), redactor, WireOptions::standard);

    @BeforeAll
    static void start() throws Exception {
        simulator =
                Simulator.start(Watched.options().withDesktops(40).withObserver(Watched.and(SEEN)));
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @BeforeEach
    void forget() {
        SEEN.clear(simulator);
    }

    @Test
    void connectsWithAKeyAndProvesItByOneRead() {
        Connected.To to = connected(simulator.endpoint(), simulator.projectId(), key());

        try (var service = to.service()) {
            assertThat(SEEN.all(simulator)).hasSize(1);
            assertThat(SEEN.all(simulator).getFirst().path()).endsWith("/desktops/detail");
            assertThat(SEEN.all(simulator).getFirst().rawQuery()).contains("limit=1");
            assertThat(service.desktops(DesktopQuery.all(), 0, 10).await().totalCount())
                    .isEqualTo(40);
        }
    }

    @Test
    void findsTheProjectByTheRegionsName() {
        for (SignIn signIn : List.of(key(), password())) {
            Connected.To to = connected(simulator.endpoint(), "", signIn);
            to.service().close();

            assertThat(to.connection().projectId()).isEqualTo(simulator.projectId());
            assertThat(to.connection().projectName()).isEqualTo(simulator.projectName());
        }
    }

    @Test
    void offersTheProjectsWhenNoneHasTheRegionsName() throws Exception {
        Connection connection = draft(simulator.endpoint(), "elsewhere-9", "").connection(key());

        Connected result = connector.connect(connection, key()).await();

        assertThat(result)
                .isInstanceOfSatisfying(
                        Connected.ProjectOpen.class,
                        open ->
                                assertThat(open.projects())
                                        .isNotEmpty()
                                        .noneMatch(p -> p.name().equals("MOS")));
        assertThat(SEEN.all(simulator)).noneMatch(e -> e.path().contains("/desktops"));
    }

    @Test
    void tellsRefusedKeysAtOnceWithoutTryingAgain() {
        SignIn wrong = new SignIn.AccessKey(simulator.accessKey(), "marker-wrong".toCharArray());

        assertProblem(
                () -> connected(simulator.endpoint(), simulator.projectId(), wrong),
                Problem.Kind.UNAUTHENTICATED);

        assertThat(SEEN.all(simulator)).hasSize(1);
    }

    @Test
    void tellsARefusedPassword() {
        SignIn wrong =
                new SignIn.Password(
                        simulator.account(), simulator.user(), "marker-wrong".toCharArray());

        assertProblem(
                () -> connected(simulator.endpoint(), "", wrong), Problem.Kind.UNAUTHENTICATED);
        assertThat(SEEN.all(simulator)).hasSize(1);
    }

    @Test
    void tellsThatNobodyListens() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        URI nowhere = URI.create("http://127.0.0.1:" + port);

        assertProblem(() -> connected(nowhere, "p", key()), Problem.Kind.CONNECTION_REFUSED);
    }

    @Test
    void worksOnWhenTheSignInIsClosedAfterTheCall() {
        SignIn signIn = key();
        Connection connection =
                draft(simulator.endpoint(), simulator.region(), simulator.projectId())
                        .connection(signIn);
        var work = connector.connect(connection, signIn);
        signIn.close();

        Connected.To to = (Connected.To) work.await();
        try (var service = to.service()) {
            assertThat(service.desktops(DesktopQuery.all(), 0, 1).await().desktops()).hasSize(1);
        }
    }

    @Test
    void teachesTheRedactorEverySecret() {
        connected(simulator.endpoint(), simulator.projectId(), key()).service().close();

        assertThat(redactor.text("it is " + simulator.secretKey()))
                .doesNotContain(simulator.secretKey());
    }

    private Connected.To connected(URI endpoint, String projectId, SignIn signIn) {
        Connection connection = draft(endpoint, simulator.region(), projectId).connection(signIn);
        return (Connected.To) connector.connect(connection, signIn).await();
    }

    private static void assertProblem(ThrowingCallable call, Problem.Kind kind) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> {
                            assertThat(e.problem().kind()).isEqualTo(kind);
                            assertThat(e.problem().toString()).doesNotContain("marker-wrong");
                        });
    }

    private static ConnectionDraft draft(URI endpoint, String region, String projectId) {
        return new ConnectionDraft("", region, endpoint.toString(), projectId, Generation.V2);
    }

    private static SignIn key() {
        return new SignIn.AccessKey(simulator.accessKey(), simulator.secretKey().toCharArray());
    }

    private static SignIn password() {
        return new SignIn.Password(
                simulator.account(), simulator.user(), simulator.password().toCharArray());
    }
}
