package org.workspaceadmin.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.workspaceadmin.cloud.TinyServer.Answer;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.Job;
import org.workspaceadmin.model.JobState;
import org.workspaceadmin.model.LockStatus;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Problem.Kind;
import org.workspaceadmin.model.ProblemException;
import org.workspaceadmin.task.Work;

/** Retries, throttling, locks and tokens: what happens before a read ends. */
class ReadingTest {
    private static final String FREE = "{\"is_lock\":0}";
    private static final Credentials PASSWORD =
            new Credentials.Password("acme", "admin", "Passw0rd!".toCharArray());

    private static Connected script(IntFunction<Answer> answers) {
        AtomicInteger n = new AtomicInteger();
        return new Connected(Connected.KEYS, r -> answers.apply(n.incrementAndGet()));
    }

    private static Problem problem(Work<?> work) {
        try {
            work.await();
        } catch (ProblemException e) {
            return e.problem();
        }
        throw new AssertionError("it went well");
    }

    @Test
    void throttledReadsWaitLongerEachTimeAndGiveUpAfterSix() {
        try (Connected c = script(n -> TinyServer.json(429, "{\"error_code\":\"APIGW.0308\"}"))) {
            assertThat(problem(c.cloud.lockStatus()).kind()).isEqualTo(Kind.THROTTLED);
            assertThat(c.server.requests()).hasSize(6);
            assertThat(c.timer.waits())
                    .extracting(Duration::toMillis)
                    .containsExactly(2500L, 5000L, 10_000L, 20_000L, 40_000L);
        }
    }

    @Test
    void retryAfterIsHonoured() {
        try (Connected c =
                script(n ->
                        n == 1
                                ? TinyServer.json(429, "", Map.of("Retry-After", "7"))
                                : TinyServer.json(200, FREE))) {
            assertThat(c.cloud.lockStatus().await().locked()).isFalse();
            assertThat(c.timer.waits()).containsExactly(Duration.ofSeconds(7));
        }
    }

    @Test
    void aLongRetryAfterIsLeftToTheOperator() {
        try (Connected c = script(n -> TinyServer.json(429, "", Map.of("Retry-After", "600")))) {
            assertThat(problem(c.cloud.lockStatus()).retryAfter())
                    .isEqualTo(Duration.ofMinutes(10));
            assertThat(c.server.requests()).hasSize(1);
        }
    }

    @Test
    void serverFailuresAreAskedThreeTimes() {
        for (int status : new int[] {500, 502, 503, 504}) {
            try (Connected c = script(n -> TinyServer.json(status, ""))) {
                assertThat(problem(c.cloud.lockStatus()).httpStatus()).isEqualTo(status);
                assertThat(c.server.requests()).hasSize(3);
            }
        }
    }

    @Test
    void aMissingOuIsNotAskedAgainThoughItComesAs500() {
        try (Connected c = script(n -> TinyServer.json(500, "{\"error_code\":\"WKS.0202\"}"))) {
            assertThat(problem(c.cloud.ous()).kind()).isEqualTo(Kind.NOT_FOUND);
            assertThat(c.server.requests()).hasSize(1);
        }
    }

    @Test
    void aBrokenConnectionIsTriedAgain() {
        try (Connected c =
                script(n -> n < 3 ? TinyServer.truncated() : TinyServer.json(200, FREE))) {
            assertThat(c.cloud.lockStatus().await()).isEqualTo(new LockStatus(false, null, ""));
            assertThat(c.server.requests()).hasSize(3);
        }
    }

    @Test
    void theRejoinCheckIsAReadAndTheControllerCheckIsSentOnce() {
        try (Connected c = script(n -> TinyServer.json(503, ""))) {
            problem(c.cloud.checkDomain(List.of("d")));
            assertThat(c.server.requests()).hasSize(3);
            c.server.requests().clear();
            problem(c.cloud.checkController(RequestShapesTest.CONTROLLER));
            assertThat(c.server.requests()).hasSize(1);
        }
    }

    @Test
    void aRefusedSignatureIsNeverRepeated() {
        try (Connected c = script(n -> TinyServer.json(401, "{\"error_code\":\"APIGW.0301\"}"))) {
            assertThat(problem(c.cloud.lockStatus()).kind()).isEqualTo(Kind.UNAUTHENTICATED);
            assertThat(c.server.requests()).hasSize(1);
        }
    }

