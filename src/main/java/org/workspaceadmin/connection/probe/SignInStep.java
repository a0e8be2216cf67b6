package org.workspaceadmin.connection.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.cloud.CloudConnection;
import org.workspaceadmin.cloud.DesktopQuery;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.connection.SignInKind;
import org.workspaceadmin.model.CallerIdentity;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Problem.Evidence;
import org.workspaceadmin.model.Problem.Kind;
import org.workspaceadmin.model.ProblemException;
import org.workspaceadmin.model.Project;
import org.workspaceadmin.model.TokenInfo;
import org.workspaceadmin.task.Timer;

/**
 * Signs in once and says as whom. A password is one request to IAM. Keys prove themselves with the
 * first signed request that is judged: STS says who signs; where it cannot be asked, IAM's list of
 * projects, and at last Workspace. A 401 ends it at once, because each further one brings the
 * five-minute lock nearer (api/errors.md section 5).
 */
final class SignInStep {
    /** Ends within this time are worth a word. */
    private static final Duration SOON = Duration.ofMinutes(60);

    private static final Duration PASSWORD_SOON = Duration.ofDays(14);

    private final Connection connection;
    private final CloudConnection service;
    private final Timer timer;
    private final @Nullable Instant keysEnd;
    private @Nullable TokenInfo token;
    private @Nullable List<Project> usable;

    /**
     * Prepares; sends nothing.
     *
     * @param keysEnd when temporary keys end, null where they do not or it is not known
     */
    SignInStep(
            Connection connection,
            CloudConnection service,
            Timer timer,
            @Nullable Instant keysEnd) {
        this.connection = connection;
        this.service = service;
        this.timer = timer;
        this.keysEnd = keysEnd;
    }

    /** What the token says, null for keys. */
    @Nullable TokenInfo token() {
        return token;
    }

    /** The projects this user may use, when they were read along the way; else null. */
    @Nullable List<Project> usable() {
        return usable;
    }

    /**
     * Signs in.
     *
     * @param lockedUntil until when the key is known to be locked, null when it is not
     * @param stsReached whether STS answered at all before
     */
    Outcome look(@Nullable Instant lockedUntil, boolean stsReached) {
        Instant now = timer.instant();
        if (lockedUntil != null && now.isBefore(lockedUntil)) {
            Problem problem =
                    Problem.without(Kind.KEY_LOCKED, "", "", now)
                            .withRetryAfter(Duration.between(now, lockedUntil));
            return Outcome.failed(
                    Verdict.of("locked", new Value.Moment(lockedUntil)), known(), problem);
        }
        if (keysEnd != null && !now.isBefore(keysEnd)) {
            Problem problem =
                    Problem.without(Kind.SIGN_IN_EXPIRED, "", "", now)
                            .withEvidence(Map.of(Evidence.EXPIRED, keysEnd.toString()));
            return Outcome.failed(Verdict.of("expired"), known(), problem);
        }
        try {
            return connection.signIn() == SignInKind.PASSWORD ? password() : keys(stsReached);
        } catch (ProblemException e) {
            return refused(e.problem());
        }
    }

    private Outcome refused(Problem problem) {
        return switch (problem.kind()) {
            case KEY_LOCKED -> {
                Instant until = service.health().keyLockedUntil();
                yield Outcome.failed(
                        until == null
                                ? Verdict.NONE
                                : Verdict.of("locked", new Value.Moment(until)),
                        known(),
                        problem);
            }
            case SIGN_IN_EXPIRED -> Outcome.failed(Verdict.of("expired"), known(), problem);
            case UNAUTHENTICATED -> Outcome.failed(Verdict.of("refused"), known(), problem);
            default ->
                    Outcome.failed(
                            problem.httpStatus() == 401
                                    ? Verdict.of("refused")
                                    : Verdict.of("failed"),
                            known(),
                            problem);
        };
    }

    private Outcome password() {
        TokenInfo info = service.token().await();
        token = info;
        Facts facts = new Facts();
        facts.text("user", info.userName())
                .text("userId", info.userId())
                .text("account", info.accountName())
                .text("accountId", info.accountId())
                .text("roles", String.join(", ", info.roles()))
                .moment("tokenExpires", "", info.expires())
                .moment("passwordExpires", "", info.passwordExpires());
        return signedIn(info.userName(), info.passwordExpires(), PASSWORD_SOON, facts.list());
    }

    private Outcome keys(boolean stsReached) {
        CallerIdentity caller = stsReached ? caller() : null;
        if (caller == null) {
            provenElsewhere();
        }
        Facts facts = new Facts();
        facts.text("accessKey", connection.identity().accessKey());
        if (caller != null) {
            facts.text("principal", caller.principalUrn())
                    .text("accountId", caller.accountId())
                    .text("userId", caller.principalId());
        }
        facts.moment("keyExpires", "", keysEnd);
        String who = caller == null ? "" : person(caller.principalUrn());
        return signedIn(who, keysEnd, SOON, facts.list());
    }

    private Outcome signedIn(String who, @Nullable Instant ends, Duration soon, List<Fact> facts) {
        String name = who.isEmpty() ? connection.identity().accessKey() : who;
        if (ends != null) {
            Duration left = Duration.between(timer.instant(), ends);
            if (left.compareTo(soon) < 0) {
                return Outcome.warned(
                        Verdict.of("expiring", new Value.Text(name), new Value.Span(left)),
                        facts,
                        null);
            }
        }
        return Outcome.passed(
                who.isEmpty() ? Verdict.of("accepted") : Verdict.of("as", new Value.Text(who)),
                facts);
    }

    /** Who signs; null when STS could not say, which is no verdict on the keys. */
    private @Nullable CallerIdentity caller() {
        try {
            return service.callerIdentity().await();
        } catch (ProblemException e) {
            ifJudged(e);
            return null;
        }
    }

    private void provenElsewhere() {
        try {
            usable = service.usableProjects().await();
        } catch (ProblemException e) {
            ifJudged(e);
            if (connection.projectId().isEmpty()) {
                throw e;
            }
            try {
                service.desktops(DesktopQuery.all(), 0, 1).await();
            } catch (ProblemException last) {
                ifJudged(last);
                // Whoever is told that something is missing or not allowed was let in before.
                int status = last.problem().httpStatus();
                if (status != 403 && status != 404) {
                    throw last;
                }
            }
        }
    }

    private static void ifJudged(ProblemException e) {
        if (e.problem().httpStatus() == 401
                || e.problem().kind() == Kind.KEY_LOCKED
                || e.problem().kind() == Kind.SIGN_IN_EXPIRED) {
            throw e;
        }
    }

    /** What is known without asking. */
    private List<Fact> known() {
        return new Facts()
                .text("accessKey", connection.identity().accessKey())
                .text("user", connection.identity().user())
                .text("account", connection.identity().account())
                .moment("keyExpires", "", keysEnd)
                .list();
    }

    /** The last part of an identity's name, such as {@code user:NAME}. */
    static String person(String urn) {
        int colon = urn.lastIndexOf(':');
        return colon < 0 ? urn : urn.substring(colon + 1);
    }
}
