package org.workspaceadmin.directory;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/** Makes the sockets of one attempt to connect, and can close the last one from outside. */
final class LastSocket extends SocketFactory {
    private final SocketFactory sockets;
    private @Nullable Socket last;
    private boolean closed;

    LastSocket(SocketFactory sockets) {
        this.sockets = sockets;
    }

    /** Closes the last socket and every one still to come. */
    void close() {
        Socket socket;
        synchronized (this) {
            closed = true;
            socket = last;
        }
        if (socket != null) {
            end(socket);
        }
    }

    private Socket kept(Socket socket) throws IOException {
        synchronized (this) {
            last = socket;
            if (!closed) {
                return socket;
            }
        }
        end(socket);
        throw new IOException("cancelled");
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // What cannot be closed has ended already.
            return;
        }
    }

    @Override
    public Socket createSocket() throws IOException {
        return kept(sockets.createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return kept(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort)
            throws IOException {
        return kept(sockets.createSocket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return kept(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
            throws IOException {
        return kept(sockets.createSocket(host, port, local, localPort));
    }
}
