package org.workspaceadmin.cloud;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A way to a server that behaves like the boxes between a workstation and the internet: drops idle
 * connections, swallows what is sent over them without a word, and leads elsewhere after a change
 * of the network.
 */
final class Relay implements AutoCloseable {
    private final ServerSocket entrance;
    private final List<Leg> legs = new CopyOnWriteArrayList<>();
    private volatile URI target;

    private static final class Leg {
        final Socket in;
        final Socket out;
        volatile boolean swallowing;

        Leg(Socket in, Socket out) {
            this.in = in;
            this.out = out;
        }

        void end(boolean reset) {
            try {
                if (reset && !in.isClosed()) {
                    in.setSoLinger(true, 0);
                }
                in.close();
                out.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    Relay(URI target) {
        this.target = target;
        try {
            entrance = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::acceptAll);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + entrance.getLocalPort());
    }

    /** How many connections came in so far. */
    int connections() {
        return legs.size();
    }

    /** Resets every connection there is. */
    void drop() {
        legs.forEach(leg -> leg.end(true));
    }

    /** Swallows whatever is sent over the connections there are; new ones work. */
    void blackhole() {
        legs.forEach(leg -> leg.swallowing = true);
    }

    /** New connections lead elsewhere, those there are lead nowhere. */
    void leadTo(URI other) {
        target = other;
        blackhole();
    }

    private void acceptAll() {
        try {
            while (true) {
                Socket in = entrance.accept();
                Socket out = new Socket();
                out.connect(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), target.getPort()));
                Leg leg = new Leg(in, out);
                legs.add(leg);
                Thread.ofVirtual().start(() -> pump(leg, in, out));
                Thread.ofVirtual().start(() -> pump(leg, out, in));
            }
        } catch (IOException closed) {
            legs.forEach(leg -> leg.end(false));
        }
    }

    private static void pump(Leg leg, Socket from, Socket to) {
        byte[] buffer = new byte[8192];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            int read = in.read(buffer);
            while (read >= 0) {
                if (!leg.swallowing) {
                    out.write(buffer, 0, read);
                    out.flush();
                }
                read = in.read(buffer);
            }
            if (!leg.swallowing) {
                leg.end(false);
            }
        } catch (IOException ended) {
            leg.end(false);
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }
}
