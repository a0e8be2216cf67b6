package org.workspaceadmin.simulator.directory;

import com.unboundid.asn1.ASN1Element;
import com.unboundid.asn1.ASN1Exception;
import com.unboundid.asn1.ASN1Integer;
import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.asn1.ASN1Sequence;
import com.unboundid.ldap.protocol.LDAPMessage;
import com.unboundid.ldap.protocol.SearchRequestProtocolOp;
import com.unboundid.ldap.protocol.SearchResultDoneProtocolOp;
import com.unboundid.ldap.protocol.SearchResultEntryProtocolOp;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The short questions that a controller answers over UDP. */
final class Datagrams {
    private static final DateTimeFormatter KERBEROS_TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    /** Seconds from 1900, NTP's beginning, to 1970. */
    private static final long YEAR_1900 = 2_208_988_800L;

    /** "A service is not available" (RFC 4120 section 7.5.9). */
    private static final int SERVICE_UNAVAILABLE = 29;

    private static final int TIME_LENGTH = 48;
    private static final int LOGON_RESPONSE = 23;

    /** Writable, has DNS, time, LDAP, catalogue, tickets: what a full controller says. */
    private static final int ABILITIES = 0x0000_F3FD;

    private Datagrams() {}

    /**
     * The locator's ping: a search of the root entry's Netlogon (MS-ADTS section 6.3.3).
     *
     * @return null where the question is about another domain, which AD does not answer
     */
    static byte @Nullable [] locator(byte[] question, Domain domain, String controller) {
        try {
            LDAPMessage message = LDAPMessage.decode(ASN1Element.decode(question));
            if (!(message.getProtocolOp() instanceof SearchRequestProtocolOp search)
                    || !names(search.getFilter(), domain.name())) {
                return null;
            }
            byte[] entry =
                    new LDAPMessage(
                                    message.getMessageID(),
                                    new SearchResultEntryProtocolOp(
                                            "",
                                            List.of(
                                                    new Attribute(
                                                            "Netlogon",
                                                            netlogon(domain, controller)))))
                            .encode()
                            .encode();
            byte[] done =
                    new LDAPMessage(
                                    message.getMessageID(),
                                    new SearchResultDoneProtocolOp(0, null, null, null))
                            .encode()
                            .encode();
            return ByteBuffer.allocate(entry.length + done.length).put(entry).put(done).array();
        } catch (ASN1Exception | LDAPException e) {
            return null;
        }
    }

    private static boolean names(Filter filter, String domain) {
        if (filter.getFilterType() == Filter.FILTER_TYPE_AND) {
            boolean asked = false;
            for (Filter part : filter.getComponents()) {
                if (!names(part, domain)) {
                    return false;
                }
                asked = true;
            }
            return asked;
        }
        String name = filter.getAttributeName();
        String value = filter.getAssertionValue();
        return !"DnsDomain".equalsIgnoreCase(name)
                || (value != null && value.replaceAll("\\.$", "").equalsIgnoreCase(domain));
    }

    private static byte[] netlogon(Domain domain, String controller) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(
                ByteBuffer.allocate(8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putShort((short) LOGON_RESPONSE)
                        .putShort((short) 0)
                        .putInt(ABILITIES)
                        .array());
        out.writeBytes(domain.guid("domain", 0));
        for (String name :
                List.of(
                        domain.name(),
                        domain.name(),
                        controller,
                        domain.netBios(),
                        controller.substring(0, controller.indexOf('.')).toUpperCase(Locale.ROOT),
                        "",
                        "Singapore",
                        "Singapore")) {
            labels(out, name);
        }
        out.writeBytes(
                ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putInt(5).putInt(-1).array());
        return out.toByteArray();
    }

    private static void labels(ByteArrayOutputStream out, String name) {
        for (String label : name.isEmpty() ? new String[0] : name.split("\\.")) {
            out.write(label.length());
            out.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
        }
        out.write(0);
    }

    /** The time (RFC 5905 section 7.3). */
    static byte @Nullable [] time(byte[] question, Instant now) {
        if (question.length < TIME_LENGTH) {
            return null;
        }
        long stamp =
                (now.getEpochSecond() + YEAR_1900) << 32
                        | ((long) now.getNano() << 32) / 1_000_000_000L;
        return ByteBuffer.allocate(TIME_LENGTH)
                // Version 4, server; second stratum; polled every 64 seconds; to a microsecond.
                .put((byte) 0b00_100_100)
                .put((byte) 2)
                .put((byte) 6)
                .put((byte) -20)
                .putInt(0)
                .putInt(0)
                .putInt(0x7F7F0101)
                .putLong(stamp)
                // The client's own time goes back to it.
                .put(question, 40, 8)
                .putLong(stamp)
                .putLong(stamp)
                .array();
    }

    /** That there are no tickets here (RFC 4120 section 5.9.1). */
    static byte[] noTickets(Domain domain, Instant now) {
        ASN1Sequence body =
                new ASN1Sequence(
                        tagged(0, new ASN1Integer(5)),
                        tagged(1, new ASN1Integer(30)),
                        tagged(4, text((byte) 0x18, KERBEROS_TIME.format(now))),
                        tagged(5, new ASN1Integer(now.get(ChronoField.MICRO_OF_SECOND))),
                        tagged(6, new ASN1Integer(SERVICE_UNAVAILABLE)),
                        tagged(9, text((byte) 0x1B, domain.realm())),
                        tagged(
                                10,
                                new ASN1Sequence(
                                        tagged(0, new ASN1Integer(2)),
                                        tagged(
                                                1,
                                                new ASN1Sequence(
                                                        text((byte) 0x1B, "krbtgt"),
                                                        text((byte) 0x1B, domain.realm()))))));
        return new ASN1Element((byte) 0x7E, body.encode()).encode();
    }

    private static ASN1Element text(byte type, String text) {
        return new ASN1OctetString(type, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static ASN1Element tagged(int number, ASN1Element inner) {
        return new ASN1Element((byte) (0xA0 | number), inner.encode());
    }
}
