package org.workspaceadmin.directory;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.WireParseException;

/**
 * One question and its answer, over UDP and, when the answer does not fit, over TCP (RFC 1035
 * section 4.2). Blocks on plain sockets, so that interrupting a virtual thread closes them; ends at
 * its deadline however slowly bytes drip in.
 */
final class DnsExchange {
    private static final int LARGEST = 65_535;

    private final InetSocketAddress server;
    private final long end;

    private DnsExchange(InetSocketAddress server, Duration patience) {
        this.server = server;
        end = System.nanoTime() + patience.toNanos();
    }

    /**
     * Asks.
     *
     * @param server where it listens, resolved
     * @param patience how long all of it may take
     * @return an answer to this very question
     * @throws SocketTimeoutException when none came in time
     */
    static Message ask(InetSocketAddress server, Message question, Duration patience)
            throws IOException {
        DnsExchange exchange = new DnsExchange(server, patience);
        Message answer = exchange.udp(question);
        return answer.getHeader().getFlag(Flags.TC) ? exchange.tcp(question) : answer;
    }

    /** Asks twice, since a packet may be lost; bytes that answer something else are left alone. */
    private Message udp(Message question) throws IOException {
        byte[] asked = question.toWire(LARGEST);
        byte[] room = new byte[LARGEST];
        WireParseException garbled = null;
        long again = System.nanoTime() + (end - System.nanoTime()) / 2;
        try (DatagramSocket socket = new DatagramSocket()) {
            // Connected, so that nobody else's packets come in and a closed port is told.
            socket.connect(server);
            socket.send(new DatagramPacket(asked, asked.length));
            boolean repeated = false;
            while (true) {
                DatagramPacket packet = new DatagramPacket(room, room.length);
                try {
                    socket.setSoTimeout(repeated ? left(end) : left(again));
                    socket.receive(packet);
                } catch (SocketTimeoutException e) {
                    if (repeated) {
                        throw garbled == null ? e : garbled;
                    }
                    repeated = true;
                    socket.send(new DatagramPacket(asked, asked.length));
                    continue;
                }
                byte[] bytes = java.util.Arrays.copyOf(room, packet.getLength());
                try {
                    Message answer = new Message(bytes);
                    if (answers(answer, question)) {
                        return answer;
                    }
                } catch (IOException e) {
                    // A later packet may be the answer.
                    garbled = new WireParseException(String.valueOf(e.getMessage()), e);
                }
            }
        }
    }

    private Message tcp(Message question) throws IOException {
        byte[] asked = question.toWire(LARGEST);
        try (Socket socket = new Socket()) {
            socket.connect(server, left(end));
            socket.getOutputStream()
                    .write(
                            ByteBuffer.allocate(2 + asked.length)
                                    .putShort((short) asked.length)
                                    .put(asked)
                                    .array());
            byte[] head = read(socket, 2);
            Message answer = new Message(read(socket, ((head[0] & 0xFF) << 8) | (head[1] & 0xFF)));
            if (!answers(answer, question)) {
                throw new WireParseException("an answer to another question");
            }
            return answer;
        }
    }

    private byte[] read(Socket socket, int length) throws IOException {
        byte[] bytes = new byte[length];
        InputStream in = socket.getInputStream();
        int have = 0;
        while (have < length) {
            socket.setSoTimeout(left(end));
            int got = in.read(bytes, have, length - have);
            if (got < 0) {
                throw new EOFException("hung up after " + have + " of " + length);
            }
            have += got;
        }
        return bytes;
    }

    private static boolean answers(Message answer, Message question) {
        return answer.getHeader().getID() == question.getHeader().getID()
                && answer.getHeader().getFlag(Flags.QR)
                && (answer.getQuestion() == null
                        || answer.getQuestion().equals(question.getQuestion()));
    }

    private static int left(long until) throws SocketTimeoutException {
        long millis = (until - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
            throw new SocketTimeoutException("no answer in time");
        }
        return Math.toIntExact(millis);
    }
}
