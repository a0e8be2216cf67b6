package org.workspaceadmin.peer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands between a client and servers on loopback, passes on every byte of TCP and UDP and keeps a
 * copy of it, each direction of each connection as one stream.
 */
public final class WireTap implements AutoCloseable {
    private static final int KNOCK_MILLIS = 300;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();
    private final List<ByteArrayOutputStream> streams = new CopyOnWriteArrayList<>();
    private final Map<InetSocketAddress, InetSocketAddress> ways = new ConcurrentHashMap<>();

    /**
     * Where to ask instead of at a server.
     *
     * @param server its address
     * @return an address that leads there and is listened to; the server's own where nothing takes
     *     a TCP connection, so that refused stays refused
     */
    public InetSocketAddress towards(InetSocketAddress server) {
        return ways.computeIfAbsent(server, this::way);
    }

    /** Everything that was said, one stream after the other. */
    public List<byte[]> heard() {
        List<byte[]> all = new ArrayList<>();
        for (ByteArrayOutputStream each : streams) {
            synchronized (each) {
                all.add(each.toByteArray());
            }
        }
        return all;
    }

    private InetSocketAddress way(InetSocketAddress server) {
        try (Socket knock = new Socket()) {
            knock.connect(server, KNOCK_MILLIS);
        } catch (IOException nobody) {
            return server;
        }
        try {
            PortPair pair = PortPair.open(50);
            open.add(pair.tcp());
            open.add(pair.udp());
            threads.execute(() -> accept(pair.tcp(), server));
            threads.execute(() -> exchange(pair.udp(), server));
            return new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), pair.tcp().getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket from, InetSocketAddress server) {
        while (!from.isClosed()) {
            try {
                Socket client = from.accept();
                open.add(client);
                Socket there = new Socket();
                open.add(there);
                there.connect(server);
                threads.execute(() -> pass(client, there));
                threads.execute(() -> pass(there, client));
            } catch (IOException closed) {
                if (from.isClosed()) {
                    return;
                }
            }
        }
    }

    private void pass(Socket from, Socket to) {
        ByteArrayOutputStream copy = stream();
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] room = new byte[16_384];
            for (int got = in.read(room); got >= 0; got = in.read(room)) {
                keep(copy, room, got);
                out.write(room, 0, got);
            }
        } catch (IOException ended) {
            // One side hung up; closing both tells the other.
            keep(copy, new byte[0], 0);
        }
    }

    private void exchange(DatagramSocket here, InetSocketAddress server) {
        while (!here.isClosed()) {
            DatagramPacket asked = new DatagramPacket(new byte[65_535], 65_535);
            try {
                here.receive(asked);
            } catch (IOException closed) {
                return;
            }
            threads.execute(() -> answer(here, asked, server));
        }
    }

    private void answer(DatagramSocket here, DatagramPacket asked, InetSocketAddress server) {
        try (DatagramSocket there = new DatagramSocket()) {
            there.connect(server);
            there.setSoTimeout(5_000);
            keep(stream(), asked.getData(), asked.getLength());
            there.send(new DatagramPacket(asked.getData(), asked.getLength()));
            DatagramPacket answer = new DatagramPacket(new byte[65_535], 65_535);
            there.receive(answer);
            keep(stream(), answer.getData(), answer.getLength());
            here.send(
                    new DatagramPacket(
                            answer.getData(), answer.getLength(), asked.getSocketAddress()));
        } catch (SocketTimeoutException silent) {
            keep(stream(), new byte[0], 0);
        } catch (IOException refused) {
            keep(stream(), new byte[0], 0);
        }
    }

    private ByteArrayOutputStream stream() {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        streams.add(stream);
        return stream;
    }

    private static void keep(ByteArrayOutputStream copy, byte[] bytes, int length) {
        synchronized (copy) {
            copy.writeBytes(Arrays.copyOf(bytes, length));
        }
    }

    @Override
    public void close() throws IOException {
        for (AutoCloseable each : open) {
            try {
                each.close();
            } catch (Exception e) {
                throw new IOException(e);
            }
        }
        threads.shutdownNow();
    }
}
