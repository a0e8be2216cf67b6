package org.workspaceadmin.directory;

import com.unboundid.ldap.sdk.BindResult;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.directory.SignInResult.NotPossible;
import org.workspaceadmin.directory.SignInResult.Refused;
import org.workspaceadmin.directory.SignInResult.SignedIn;
import org.workspaceadmin.directory.SignInResult.Way;
import org.workspaceadmin.model.Secret;

/**
 * Signs in to a controller, one way after the other until one is possible: LDAPS, StartTLS,
 * Kerberos. Once a password was sent, whatever comes of it ends the sequence, except that a
 * controller wants another way. A password leaves only under TLS whose certificate was judged good,
 * or not at all, as with Kerberos.
 */
final class SignIn {
    /** The controller did not look at the password, it wants another way. */
    private static final Set<ResultCode> OTHER_WAY =
            Set.of(
                    ResultCode.STRONG_AUTH_REQUIRED,
                    ResultCode.CONFIDENTIALITY_REQUIRED,
                    ResultCode.AUTH_METHOD_NOT_SUPPORTED,
                    ResultCode.INAPPROPRIATE_AUTHENTICATION,
                    ResultCode.UNWILLING_TO_PERFORM);

    /** Marks and ends a message the library made of others. */
    private static final Pattern LIBRARY =
            Pattern.compile(",? (ldapSDKVersion|trace)=.*", Pattern.DOTALL);

    private final Ldap ldap;
    private final Kerberos kerberos;
    private final InstantSource clock;

    SignIn(Ldap ldap, Endpoints endpoints, InstantSource clock) {
        this.ldap = ldap;
        this.clock = clock;
        kerberos = new Kerberos(ldap, endpoints);
    }

    /**
     * A way that was tried, with the connection when it is signed in.
     *
     * @param result what became of it
     * @param connection open and signed in; closed where it is not
     */
    record Attempt(SignInResult result, LDAPConnection connection) {}

    /**
     * Over LDAPS.
     *
     * @param host the controller
     * @param names one of them has to be in its certificate; what a controller says of itself is
     *     none of them, or any certificate would do
     * @param account as a simple bind wants it
     * @param password not empty
     * @param tls whose certificates it trusts
     */
    Attempt overTls(
            String host, List<String> names, String account, Secret password, ControllerTls tls) {
        return simple(Way.LDAPS, names, account, password, tls, () -> ldap.tls(host, tls));
    }

    /** Over StartTLS; otherwise as {@link #overTls}. */
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
        byte[] bytes = utf8(password);
        LDAPConnection connection = new LDAPConnection();
        try {
            connection = kerberos.connect(host);
            BindResult result = kerberos.bind(connection, host, name, domain, user, bytes);
            return done(Way.KERBEROS, result, connection);
        } catch (LDAPException e) {
            connection.close();
            String text = everything(e);
            AccountFault fault = AccountFault.ofKerberos(text);
            return new Attempt(
                    fault == AccountFault.OTHER
                            ? new NotPossible(Way.KERBEROS, text)
                            : new Refused(Way.KERBEROS, fault, text),
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
        tls.demand(names, clock.instant());
        LDAPConnection connection;
        try {
            connection = Ldap.asked(opening::open);
        } catch (LDAPException e) {
            ControllerTls.Verdict worth = tls.verdict(names, clock.instant());
            boolean certificate =
                    worth != ControllerTls.Verdict.TRUSTED && worth != ControllerTls.Verdict.NONE;
            return new Attempt(
                    new NotPossible(way, certificate ? "certificate: " + worth : everything(e)),
                    new LDAPConnection());
        }
        ControllerTls.Verdict verdict = tls.verdict(names, clock.instant());
        if (verdict != ControllerTls.Verdict.TRUSTED) {
            connection.close();
            return new Attempt(new NotPossible(way, "certificate: " + verdict), connection);
        }
        byte[] bytes = utf8(password);
        try {
            BindResult result =
                    Ldap.asked(() -> connection.bind(new SimpleBindRequest(account, bytes)));
            return done(way, result, connection);
        } catch (LDAPException e) {
            connection.close();
            return new Attempt(judged(way, e), connection);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** What a bind that was sent came to, when not to a signed-in connection. */
    private static SignInResult judged(Way way, LDAPException e) {
        ResultCode code = e.getResultCode();
        String diagnostic = text(e.getDiagnosticMessage());
        if (code.equals(ResultCode.INVALID_CREDENTIALS)) {
            return new Refused(way, AccountFault.ofLdap(diagnostic), diagnostic);
        }
        if (OTHER_WAY.contains(code)) {
            return new NotPossible(way, everything(e));
        }
        return new Refused(
                way,
                code.isClientSideResultCode() ? AccountFault.NO_ANSWER : AccountFault.OTHER,
                everything(e));
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
                    Ldap.asked(() ->
                            connection.processExtendedOperation(
                                    new com.unboundid.ldap.sdk.extensions.WhoAmIExtendedRequest()));
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

    /** Every message of the causes, the library's own only where nobody else says anything. */
    private static String everything(LDAPException failure) {
        StringBuilder all = new StringBuilder();
        for (Throwable t = failure; t != null; t = t.getCause()) {
            String message = t.getMessage();
            if (message != null && all.indexOf(message) < 0 && !LIBRARY.matcher(message).find()) {
                all.append(all.isEmpty() ? "" : "; ").append(message);
            }
        }
        return all.isEmpty()
                ? LIBRARY.matcher(text(failure.getMessage())).replaceAll("")
                : all.toString();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
