package org.workspaceadmin.simulator.http;

import java.io.IOException;
import java.util.concurrent.ThreadFactory;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Jetty on loopback: HTTP/1.1 and cleartext HTTP/2 on one port, each request on a virtual thread of
 * its own.
 */
public final class WebServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

    private final Server server;
    private final ServerConnector connector;

    /**
     * Starts serving.
     *
     * @param port the port, 0 for any free one
     * @param gateway what answers
     * @throws IOException when the port cannot be had
     */
    public WebServer(int port, Gateway gateway) throws IOException {
        ThreadFactory requests = Thread.ofVirtual().name("simulator-", 0).factory();
        QueuedThreadPool threads = new QueuedThreadPool(12, 4);
        threads.setName("simulator-io");
        threads.setDaemon(true);
        // No executor service: one that refuses tasks while it ends would make every stop noisy.
        threads.setVirtualThreadsExecutor(task -> requests.newThread(task).start());
        server = new Server(threads);
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setSendDateHeader(false);
        configuration.setUriCompliance(UriCompliance.UNSAFE);
        configuration.setRequestHeaderSize(64 * 1024);
        configuration.setOutputBufferSize(64 * 1024);
        connector =
                new ServerConnector(
                        server,
                        1,
                        1,
                        new HttpConnectionFactory(configuration),
                        new HTTP2CServerConnectionFactory(configuration));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        connector.setIdleTimeout(600_000);
        server.addConnector(connector);
        server.setHandler(gateway);
        server.setStopTimeout(0);
        try {
            server.start();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("the simulator's server did not start", e);
        }
    }

    /**
     * Where it listens.
     *
     * @return a port of 127.0.0.1
     */
    public int port() {
        return connector.getLocalPort();
    }

    /**
     * Open connections.
     *
     * @return a count
     */
    public int connections() {
        return connector.getConnectedEndPoints().size();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            LOG.warn("the simulator's server did not stop cleanly", e);
        }
    }
}
