package org.workspaceadmin.directory;

import com.unboundid.ldap.sdk.BindResult;
import com.unboundid.ldap.sdk.GSSAPIBindRequest;
import com.unboundid.ldap.sdk.GSSAPIBindRequestProperties;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SASLQualityOfProtection;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Signs in with a Kerberos ticket, with integrity or confidentiality for what follows. Java has one
 * Kerberos configuration for the whole process, so this happens once at a time, with a
 * configuration of its own: it asks the controller and nobody else, over TCP, and not for longer
 * than its patience, where Java's own is a minute and a half. Blocks.
 */
final class Kerberos {
    private static final String CONFIGURATION = "java.security.krb5.conf";
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9._:-]+");

    private final Ldap ldap;
    private final Endpoints endpoints;

    Kerberos(Ldap ldap, Endpoints endpoints) {
        this.ldap = ldap;
        this.endpoints = endpoints;
    }

    /** Not signed in yet. */
    LDAPConnection connect(String host) throws LDAPException {
        return ldap.plain(host);
    }

    /**
     * Signs in.
     *
     * @param password in UTF-8; the caller wipes it
     */
    BindResult bind(
            LDAPConnection connection,
            String host,
            String name,
            String domain,
            String user,
            byte[] password)
            throws LDAPException {
        InetSocketAddress kdc = endpoints.of(host, AdService.KERBEROS);
        if (!PLAIN_NAME.matcher(domain).matches()
                || !PLAIN_NAME.matcher(kdc.getHostString()).matches()) {
            throw new LDAPException(ResultCode.PARAM_ERROR, "no name for Kerberos: " + domain);
        }
        GSSAPIBindRequestProperties how = new GSSAPIBindRequestProperties(user, password);
        how.setAllowedQoP(SASLQualityOfProtection.AUTH_CONF, SASLQualityOfProtection.AUTH_INT);
        how.setSASLClientServerName(name);
        how.setUseTicketCache(false);
        how.setRefreshKrb5Config(true);
        try {
            ONE_AT_A_TIME.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LDAPException(ResultCode.USER_CANCELED, "cancelled", e);
        }
        String before = System.getProperty(CONFIGURATION);
        Path file = null;
        try {
            file = Files.createTempFile("workspace-admin-", ".krb5.conf");
            Files.writeString(file, configuration(domain, kdc));
            System.setProperty(CONFIGURATION, file.toString());
            return Ldap.asked(() -> connection.bind(new GSSAPIBindRequest(how)));
        } catch (IOException e) {
            throw new LDAPException(ResultCode.LOCAL_ERROR, String.valueOf(e.getMessage()), e);
        } finally {
            restore(before, file);
            ONE_AT_A_TIME.unlock();
        }
    }

    private String configuration(String domain, InetSocketAddress kdc) {
        String name = domain.toLowerCase(Locale.ROOT);
        String realm = domain.toUpperCase(Locale.ROOT);
        return """
        [libdefaults]
        default_realm = %1$s
        dns_lookup_kdc = false
        dns_lookup_realm = false
        dns_canonicalize_hostname = false
        rdns = false
        udp_preference_limit = 1
        kdc_timeout = %4$d
        max_retries = 1
        [realms]
        %1$s = {
          kdc = %3$s
        }
        [domain_realm]
        .%2$s = %1$s
        %2$s = %1$s
        """
                .formatted(
                        realm,
                        name,
                        kdc.getHostString() + ':' + kdc.getPort(),
                        ldap.patience().toMillis());
    }

    private static void restore(@Nullable String before, @Nullable Path file) throws LDAPException {
        if (before == null) {
            System.clearProperty(CONFIGURATION);
        } else {
            System.setProperty(CONFIGURATION, before);
        }
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new LDAPException(ResultCode.LOCAL_ERROR, String.valueOf(e.getMessage()), e);
        }
    }
}
