package org.workspaceadmin.connection;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.workspaceadmin.cloud.Cloud;
import org.workspaceadmin.cloud.CloudConnection;
import org.workspaceadmin.cloud.CloudSettings;
import org.workspaceadmin.cloud.Credentials;
import org.workspaceadmin.cloud.Health;
import org.workspaceadmin.cloud.ProxySignIn;
import org.workspaceadmin.cloud.WireOptions;
import org.workspaceadmin.model.EnterpriseProject;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.ProblemException;
import org.workspaceadmin.model.Secret;
import org.workspaceadmin.redact.Redactor;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.task.Workers;

/** Turns a connection and a sign-in into a service that has answered once. */
public final class Connector {
    private final Workers workers;
    private final BiFunction<CloudSettings, Credentials, CloudConnection> cloud;
    private final BiFunction<CloudSettings, Credentials, CloudConnection> once;
    private final Supplier<WireOptions> options;
    private final InstantSource clock;
    private final Predicate<Connection> allowed;
    private final Map<String, Duration> clocks = new ConcurrentHashMap<>();

    private Connector(
            Workers workers,
            BiFunction<CloudSettings, Credentials, CloudConnection> cloud,
            BiFunction<CloudSettings, Credentials, CloudConnection> once,
            Supplier<WireOptions> options,
            InstantSource clock,
            Predicate<Connection> allowed) {
        this.workers = workers;
        this.cloud = cloud;
        this.once = once;
        this.options = options;
        this.clock = clock;
        this.allowed = allowed;
    }

    /**
     * Connects over HTTP.
     *
     * @param workers where calls run
     * @param timer the time requests are signed with
     * @param redactor hears every secret before it is used
     * @param options how requests travel; asked before each exchange
     */
    public static Connector of(
            Workers workers, Timer timer, Redactor redactor, Supplier<WireOptions> options) {
        return new Connector(
                workers,
                (settings, credentials) ->
                        Cloud.connect(settings, credentials, workers, timer, redactor, options),
                (settings, credentials) ->
                        Cloud.connectOnce(settings, credentials, workers, timer, redactor, options),
                options,
                timer,
                connection -> true);
    }

    /**
     * The same, within what the computer's administrator allows: any other connection fails with
     * CONNECTION_NOT_ALLOWED before anything is sent.
     *
     * @param permitted says of a connection whether it may be used
     */
    public Connector within(Predicate<Connection> permitted) {
        return new Connector(workers, cloud, once, options, clock, permitted);
    }

    /**
     * A connection for a test, which will sign in by password once at the most.
     *
     * @param connection where to; its project may be open
     * @param signIn how; copied now, so the caller may close it at once
     * @return opens it without asking the service anything; may read the system's trust, so it
     *     belongs on a background thread; whoever takes the way to the service closes it; throws
     *     {@link ProblemException} CONNECTION_NOT_ALLOWED
     */
    public Supplier<CloudConnection> openingOnce(Connection connection, SignIn signIn) {
        Credentials credentials = credentials(signIn);
        return () -> {
            if (!allowed.test(connection)) {
                throw notAllowed(connection);
            }
            return once.apply(settings(connection), credentials);
        };
    }

    /** Connects with the generation the connection has. */
    public Work<Connected> connect(Connection connection, SignIn signIn) {
        return connect(connection, signIn, GenerationChoice.of(connection.generation()));
    }

    /**
     * Connects: finds the project by the region's name where none is given, detects the API
     * generation where that is asked, and reads once to see that the sign-in, the project and the
     * address go together. Whether the service is subscribed does not matter. A password signs in
     * once at the most, and a refused sign-in is not tried again (api/README.md fact 12); the IAM
     * user's id that comes with the token is kept in the connection's identity. A sign-in that a
     * proxy refused before is shown to it once more.
     *
     * @param connection where to; checked by {@link ConnectionDraft#check()} before
     * @param signIn how; copied, so the caller may close it at once
     * @param generation v1.0, v2, or to be detected
     * @return the service, or what the operator has to choose; fails with {@link
     *     org.workspaceadmin.model.ProblemException}
     */
    public Work<Connected> connect(
            Connection connection, SignIn signIn, GenerationChoice generation) {
        if (!allowed.test(connection)) {
            return Work.failed(notAllowed(connection));
        }
        Credentials credentials = credentials(signIn);
        return workers.start(() -> {
            ProxySignIn atProxy = options.get().proxySignIn();
            if (atProxy != null) {
                atProxy.allowAgain();
            }
            CloudConnection service = open(connection, credentials);
            boolean taken = false;
            try {
                boolean byPassword = credentials instanceof Credentials.Password;
                Connected answer = new Attempt(service, byPassword).connect(connection, generation);
                taken = answer instanceof Connected.To;
                return answer;
            } finally {
                if (!taken) {
                    service.close();
                }
            }
        });
    }

