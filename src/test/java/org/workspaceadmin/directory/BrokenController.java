package org.workspaceadmin.directory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.asn1.ASN1StreamReader;
import com.unboundid.ldap.protocol.BindResponseProtocolOp;
import com.unboundid.ldap.protocol.ExtendedResponseProtocolOp;
import com.unboundid.ldap.protocol.IntermediateResponseProtocolOp;
import com.unboundid.ldap.protocol.LDAPMessage;
import com.unboundid.ldap.protocol.ProtocolOp;
import com.unboundid.ldap.protocol.SearchRequestProtocolOp;
import com.unboundid.ldap.protocol.SearchResultDoneProtocolOp;
import com.unboundid.ldap.protocol.SearchResultEntryProtocolOp;
import com.unboundid.ldap.protocol.SearchResultReferenceProtocolOp;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * A controller on a real socket that breaks one of its answers on every connection, in a way
 * decided by a seed; the answers before are good.
 */
final class BrokenController implements AutoCloseable {
    private static final String BASE = "DC=corp,DC=example,DC=com";
    private static final byte UNBIND = 0x42;
    private static final byte SEARCH = 0x63;
    private static final byte EXTENDED = 0x77;
    private static final String PAGED = "1.2.840.113556.1.4.319";
    private static final long DRIP = 5_000_000;

    /** No byte of an answer may be more than this from its client. */
    private static final int ENDLESS = 40_000;

    private final long seed;
    private final int good;
    private final ServerSocket server;
    private final @Nullable SSLSocketFactory tls;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger broken = new AtomicInteger();

    /**
     * Starts it.
     *
     * @param seed decides what is broken
     * @param good at most so many answers of a connection are good before
     * @param tls for StartTLS, and for LDAPS where the client begins with a handshake
     */
    BrokenController(long seed, int good, @Nullable SSLSocketFactory tls) throws IOException {
        this.seed = seed;
        this.good = good;
        this.tls = tls;
        server = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("broken-ldap").start(this::accept);
    }

