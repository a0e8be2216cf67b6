package org.workspaceadmin.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.workspaceadmin.model.ApplyOrder;
import org.workspaceadmin.model.DomainSettings;
import org.workspaceadmin.model.Secret;

/** The trace of every exchange is there at debug level and holds no secret. */
class TraceTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger("org.workspaceadmin.cloud.wire");
    private final ListAppender<ILoggingEvent> seen = new ListAppender<>();

    @BeforeEach
    void listen() {
        seen.start();
        logger.addAppender(seen);
        logger.setAdditive(false);
        logger.setLevel(Level.DEBUG);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(seen);
        logger.setAdditive(true);
        logger.setLevel(null);
    }

    private String log() {
        return seen.list.stream()
                .map(ILoggingEvent::getFormattedMessage)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void tracesRequestsAndAnswersMasked() {
        Credentials password = new Credentials.Password("acme", "jo", "Passw0rd!".toCharArray());
        String key =
                "{\"credential\":{\"access\":\"AKTEMP\",\"secret\":\"TempSecret99\","
                        + "\"securitytoken\":\"SecTok77\",\"expires_at\":\"2026-01-05T09:30:00Z\"}}";
        try (Connected c =
                new Connected(
                        password,
                        r ->
                                switch (r.path()) {
                                    case "/v3/auth/tokens" ->
                                            TinyServer.json(
                                                    201,
                                                    "{}",
                                                    Map.of("X-Subject-Token", "TokenOfToday"));
                                    case "/v3.0/OS-CREDENTIAL/securitytokens" ->
                                            TinyServer.json(201, key);
                                    default ->
                                            TinyServer.json(
                                                    200,
                                                    "{\"job_id\":\"job-1\",\"echo\":\"Adm1n!Pw\"}",
                                                    Map.of("X-Request-Id", "req-9"));
                                })) {
            c.redactor.remember("Adm1n!Pw".toCharArray());
            c.cloud.callerIdentity().await();
            DomainSettings domain =
                    new DomainSettings.LiteAd("a.b.com", "vds", Secret.of("Adm1n!Pw"));
            c.cloud
                    .send(
                            c.cloud
                                    .writes()
                                    .applyV1(
                                            new ApplyOrder(
                                                    domain,
                                                    "v",
                                                    List.of("s"),
                                                    "BOTH",
                                                    "",
                                                    "",
                                                    "",
                                                    "",
                                                    null)))
                    .await();
        }
        assertThat(log())
                .contains("/v3/auth/tokens", "/v5/caller-identity", "job-1", "request-id=req-9")
                .contains("\"domain_password\":\"•••\"", "\"secret\":\"•••\"", "200 POST")
                .doesNotContain("Passw0rd!", "TokenOfToday", "TempSecret99", "SecTok77")
                .doesNotContain("Adm1n!Pw", "Signature=");
    }

    @Test
    void saysNothingAboveDebug() {
        logger.setLevel(Level.INFO);
        try (Connected c = Connected.answering(200, "{}")) {
            c.cloud.lockStatus().await();
        }
        assertThat(seen.list).isEmpty();
    }
}
