package org.workspaceadmin.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.Problem.Kind;
import org.workspaceadmin.model.RebuildOrder;
import org.workspaceadmin.model.WriteAnswer;
import org.workspaceadmin.redact.Redactor;
import org.workspaceadmin.task.Workers;

/** What is known after a write: taken, refused, or unanswered; and that it is sent once. */
class WritingTest {
    private static final RebuildOrder ORDER =
            new RebuildOrder("gold", "i1", "Image", "", 0, "", "", "");

    @Test
    void aJobIsTaken() {
        try (Connected c = Connected.answering(202, "{\"job_id\":\"j1\"}")) {
            WriteAnswer answer = c.cloud.send(c.cloud.writes().rejoin("d 1")).await();
            assertThat(answer).isEqualTo(new WriteAnswer.Accepted(202, "j1", List.of(), ""));
            assertThat(c.server.last().target())
                    .isEqualTo("/v2/" + Connected.PROJECT + "/desktops/d%201/rejoin-domain");
        }
    }

    @ParameterizedTest
    @CsvSource({"200,''", "204,''", "202,'{\"job_id\":\"j\"}'", "202,''", "200,'done'"})
    void theSidCallHasThreeGoodEnds(int status, String body) {
        try (Connected c = Connected.answering(status, body)) {
            assertThat(c.cloud.send(c.cloud.writes().updateSids(List.of("d1"))).await())
                    .asInstanceOf(type(WriteAnswer.Accepted.class))
                    .satisfies(a -> {
                        assertThat(a.httpStatus()).isEqualTo(status);
                        assertThat(a.jobId()).isEqualTo(body.contains("j") ? "j" : "");
                    });
        }
    }

    @Test
    void anErrorCodeInsideSuccessIsARefusal() {
        try (Connected c =
                Connected.answering(200, "{\"error_code\":\"WKS.1\",\"error_msg\":\"no\"}")) {
            assertThat(c.cloud.send(c.cloud.writes().rebuild(List.of("d"), ORDER)).await())
                    .asInstanceOf(type(WriteAnswer.Refused.class))
                    .satisfies(r -> {
                        assertThat(r.problem().kind()).isEqualTo(Kind.REFUSED_WITH_SUCCESS_STATUS);
                        assertThat(r.problem().code()).isEqualTo("WKS.1");
                        assertThat(r.problem().message()).isEqualTo("no");
                    });
        }
    }

    @Test
    void anErrorCodeBesideAJobLeavesItOpen() {
        try (Connected c =
                Connected.answering(200, "{\"error_code\":\"WKS.1\",\"job_id\":\"j\"}")) {
            assertThat(c.cloud.send(c.cloud.writes().rebuild(List.of("d"), ORDER)).await())
                    .isInstanceOf(WriteAnswer.Unanswered.class);
        }
    }

    @Test
    void partialFailureIsToldPerDesktop() {
        String body =
                "{\"failed_operation_list\":[{\"desktop_id\":\"d2\",\"desktop_name\":\"PC2\","
                        + "\"error_code\":\"WKS.00010032\",\"error_msg\":\"busy\"}]}";
        try (Connected c = Connected.answering(200, body)) {
            assertThat(
                            c.cloud
                                    .send(
                                            c.cloud
                                                    .writes()
                                                    .power(List.of("d1", "d2"), "reboot", "SOFT"))
                                    .await())
                    .isEqualTo(
                            new WriteAnswer.Accepted(
                                    200,
                                    "",
                                    List.of(
                                            new WriteAnswer.TargetFailure(
                                                    "d2", "PC2", "WKS.00010032", "busy")),
                                    ""));
        }
    }

    @Test
    void aResetAfterTheRequestWasReadLeavesItUnanswered() {
        try (Connected c = new Connected(Connected.KEYS, r -> TinyServer.reset())) {
            assertThat(c.cloud.send(c.cloud.writes().rejoin("d1")).await())
                    .asInstanceOf(type(WriteAnswer.Unanswered.class))
                    .extracting(u -> u.problem().kind())
                    .isEqualTo(Kind.CONNECTION_LOST);
            assertThat(c.server.requests()).hasSize(1);
            assertThat(c.timer.waits()).isEmpty();
        }
    }

    @Test
    void anAnswerCutShortLeavesItUnanswered() {
        try (Connected c = new Connected(Connected.KEYS, r -> TinyServer.truncated())) {
            assertThat(c.cloud.send(c.cloud.writes().rejoin("d1")).await())
                    .isInstanceOf(WriteAnswer.Unanswered.class);
            assertThat(c.server.requests()).hasSize(1);
        }
    }

