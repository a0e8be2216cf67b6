package org.workspaceadmin.simulator.directory;

import com.unboundid.ldap.listener.LDAPListener;
import com.unboundid.ldap.listener.LDAPListenerConfig;
import com.unboundid.ldap.listener.LDAPListenerRequestHandler;
import com.unboundid.ldap.listener.StartTLSRequestHandler;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** One domain controller with all its ports. */
final class Controller implements AutoCloseable {
    private static final int TRIES = 50;
    private static final int LONGEST_REQUEST = 1 << 20;

    private final Domain domain;
    private final String name;
    private final Tree tree;
    private final Accounts accounts;
    private final InstantSource clock;
    private final List<AutoCloseable> open = new ArrayList<>();
    private final Map<Integer, InetSocketAddress> doors = new HashMap<>();

    /**
     * Starts one.
     *
     * @param domain the domain
     * @param name its full name
     * @param tree what it tells
     * @param accounts whom it knows
     * @param dns its DNS
     * @param tls its certificate
     * @param clock its time
     */
    Controller(
            Domain domain,
            String name,
            Tree tree,
            Accounts accounts,
            NameService dns,
            SSLContext tls,
            InstantSource clock)
            throws IOException {
        this.domain = domain;
        this.name = name;
        this.tree = tree;
        this.accounts = accounts;
        this.clock = clock;
        try {
            door(
                    Door.both(
                            client -> framed(client, question -> dns.answer(question, false), 2),
                            question -> dns.answer(question, true)),
                    53);
            door(
                    Door.both(
                            client -> framed(client, question -> noTickets(), 4),
                            question -> noTickets()),
                    88,
                    464);
            door(Door.udp(question -> Datagrams.time(question, clock.instant())), 123);
            door(Door.tcp(Controller::hear), 135, 139, 445, 593);
            ldap(tls);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    Domain domain() {
        return domain;
    }

    Tree tree() {
        return tree;
    }

    Accounts accounts() {
        return accounts;
    }

    /** Its root entry at this moment. */
    Entry root() {
        return RootEntry.of(domain, name, clock.instant());
    }

    /**
     * Where one of its services is.
     *
     * @param port the usual port
     * @return null when it has no such service
     */
    @Nullable InetSocketAddress at(int port) {
        return doors.get(port);
    }

    private byte[] noTickets() {
        return Datagrams.noTickets(domain, clock.instant());
    }

    private void door(Door door, int... ports) {
        open.add(door);
        for (int port : ports) {
            doors.put(port, door.address());
        }
    }

    private void ldap(SSLContext tls) throws IOException {
        LDAPListenerRequestHandler sessions = new LdapSession(this);
        try {
            LDAPListenerRequestHandler plain =
                    new StartTLSRequestHandler(tls.getSocketFactory(), sessions);
            for (int i = 1; ; i++) {
                LDAPListener listener = listen(plain, null);
                try {
                    Door locator =
                            Door.udp(
                                    listener.getListenPort(),
                                    question -> Datagrams.locator(question, domain, name));
                    open.add(() -> listener.shutDown(true));
                    door(locator, 389, 3268);
                    break;
                } catch (BindException e) {
                    listener.shutDown(true);
                    if (i == TRIES) {
                        throw e;
                    }
                }
            }
            LDAPListener secure = listen(sessions, tls.getServerSocketFactory());
            open.add(() -> secure.shutDown(true));
            InetSocketAddress at = new InetSocketAddress(Door.loopback(), secure.getListenPort());
            doors.put(636, at);
            doors.put(3269, at);
        } catch (LDAPException e) {
            throw new IOException(e);
        }
    }

    private static LDAPListener listen(
            LDAPListenerRequestHandler handler, @Nullable ServerSocketFactory sockets)
            throws IOException, LDAPException {
        LDAPListenerConfig config = new LDAPListenerConfig(0, handler);
        config.setListenAddress(Door.loopback());
        config.setMaxMessageSizeBytes(LONGEST_REQUEST);
        if (sockets != null) {
            config.setServerSocketFactory(sockets);
        }
        LDAPListener listener = new LDAPListener(config);
        listener.setDaemon(true);
        listener.startListening();
        return listener;
    }

    /** Questions and answers with their length before them, as DNS and Kerberos have it. */
    private static void framed(Socket client, Door.Reply reply, int lengthBytes)
            throws IOException {
        DataInputStream in = new DataInputStream(client.getInputStream());
        DataOutputStream out = new DataOutputStream(client.getOutputStream());
        while (true) {
            int length = lengthBytes == 2 ? in.readUnsignedShort() : in.readInt();
            if (length < 0 || length > LONGEST_REQUEST) {
                throw new EOFException("no such request");
            }
            byte[] answer = reply.to(in.readNBytes(length));
            if (answer == null) {
                return;
            }
            byte[] framed = new byte[lengthBytes + answer.length];
            for (int i = 0; i < lengthBytes; i++) {
                framed[i] = (byte) (answer.length >> (8 * (lengthBytes - 1 - i)));
            }
            System.arraycopy(answer, 0, framed, lengthBytes, answer.length);
            out.write(framed);
            out.flush();
        }
    }

    /** Takes what comes until nothing comes any more, and says nothing. */
    private static void hear(Socket client) throws IOException {
        InputStream in = client.getInputStream();
        byte[] room = new byte[1_024];
        int count = in.read(room);
        while (count >= 0) {
            count = in.read(room);
        }
    }

    @Override
    public void close() {
        for (AutoCloseable each : open) {
            try {
                each.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
