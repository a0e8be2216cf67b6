package org.workspaceadmin.cloud;

import java.net.http.HttpClient;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP clients of a connection. When the options change there is a new one, so that new proxies
 * and new trust hold for every later exchange; running ones end on the old. There is also a new one
 * when the connections of the present one may be dead: after an exchange broke, a long pause, a
 * sleep of the machine. What must not meet a dead connection at all gets a client of its own.
 */
final class WireClients implements AutoCloseable {
    static {
        WireProperties.set();
    }

    /**
     * A client.
     *
     * @param options what it was made of
     * @param tls reads its TLS
     * @param single whether it serves one exchange only
     */
    record Wire(HttpClient client, WireOptions options, TlsReader tls, boolean single) {}

    private final Supplier<WireOptions> options;
    private final Freshness freshness;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** Those replaced end by themselves once their last exchange is over. */
    private final Set<HttpClient> made = Collections.newSetFromMap(new WeakHashMap<>());

    private @Nullable Wire wire;
    private boolean closed;

    /**
     * Opens nothing yet.
     *
     * @param options asked before each exchange
     * @param freshness notices when connections may have died unseen
     */
    WireClients(Supplier<WireOptions> options, Freshness freshness) {
        this.options = options;
        this.freshness = freshness;
    }

    /** The client for a read; asks for the options, which may block. */
    Wire now() {
        WireOptions wanted = options.get();
        Freshness.Verdict verdict = freshness.begin();
        HttpClient dead = null;
        Wire now;
        synchronized (this) {
            boolean fresh = verdict == Freshness.Verdict.FRESH;
            now = wire;
            if (now == null || (!closed && !(fresh && wanted.equals(now.options())))) {
                dead = now != null && verdict == Freshness.Verdict.DEAD ? now.client() : null;
                now = make(wanted, false);
                wire = now;
            }
        }
        if (dead != null) {
            // What still waits there waits in vain; being reads, they are asked again.
            dead.shutdownNow();
        }
        return now;
    }

    /**
     * A client for one exchange that is never repeated: with a connection from a pool it could be
     * lost on one that died unseen, and nobody would know whether it was carried out.
     */
    Wire once() {
        WireOptions wanted = options.get();
        synchronized (this) {
            return make(wanted, true);
        }
    }

    /** An exchange of {@link #now()} or {@link #once()} is over. */
    void ended(Wire used) {
        if (used.single()) {
            used.client().shutdown();
        } else {
            freshness.end();
        }
    }

    /** An exchange broke, or had no answer in time: its connection is not to be used again. */
    synchronized void broke(Wire used) {
        if (!closed && used.equals(wire)) {
            wire = make(used.options(), false);
        }
    }

    /** A client with nothing in its pool; one that sends nothing once everything is closed. */
    private Wire make(WireOptions from, boolean single) {
        Trust trust = from.trust() == null ? Trust.bundled() : from.trust();
        HttpClient.Builder builder =
                HttpClient.newBuilder()
                        .executor(threads)
                        .connectTimeout(from.connectTimeout())
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .sslContext(trust.context());
        if (from.proxy() != null) {
            builder.proxy(from.proxy());
        }
        HttpClient client = builder.build();
        made.add(client);
        if (closed) {
            client.shutdownNow();
        }
        return new Wire(client, from, new TlsReader(trust), single);
    }

    /** Ends every exchange and drops the connections. */
    @Override
    public void close() {
        List<HttpClient> open;
        synchronized (this) {
            closed = true;
            open = List.copyOf(made);
        }
        open.forEach(HttpClient::shutdownNow);
        threads.shutdownNow();
    }
}
