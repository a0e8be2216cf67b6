package org.workspaceadmin.cloud;

import java.net.http.HttpClient;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * The HTTP client of a connection. When the options change there is a new one, so that new proxies
 * and new trust hold for every later exchange; running ones end on the old.
 */
final class WireClients implements AutoCloseable {
    static {
        WireProperties.set();
    }

    /** A client, the options it was made of, and what reads its TLS. */
    record Wire(HttpClient client, WireOptions options, TlsReader tls) {}

    private final Supplier<WireOptions> options;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** Those replaced end by themselves once their last exchange is over. */
    private final Set<HttpClient> made = Collections.newSetFromMap(new WeakHashMap<>());

    private Wire wire;
    private boolean closed;

    /** Opens nothing yet. */
    WireClients(Supplier<WireOptions> options) {
        this.options = options;
        this.wire = make(options.get());
    }

    /** The client to use now; asks for the options, which may block. */
    Wire now() {
        WireOptions wanted = options.get();
        synchronized (this) {
            if (!closed && !wanted.equals(wire.options())) {
                wire = make(wanted);
            }
            return wire;
        }
    }

    /** A client of its own, with nothing in its pool. */
    private Wire make(WireOptions from) {
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
        return new Wire(client, from, new TlsReader(trust));
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