    /** Where it is. */
    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort());
    }

    /** How many answers it broke. */
    int broken() {
        return broken.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Random chance = new Random(seed * 1_000_003 + connections.incrementAndGet());
                Thread.ofVirtual().name("broken-client").start(() -> serve(client, chance));
            } catch (IOException e) {
                if (server.isClosed()) {
                    return;
                }
            }
        }
    }

    private void serve(Socket plain, Random chance) {
        int left = chance.nextInt(good + 1);
        Socket client = plain;
        try (plain) {
            plain.setSoTimeout(5_000);
            ASN1StreamReader in = new ASN1StreamReader(client.getInputStream(), 1 << 20);
            while (true) {
                LDAPMessage asked = LDAPMessage.readFrom(in, false);
                if (asked == null || asked.getProtocolOpType() == UNBIND) {
                    return;
                }
                byte[] answer = answer(asked);
                if (left-- > 0) {
                    client.getOutputStream().write(answer);
                    client.getOutputStream().flush();
                    if (asked.getProtocolOpType() == EXTENDED && !(client instanceof SSLSocket)) {
                        client = secured(client);
                        in = new ASN1StreamReader(client.getInputStream(), 1 << 20);
                    }
                } else {
                    broken.incrementAndGet();
                    if (!disturb(client, asked, answer, chance)) {
                        return;
                    }
                }
            }
        } catch (IOException | LDAPException e) {
            // The client has had enough, or began with a handshake nobody expects here.
            return;
        }
    }

    private Socket secured(Socket client) throws IOException {
        if (tls == null) {
            throw new IOException("no TLS here");
        }
        SSLSocket secured = (SSLSocket) tls.createSocket(client, null, client.getPort(), true);
        secured.setUseClientMode(false);
        secured.startHandshake();
        return secured;
    }

    /** Sends something else instead of a good answer; whether the conversation goes on. */
    private static boolean disturb(Socket client, LDAPMessage asked, byte[] answer, Random chance)
            throws IOException {
        OutputStream out = client.getOutputStream();
        int id = asked.getMessageID();
        switch (chance.nextInt(24)) {
            case 0 -> out.write(answer, 0, chance.nextInt(answer.length));
            case 1 -> {
                out.write(answer, 0, chance.nextInt(answer.length));
                return wait(client);
            }
            case 2, 3, 4, 5 -> out.write(flipped(answer, chance));
            case 6 -> {
                out.write(answer(asked, id + 1 + chance.nextInt(100)));
                return wait(client);
            }
            case 7 -> {
                byte[] long_ = {0x30, (byte) 0x84, 0x7F, (byte) 0xFF, (byte) 0xFF, (byte) 0xF0};
                out.write(long_);
                out.write(answer);
                return wait(client);
            }
            case 8, 9 -> out.write(lyingLength(answer, chance));
            case 10 -> {
                byte[] noise = new byte[1 + chance.nextInt(2_000)];
                chance.nextBytes(noise);
                out.write(noise);
            }
            case 11 ->
                    out.write(message(id, new BindResponseProtocolOp(0, null, null, null, null)));
            case 12 -> {
                return chance.nextInt(3) != 0 || wait(client);
            }
            case 13 -> client.setSoLinger(true, 0);
            case 14 -> {
                if (chance.nextInt(4) == 0) {
                    drip(out, answer);
                }
            }
            case 15 -> {
                if (chance.nextInt(40) == 0) {
                    endless(out, message(id, root()));
                }
            }
            case 16 -> {
                if (chance.nextInt(40) == 0) {
                    endless(out, message(id, reference()));
                }
            }
            case 17 -> {
                if (chance.nextInt(40) == 0) {
                    endless(
                            out,
                            message(
                                    id,
                                    new IntermediateResponseProtocolOp(
                                            "1.2.3.4", new ASN1OctetString("x"))));
                }
            }
            case 18 -> out.write(nested(2_000 + chance.nextInt(20_000)));
            case 19 -> out.write(referral(asked, id));
            case 20 ->
                    out.write(
                            message(
                                    0,
                                    new ExtendedResponseProtocolOp(
                                            52,
                                            null,
                                            "going down",
                                            null,
                                            "1.3.6.1.4.1.1466.20036",
                                            null)));
            case 21 -> out.write(strange(asked, id, chance));
            case 22 -> {
                out.write(answer);
                out.write(answer);
            }
            default -> {
                byte[] indefinite = answer.clone();
                indefinite[1] = (byte) 0x80;
                out.write(indefinite);
            }
        }
        out.flush();
        return chance.nextInt(3) == 0;
    }

    private static boolean wait(Socket client) throws IOException {
        client.getOutputStream().flush();
        return client.getInputStream().read() >= 0;
    }

    private static void drip(OutputStream out, byte[] answer) throws IOException {
        for (int i = 0; i < 4_000; i++) {
            // One long answer that never comes to its end.
            out.write(i < 6 ? new byte[] {0x30, (byte) 0x84, 0, 1, 0, 0}[i] : answer[i % 9 + 2]);
            out.flush();
            LockSupport.parkNanos(DRIP);
        }
    }

    private static void endless(OutputStream out, byte[] message) throws IOException {
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        for (int i = 0; i < 50; i++) {
            many.writeBytes(message);
        }
        for (int i = 0; i < ENDLESS; i++) {
            out.write(many.toByteArray());
        }
    }

    private static byte[] nested(int depth) {
        // Each level says that it holds the rest.
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int left = depth; left > 0; left--) {
            int rest = (left - 1) * 5;
            out.write(0x30);
            out.write(0x83);
            out.write(rest >> 16);
            out.write(rest >> 8);
            out.write(rest);
        }
        return out.toByteArray();
    }

    private static byte[] flipped(byte[] good, Random chance) {
        byte[] bad = good.clone();
        for (int i = 1 + chance.nextInt(6); i > 0; i--) {
            bad[chance.nextInt(bad.length)] ^= (byte) (1 << chance.nextInt(8));
        }
        return bad;
    }

    private static byte[] lyingLength(byte[] good, Random chance) {
        byte[] bad = good.clone();
        for (int tries = 0; tries < 200; tries++) {
            int at = chance.nextInt(bad.length - 1);
            boolean tag = bad[at] == 4 || bad[at] == 0x30 || bad[at] == 0x31 || bad[at] == 0x0A;
            if (tag) {
                bad[at + 1] = (byte) chance.nextInt(256);
                return bad;
            }
        }
        return bad;
    }

    private static byte[] referral(LDAPMessage asked, int id) {
        List<String> itself = List.of("ldap://127.0.0.1:1/" + BASE, "ldap:///", "not a URL");
        return asked.getProtocolOpType() == SEARCH
                ? message(id, new SearchResultDoneProtocolOp(10, BASE, "loop", itself))
                : message(id, new BindResponseProtocolOp(10, BASE, "loop", itself, null));
    }

    /** Attributes of the right names and the wrong contents. */
    private static byte[] strange(LDAPMessage asked, int id, Random chance) {
        byte[] noise = new byte[chance.nextInt(40)];
        chance.nextBytes(noise);
        byte[] long_ = new byte[chance.nextInt(200_000)];
        Arrays.fill(long_, (byte) 'x');
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(
                message(
                        id,
                        new SearchResultEntryProtocolOp(
                                chance.nextBoolean() ? "" : "no,dn,at=all,=,,",
                                List.of(
                                        new Attribute("defaultNamingContext", noise),
                                        new Attribute("currentTime", noise, long_),
                                        new Attribute("domainFunctionality", "seven", "8"),
                                        new Attribute("forestFunctionality", "99999999999999"),
                                        new Attribute("dnsHostName", long_),
                                        new Attribute("objectSid", noise),
                                        new Attribute("tokenGroups", noise, new byte[0], long_),
                                        new Attribute("nTSecurityDescriptor", noise),
                                        new Attribute("userAccountControl", "-1", "x"),
                                        new Attribute("pwdLastSet", "9223372036854775807"),
                                        new Attribute("lastLogonTimestamp", "-5"),
                                        new Attribute("accountExpires", noise),
                                        new Attribute("sAMAccountName", long_),
                                        new Attribute("cn"),
                                        new Attribute("whenCreated", "20261340256161.0Z"),
                                        new Attribute("supportedSASLMechanisms", noise, noise)))));
        out.writeBytes(asked.getProtocolOpType() == SEARCH ? done(asked, id) : new byte[0]);
        return out.toByteArray();
    }

    private static byte[] answer(LDAPMessage asked) {
        return answer(asked, asked.getMessageID());
    }

    private static byte[] answer(LDAPMessage asked, int id) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        switch (asked.getProtocolOp()) {
            case SearchRequestProtocolOp search -> {
                if (search.getBaseDN().isEmpty()) {
                    out.writeBytes(message(id, root()));
                } else {
                    out.writeBytes(message(id, user()));
                    if (asked.getControls().stream().anyMatch(c -> c.getOID().equals(PAGED))) {
                        out.writeBytes(message(id, user()));
                        out.writeBytes(message(id, reference()));
                    }
                }
                out.writeBytes(done(asked, id));
            }
            case com.unboundid.ldap.protocol.ExtendedRequestProtocolOp extended ->
                    out.writeBytes(
                            message(
                                    id,
                                    new ExtendedResponseProtocolOp(
                                            0,
                                            null,
                                            null,
                                            null,
                                            extended.getOID(),
                                            new ASN1OctetString("u:CORP\\svc"))));
            default ->
                    out.writeBytes(
                            message(id, new BindResponseProtocolOp(0, null, null, null, null)));
        }
        return out.toByteArray();
    }

    private static byte[] done(LDAPMessage asked, int id) {
        boolean paged = asked.getControls().stream().anyMatch(c -> c.getOID().equals(PAGED));
        return paged
                ? message(
                        id,
                        new SearchResultDoneProtocolOp(0, null, null, null),
                        new SimplePagedResultsControl(
                                0, id < 3 ? new ASN1OctetString("more") : null, false))
                : message(id, new SearchResultDoneProtocolOp(0, null, null, null));
    }

    private static ProtocolOp root() {
        return new SearchResultEntryProtocolOp(
                "",
                List.of(
                        new Attribute("defaultNamingContext", BASE),
                        new Attribute("dnsHostName", "dc1.corp.example.com"),
                        new Attribute("domainFunctionality", "7"),
                        new Attribute("forestFunctionality", "7"),
                        new Attribute("domainControllerFunctionality", "7"),
                        new Attribute("currentTime", "20261122060000.0Z"),
                        new Attribute("supportedSASLMechanisms", "GSSAPI", "GSS-SPNEGO")));
    }

    private static ProtocolOp user() {
        byte[] sid = {
            1, 5, 0, 0, 0, 0, 0, 5, 21, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 0, 2, 0, 0
        };
        return new SearchResultEntryProtocolOp(
                "CN=svc,CN=Users," + BASE,
                List.of(
                        new Attribute("distinguishedName", "CN=svc,CN=Users," + BASE),
                        new Attribute("sAMAccountName", "svc$"),
                        new Attribute("cn", "svc"),
                        new Attribute("userAccountControl", "4096"),
                        new Attribute("pwdLastSet", "134000000000000000"),
                        new Attribute("objectSid", sid),
                        new Attribute("tokenGroups", sid),
                        new Attribute("allowedChildClassesEffective", "computer")));
    }

    private static ProtocolOp reference() {
        return new SearchResultReferenceProtocolOp(
                List.of("ldap://DomainDnsZones.corp.example.com/DC=DomainDnsZones," + BASE));
    }

    private static byte[] message(int id, ProtocolOp answer, Control... controls) {
        return new LDAPMessage(id, answer, controls).encode().encode();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
