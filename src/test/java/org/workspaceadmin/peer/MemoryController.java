package org.workspaceadmin.peer;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A controller in memory with real sockets and real TLS: for what a real one cannot be brought to
 * do, and for numbers. Knows one account; what it holds is what a test puts in, as it is.
 */
public final class MemoryController implements AutoCloseable {
    /** Its domain. */
    public static final String DOMAIN = "corp.example.test";

    /** The domain as a distinguished name. */
    public static final String BASE = "DC=corp,DC=example,DC=test";

    /** Its full name. */
    public static final String NAME = "dc1." + DOMAIN;

    /** Its account. */
    public static final String ACCOUNT = "reader";

    /** The account's password. */
    public static final String PASSWORD = "Re4der!pass";

    private static final String DN = "CN=reader,CN=Users," + BASE;

    /** What happens to a search before it is answered. */
    @FunctionalInterface
    public interface Before {
        /**
         * Lets it pass, or not.
         *
         * @param search how many searches for computers there were, this one included
         */
        void search(int search) throws LDAPException;
    }

    private final InMemoryDirectoryServer server;
    private final AtomicInteger binds = new AtomicInteger();
    private final AtomicInteger searches = new AtomicInteger();
    private final AtomicReference<Before> before = new AtomicReference<>(search -> {});

    private MemoryController(InMemoryDirectoryServerConfig config, TestAuthority.Issued issued)
            throws LDAPException, GeneralSecurityException, IOException {
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        SSLContext tls = context(issued);
        config.setSchema(null);
        config.setMaxChangeLogEntries(0);
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPConfig(
                        "ldap", loopback, 0, tls.getSocketFactory()),
                InMemoryListenerConfig.createLDAPSConfig(
                        "ldaps", loopback, 0, tls.getServerSocketFactory(), null));
        config.addAdditionalBindCredentials(DN, PASSWORD);
        config.setCustomRootDSEAttributes(
                List.of(
                        new Attribute("defaultNamingContext", BASE),
                        new Attribute("dnsHostName", NAME)));
        config.addInMemoryOperationInterceptor(new Watching());
        server = new InMemoryDirectoryServer(config);
        server.startListening();
        put(BASE, Map.of("objectClass", List.of("domain")));
        for (String container : List.of("Users", "Computers")) {
            put(
                    "CN=" + container + "," + BASE,
                    Map.of("objectClass", List.of("container"), "cn", List.of(container)));
        }
    }

    /** Starts one. */
    public static MemoryController start(TestAuthority.Issued issued) {
        try {
            return new MemoryController(new InMemoryDirectoryServerConfig(BASE), issued);
        } catch (LDAPException | GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Port of plain LDAP, with StartTLS. */
    public int ldap() {
        return server.getListenPort("ldap");
    }

    /** Port of LDAPS. */
    public int ldaps() {
        return server.getListenPort("ldaps");
    }

    /** How often somebody tried to sign in. */
    public int binds() {
        return binds.get();
    }

    /** How often computers were searched for, page by page. */
    public int searches() {
        return searches.get();
    }

    /** What happens before searches for computers from now on. */
    public void before(Before action) {
        before.set(action);
    }

    /** Ends every connection there is. */
    public void hangUp() {
        server.closeAllConnections(false);
    }

    /**
     * Puts an entry in place of what is there.
     *
     * @param dn its name
     * @param attributes texts, numbers or bytes, by name
     */
    public void put(String dn, Map<String, ? extends Collection<?>> attributes)
            throws LDAPException {
        List<Attribute> all = new ArrayList<>();
        attributes.forEach((name, values) -> all.add(attribute(name, values)));
        if (server.getEntry(dn) != null) {
            server.delete(dn);
        }
        server.add(new Entry(dn, all));
    }

    private static Attribute attribute(String name, Collection<?> values) {
        return values.stream().anyMatch(byte[].class::isInstance)
                ? new Attribute(
                        name, values.stream().map(byte[].class::cast).toArray(byte[][]::new))
                : new Attribute(name, values.stream().map(Object::toString).toList());
    }

    /** Ends it: nobody listens any more. */
    @Override
    public void close() {
        server.shutDown(true);
    }

    private static SSLContext context(TestAuthority.Issued issued)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "server",
                issued.key(),
                new char[0],
                issued.chain().toArray(X509Certificate[]::new));
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private final class Watching extends InMemoryOperationInterceptor {
        @Override
        public void processSimpleBindRequest(InMemoryInterceptedSimpleBindRequest request)
                throws LDAPException {
            binds.incrementAndGet();
            String who = request.getRequest().getBindDN();
            String password = request.getRequest().getPassword().stringValue();
            if (!who.equals(ACCOUNT + "@" + DOMAIN) || !password.equals(PASSWORD)) {
                throw new LDAPException(
                        ResultCode.INVALID_CREDENTIALS,
                        "80090308: LdapErr: DSID-0C090569, comment: AcceptSecurityContext error,"
                                + " data 52e, v4563");
            }
            request.setRequest(new SimpleBindRequest(DN, password));
        }

        @Override
        public void processSearchRequest(InMemoryInterceptedSearchRequest request)
                throws LDAPException {
            boolean computers =
                    request.getRequest().getScope() == SearchScope.SUB
                            && request.getRequest()
                                    .getFilter()
                                    .toString()
                                    .startsWith("(&(objectClass=computer)");
            if (computers) {
                before.get().search(searches.incrementAndGet());
            }
        }
    }

    /** Values for {@link #put}. */
    public static List<Object> values(Object... values) {
        return Arrays.asList(values);
    }
}
