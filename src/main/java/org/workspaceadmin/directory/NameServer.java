package org.workspaceadmin.directory;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.ReverseMap;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * Asks one DNS server, not the workstation's: what counts is what the service will be told by it.
 * Blocks; one question ends after its patience at the latest.
 */
final class NameServer {
    /** No domain has more controllers; more records than this are not looked at. */
    private static final int MOST = 1_000;

    private final InetSocketAddress server;
    private final Duration patience;
    private final LongSupplier nanos;

    /**
     * A server.
     *
     * @param server where it listens
     * @param patience how long one question may take
     */
    NameServer(InetSocketAddress server, Duration patience) {
        this.server = server;
        this.patience = patience;
        nanos = System::nanoTime;
    }

    /**
     * Service records.
     *
     * @param name such as {@code _kerberos._tcp.corp.example.com}
     */
    DnsAnswer services(String name) throws InterruptedException {
        return ask(name, Type.SRV);
    }

    /** IPv4 addresses of a name. */
    DnsAnswer addresses(String name) throws InterruptedException {
        return ask(name, Type.A);
    }

    /** IPv6 addresses of a name. */
    DnsAnswer addresses6(String name) throws InterruptedException {
        return ask(name, Type.AAAA);
    }

    /**
     * Names of an address.
     *
     * @param address dotted IPv4
     */
    DnsAnswer names(String address) throws InterruptedException {
        try {
            return ask(ReverseMap.fromAddress(address), Type.PTR);
        } catch (UnknownHostException e) {
            return broken(address, Duration.ZERO);
        }
    }

    private DnsAnswer ask(String name, int type) throws InterruptedException {
        try {
            return ask(Name.fromString(name, Name.root), type);
        } catch (TextParseException e) {
            return broken(name, Duration.ZERO);
        }
    }

    private DnsAnswer ask(Name name, int type) throws InterruptedException {
        long begin = nanos.getAsLong();
        if (server.isUnresolved()) {
            return new DnsAnswer(
                    DnsAnswer.State.UNREACHABLE, List.of(), server.getHostString(), took(begin));
        }
        try {
            Message answer =
                    DnsExchange.ask(
                            server,
                            Message.newQuery(Record.newRecord(name, type, DClass.IN)),
                            patience);
            return read(answer, name, type, took(begin));
        } catch (SocketTimeoutException e) {
            return new DnsAnswer(DnsAnswer.State.SILENT, List.of(), "", took(begin));
        } catch (PortUnreachableException | ConnectException | NoRouteToHostException e) {
            return new DnsAnswer(DnsAnswer.State.UNREACHABLE, List.of(), text(e), took(begin));
        } catch (IOException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return broken(text(e), took(begin));
        } catch (RuntimeException e) {
            // The library throws what it likes at bytes that are no message.
            return broken(text(e), took(begin));
        }
    }

    private static DnsAnswer read(Message answer, Name name, int type, Duration took) {
        int code = answer.getRcode();
        if (code != Rcode.NOERROR) {
            DnsAnswer.State state =
                    switch (code) {
                        case Rcode.NXDOMAIN -> DnsAnswer.State.NO_NAME;
                        case Rcode.REFUSED, Rcode.NOTAUTH -> DnsAnswer.State.REFUSED;
                        default -> DnsAnswer.State.FAILED;
                    };
            return new DnsAnswer(state, List.of(), Rcode.string(code), took);
        }
        List<DnsRecord> records = new ArrayList<>();
        for (Record record : answer.getSection(Section.ANSWER)) {
            if (record.getType() == type && records.size() < MOST) {
                records.add(read(record));
            }
        }
        return new DnsAnswer(
                records.isEmpty() ? DnsAnswer.State.NO_RECORD : DnsAnswer.State.FOUND,
                records,
                "",
                took);
    }

    private static DnsRecord read(Record record) {
        return switch (record) {
            case SRVRecord srv ->
                    new DnsRecord(
                            plain(srv.getTarget()),
                            srv.getPort(),
                            srv.getPriority(),
                            srv.getWeight());
            case ARecord a -> DnsRecord.of(text(a.getAddress()));
            case AAAARecord a -> DnsRecord.of(text(a.getAddress()));
            case PTRRecord ptr -> DnsRecord.of(plain(ptr.getTarget()));
            default -> DnsRecord.of(record.rdataToString());
        };
    }

    private static String plain(Name name) {
        return name.toString(true).toLowerCase(Locale.ROOT);
    }

    private static String text(InetAddress address) {
        return address.getHostAddress();
    }

    private static String text(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static DnsAnswer broken(String detail, Duration took) {
        return new DnsAnswer(DnsAnswer.State.BROKEN, List.of(), detail, took);
    }

    private Duration took(long begin) {
        return Duration.ofNanos(nanos.getAsLong() - begin);
    }
}
