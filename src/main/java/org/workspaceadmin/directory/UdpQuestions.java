package org.workspaceadmin.directory;

import com.unboundid.asn1.ASN1BitString;
import com.unboundid.asn1.ASN1Element;
import com.unboundid.asn1.ASN1Integer;
import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.asn1.ASN1Sequence;
import com.unboundid.ldap.protocol.LDAPMessage;
import com.unboundid.ldap.protocol.SearchRequestProtocolOp;
import com.unboundid.ldap.sdk.DereferencePolicy;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.SearchScope;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** A question for each service that listens on UDP which it answers without knowing who asks. */
final class UdpQuestions {
    /** Leap indicator unknown, version 4, client. */
    private static final byte NTP_HEAD = (byte) 0b11_100_011;

    private static final int NTP_LENGTH = 48;

    /** aes256-cts-hmac-sha1-96 (RFC 3962). */
    private static final int AES = 18;

    private UdpQuestions() {}

    static byte[] of(AdService service, String domain) {
        return switch (service) {
            case DNS -> dns(domain);
            case KERBEROS -> kerberos(domain);
            case KPASSWD -> passwordChange(domain);
            case NTP -> ntp();
            case LDAP -> locator(domain);
            default -> throw new IllegalArgumentException(service + " does not listen on UDP");
        };
    }

    private static byte[] dns(String domain) {
        Name name = Name.fromConstantString(domain.endsWith(".") ? domain : domain + '.');
        return Message.newQuery(Record.newRecord(name, Type.SOA, DClass.IN)).toWire();
    }

    private static byte[] ntp() {
        byte[] question = new byte[NTP_LENGTH];
        question[0] = NTP_HEAD;
        return question;
    }

    /** The question by which Windows finds its controllers: the root entry's Netlogon. */
    private static byte[] locator(String domain) {
        SearchRequestProtocolOp search =
                new SearchRequestProtocolOp(
                        "",
                        SearchScope.BASE,
                        DereferencePolicy.NEVER,
                        0,
                        0,
                        false,
                        Filter.createANDFilter(
                                Filter.createEqualityFilter("DnsDomain", domain),
                                Filter.createEqualityFilter(
                                        "NtVer", new byte[] {0x06, 0x00, 0x00, 0x00})),
                        List.of("Netlogon"));
        return new LDAPMessage(1, search).encode().encode();
    }

    /**
     * A request for a ticket of a user that does not exist (RFC 4120 section 5.4.1), which every
     * key distribution centre answers with an error. It counts against nobody's lock-out.
     */
    private static byte[] kerberos(String domain) {
        String realm = domain.toUpperCase(Locale.ROOT);
        ASN1Element body =
                context(
                        4,
                        new ASN1Sequence(
                                context(0, new ASN1BitString(new boolean[32])),
                                context(1, principal(1, "workspace-admin-probe")),
                                context(2, general(realm)),
                                context(3, principal(2, "krbtgt", realm)),
                                context(5, generalizedTime()),
                                context(7, new ASN1Integer(1)),
                                context(8, new ASN1Sequence(new ASN1Integer(AES)))));
        ASN1Sequence request =
                new ASN1Sequence(
                        context(1, new ASN1Integer(5)), context(2, new ASN1Integer(10)), body);
        return application(10, request);
    }

    /**
     * A change of nobody's password (RFC 3244 section 2) with a ticket that nobody issued, which is
     * answered with an error before anybody's password is looked at.
     */
    private static byte[] passwordChange(String domain) {
        ASN1Sequence sealed =
                new ASN1Sequence(
                        context(0, new ASN1Integer(AES)),
                        context(2, new ASN1OctetString(new byte[48])));
        ASN1Sequence ticket =
                new ASN1Sequence(
                        context(0, new ASN1Integer(5)),
                        context(1, general(domain.toUpperCase(Locale.ROOT))),
                        context(2, principal(2, "kadmin", "changepw")),
                        context(3, sealed));
        byte[] application =
                application(
                        14,
                        new ASN1Sequence(
                                context(0, new ASN1Integer(5)),
                                context(1, new ASN1Integer(14)),
                                context(2, new ASN1BitString(new boolean[32])),
                                context(3, new ASN1Element((byte) 0x61, ticket.encode())),
                                context(4, sealed)));
        byte[] secret =
                application(
                        21,
                        new ASN1Sequence(
                                context(0, new ASN1Integer(5)),
                                context(1, new ASN1Integer(21)),
                                context(3, sealed)));
        int length = 6 + application.length + secret.length;
        return ByteBuffer.allocate(length)
                .putShort((short) length)
                .putShort((short) 0xFF80)
                .putShort((short) application.length)
                .put(application)
                .put(secret)
                .array();
    }

    private static byte[] application(int number, ASN1Sequence inner) {
        return new ASN1Element((byte) (0x60 | number), inner.encode()).encode();
    }

    private static ASN1Sequence principal(int type, String... parts) {
        ASN1Element[] names = new ASN1Element[parts.length];
        for (int i = 0; i < parts.length; i++) {
            names[i] = general(parts[i]);
        }
        return new ASN1Sequence(
                context(0, new ASN1Integer(type)), context(1, new ASN1Sequence(names)));
    }

    private static ASN1Element general(String text) {
        return new ASN1OctetString((byte) 0x1B, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static ASN1Element generalizedTime() {
        return new ASN1OctetString(
                (byte) 0x18, "20370913024805Z".getBytes(StandardCharsets.US_ASCII));
    }

    private static ASN1Element context(int number, ASN1Element inner) {
        return new ASN1Element((byte) (0xA0 | number), inner.encode());
    }
}
