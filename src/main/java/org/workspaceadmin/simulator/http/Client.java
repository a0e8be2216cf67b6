package org.workspaceadmin.simulator.http;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** The other end of one exchange: whether it still waits, and how to treat it badly. */
final class Client {
    private static final Duration SLICE = Duration.ofMillis(10);

    private final EndPoint endPoint;
    private final boolean multiplexed;
    private final AtomicBoolean gone = new AtomicBoolean();

    Client(Request request) {
        endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
        multiplexed = request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_2;
        request.addFailureListener(failure -> gone.set(true));
    }

    /**
     * Waits.
     *
     * @param time how long at most
     * @return false when the client went away meanwhile
     */
    boolean await(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        try {
            for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
                if (gone()) {
                    return false;
                }
                Thread.sleep(Duration.ofNanos(Math.min(left, SLICE.toNanos())));
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return false;
        }
        return true;
    }

    /** Waits until the client goes away. */
    void awaitLeave() {
        while (await(Duration.ofHours(1))) {
            if (!endPoint.isOpen()) {
                return;
            }
        }
    }

    /** Whether the client went away; only to be asked between its request and the answer. */
    boolean gone() {
        if (gone.get() || !endPoint.isOpen()) {
            return true;
        }
        SocketChannel channel = multiplexed ? null : channel();
        if (channel != null) {
            try {
                // Between request and answer an HTTP/1.1 client has nothing to say, so reading only
                // ever finds its end.
                if (channel.read(ByteBuffer.allocate(1)) < 0) {
                    gone.set(true);
                }
            } catch (IOException broken) {
                gone.set(true);
            }
        }
        return gone.get();
    }

    /** Whether the client was seen to go away, without looking again. */
    boolean left() {
        return gone.get();
    }

    /** Resets the connection: what was sent and not read is lost. */
    void reset() throws IOException {
        SocketChannel channel = channel();
        if (channel != null) {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            channel.close();
        }
        endPoint.close();
    }

    /** Ends the connection after what was sent. */
    void hangUp() {
        endPoint.close();
    }

    private @Nullable SocketChannel channel() {
        return endPoint instanceof SocketChannelEndPoint socket ? socket.getChannel() : null;
    }
}
