package org.workspaceadmin.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.workspaceadmin.cloud.SignInBench.problem;
import static org.workspaceadmin.cloud.SignInBench.works;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Problem.Evidence;
import org.workspaceadmin.model.Problem.Kind;
import org.workspaceadmin.model.Secret;
import org.workspaceadmin.model.WriteAnswer;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.task.Workers;

/** How long a sign-in holds, how it is renewed or replaced, and how often it is tried. */
class SignInLifeCycleTest {
    private SignInBench bench;

    @BeforeEach
    void start() {
        bench = new SignInBench(20);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void aTokenIsRenewedSilentlyAnHourBeforeItsEnd() {
        CloudConnection cloud = bench.connect(bench.password());
        works(cloud);
        bench.clock.pass(Duration.ofHours(23).minusMinutes(1));
        works(cloud);
        assertThat(bench.signIns()).isEqualTo(1);

        bench.clock.pass(Duration.ofMinutes(2));
        works(cloud);

        assertThat(bench.signIns()).isEqualTo(2);
        assertThat(bench.answered(401)).isZero();
        assertThat(cloud.health().signInUntil()).as("it does not end").isNull();
        assertThat(cloud.health().signInNeeded()).isFalse();
    }

    @Test
    void anOutdatedTokenIsRenewedOnce() {
        CloudConnection cloud = bench.connect(bench.password());
        works(cloud);
        bench.outdateTokens();

        works(cloud);

        assertThat(bench.signIns()).isEqualTo(2);
        assertThat(bench.answered(401)).isEqualTo(1);
    }

    @Test
    void manyCallsAtOnceShareOneSignIn() {
        CloudConnection cloud = bench.connect(bench.password());
        List<Work<?>> calls = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            calls.add(cloud.lockStatus());
        }
        calls.forEach(Work::await);

        assertThat(bench.signIns()).isEqualTo(1);
    }

    @Test
    void aRefusedPasswordIsNotTriedAgainUntilSomebodySignsInAgain() {
        CloudConnection cloud = bench.connect(bench.password("of yesterday"));
        List<Work<?>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            calls.add(cloud.lockStatus());
        }
        calls.add(cloud.enterpriseProjects());
        calls.add(cloud.callerIdentity());

        assertThat(calls)
                .allSatisfy(c -> assertThat(problem(c).kind()).isEqualTo(Kind.UNAUTHENTICATED));
        bench.clock.pass(Duration.ofHours(30));
        assertThat(problem(cloud.lockStatus()).kind()).isEqualTo(Kind.UNAUTHENTICATED);

        assertThat(bench.signIns()).isEqualTo(1);
        assertThat(bench.requests()).as("nothing but that one attempt").hasSize(1);
        assertThat(cloud.health().signInNeeded()).isTrue();

