package org.workspaceadmin.simulator.directory;

import java.io.IOException;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** The domain's DNS: service records, addresses and names of controllers and computers. */
final class NameService {
    private static final int TTL = 600;

    /** What fits into a datagram where nothing else was agreed (RFC 1035 section 4.2.1). */
    private static final int USUAL_DATAGRAM = 512;

    private final Domain domain;
    private final Computers computers;
    private final Name zone;
    private final Name reverse;
    private final Map<Name, List<Record>> services = new HashMap<>();
    private @Nullable List<Computers.Known> seen;
    private Map<Name, List<Record>> hosts = Map.of();

    /**
     * A zone.
     *
     * @param domain its name
     * @param computers whose addresses it knows
     */
    NameService(Domain domain, Computers computers) throws IOException {
        this.domain = domain;
        this.computers = computers;
        zone = name(domain.name());
        reverse = Name.fromConstantString("16.10.in-addr.arpa.");
        for (String service :
                List.of(
                        "_ldap._tcp.dc._msdcs",
                        "_ldap._tcp",
                        "_ldap._tcp.gc._msdcs",
                        "_kerberos._tcp.dc._msdcs",
                        "_kerberos._tcp",
                        "_kerberos._udp",
                        "_kpasswd._tcp",
                        "_kpasswd._udp",
                        "_gc._tcp")) {
            int port =
                    service.startsWith("_kerberos")
                            ? 88
                            : service.startsWith("_kpasswd")
                                    ? 464
                                    : service.contains("gc") ? 3268 : 389;
            Name name = name(service + "." + domain.name());
            for (int i = 1; i <= Domain.ADDRESSES.size(); i++) {
                Name target = name(domain.controller(i));
                add(services, new SRVRecord(name, DClass.IN, TTL, 0, 100, port, target));
            }
        }
        add(
                services,
                new SRVRecord(
                        name("_ldap._tcp.pdc._msdcs." + domain.name()),
                        DClass.IN,
                        TTL,
                        0,
                        100,
                        389,
                        name(domain.controller(1))));
        for (int i = 1; i <= Domain.ADDRESSES.size(); i++) {
            Name controller = name(domain.controller(i));
            String address = Domain.ADDRESSES.get(i - 1);
            host(services, controller, address);
            add(services, new ARecord(zone, DClass.IN, TTL, InetAddress.getByName(address)));
            add(services, new NSRecord(zone, DClass.IN, TTL, controller));
        }
        add(services, authority());
    }

    /**
     * Answers a message.
     *
     * @param question as it came
     * @param datagram whether the answer has to fit into one
     * @return null when there is nothing to answer to
     */
    byte @Nullable [] answer(byte[] question, boolean datagram) {
        try {
            Message asked = new Message(question);
            if (asked.getHeader().getFlag(Flags.QR)) {
                return null;
            }
            int room =
                    !datagram
                            ? 65_535
                            : asked.getOPT() == null
                                    ? USUAL_DATAGRAM
                                    : Math.max(USUAL_DATAGRAM, asked.getOPT().getPayloadSize());
            return answer(asked).toWire(room);
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    private Message answer(Message asked) {
        Message answer = new Message(asked.getHeader().getID());
        Header header = answer.getHeader();
        header.setFlag(Flags.QR);
        header.setOpcode(asked.getHeader().getOpcode());
        if (asked.getHeader().getFlag(Flags.RD)) {
            header.setFlag(Flags.RD);
        }
        Record question = asked.getQuestion();
        if (question == null || asked.getHeader().getOpcode() != Opcode.QUERY) {
            header.setRcode(Rcode.NOTIMP);
            return answer;
        }
        answer.addRecord(question, Section.QUESTION);
        Name name = question.getName();
        if (!name.subdomain(zone) && !name.subdomain(reverse)) {
            header.setRcode(Rcode.REFUSED);
            return answer;
        }
        header.setFlag(Flags.AA);
        List<Record> records = services.get(name);
        if (records == null) {
            records = hosts().get(name);
        }
        if (records == null) {
            header.setRcode(Rcode.NXDOMAIN);
        } else {
            for (Record record : records) {
                if (record.getType() == question.getType() || question.getType() == Type.ANY) {
                    answer.addRecord(record, Section.ANSWER);
                }
            }
        }
        if (answer.getSection(Section.ANSWER).isEmpty()) {
            answer.addRecord(authority(), Section.AUTHORITY);
        }
        return answer;
    }

    private synchronized Map<Name, List<Record>> hosts() {
        List<Computers.Known> now = computers.all();
        if (!now.equals(seen)) {
            Map<Name, List<Record>> all = HashMap.newHashMap(now.size() * 2);
            for (Computers.Known computer : now) {
                String host = computer.name().toLowerCase(Locale.ROOT) + "." + domain.name();
                unlessOdd(all, host, computer.address());
            }
            hosts = all;
            seen = now;
        }
        return hosts;
    }

    private SOARecord authority() {
        return new SOARecord(
                zone,
                DClass.IN,
                3_600,
                Name.fromConstantString(domain.controller(1) + "."),
                Name.fromConstantString("hostmaster." + domain.name() + "."),
                domain.began().getEpochSecond() / 60,
                900,
                600,
                86_400,
                3_600);
    }

    /** A name with letters that DNS does not have is in no DNS. */
    private static boolean unlessOdd(Map<Name, List<Record>> into, String host, String address) {
        try {
            host(into, name(host), address);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void host(Map<Name, List<Record>> into, Name name, String address)
            throws IOException {
        InetAddress parsed = InetAddress.getByName(address);
        add(into, new ARecord(name, DClass.IN, TTL, parsed));
        add(
                into,
                new PTRRecord(org.xbill.DNS.ReverseMap.fromAddress(parsed), DClass.IN, TTL, name));
    }

    private static void add(Map<Name, List<Record>> into, Record record) {
        into.merge(
                record.getName(),
                List.of(record),
                (before, more) -> {
                    List<Record> both = new java.util.ArrayList<>(before);
                    both.addAll(more);
                    return List.copyOf(both);
                });
    }

    private static Name name(String text) throws TextParseException {
        return Name.fromString(text.endsWith(".") ? text : text + ".");
    }
}
