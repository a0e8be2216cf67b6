package org.workspaceadmin.directory;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * A socket whose timeout is for a whole answer, not for its next byte, and whose answers have an
 * end: one that drips or never ends would else hold its reader, or fill the memory, for as long as
 * it likes. An answer is all that comes between one question and the next.
 */
final class BoundedSocket extends Socket {
    /** More than a page of entries needs. */
    static final long LONGEST_ANSWER = 16L << 20;

    private static final long NANOS_OF_MILLI = 1_000_000;

    private final int usual;
    private volatile int timeout;
    private volatile long asked = System.nanoTime();
    private final AtomicLong received = new AtomicLong();

    /**
     * A socket that is not connected.
     *
     * @param patience for an answer where nothing else was set
     */
    BoundedSocket(Duration patience) {
        usual = Math.toIntExact(patience.toMillis());
        timeout = usual;
    }

    /** Makes such sockets, not connected. */
    static SocketFactory factory(Duration patience) {
        return new Factory(patience, null);
    }

    /** Makes such sockets with TLS above them. */
    static SocketFactory factory(Duration patience, SSLSocketFactory tls) {
        return new Factory(patience, tls);
    }

    @Override
    public void setSoTimeout(int millis) {
        timeout = millis == 0 ? usual : millis;
    }

    @Override
    public int getSoTimeout() {
        return timeout;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                limit();
                int count = in.read(into, offset, length);
                received.addAndGet(Math.max(0, count));
                return count;
            }
        };
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new FilterOutputStream(super.getOutputStream()) {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                asked = System.nanoTime();
                received.set(0);
                out.write(bytes, offset, length);
            }
        };
    }

    private void limit() throws IOException {
        if (received.get() > LONGEST_ANSWER) {
            throw new SocketException("the answer is too long");
        }
        long left = timeout - (System.nanoTime() - asked) / NANOS_OF_MILLI;
        if (left <= 0) {
            throw new SocketTimeoutException("the answer took too long");
        }
        super.setSoTimeout((int) left);
    }

    private static final class Factory extends SocketFactory {
        private final Duration patience;
        private final @Nullable SSLSocketFactory tls;

        Factory(Duration patience, @Nullable SSLSocketFactory tls) {
            this.patience = patience;
            this.tls = tls;
        }

        @Override
        public Socket createSocket() throws IOException {
            if (tls != null) {
                // TLS wants a connected socket below it; the caller then asks for one.
                throw new SocketException("only connected sockets");
            }
            return new BoundedSocket(patience);
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            Socket socket = new BoundedSocket(patience);
            try {
                socket.connect(
                        new InetSocketAddress(host, port), Math.toIntExact(patience.toMillis()));
                return tls == null
                        ? socket
                        : tls.createSocket(socket, host.getHostAddress(), port, true);
            } catch (IOException e) {
                socket.close();
                throw e;
            }
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return createSocket(InetAddress.getByName(host), port);
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
            throw new UnsupportedOperationException("nobody chooses where from");
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
            throw new UnsupportedOperationException("nobody chooses where from");
        }
    }
}