        cloud.signInAgain(bench.password()).await();
        works(cloud);
        assertThat(bench.signIns()).isEqualTo(2);
        assertThat(cloud.health().signInNeeded()).isFalse();
    }

    @Test
    void temporaryKeysPastTheirEndSendNothing() {
        Credentials.TemporaryKey key =
                bench.temporary(Duration.ofMinutes(15), Duration.ofMinutes(15));
        CloudConnection cloud = bench.connect(key);
        works(cloud);
        assertThat(cloud.health().signInUntil()).isEqualTo(key.expiry());
        bench.clock.pass(Duration.ofMinutes(15));
        bench.forget();

        Problem read = problem(cloud.lockStatus());
        WriteAnswer write = cloud.send(cloud.writes().rejoin("d")).await();

        assertThat(read.kind()).isEqualTo(Kind.SIGN_IN_EXPIRED);
        assertThat(read.httpStatus()).isZero();
        assertThat(Instant.parse(read.evidence().get(Evidence.EXPIRED))).isEqualTo(key.expiry());
        assertThat(write)
                .asInstanceOf(type(WriteAnswer.Refused.class))
                .satisfies(r -> {
                    assertThat(r.problem().kind()).isEqualTo(Kind.SIGN_IN_EXPIRED);
                    assertThat(r.left()).isFalse();
                });
        assertThat(bench.requests()).isEmpty();
        assertThat(cloud.health().signInNeeded()).isTrue();
    }

    @Test
    void theServicesClockDecidesWhenTemporaryKeysEnd() {
        Credentials.TemporaryKey key =
                bench.temporary(Duration.ofMinutes(15), Duration.ofMinutes(15));
        HealthMeter meter = new HealthMeter();
        HandTimer slow = new HandTimer();
        meter.answered(0, slow.instant(), "Mon, 05 Jan 2026 08:35:00 GMT");
        KeyAuthenticator pair =
                new KeyAuthenticator(
                        new SignedIdentity(
                                key.ak(), key.sk(), key.token(), new Aim(settings()), slow, meter),
                        slow.instant().plus(Duration.ofMinutes(6)),
                        slow,
                        meter,
                        new KeyLock(slow));
        assertThat(pair.standing().needed()).isFalse();
        slow.pass(Duration.ofMinutes(1));
        assertThat(pair.standing().needed()).as("five minutes behind the service").isTrue();
    }

    @Test
    void theServiceMaySayThatTemporaryKeysRanOut() {
        CloudConnection cloud =
                bench.connect(bench.temporary(Duration.ofMinutes(15), Duration.ofHours(2)));
        works(cloud);
        bench.clock.pass(Duration.ofMinutes(16));
        bench.forget();

        Problem told = problem(cloud.lockStatus());
        Problem known = problem(cloud.lockStatus());

        assertThat(told.kind()).isEqualTo(Kind.SIGN_IN_EXPIRED);
        assertThat(told.httpStatus()).isEqualTo(401);
        assertThat(told.requestId()).isNotEmpty();
        assertThat(Instant.parse(told.evidence().get(Evidence.EXPIRED)))
                .as("by the service's clock, known to a second")
                .isBetween(bench.now().minusSeconds(2), bench.now().plusSeconds(2));
        assertThat(known.kind()).isEqualTo(Kind.SIGN_IN_EXPIRED);
        assertThat(bench.requests()).as("asked once").hasSize(1);
        assertThat(cloud.health().signInNeeded()).isTrue();
    }

    @Test
    void aWrongClockIsNotMistakenForKeysThatRanOut() {
        CloudConnection cloud =
                bench.connect(bench.temporary(Duration.ofHours(2), Duration.ofHours(2)));
        works(cloud);
        cloud.applyClockOffset(Duration.ofMinutes(-20));

        assertThat(problem(cloud.lockStatus()).kind()).isEqualTo(Kind.CLOCK_SKEW);
        assertThat(cloud.health().signInNeeded()).isFalse();
        cloud.applyClockOffset(Duration.ZERO);
        works(cloud);
    }

    @Test
    void keysThatEndInTheMiddleOfAListingLoseNothingButThatListing() {
        try (SignInBench large = new SignInBench(5000)) {
            CloudConnection cloud =
                    large.connect(large.temporary(Duration.ofMinutes(15), Duration.ofMinutes(15)));
            AtomicBoolean once = new AtomicBoolean();
            Work<FleetListing> listing =
                    cloud.allDesktops(
                            DesktopQuery.all(),
                            page -> {
                                if (once.compareAndSet(false, true)) {
                                    large.clock.pass(Duration.ofMinutes(16));
                                }
                            });

            assertThat(problem(listing).kind()).isEqualTo(Kind.SIGN_IN_EXPIRED);
            assertThat(large.requests())
                    .as("the first page, and no more than was on its way")
                    .hasSizeBetween(1, 1 + RequestBudget.ALL);

            cloud.signInAgain(large.temporary(Duration.ofMinutes(15), Duration.ofMinutes(15)))
                    .await();

            assertThat(cloud.allDesktops(DesktopQuery.all(), page -> {}).await().desktops())
                    .extracting(Desktop::id)
                    .hasSize(5000)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void aOneTimeCodeIsUsedOnce() {
        CloudConnection cloud = bench.connect(bench.oneTime(bench.simulator.userId(), "123456"));
        works(cloud);
        assertThat(cloud.enterpriseProjects().await()).isNotEmpty();
        assertThat(cloud.callerIdentity().await().accountId()).isNotEmpty();
        assertThat(bench.signIns()).as("also for global services").isEqualTo(1);
        Instant end = cloud.health().signInUntil();
        assertThat(end).isEqualTo(bench.now().plus(Duration.ofHours(24)));

        bench.clock.pass(Duration.ofHours(24).minusMinutes(1));
        works(cloud);
        bench.clock.pass(Duration.ofMinutes(1));
        assertThat(cloud.health().signInNeeded()).isTrue();
        Problem over = problem(cloud.lockStatus());

        assertThat(over.kind()).isEqualTo(Kind.SIGN_IN_EXPIRED);
        assertThat(over.evidence()).containsEntry(Evidence.EXPIRED, String.valueOf(end));
        assertThat(problem(cloud.enterpriseProjects()).kind()).isEqualTo(Kind.SIGN_IN_EXPIRED);
        assertThat(bench.signIns()).isEqualTo(1);
        assertThat(bench.answered(401)).isZero();

        cloud.signInAgain(bench.oneTime(bench.simulator.userId(), "654321")).await();
        works(cloud);
        assertThat(bench.signIns()).isEqualTo(2);
    }

    @Test
    void anOutdatedTokenOfAOneTimeCodeAsksForANewCode() {
        CloudConnection cloud = bench.connect(bench.oneTime(bench.simulator.userId(), "123456"));
        works(cloud);
        bench.outdateTokens();

        assertThat(problem(cloud.lockStatus()).kind()).isEqualTo(Kind.SIGN_IN_EXPIRED);
        assertThat(problem(cloud.lockStatus()).kind()).isEqualTo(Kind.SIGN_IN_EXPIRED);
        assertThat(bench.signIns()).isEqualTo(1);
        assertThat(bench.answered(401)).isEqualTo(1);
    }

    @Test
    void aRefusedOneTimeCodeIsNotTriedAgain() {
        CloudConnection cloud = bench.connect(bench.oneTime("somebody-else", "123456"));

        assertThat(problem(cloud.lockStatus()).kind()).isEqualTo(Kind.UNAUTHENTICATED);
        assertThat(problem(cloud.lockStatus()).kind()).isEqualTo(Kind.UNAUTHENTICATED);
        assertThat(problem(cloud.enterpriseProjects()).kind()).isEqualTo(Kind.UNAUTHENTICATED);

        assertThat(bench.signIns()).isEqualTo(1);
    }

    @Test
    void aLockedKeyIsLeftAloneUntilTheCountdownEnds() {
        CloudConnection cloud = bench.connect(bench.keys(bench.simulator.secretKey()));
        bench.lockTheKey();
        assertThat(problem(cloud.lockStatus()).kind()).isEqualTo(Kind.KEY_LOCKED);
        Instant end = bench.now().plus(Duration.ofMinutes(5));
        assertThat(cloud.health().keyLockedUntil()).isEqualTo(end);
        bench.forget();

        bench.clock.pass(Duration.ofMinutes(2));
        Problem kept = problem(cloud.lockStatus());
        Problem again = problem(cloud.signInAgain(bench.keys(bench.simulator.secretKey())));

        assertThat(kept.kind()).isEqualTo(Kind.KEY_LOCKED);
        assertThat(kept.retryAfter()).isEqualTo(Duration.ofMinutes(3));
        assertThat(again.kind()).isEqualTo(Kind.KEY_LOCKED);
        assertThat(again.at().plus(Duration.ofMinutes(3))).isEqualTo(end);
        assertThat(bench.requests()).isEmpty();

        bench.clock.pass(Duration.ofMinutes(3));
        works(cloud);
        assertThat(cloud.health().keyLockedUntil()).isNull();
    }

    @Test
    void aWrongKeyIsGivenUpBeforeTheServiceLocksIt() {
        CloudConnection cloud = bench.connect(bench.keys("wrong"));
        for (int i = 0; i < 7; i++) {
            assertThat(problem(cloud.lockStatus()).kind()).isEqualTo(Kind.UNAUTHENTICATED);
        }
        assertThat(bench.answered(401)).isEqualTo(3);
        assertThat(cloud.health().signInNeeded()).isTrue();

        cloud.signInAgain(bench.keys(bench.simulator.secretKey())).await();
        works(cloud);
    }

    @Test
    void aRefusedNewSignInLeavesThePresentOneAlone() {
        CloudConnection cloud = bench.connect(bench.keys(bench.simulator.secretKey()));
        works(cloud);
        bench.forget();

        assertThat(problem(cloud.signInAgain(bench.password("no"))).kind())
                .isEqualTo(Kind.UNAUTHENTICATED);
        assertThat(bench.signIns()).as("one press, one attempt").isEqualTo(1);
        works(cloud);
        assertThat(cloud.health().signInNeeded()).isFalse();
    }

    @Test
    void theNewSecretsAreMasked() {
        CloudConnection cloud = bench.connect(bench.keys("wrong"));
        Credentials.TemporaryKey key = bench.temporary(Duration.ofHours(1), Duration.ofHours(1));
        String sk = key.sk().text();
        String token = key.token().text();

        cloud.signInAgain(key).await();

        assertThat(bench.redactor.values("a " + sk + " b " + token + " c"))
                .doesNotContain(sk)
                .doesNotContain(token);
    }

    @Test
    void aReplacedSignInIsWipedAndMakesNoMoreHeaders() throws InterruptedException {
        HandTimer timer = new HandTimer();
        CloudSettings settings = settings();
        Secret old = Secret.of("OldSecretKey".toCharArray());
        CurrentSignIn signIn = new CurrentSignIn(pair("AK1", old, timer), timer);
        Call call = HttpDesktops.proof(settings);
        Authenticator.Seal before = signIn.prepare(call);

        signIn.replace(pair("AK2", Secret.of("New".toCharArray()), timer));

        assertThat(old.reveal()).containsOnly('\0');
        assertThat(before.headers(call, settings.workspace())).as("prepared anew").isNull();
        assertThat(signIn.prepare(call).headers(call, settings.workspace()))
                .extractingByKey("Authorization")
                .asString()
                .contains("Access=AK2");
    }

    @Test
    void aWriteWhoseSignInFailedNeverLeft() {
        CloudConnection cloud = bench.connect(bench.password("no"));

        assertThat(cloud.send(cloud.writes().rejoin("d")).await())
                .asInstanceOf(type(WriteAnswer.Refused.class))
                .satisfies(r -> {
                    assertThat(r.problem().kind()).isEqualTo(Kind.UNAUTHENTICATED);
                    assertThat(r.left()).isFalse();
                });
    }

    @Test
    void theProjectFoundAfterSigningInNeedsNoSecondSignIn() {
        CloudConnection byRegion =
                Cloud.connect(
                        settings().withProject(""),
                        bench.oneTime(bench.simulator.userId(), "123456"),
                        Workers.virtual("test"),
                        bench.clock,
                        bench.redactor);
        String projectId = byRegion.token().await().projectId();
        try (CloudConnection cloud = byRegion.aimedAt(projectId, Generation.V2)) {
            works(cloud);
            assertThat(bench.signIns()).isEqualTo(1);

            cloud.signInAgain(bench.oneTime(bench.simulator.userId(), "654321")).await();
            works(cloud);
            assertThat(bench.signIns()).isEqualTo(2);
        }
    }

    private KeyAuthenticator pair(String ak, Secret sk, HandTimer timer) {
        HealthMeter meter = new HealthMeter();
        return new KeyAuthenticator(
                new SignedIdentity(ak, sk, null, new Aim(settings()), timer, meter),
                null,
                timer,
                meter,
                new KeyLock(timer));
    }

    private CloudSettings settings() {
        return CloudSettings.single(
                bench.simulator.endpoint(),
                bench.simulator.projectId(),
                bench.simulator.region(),
                Generation.V2);
    }
}