    /**
     * Replaces how a living connection signs in, after one read with the new sign-in went well; see
     * {@link CloudConnection#signInAgain}.
     *
     * @param service the way of an open connection
     * @param signIn how from now on; copied, so the caller may close it at once
     * @return the connection's health after it; fails with {@link
     *     org.workspaceadmin.model.ProblemException}, and the present sign-in is left as it was
     */
    public Work<Health> signInAgain(CloudConnection service, SignIn signIn) {
        return service.signInAgain(credentials(signIn));
    }

    /**
     * The account's enterprise projects, to choose one from. This signs in on its own: a password
     * needs a token of the account's, and a one-time code is used up by it.
     *
     * @param connection whose account
     * @param signIn how; copied, so the caller may close it at once
     * @return those that are enabled; none where the account lacks the feature, which it answers
     *     with an error (api/iam-and-signing.md section 5); fails with {@link
     *     org.workspaceadmin.model.ProblemException} when nothing could be learned
     */
    public Work<List<EnterpriseProject>> enterpriseProjects(Connection connection, SignIn signIn) {
        if (!allowed.test(connection)) {
            return Work.failed(notAllowed(connection));
        }
        Credentials credentials = credentials(signIn);
        return workers.start(() -> {
            try (CloudConnection service = open(connection, credentials)) {
                return service.enterpriseProjects().await().stream()
                        .filter(EnterpriseProject::enabled)
                        .toList();
            } catch (ProblemException e) {
                if (isWithoutFeature(e.problem())) {
                    return List.of();
                }
                throw e;
            }
        });
    }

    private ProblemException notAllowed(Connection connection) {
        String host = connection.endpoints().workspace().getHost();
        return new ProblemException(
                Problem.without(Problem.Kind.CONNECTION_NOT_ALLOWED, "", host, clock.instant()));
    }

    /**
     * Has connections sign with the service's time from now on, because the operator agreed; known
     * until the program ends.
     *
     * @param host who said that this machine's clock is off
     * @param offset the service's clock minus this machine's
     */
    public void agreeClock(String host, Duration offset) {
        clocks.put(host, offset);
    }

    private CloudConnection open(Connection connection, Credentials credentials) {
        CloudConnection service = cloud.apply(settings(connection), credentials);
        for (ServiceName each : ServiceName.values()) {
            URI endpoint = connection.endpoints().of(each);
            Duration agreed = clocks.get(String.valueOf(endpoint.getHost()));
            if (agreed != null) {
                service.applyClockOffset(agreed);
                break;
            }
        }
        return service;
    }

    private static boolean isWithoutFeature(Problem problem) {
        return switch (problem.kind()) {
            case BAD_REQUEST, FORBIDDEN, NOT_FOUND, NOT_OFFERED, CONFLICT, METHOD_NOT_ALLOWED ->
                    true;
            default -> false;
        };
    }

    private static CloudSettings settings(Connection connection) {
        Endpoints to = connection.endpoints();
        return new CloudSettings(
                to.workspace(),
                to.iam(),
                to.vpc(),
                to.ims(),
                to.sts(),
                to.eps(),
                connection.projectId(),
                connection.region(),
                connection.generation());
    }

    private static Credentials credentials(SignIn signIn) {
        return switch (signIn) {
            case SignIn.AccessKey key ->
                    new Credentials.AccessKey(key.accessKey(), copy(key.secretKey()));
            case SignIn.TemporaryKey key ->
                    new Credentials.TemporaryKey(
                            key.accessKey(),
                            copy(key.secretKey()),
                            copy(key.token()),
                            key.expires());
            case SignIn.Password user ->
                    new Credentials.Password(
                            user.account(),
                            user.user(),
                            copy(user.password()),
                            user.userId(),
                            copy(user.passcode()));
        };
    }

    private static Secret copy(Secret secret) {
        char[] characters = secret.reveal();
        Secret copy = Secret.of(characters);
        Arrays.fill(characters, '\0');
        return copy;
    }
}
