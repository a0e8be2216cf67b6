package org.workspaceadmin.directory;

import com.unboundid.ldap.sdk.BindResult;
import com.unboundid.ldap.sdk.GSSAPIBindRequest;
import com.unboundid.ldap.sdk.GSSAPIBindRequestProperties;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SASLQualityOfProtection;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.workspaceadmin.directory.SignInResult.NotPossible;
import org.workspaceadmin.directory.SignInResult.Refused;
import org.workspaceadmin.directory.SignInResult.SignedIn;
import org.workspaceadmin.directory.SignInResult.Way;
import org.workspaceadmin.model.Secret;

/**
 * Signs in to a controller, one way after the other until one is possible: LDAPS, StartTLS,
 * Kerberos. A refusal ends it. A password leaves only under TLS whose certificate was judged good,
 * or not at all, as with Kerberos.
 */
final class SignIn {
    private final Ldap ldap;
    private final Endpoints endpoints;
    private final InstantSource clock;

    SignIn(Ldap ldap, Endpoints endpoints, InstantSource clock) {
        this.ldap = ldap;
        this.endpoints = endpoints;
        this.clock = clock;
    }

    /**
     * A way that was tried, with the connection when it is signed in.
     *
     * @param result what became of it
     * @param connection open and signed in; closed where it is not
     */
    record Attempt(SignInResult result, LDAPConnection connection) {}

    /** Over LDAPS. */
    Attempt overTls(
            String host, List<String> names, String account, Secret password, ControllerTls tls) {
        return simple(Way.LDAPS, names, account, password, tls, () -> ldap.tls(host, tls));
    }

    /** Over StartTLS. */
    Attempt overStartTls(
            String host, List<String> names, String account, Secret password, ControllerTls tls) {
        return simple(Way.START_TLS, names, account, password, tls, () -> ldap.startTls(host, tls));
    }

    /**
     * With a Kerberos ticket.
     *
     * @param host the controller
     * @param name its full name, for which the ticket is made out
     * @param domain the domain, which is the realm
     * @param user the account's name without its domain
     */
    Attempt overKerberos(String host, String name, String domain, String user, Secret password) {
        LDAPConnection connection = new LDAPConnection();
        byte[] bytes = utf8(password);
        try {
            connection = ldap.plain(host);
            InetSocketAddress kdc = endpoints.of(host, AdService.KERBEROS);
            GSSAPIBindRequestProperties how = new GSSAPIBindRequestProperties(user, bytes);
            how.setRealm(domain.toUpperCase(Locale.ROOT));
            how.setKDCAddress(kdc.getHostString() + ":" + kdc.getPort());
            how.setAllowedQoP(SASLQualityOfProtection.AUTH_CONF, SASLQualityOfProtection.AUTH_INT);
            how.setSASLClientServerName(name);
            how.setUseTicketCache(false);
            how.setRefreshKrb5Config(true);
            BindResult result = connection.bind(new GSSAPIBindRequest(how));
            return done(Way.KERBEROS, result, connection);
        } catch (LDAPException e) {
            connection.close();
            AccountFault fault = AccountFault.ofKerberos(everything(e));
            return new Attempt(
                    fault == AccountFault.OTHER
                            ? new NotPossible(Way.KERBEROS, everything(e))
                            : new Refused(Way.KERBEROS, fault, everything(e)),
                    connection);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    @FunctionalInterface
    private interface Opening {
        LDAPConnection open() throws LDAPException;
    }

    private Attempt simple(
            Way way,
            List<String> names,
            String account,
            Secret password,
            ControllerTls tls,
            Opening opening) {
        LDAPConnection connection = new LDAPConnection();
        byte[] bytes = utf8(password);
        try {
            connection = opening.open();
            ControllerTls.Verdict verdict = tls.verdict(names, clock.instant());
            if (verdict != ControllerTls.Verdict.TRUSTED) {
                connection.close();
                return new Attempt(new NotPossible(way, "certificate: " + verdict), connection);
            }
            return done(way, connection.bind(new SimpleBindRequest(account, bytes)), connection);
        } catch (LDAPException e) {
            connection.close();
            return new Attempt(
                    e.getResultCode().equals(ResultCode.INVALID_CREDENTIALS)
                            ? new Refused(
                                    way,
                                    AccountFault.ofLdap(text(e.getDiagnosticMessage())),
                                    text(e.getDiagnosticMessage()))
                            : new NotPossible(way, everything(e)),
                    connection);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static Attempt done(Way way, BindResult result, LDAPConnection connection) {
        if (result.getResultCode().equals(ResultCode.SUCCESS)) {
            return new Attempt(new SignedIn(way, who(connection)), connection);
        }
        connection.close();
        return new Attempt(new NotPossible(way, result.getResultString()), connection);
    }

    private static String who(LDAPConnection connection) {
        try {
            var result =
                    connection.processExtendedOperation(
                            new com.unboundid.ldap.sdk.extensions.WhoAmIExtendedRequest());
            return result instanceof com.unboundid.ldap.sdk.extensions.WhoAmIExtendedResult who
                    ? text(who.getAuthorizationID())
                    : "";
        } catch (LDAPException e) {
            return "";
        }
    }

    private static byte[] utf8(Secret password) {
        char[] chars = password.reveal();
        // No char of Java takes more than three bytes in UTF-8.
        ByteBuffer room = ByteBuffer.allocate(chars.length * 3);
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(chars), room, true);
        byte[] bytes = Arrays.copyOf(room.array(), room.position());
        Arrays.fill(room.array(), (byte) 0);
        Arrays.fill(chars, '\0');
        return bytes;
    }

    private static String everything(Throwable failure) {
        StringBuilder all = new StringBuilder();
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t.getMessage() != null && all.indexOf(t.getMessage()) < 0) {
                all.append(all.isEmpty() ? "" : "; ").append(t.getMessage());
            }
        }
        return all.toString();
    }

    private static String text(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }
}