    @Test
    void aLockedKeyKeepsEverythingBackForFiveMinutes() {
        String locked =
                "{\"error_code\":\"APIGW.0301\",\"error_msg\":\"ak access failed to reach the"
                        + " limit\"}";
        try (Connected c =
                script(n -> n == 1 ? TinyServer.json(401, locked) : TinyServer.json(200, FREE))) {
            assertThat(problem(c.cloud.lockStatus()).kind()).isEqualTo(Kind.KEY_LOCKED);
            c.timer.pass(Duration.ofMinutes(1));
            Problem kept = problem(c.cloud.lockStatus());
            assertThat(kept.kind()).isEqualTo(Kind.KEY_LOCKED);
            assertThat(kept.retryAfter()).isEqualTo(Duration.ofMinutes(4));
            assertThat(c.cloud.health().keyLockedUntil()).isNotNull();
            assertThat(c.server.requests()).hasSize(1);
            c.timer.pass(Duration.ofMinutes(4));
            assertThat(c.cloud.lockStatus().await().locked()).isFalse();
            assertThat(c.cloud.health().keyLockedUntil()).isNull();
        }
    }

    @Test
    void aJobThatFailedIsNoFailedCall() {
        String body =
                "{\"job_id\":\"j\",\"job_type\":\"applyWorkspace\",\"status\":\"FAILED\","
                        + "\"error_code\":\"WKS.9\",\"fail_reason\":\"why\",\"sub_jobs_total\":0}";
        try (Connected c = script(n -> TinyServer.json(200, body))) {
            Job job = c.cloud.jobV1("j").await();
            assertThat(job.state()).isEqualTo(JobState.FAILED);
            assertThat(job.errorCode()).isEqualTo("WKS.9");
            assertThat(job.failReason()).isEqualTo("why");
        }
    }

    @Test
    void theFirstGenerationLooksForAJobInBoth() {
        try (Connected c =
                new Connected(
                        Connected.KEYS,
                        Generation.V1,
                        Duration.ofSeconds(20),
                        r ->
                                r.path().startsWith("/v1.0")
                                        ? TinyServer.json(
                                                200, "{\"job_id\":\"j\",\"status\":\"RUNNING\"}")
                                        : TinyServer.json(404, "{}"))) {
            assertThat(c.cloud.job("j").await().state()).isEqualTo(JobState.RUNNING);
        }
    }

    @Test
    void oneSignInServesManyCallsAndIsRenewedBeforeItsEnd() {
        AtomicInteger tokens = new AtomicInteger();
        try (Connected c = new Connected(PASSWORD, tokens(tokens, t -> 200))) {
            List<Work<LockStatus>> calls =
                    IntStream.range(0, 12).mapToObj(i -> c.cloud.lockStatus()).toList();
            calls.forEach(Work::await);
            assertThat(tokens).hasValue(1);
            c.timer.pass(Duration.ofHours(22));
            c.cloud.lockStatus().await();
            assertThat(tokens).hasValue(1);
            c.timer.pass(Duration.ofHours(1));
            c.cloud.lockStatus().await();
            assertThat(tokens).hasValue(2);
            assertThat(c.server.last().header("x-auth-token")).isEqualTo("token-2");
            assertThat(c.server.last().header("authorization")).isEmpty();
        }
    }

    @Test
    void anOutdatedTokenIsRenewedOnceAndNeverLoops() {
        AtomicInteger tokens = new AtomicInteger();
        try (Connected c =
                new Connected(PASSWORD, tokens(tokens, t -> t.equals("token-1") ? 401 : 200))) {
            c.cloud.lockStatus().await();
            assertThat(tokens).hasValue(2);
        }
        tokens.set(0);
        try (Connected c = new Connected(PASSWORD, tokens(tokens, t -> 401))) {
            assertThat(problem(c.cloud.lockStatus()).kind()).isEqualTo(Kind.UNAUTHENTICATED);
            assertThat(tokens).hasValue(2);
        }
    }

