package org.workspaceadmin.peer;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.ReverseMap;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Update;

/**
 * A real Samba domain controller with the usual ports on a loopback address of its own, so that
 * several can run on a machine side by side. Needs root. It ends with this JVM, however that ends,
 * and takes its files and packet filters with it.
 */
public final class SambaDc implements AutoCloseable {
    /** Its domain. */
    public static final String DOMAIN = "corp.example.test";

    /** The domain as a distinguished name. */
    public static final String BASE = "DC=corp,DC=example,DC=test";

    /** Its full name. */
    public static final String NAME = "dc1." + DOMAIN;

    /** The domain administrator's account. */
    public static final String ADMIN = "administrator";

    /** The domain administrator's password. */
    public static final String PASSWORD = "Passw0rd!x";

    /** Where the names of its addresses are. */
    static final String REVERSE_ZONE = "77.127.in-addr.arpa";

    private static final String PACKAGES =
            "samba samba-ad-dc samba-ad-provision winbind krb5-user faketime nftables";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final TestAuthority AUTHORITY = new TestAuthority("Corp authority");
    private static final List<Integer> PORTS = List.of(53, 88, 135, 139, 389, 445, 464, 636, 3268);
    private static final List<Integer> WITHOUT_TLS = List.of(53, 88, 135, 139, 389, 445, 464, 3268);

    /**
     * Runs the controller and clears up behind it. The controller ends with its input, which this
     * JVM holds, so that neither survives it.
     */
    private static final String HELD =
            """
            trap : INT TERM HUP
            folder=$1; table=$2; shift 2
            exec 3<&0
            setsid "$@" <&3 3<&- >"$folder/output.txt" 2>&1 &
            samba=$!
            exec 3<&-
            while kill -0 $samba 2>/dev/null; do wait $samba; done
            for group in $samba $(cat "$folder"/run/*.pid 2>/dev/null); do
              kill -s KILL -- -$group 2>/dev/null
            done
            tail -c 3000 "$folder/output.txt"
            nft delete table inet "$table" 2>/dev/null
            for try in 1 2 3 4 5 6 7 8 9 10; do
              rm -rf "$folder" 2>/dev/null && break
              sleep 0.1
            done
            """;

    private final LoopbackAddress address;
    private final Path folder;
    private final Path config;
    private final Process process;

    private SambaDc(LoopbackAddress address, Path folder, Path config, Process process) {
        this.address = address;
        this.folder = folder;
        this.config = config;
        this.process = process;
    }

    /**
     * How a controller is to be.
     *
     * @param options further lines of its configuration
     * @param ahead how far its clock is ahead
     * @param certificate what it shows, or null for a good one for its name and address
     */
    public record Setup(
            List<String> options,
            Duration ahead,
            TestAuthority.@org.jspecify.annotations.Nullable Issued certificate) {
        /** Healthy. */
        public static final Setup HEALTHY = new Setup(List.of(), Duration.ZERO, null);

        /** With further lines of configuration, such as {@code tls enabled = no}. */
        public Setup options(String... lines) {
            return new Setup(List.of(lines), ahead, certificate);
        }

        /** With a clock that goes ahead. */
        public Setup ahead(Duration most) {
            return new Setup(options, most, certificate);
        }

        /** With this certificate. */
        public Setup certificate(TestAuthority.Issued shown) {
            return new Setup(options, ahead, shown);
        }
    }

    /**
     * Starts a controller of a new domain.
     *
     * @param options further lines of its configuration, such as {@code ldap server require strong
     *     auth = no}
     */
    public static SambaDc start(String... options) throws IOException {
        return start(Setup.HEALTHY.options(options));
    }