    @Test
    void silenceLeavesItUnanswered() {
        CountDownLatch never = new CountDownLatch(1);
        try (Connected c =
                new Connected(
                        Connected.KEYS,
                        Generation.V2,
                        Duration.ofMillis(150),
                        r ->
                                (socket, out) -> {
                                    await(never);
                                    return false;
                                })) {
            assertThat(c.cloud.send(c.cloud.writes().rejoin("d1")).await())
                    .asInstanceOf(type(WriteAnswer.Unanswered.class))
                    .extracting(u -> u.problem().kind())
                    .isEqualTo(Kind.TIMEOUT);
            assertThat(c.server.requests()).hasSize(1);
        } finally {
            never.countDown();
        }
    }

    @Test
    void aRefusedConnectionNeverLeft() throws IOException {
        int port;
        try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = nobody.getLocalPort();
        }
        HandTimer timer = new HandTimer();
        try (CloudConnection cloud =
                Cloud.connect(
                        CloudSettings.single(
                                URI.create("http://127.0.0.1:" + port), "p", "", Generation.V2),
                        Connected.KEYS,
                        Workers.virtual("test"),
                        timer,
                        new Redactor())) {
            assertThat(cloud.send(cloud.writes().rejoin("d1")).await())
                    .asInstanceOf(type(WriteAnswer.Refused.class))
                    .satisfies(r -> {
                        assertThat(r.problem().kind()).isEqualTo(Kind.CONNECTION_REFUSED);
                        assertThat(r.problem().neverLeft()).isTrue();
                    });
            assertThat(timer.waits()).isEmpty();
        }
    }

    @Test
    void aHostThatDoesNotExistNeverLeft() {
        try (CloudConnection cloud =
                Cloud.connect(
                        CloudSettings.single(
                                URI.create("https://nobody.invalid"), "p", "", Generation.V2),
                        Connected.KEYS,
                        Workers.virtual("test"),
                        new HandTimer(),
                        new Redactor(),
                        WireOptions.standard().withProxy(ProxySelector.of(null)))) {
            assertThat(cloud.send(cloud.writes().rejoin("d1")).await())
                    .asInstanceOf(type(WriteAnswer.Refused.class))
                    .extracting(r -> r.problem().kind())
                    .isEqualTo(Kind.NAME_RESOLUTION);
        }
    }

    @Test
    void aServerThatSpeaksNoTlsNeverLeft() {
        try (TinyServer server = new TinyServer(r -> TinyServer.json(200, "{}"));
                CloudConnection cloud =
                        Cloud.connect(
                                CloudSettings.single(
                                        URI.create("https://127.0.0.1:" + server.uri().getPort()),
                                        "p",
                                        "",
                                        Generation.V2),
                                Connected.KEYS,
                                Workers.virtual("test"),
                                new HandTimer(),
                                new Redactor())) {
            assertThat(cloud.send(cloud.writes().rejoin("d1")).await())
                    .asInstanceOf(type(WriteAnswer.Refused.class))
                    .extracting(r -> r.problem().kind())
                    .isEqualTo(Kind.TLS);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "429,'{\"error_code\":\"APIGW.0308\"}',THROTTLED,true",
        "409,'{\"error_code\":\"WKS.00010032\"}',CONFLICT,true",
        "412,'',NOT_QUALIFIED,true",
        "401,'{\"error_code\":\"APIGW.0301\"}',UNAUTHENTICATED,true",
        "500,'{\"error_code\":\"WKS.00000003\"}',SERVER,true",
        "500,'{\"error_code\":\"APIGW.0103\"}',SERVER,true",
        "500,'',SERVER,false",
        "502,'{\"error_code\":\"APIGW.0202\"}',SERVER,false",
        "503,'<html>',SERVER,false",
        "504,'{\"error_code\":\"APIG.0203\"}',SERVER,false",
        "200,'<html>',UNREADABLE,false"
    })
    void statusesSayWhetherItWasRefused(int status, String body, Kind kind, boolean refused) {
        try (Connected c = Connected.answering(status, body)) {
            WriteAnswer answer = c.cloud.send(c.cloud.writes().rejoin("d1")).await();
            assertThat(answer)
                    .isInstanceOf(
                            refused ? WriteAnswer.Refused.class : WriteAnswer.Unanswered.class);
            Kind seen =
                    switch (answer) {
                        case WriteAnswer.Refused r -> r.problem().kind();
                        case WriteAnswer.Unanswered u -> u.problem().kind();
                        case WriteAnswer.Accepted a -> Kind.INTERNAL;
                    };
            assertThat(seen).isEqualTo(kind);
            assertThat(c.server.requests()).hasSize(1);
            assertThat(c.timer.waits()).isEmpty();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
