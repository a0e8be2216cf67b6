package org.workspaceadmin.cloud;

import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Problem.Kind;
import org.workspaceadmin.model.ProblemException;
import org.workspaceadmin.task.Timer;

/** How a connection signs in now. It can be replaced while the connection lives. */
final class CurrentSignIn implements Authenticator {
    private final Timer timer;
    private volatile Authenticator now;
    private volatile boolean ended;

    /** Begins with one sign-in. */
    CurrentSignIn(Authenticator first, Timer timer) {
        now = first;
        this.timer = timer;
    }

    /** The one that is used now. */
    Authenticator current() {
        return now;
    }

    /**
     * Uses another from now on and wipes the old one's secrets. Calls that were prepared with the
     * old one and have not left are prepared anew.
     */
    synchronized void replace(Authenticator other) {
        Authenticator old = now;
        now = other;
        old.wipe();
        if (ended) {
            other.wipe();
        }
    }

    @Override
    public Seal prepare(Call call) throws InterruptedException {
        if (ended) {
            throw new ProblemException(
                    Problem.without(
                            Kind.CONNECTION_LOST,
                            call.name(),
                            "the connection was closed here",
                            timer.instant()));
        }
        return now.prepare(call);
    }

    @Override
    public void aimed() {
        now.aimed();
    }

    @Override
    public Standing standing() {
        return now.standing();
    }

    /** The connection ends. */
    @Override
    public synchronized void wipe() {
        ended = true;
        now.wipe();
    }
}
