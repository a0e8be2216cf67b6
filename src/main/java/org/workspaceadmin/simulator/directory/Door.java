package org.workspaceadmin.simulator.directory;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One free port of the loopback address, over TCP, UDP or both, with somebody behind it. */
final class Door implements AutoCloseable {
    private static final int TRIES = 50;
    private static final int DATAGRAM = 4_096;

    private final @Nullable ServerSocket tcp;
    private final @Nullable DatagramSocket udp;
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();

    /** Talks to one client over TCP; the socket is closed afterwards. */
    @FunctionalInterface
    interface Talk {
        /** Until it is over. */
        void with(Socket client) throws IOException;
    }

    /** Answers one datagram. */
    @FunctionalInterface
    interface Reply {
        /** Null to stay silent. */
        byte @Nullable [] to(byte[] question);
    }

    private Door(
            @Nullable ServerSocket tcp,
            @Nullable Talk talk,
            @Nullable DatagramSocket udp,
            @Nullable Reply reply) {
        this.tcp = tcp;
        this.udp = udp;
        if (tcp != null && talk != null) {
            Thread.ofVirtual().name("door-tcp").start(() -> accept(tcp, talk));
        }
        if (udp != null && reply != null) {
            Thread.ofVirtual().name("door-udp").start(() -> receive(udp, reply));
        }
    }

    /** Over TCP. */
    static Door tcp(Talk talk) throws IOException {
        return new Door(new ServerSocket(0, 50, loopback()), talk, null, null);
    }

    /** Over UDP on any port. */
    static Door udp(Reply reply) throws IOException {
        return new Door(null, null, new DatagramSocket(0, loopback()), reply);
    }

    /**
     * Over UDP.
     *
     * @param port has to be free
     * @throws BindException when it is not
     */
    static Door udp(int port, Reply reply) throws IOException {
        return new Door(null, null, new DatagramSocket(port, loopback()), reply);
    }

    /** Over both on one port, as names and tickets are. */
    static Door both(Talk talk, Reply reply) throws IOException {
        for (int i = 1; ; i++) {
            ServerSocket first = new ServerSocket(0, 50, loopback());
            try {
                DatagramSocket second = new DatagramSocket(first.getLocalPort(), loopback());
                return new Door(first, talk, second, reply);
            } catch (BindException e) {
                first.close();
                if (i == TRIES) {
                    throw e;
                }
            }
        }
    }

    /** A port that refuses over TCP and is silent over UDP, and that nobody else can get. */
    static Door shut() throws IOException {
        for (int i = 1; ; i++) {
            try (ServerSocket bound = new ServerSocket(0, 1, loopback())) {
                DatagramSocket held = new DatagramSocket(bound.getLocalPort(), loopback());
                return new Door(null, null, held, question -> null);
            } catch (BindException e) {
                if (i == TRIES) {
                    throw e;
                }
            }
        }
    }

    static InetAddress loopback() {
        return InetAddress.getLoopbackAddress();
    }

    /** Where it is. */
    InetSocketAddress address() {
        int port = tcp != null ? tcp.getLocalPort() : udp != null ? udp.getLocalPort() : 0;
        return new InetSocketAddress(loopback(), port);
    }

    private void accept(ServerSocket server, Talk talk) {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                clients.add(client);
                Thread.ofVirtual().name("door-client").start(() -> serve(client, talk));
            } catch (IOException e) {
                if (server.isClosed()) {
                    return;
                }
            }
        }
    }

    private void serve(Socket client, Talk talk) {
        try (client) {
            talk.with(client);
        } catch (IOException e) {
            // The client is gone, which is its right.
            return;
        } finally {
            clients.remove(client);
        }
    }

    private static void receive(DatagramSocket socket, Reply reply) {
        byte[] room = new byte[DATAGRAM];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(room, room.length);
                socket.receive(packet);
                byte[] answer =
                        reply.to(java.util.Arrays.copyOf(packet.getData(), packet.getLength()));
                if (answer != null) {
                    socket.send(
                            new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            } catch (IOException e) {
                if (socket.isClosed()) {
                    return;
                }
            }
        }
    }

    @Override
    public void close() {
        try {
            if (tcp != null) {
                tcp.close();
            }
            for (Socket client : clients) {
                client.close();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } finally {
            if (udp != null) {
                udp.close();
            }
        }
    }
}
