package org.workspaceadmin.cloud;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.workspaceadmin.model.Secret;

/**
 * User and password for a proxy, by the scheme Basic: {@code java.net.http} knows no other, so a
 * proxy that asks for NTLM or Negotiate needs a relay on this machine that signs in for it (such as
 * Px or Cntlm), set as manual proxy.
 *
 * <p>Companies lock accounts after a few wrong passwords, so a pair that is not known to be good
 * travels with one request at a time, and a refused one never again until {@link #allowAgain()}.
 * Connections share one object for this.
 */
public final class ProxySignIn {
    private enum State {
        UNTRIED,
        TRYING,
        GOOD,
        REFUSED
    }

    private final String user;
    private final Secret password;
    private State state = State.UNTRIED;

    /**
     * A pair that was never tried.
     *
     * @param user without a colon
     * @param password kept
     */
    public ProxySignIn(String user, Secret password) {
        this.user = user;
        this.password = password;
    }

    /** Who signs in. */
    public String user() {
        return user;
    }

    /** Whether the proxy said no, so that the pair is not sent any more. */
    public synchronized boolean refused() {
        return state == State.REFUSED;
    }

    /** Lets a refused pair be tried once more, because somebody asked for it. */
    public synchronized void allowAgain() {
        if (state == State.REFUSED) {
            state = State.UNTRIED;
        }
    }

    /**
     * Asks to use the pair; waits while another request tries it for the first time.
     *
     * @return whether it may be sent; false when it was refused
     */
    synchronized boolean begin() throws InterruptedException {
        while (state == State.TRYING) {
            wait();
        }
        if (state == State.UNTRIED) {
            state = State.TRYING;
        }
        return state != State.REFUSED;
    }

    /** The proxy let a request with the pair through. */
    synchronized void accepted() {
        state = State.GOOD;
        notifyAll();
    }

    /** The proxy answered 407 to the pair. */
    synchronized void rejected() {
        state = State.REFUSED;
        notifyAll();
    }

    /** The request ended without the proxy's word on the pair. */
    synchronized void undecided() {
        if (state == State.TRYING) {
            state = State.UNTRIED;
            notifyAll();
        }
    }

    /** The value of the header; never logged. */
    String header() {
        char[] secret = password.reveal();
        CharBuffer pair = CharBuffer.allocate(user.length() + 1 + secret.length);
        pair.put(user).put(':').put(secret).flip();
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(pair);
        byte[] exact = new byte[bytes.remaining()];
        bytes.get(exact);
        try {
            return "Basic " + Base64.getEncoder().encodeToString(exact);
        } finally {
            Arrays.fill(secret, '\0');
            Arrays.fill(pair.array(), '\0');
            bytes.clear().put(new byte[bytes.capacity()]);
            Arrays.fill(exact, (byte) 0);
        }
    }

    @Override
    public String toString() {
        return "ProxySignIn[" + user + "]";
    }
}