    /** Starts a controller of a new domain. */
    public static SambaDc start(Setup setup) throws IOException {
        Peer.requireRoot(PACKAGES, "samba", "samba-tool", "faketime", "nft");
        LoopbackAddress address = LoopbackAddress.take();
        Path folder = SambaDomain.folder();
        List<String> command =
                new ArrayList<>(
                        List.of("sh", "-c", HELD, "sh", folder.toString(), address.label()));
        if (!setup.ahead().isZero()) {
            command.addAll(List.of("faketime", "-f", "+" + setup.ahead().toSeconds() + "s"));
        }
        Path config = folder.resolve("etc").resolve("smb.conf");
        command.addAll(
                List.of(
                        Peer.find("samba").orElseThrow().toString(),
                        "--interactive",
                        "--debuglevel=1",
                        "--configfile=" + config));
        SambaDomain.copyInto(folder);
        SambaDomain.configure(folder, address.text(), setup.options());
        SambaDomain.certify(
                folder,
                AUTHORITY,
                setup.certificate() == null
                        ? AUTHORITY.issue(NAME, address.text())
                        : setup.certificate());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // Its database's modules would see the right time past a clock that is made wrong.
        builder.environment().put("LDB_MODULES_DISABLE_DEEPBIND", "1");
        Process process = builder.start();
        SambaDc controller = new SambaDc(address, folder, config, process);
        try {
            controller.awaitPorts(
                    setup.options().contains("tls enabled = no") ? WITHOUT_TLS : PORTS);
            controller.awaitDirectory();
            controller.name(NAME, address.text());
            controller.pointer(address.text(), NAME);
            return controller;
        } catch (IOException e) {
            controller.close();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            throw new IOException("samba does not listen: " + said, e);
        }
    }

    /** Its address. */
    public String address() {
        return address.text();
    }

    /** Filters packets to its address, until its end. */
    public PortFilter filter() {
        return new PortFilter(folder, address);
    }

    /** The authority that signed its certificate, PEM. */
    public Path authority() {
        return folder.resolve("private").resolve("tls").resolve("ca.pem");
    }

    /** The authority that signs its certificates. */
    public static TestAuthority itsAuthority() {
        return AUTHORITY;
    }

    /** Trusts the authority that signs its certificates, and no other. */
    public static X509TrustManager trust() {
        return trusting(AUTHORITY);
    }

    /** Trusts this authority and no other. */
    public static X509TrustManager trusting(TestAuthority authority) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("authority", authority.certificate());
            TrustManagerFactory factory =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return (X509TrustManager) factory.getTrustManagers()[0];
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Signed in as the domain's administrator over LDAPS, for preparing a test: an LDAP change
     * takes milliseconds where {@link #tool} takes more than a second.
     */
    public LDAPConnection admin() throws LDAPException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new javax.net.ssl.TrustManager[] {trust()}, null);
            LDAPConnectionOptions options = new LDAPConnectionOptions();
            options.setUseSynchronousMode(true);
            LDAPConnection connection =
                    new LDAPConnection(context.getSocketFactory(), options, address(), 636);
            connection.bind(new SimpleBindRequest(ADMIN + '@' + DOMAIN, PASSWORD));
            return connection;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Adds an account.
     *
     * @param name its sAMAccountName
     * @param password meets the domain's policy
     * @param attributes further ones, by name and value
     * @return its distinguished name
     */
    public String user(String name, String password, Attribute... attributes) throws LDAPException {
        String dn = "CN=" + name + ",CN=Users," + BASE;
        List<Attribute> all =
                new ArrayList<>(
                        List.of(
                                new Attribute("objectClass", "user"),
                                new Attribute("sAMAccountName", name),
                                new Attribute("userPrincipalName", name + '@' + DOMAIN),
                                new Attribute("userAccountControl", "512"),
                                new Attribute(
                                        "unicodePwd",
                                        ('"' + password + '"')
                                                .getBytes(StandardCharsets.UTF_16LE))));
        all.addAll(List.of(attributes));
        try (LDAPConnection connection = admin()) {
            connection.add(dn, all);
        }
        return dn;
    }

    /**
     * Adds three accounts where there is no TLS to add them by: {@code plain}, the disabled {@code
     * gone}, and {@code fresh}, which has to change its password.
     */
    public void usersWithoutTls(String password) throws IOException {
        SambaDomain.python(folder, SambaDomain.USERS, config.toString(), password);
    }

    /** Replaces an attribute of an entry. */
    public void set(String dn, String attribute, String value) throws LDAPException {
        try (LDAPConnection connection = admin()) {
            connection.modify(dn, new Modification(ModificationType.REPLACE, attribute, value));
        }
    }

    /**
     * Makes an account's password as old as can be, which over LDAP nobody may.
     *
     * @param dn the account
     */
    public void agePassword(String dn) throws IOException {
        SambaDomain.python(folder, SambaDomain.AGE_PASSWORD, config.toString(), dn);
    }

