package org.workspaceadmin.cloud;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.workspaceadmin.redact.Redactor;
import org.workspaceadmin.task.Timer;
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
        SignInDesk desk =
                new SignInDesk(
                        new Aim(settings),
                        new PasswordAuthenticator.Wire(transport, timer, redactor, meter));
        CurrentSignIn signIn = new CurrentSignIn(desk.of(credentials), timer);
        RequestBudget budget = new RequestBudget();
        Exchanges exchanges =
                new Exchanges(
                        settings, signIn, transport, budget, new RetryPolicy(timer, random), timer);
        HttpIdentity identity = new HttpIdentity(exchanges, redactor, signIn);
        HttpCloud.Vitals vitals = new HttpCloud.Vitals(transport, meter, budget, desk, signIn);
        return new HttpCloud(workers, exchanges, identity, vitals);
    }
}
