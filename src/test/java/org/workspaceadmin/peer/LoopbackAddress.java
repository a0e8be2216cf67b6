package org.workspaceadmin.peer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A loopback address that nobody else on this machine uses, so that servers can have their usual
 * ports on it, side by side with those of other test JVMs, and packet filters on it hit nobody
 * else. Owned by holding one of its ports: that cannot outlive this JVM, however it ends.
 */
final class LoopbackAddress implements AutoCloseable {
    private static final String NETWORK = "127.77.0.";
    private static final int MOST = 12;

    /** Below the ports that are given out freely, and nobody's usual port. */
    private static final int KEY = 4477;

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final String text;
    private final ServerSocket held;

    private LoopbackAddress(String text, ServerSocket held) {
        this.text = text;
        this.held = held;
    }

    /**
     * Takes a free one, and waits for one when all are taken.
     *
     * @throws IOException when none became free
     */
    static LoopbackAddress take() throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            for (int i = 1; i <= MOST; i++) {
                String text = NETWORK + i;
                ServerSocket socket = new ServerSocket();
                try {
                    socket.bind(new InetSocketAddress(InetAddress.getByName(text), KEY));
                    return new LoopbackAddress(text, socket);
                } catch (IOException taken) {
                    socket.close();
                }
            }
            if (System.nanoTime() > end) {
                throw new IOException("all of " + NETWORK + "1 to " + MOST + " are in use");
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    /** Dotted. */
    String text() {
        return text;
    }

    /** A name for what belongs to it outside of this JVM, such as a packet filter's table. */
    String label() {
        return "wsa_" + text.substring(NETWORK.length());
    }

    @Override
    public void close() {
        try {
            held.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