    /** Runs samba-tool on it. */
    public void tool(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("samba-tool"));
        command.addAll(List.of(arguments));
        command.add("--configfile=" + config);
        SambaDomain.run(folder, command);
    }

    /**
     * Runs a script on its database, past what a controller lets anybody do over the network.
     *
     * @param script Python with Samba's modules; its first argument is the configuration
     * @param arguments further ones
     */
    public void script(String script, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("/usr/bin/python3", "-c", script, config.toString()));
        command.addAll(List.of(arguments));
        SambaDomain.run(folder, command);
    }

    /**
     * Changes its DNS by the tool; {@link #name} is quicker.
     *
     * @param verb such as {@code add} or {@code delete}
     * @param rest zone and record
     */
    public void dns(String verb, String... rest) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("dns", verb, address()));
        arguments.addAll(List.of(rest));
        arguments.add("-U" + ADMIN + "%" + PASSWORD);
        tool(arguments.toArray(String[]::new));
    }

    /**
     * Gives a name of the domain this IPv4 address and no other.
     *
     * @param host its full name
     */
    public void name(String host, String ipv4) throws IOException {
        Name name = Name.fromString(host + '.');
        replace(DOMAIN, new ARecord(name, DClass.IN, 300, InetAddress.getByName(ipv4)));
    }

    /** Gives a name of the domain one more IPv4 address. */
    public void alsoName(String host, String ipv4) throws IOException {
        Update update = new Update(Name.fromString(DOMAIN + '.'));
        update.add(
                new ARecord(
                        Name.fromString(host + '.'), DClass.IN, 300, InetAddress.getByName(ipv4)));
        update(update);
    }

    /** Takes the domain's zones out of its DNS. */
    public void removeZones() throws IOException {
        dns("zonedelete", DOMAIN);
        dns("zonedelete", "_msdcs." + DOMAIN);
    }

    /** Gives an address of its network a name. */
    public void pointer(String ipv4, String host) throws IOException {
        Name name = ReverseMap.fromAddress(ipv4);
        replace(REVERSE_ZONE, new PTRRecord(name, DClass.IN, 300, Name.fromString(host + '.')));
    }

    /** Puts a record in place of what its name has of the same type. */
    public void replace(String zone, Record record) throws IOException {
        Update update = new Update(Name.fromString(zone + '.'));
        update.replace(record);
        update(update);
    }

    /** Changes its DNS the way a computer of the domain does (RFC 2136). */
    public void update(Update update) throws IOException {
        SimpleResolver resolver = new SimpleResolver(new InetSocketAddress(address(), 53));
        resolver.setTCP(true);
        Message answer = resolver.send(update);
        if (answer.getRcode() != Rcode.NOERROR) {
            throw new IOException("DNS update: " + Rcode.string(answer.getRcode()));
        }
    }

    private void awaitPorts(List<Integer> ports) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (int port : ports) {
            while (!listens(port)) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    throw new IOException("nothing at " + address() + ':' + port);
                }
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
    }

    /** A server that was just started takes connections before it answers them. */
    private void awaitDirectory() throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setUseSynchronousMode(true);
        options.setConnectTimeoutMillis(2_000);
        options.setResponseTimeoutMillis(2_000);
        for (int answered = 0; answered < 3; ) {
            try (LDAPConnection connection = new LDAPConnection(options, address(), 389)) {
                answered = connection.getRootDSE() == null ? 0 : answered + 1;
            } catch (LDAPException notYet) {
                answered = 0;
            }
            if (answered == 0) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    throw new IOException("no directory at " + address());
                }
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
    }

    /** Its servers are killed with it and let go of their ports a moment later. */
    private void awaitSilence() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (int port : PORTS) {
            while (listens(port)) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("still there: " + address() + ':' + port);
                }
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
    }

    private boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address(), port), 1000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    /** Ends it, waits until nothing of it is left, and gives its address away. */
    @Override
    public void close() {
        try {
            halt();
        } finally {
            address.close();
        }
    }

    /** Ends it and waits until nothing of it is left but its address. */
    public void halt() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                if (!process.waitFor(20, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("still alive: " + process.info());
                }
            }
            awaitSilence();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
