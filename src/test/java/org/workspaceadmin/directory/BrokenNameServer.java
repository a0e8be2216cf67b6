package org.workspaceadmin.directory;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.workspaceadmin.peer.PortPair;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** A DNS server on real sockets, each of whose answers is broken in a way decided by a seed. */
final class BrokenNameServer implements AutoCloseable {
    private static final Name OTHER = Name.fromConstantString("dc1.corp.example.com.");
    private static final long DRIP = 5_000_000;
    private static final int DRIPS = 400;

    private final long seed;
    private final DatagramSocket udp;
    private final DatagramSocket stranger;
    private final ServerSocket tcp;
    private final AtomicInteger asked = new AtomicInteger();

    /**
     * Starts it.
     *
     * @param seed decides what is broken
     */
    BrokenNameServer(long seed) throws IOException {
        this.seed = seed;
        InetAddress loopback = InetAddress.getLoopbackAddress();
        PortPair pair = PortPair.open(500);
        tcp = pair.tcp();
        udp = pair.udp();
        udp.setReceiveBufferSize(1 << 20);
        stranger = new DatagramSocket(0, loopback);
        Thread.ofVirtual().name("broken-udp").start(this::receive);
        Thread.ofVirtual().name("broken-tcp").start(this::accept);
    }

    /** Where it is. */
    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), tcp.getLocalPort());
    }

    /** How many questions it was asked. */
    int asked() {
        return asked.get();
    }

    private Random chance() {
        return new Random(seed * 1_000_003 + asked.incrementAndGet());
    }

    private void receive() {
        byte[] room = new byte[4_096];
        while (!udp.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(room, room.length);
                udp.receive(packet);
                byte[] question = Arrays.copyOf(packet.getData(), packet.getLength());
                Random chance = chance();
                if (chance.nextInt(12) == 0) {
                    // As if it were too long: the next question comes over TCP.
                    byte[] answer = answer(question);
                    answer[2] |= 2;
                    send(udp, answer, packet.getSocketAddress());
                } else if (chance.nextInt(25) == 0) {
                    send(stranger, answer(question), packet.getSocketAddress());
                } else if (chance.nextInt(25) != 0) {
                    byte[] broken = broken(question, chance);
                    for (int i = chance.nextInt(20) == 0 ? 20 : 1; i > 0; i--) {
                        send(udp, broken, packet.getSocketAddress());
                    }
                }
            } catch (IOException e) {
                if (udp.isClosed()) {
                    return;
                }
            }
        }
    }

    private static void send(DatagramSocket from, byte[] answer, SocketAddress to)
            throws IOException {
        from.send(new DatagramPacket(answer, Math.min(answer.length, 60_000), to));
    }

    private void accept() {
        while (!tcp.isClosed()) {
            try {
                Socket client = tcp.accept();
                Thread.ofVirtual().name("broken-client").start(() -> serve(client));
            } catch (IOException e) {
                if (tcp.isClosed()) {
                    return;
                }
            }
        }
    }

    private void serve(Socket client) {
        Random chance = chance();
        try (client) {
            InputStream in = client.getInputStream();
            OutputStream out = client.getOutputStream();
            byte[] length = in.readNBytes(2);
            if (length.length < 2) {
                return;
            }
            byte[] question = in.readNBytes((length[0] & 0xFF) << 8 | length[1] & 0xFF);
            byte[] answer = broken(question, chance);
            byte[] framed =
                    ByteBuffer.allocate(answer.length + 2)
                            .putShort((short) answer.length)
                            .put(answer)
                            .array();
            switch (chance.nextInt(8)) {
                case 0 -> {
                    for (int i = 0; i < Math.min(DRIPS, framed.length); i++) {
                        out.write(framed, i, 1);
                        LockSupport.parkNanos(DRIP);
                    }
                }
                case 1 -> out.write(framed, 0, chance.nextInt(framed.length));
                case 2 -> {
                    for (int i = 0; i < 2_000; i++) {
                        out.write(framed);
                    }
                }
                case 3 -> client.setSoLinger(true, 0);
                case 4 -> {
                    framed[0] = (byte) 0xFF;
                    out.write(framed);
                    in.read();
                }
                case 5 -> in.read();
                default -> out.write(framed);
            }
        } catch (IOException e) {
            // The client has had enough.
            return;
        }
    }

    /** A good answer. */
    private static byte[] answer(byte[] question) throws IOException {
        Message asked = new Message(question);
        Message answer = new Message(asked.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.RD);
        answer.addRecord(asked.getQuestion(), Section.QUESTION);
        answer.addRecord(
                record(asked.getQuestion(), asked.getQuestion().getType()), Section.ANSWER);
        return answer.toWire();
    }

    private static Record record(Record question, int type) throws IOException {
        Name name = question.getName();
        return switch (type) {
            case Type.SRV -> new SRVRecord(name, DClass.IN, 60, 0, 100, 389, OTHER);
            case Type.A -> new ARecord(name, DClass.IN, 60, InetAddress.getByName("10.16.0.9"));
            case Type.AAAA -> new AAAARecord(name, DClass.IN, 60, InetAddress.getByName("fd00::9"));
            case Type.PTR -> new PTRRecord(name, DClass.IN, 60, OTHER);
            case Type.CNAME -> new CNAMERecord(name, DClass.IN, 60, name);
            default -> new TXTRecord(name, DClass.IN, 60, "text");
        };
    }

    private static byte[] broken(byte[] question, Random chance) throws IOException {
        byte[] good = answer(question);
        return switch (chance.nextInt(14)) {
            case 0 -> good;
            case 1 -> Arrays.copyOf(good, chance.nextInt(good.length));
            case 2 -> flipped(good, chance, 2);
            case 3 -> flipped(good, chance, 0);
            case 4 -> with(good, chance.nextInt(2), chance.nextInt(256));
            // Counts that lie: of questions, answers, authorities, more.
            case 5 -> with(good, 4 + chance.nextInt(8), chance.nextInt(256));
            case 6 -> pointers(good, question.length);
            case 7 -> otherRecords(question, chance);
            case 8 -> many(question, 50 + chance.nextInt(2_500));
            case 9 -> with(good, 3, good[3] & 0xF0 | chance.nextInt(16));
            case 10 -> {
                byte[] noise = new byte[chance.nextInt(600)];
                chance.nextBytes(noise);
                yield noise;
            }
            case 11 -> question;
            // The length of the last record's data.
            case 12 ->
                    with(
                            good,
                            Math.max(0, good.length - 6 - chance.nextInt(30)),
                            chance.nextInt(256));
            default -> {
                byte[] noise = Arrays.copyOf(good, good.length + chance.nextInt(400));
                for (int i = good.length; i < noise.length; i++) {
                    noise[i] = (byte) chance.nextInt();
                }
                yield noise;
            }
        };
    }

    private static byte[] flipped(byte[] good, Random chance, int from) {
        byte[] bad = good.clone();
        for (int i = 1 + chance.nextInt(8); i > 0; i--) {
            int at = from + chance.nextInt(bad.length - from);
            bad[at] ^= (byte) (1 << chance.nextInt(8));
        }
        return bad;
    }

    private static byte[] with(byte[] good, int at, int value) {
        byte[] bad = good.clone();
        bad[at] = (byte) value;
        return bad;
    }

    /** The first record's name points to itself. */
    private static byte[] pointers(byte[] good, int at) {
        int place = Math.min(at, good.length - 2);
        byte[] bad = good.clone();
        bad[place] = (byte) (0xC0 | place >> 8);
        bad[place + 1] = (byte) place;
        return bad;
    }

    private static byte[] otherRecords(byte[] question, Random chance) throws IOException {
        Message asked = new Message(question);
        Message answer = new Message(asked.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.addRecord(asked.getQuestion(), Section.QUESTION);
        int[] types = {Type.CNAME, Type.TXT, Type.A, Type.SRV, Type.PTR, Type.AAAA};
        for (int i = chance.nextInt(6); i >= 0; i--) {
            answer.addRecord(
                    record(asked.getQuestion(), types[chance.nextInt(types.length)]),
                    Section.ANSWER);
        }
        return answer.toWire();
    }

    private static byte[] many(byte[] question, int count) throws IOException {
        Message asked = new Message(question);
        Message answer = new Message(asked.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.addRecord(asked.getQuestion(), Section.QUESTION);
        Name name = asked.getQuestion().getName();
        for (int i = 0; i < count; i++) {
            answer.addRecord(
                    new SRVRecord(
                            name,
                            DClass.IN,
                            i,
                            0,
                            0,
                            i,
                            Name.fromConstantString("dc" + i + ".corp.example.com.")),
                    Section.ANSWER);
        }
        return answer.toWire(59_000);
    }

    @Override
    public void close() throws IOException {
        tcp.close();
        udp.close();
        stranger.close();
    }
}