    @Test
    void anOutdatedTokenRefusesAWriteWithoutRepeatingIt() {
        AtomicInteger tokens = new AtomicInteger();
        try (Connected c =
                new Connected(PASSWORD, tokens(tokens, t -> t.equals("token-1") ? 401 : 202))) {
            assertThat(c.cloud.send(c.cloud.writes().rejoin("d")).await())
                    .isInstanceOf(org.workspaceadmin.model.WriteAnswer.Refused.class);
            assertThat(tokens).hasValue(1);
            assertThat(c.cloud.send(c.cloud.writes().rejoin("d")).await())
                    .isInstanceOf(org.workspaceadmin.model.WriteAnswer.Accepted.class);
            assertThat(tokens).hasValue(2);
        }
    }

    @Test
    void aWrongPasswordIsTriedOnce() {
        try (Connected c =
                new Connected(
                        PASSWORD,
                        r ->
                                TinyServer.json(
                                        401, "{\"error\":{\"code\":401,\"message\":\"wrong\"}}"))) {
            List<Work<LockStatus>> calls =
                    IntStream.range(0, 5).mapToObj(i -> c.cloud.lockStatus()).toList();
            calls.forEach(w -> assertThat(problem(w).kind()).isEqualTo(Kind.UNAUTHENTICATED));
            assertThat(c.server.requests()).hasSize(1);
        }
    }

    @Test
    void neverMoreThanFourAtATimeAndTwoWrites() throws InterruptedException {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger writes = new AtomicInteger();
        AtomicInteger mostWrites = new AtomicInteger();
        CountDownLatch four = new CountDownLatch(4);
        try (Connected c =
                new Connected(
                        Connected.KEYS,
                        r ->
                                (socket, out) -> {
                                    boolean write = r.method().equals("PUT");
                                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                                    if (write) {
                                        mostWrites.accumulateAndGet(
                                                writes.incrementAndGet(), Math::max);
                                    }
                                    four.countDown();
                                    awaitQuietly(four);
                                    if (write) {
                                        writes.decrementAndGet();
                                    }
                                    now.decrementAndGet();
                                    return TinyServer.json(200, FREE).write(socket, out);
                                })) {
            List<Work<?>> all = new java.util.ArrayList<>();
            for (int i = 0; i < 8; i++) {
                all.add(c.cloud.send(c.cloud.writes().updateSids(List.of("d"))));
                all.add(c.cloud.lockStatus());
            }
            all.forEach(Work::await);
            assertThat(most.get()).isEqualTo(4);
            assertThat(mostWrites.get()).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void measuresTheServicesClockAndAppliesItWhenTold() {
        try (Connected c =
                script(n ->
                        TinyServer.json(
                                200, FREE, Map.of("Date", "Mon, 05 Jan 2026 08:50:00 GMT")))) {
            c.cloud.lockStatus().await();
            Health health = c.cloud.health();
            assertThat(health.measuredClockOffset())
                    .isBetween(Duration.ofMinutes(20), Duration.ofSeconds(1201));
            assertThat(health.latency()).isPositive();
            assertThat(health.inFlight()).isZero();
            assertThat(c.server.last().header("x-sdk-date")).isEqualTo("20260105T083000Z");
            c.cloud.applyClockOffset(Duration.ofMinutes(20));
            c.cloud.lockStatus().await();
            assertThat(c.server.last().header("x-sdk-date")).isEqualTo("20260105T085000Z");
        }
    }

    /** IAM hands out token-1, token-2 …; the service answers by the token it sees. */
    private static Function<TinyServer.Request, Answer> tokens(
            AtomicInteger count, Function<String, Integer> status) {
        return r -> {
            if (r.path().equals("/v3/auth/tokens")) {
                return TinyServer.json(
                        201,
                        "{\"token\":{\"issued_at\":\"2026-01-05T08:30:00.000000Z\","
                                + "\"expires_at\":\"2026-01-06T08:30:00.000000Z\"}}",
                        Map.of("X-Subject-Token", "token-" + count.incrementAndGet()));
            }
            int code = status.apply(r.header("x-auth-token"));
            return TinyServer.json(code, code == 401 ? "{\"error_code\":\"APIGW.0307\"}" : FREE);
        };
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
