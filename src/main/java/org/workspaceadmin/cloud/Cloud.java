package org.workspaceadmin.cloud;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Secret;
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
     * @param credentials how it signs in
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
            WireOptions options,
            DoubleSupplier random) {
        remember(redactor, credentials);
        HealthMeter meter = new HealthMeter();
        KeyLock lock = new KeyLock(timer);
        HttpTransport transport = new HttpTransport(options, timer, new Trace(redactor), meter);
        Authenticator authenticator =
                switch (credentials) {
                    case Credentials.AccessKey key ->
                            keys(key.ak(), key.sk(), null, settings, timer, meter, lock);
                    case Credentials.TemporaryKey key ->
                            keys(key.ak(), key.sk(), key.token(), settings, timer, meter, lock);
                    case Credentials.Password user ->
                            new PasswordAuthenticator(
                                    user, settings, timer, redactor, meter, lock, transport);
                };
        RequestBudget budget = new RequestBudget();
        Exchanges exchanges =
                new Exchanges(
                        settings,
                        authenticator,
                        transport,
                        budget,
                        new RetryPolicy(timer, random),
                        timer);
        HttpIdentity identity = new HttpIdentity(exchanges, redactor, authenticator);
        HttpCloud.Vitals vitals = new HttpCloud.Vitals(transport, meter, budget, lock);
        return new HttpCloud(workers, exchanges, identity, vitals);
    }

    private static Authenticator keys(
            String ak,
            Secret sk,
            @Nullable Secret token,
            CloudSettings settings,
            Timer timer,
            HealthMeter meter,
            KeyLock lock) {
        return new KeyAuthenticator(
                new SignedIdentity(ak, sk, token, settings, timer, meter, lock));
    }

    private static void remember(Redactor redactor, Credentials credentials) {
        switch (credentials) {
            case Credentials.AccessKey key -> redactor.remember(key.sk().reveal());
            case Credentials.TemporaryKey key -> {
                redactor.remember(key.sk().reveal());
                redactor.remember(key.token().reveal());
            }
            case Credentials.Password user -> {
                redactor.remember(user.password().reveal());
                redactor.remember(user.passcode().reveal());
            }
        }
    }
}
