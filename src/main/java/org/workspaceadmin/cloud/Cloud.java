package org.workspaceadmin.cloud;

import java.net.URI;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.redact.Redactor;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.task.Workers;

/** The way into this room. */
public final class Cloud {
    private Cloud() {}

    /**
     * Opens a connection; nothing is sent before the first call.
     *
     * @param settings where it goes
     * @param credentials how it signs in; copied, and the copy is wiped when the connection is
     *     closed
     * @param workers where calls run; they block plainly
     * @param timer the clock requests are signed with, and the waits between tries
     * @param redactor hears every secret of the connection and masks its traces
     * @return the service
     */
    public static CloudConnection connect(
            CloudSettings settings,
            Credentials credentials,
            Workers workers,
            Timer timer,
            Redactor redactor) {
        return connect(settings, credentials, workers, timer, redactor, WireOptions.standard());
    }

    /** The same with other timeouts, proxy or trust. */
    public static CloudConnection connect(
            CloudSettings settings,
            Credentials credentials,
            Workers workers,
            Timer timer,
            Redactor redactor,
            WireOptions options) {
        return connect(settings, credentials, workers, timer, redactor, () -> options);
    }

    /**
     * The same with options that may change while the connection is open.
     *
     * @param options asked before each exchange, on a background thread; a new value holds for
     *     every later exchange
     */
    public static CloudConnection connect(
            CloudSettings settings,
            Credentials credentials,
            Workers workers,
            Timer timer,
            Redactor redactor,
            Supplier<WireOptions> options) {
        DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();
        return connect(settings, credentials, workers, timer, redactor, options, random);
    }

    /**
     * The same for a test of the sign-in: a password is sent once at the most. A token that is
     * refused is not fetched again, so that the refusal itself is what the test ends with.
     */
    public static CloudConnection connectOnce(
            CloudSettings settings,
            Credentials credentials,
            Workers workers,
            Timer timer,
            Redactor redactor,
            Supplier<WireOptions> options) {
        HealthMeter meter = new HealthMeter();
        HttpTransport transport = new HttpTransport(options, timer, new Trace(redactor), meter);
        PasswordAuthenticator.Wire wire =
                new PasswordAuthenticator.Wire(transport, timer, redactor, meter, true);
        DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();
        return connect(settings, credentials, workers, wire, random);
    }

    /**
     * Knocks at an address: one {@code GET /} without sign-in, for what the way there looks like.
     * Nothing is tried a second time.
     *
     * @param endpoint scheme, host and port
     * @param options how the request travels
     * @param workers where it runs
     * @param timer the clock the service's is compared with
     * @param redactor masks the trace
     * @return the answer, whatever its status; fails with {@link
     *     org.workspaceadmin.model.ProblemException} when there was none
     */
    public static Work<Knock> knock(
            URI endpoint,
            Supplier<WireOptions> options,
            Workers workers,
            Timer timer,
            Redactor redactor) {
        return workers.start(() -> {
            HealthMeter meter = new HealthMeter();
            try (HttpTransport transport =
                    new HttpTransport(options, timer, new Trace(redactor), meter)) {
                Call call =
                        Call.get(CloudHost.WORKSPACE, "/")
                                .as(Call.Identity.NONE)
                                .once()
                                .of(CloudSettings.single(endpoint, "", "", Generation.V2));
                Reply reply = transport.exchange(call, endpoint, Exchanges.standardHeaders());
                return new Knock(
                        reply.status(),
                        meter.read(0, new Authenticator.Standing(null, false, null)));
            }
        });
    }

    /** The same with a random source of the test's. */
    static CloudConnection connect(
            CloudSettings settings,
            Credentials credentials,
            Workers workers,
            Timer timer,
            Redactor redactor,
            Supplier<WireOptions> options,
            DoubleSupplier random) {
        HealthMeter meter = new HealthMeter();
        HttpTransport transport = new HttpTransport(options, timer, new Trace(redactor), meter);
        PasswordAuthenticator.Wire wire =
                new PasswordAuthenticator.Wire(transport, timer, redactor, meter, false);
        return connect(settings, credentials, workers, wire, random);
    }

    private static CloudConnection connect(
            CloudSettings settings,
            Credentials credentials,
            Workers workers,
            PasswordAuthenticator.Wire wire,
            DoubleSupplier random) {
        SignInDesk desk = new SignInDesk(new Aim(settings), wire);
        CurrentSignIn signIn = new CurrentSignIn(desk.of(credentials), wire.timer());
        RequestBudget budget = new RequestBudget();
        Exchanges exchanges =
                new Exchanges(
                        settings,
                        signIn,
                        wire.transport(),
                        budget,
                        new RetryPolicy(wire.timer(), random),
                        wire.timer());
        HttpIdentity identity = new HttpIdentity(exchanges, wire.redactor(), signIn);
        HttpCloud.Vitals vitals =
                new HttpCloud.Vitals(wire.transport(), wire.health(), budget, desk, signIn);
        return new HttpCloud(workers, exchanges, identity, vitals);
    }
}
