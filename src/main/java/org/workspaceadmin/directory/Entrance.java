package org.workspaceadmin.directory;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.directory.CheckOrder.Account;
import org.workspaceadmin.directory.CheckOrder.Controller;
import org.workspaceadmin.directory.DirectoryProblem.Kind;
import org.workspaceadmin.directory.SignInResult.NotPossible;
import org.workspaceadmin.directory.SignInResult.Refused;
import org.workspaceadmin.directory.SignInResult.SignedIn;
import org.workspaceadmin.model.Secret;

/**
 * Lets an account in at a controller, in the order of {@link SignIn}. One at a time, and an account
 * that was refused is not tried again until somebody asks for it: every attempt counts towards its
 * lock-out. Blocks.
 */
final class Entrance {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final InstantSource clock;
    private final X509TrustManager trust;
    private final Ldap ldap;
    private final SignIn signIn;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    // By the password's identity: the same one typed once more is another wish.
    private final IdentityHashMap<Secret, DirectoryProblem> refused = new IdentityHashMap<>();
    private final Set<Secret> proved = Collections.newSetFromMap(new IdentityHashMap<>());

    Entrance(InstantSource clock, Endpoints endpoints, X509TrustManager trust) {
        this.clock = clock;
        this.trust = trust;
        ldap = new Ldap(endpoints, PATIENCE);
        signIn = new SignIn(ldap, endpoints, clock);
    }

    /** Lets a refused account be tried once more. */
    void forget(Account account) {
        oneAtATime.lock();
        try {
            refused.remove(account.password());
        } finally {
            oneAtATime.unlock();
        }
    }

    /**
     * Lets the account in.
     *
     * @param controller where
     * @param access whom, and into which domain
     * @return signed in; the caller closes it
     * @throws DirectoryException why not; only after {@link Kind#UNREACHABLE} and {@link
     *     Kind#NO_SAFE_WAY} may the next controller be tried
     */
    SignedInController at(Controller controller, DirectoryAccess access)
            throws InterruptedException {
        oneAtATime.lockInterruptibly();
        try {
            Account account = access.account();
            DirectoryProblem before = refused.get(account.password());
            if (before != null) {
                throw new DirectoryException(before);
            }
            if (AccountCheck.blank(account.password())) {
                throw problem(Kind.NO_PASSWORD, controller, null, "");
            }
            return in(controller, access);
        } finally {
            oneAtATime.unlock();
        }
    }

    private SignedInController in(Controller controller, DirectoryAccess access) {
        String host = controller.address();
        Account account = access.account();
        Secret password = account.password();
        String bindName = account.bindName(access.domain());
        List<String> names = AccountCheck.names(controller);
        ControllerTls tls = new ControllerTls(trust);
        List<Supplier<SignIn.Attempt>> ways =
                List.of(
                        () -> signIn.overTls(host, names, bindName, password, tls),
                        () -> signIn.overStartTls(host, names, bindName, password, tls),
                        () ->
                                signIn.overKerberos(
                                        host,
                                        fullName(controller),
                                        access.domain(),
                                        account.user(),
                                        password));
        StringBuilder seen = new StringBuilder();
        for (Supplier<SignIn.Attempt> way : ways) {
            SignIn.Attempt attempt = way.get();
            stopIfInterrupted(attempt.connection());
            switch (attempt.result()) {
                case SignedIn in -> {
                    proved.add(password);
                    return open(attempt.connection(), controller, access);
                }
                case Refused no -> throw refused(no, controller, password);
                case NotPossible not -> {
                    if (seen.isEmpty()) {
                        // Unless it answers on the plain port, the other ways only cost time.
                        fullName(controller);
                    }
                    seen.append(seen.isEmpty() ? "" : "; ").append(not.way()).append(": ");
                    seen.append(not.text());
                }
            }
        }
        throw problem(Kind.NO_SAFE_WAY, controller, null, seen.toString());
    }

    /** A good password that got no answer is still a good one. */
    private DirectoryException refused(Refused no, Controller controller, Secret password) {
        if (no.fault() == AccountFault.NO_ANSWER && proved.contains(password)) {
            return problem(Kind.UNREACHABLE, controller, no.fault(), no.text());
        }
        DirectoryException refusal = problem(Kind.REFUSED, controller, no.fault(), no.text());
        refused.put(password, refusal.problem());
        proved.remove(password);
        return refusal;
    }

    private SignedInController open(
            LDAPConnection connection, Controller controller, DirectoryAccess access) {
        try {
            RootEntry root = ldap.root(connection);
            if (!root.domain().equalsIgnoreCase(access.domain())) {
                connection.close();
                throw problem(Kind.OTHER_DOMAIN, controller, null, root.domain());
            }
            return new SignedInController(connection, controller.address(), root);
        } catch (LDAPException e) {
            stopIfInterrupted(connection);
            connection.close();
            throw problem(Kind.NOT_READ, controller, null, String.valueOf(e.getMessage()));
        }
    }

    /** Its full name, for which tickets are made out; asking shows that it can be reached. */
    private String fullName(Controller controller) {
        try (LDAPConnection connection = ldap.plain(controller.address())) {
            String told = ldap.root(connection).hostName();
            return controller.name().isEmpty() ? told : controller.name();
        } catch (LDAPException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted");
            }
            throw problem(Kind.UNREACHABLE, controller, null, String.valueOf(e.getMessage()));
        }
    }

    private static void stopIfInterrupted(LDAPConnection connection) {
        if (Thread.currentThread().isInterrupted()) {
            connection.close();
            throw new CancellationException("interrupted");
        }
    }

    private DirectoryException problem(
            Kind kind, Controller controller, @Nullable AccountFault fault, String text) {
        return new DirectoryException(
                new DirectoryProblem(kind, controller.address(), fault, text, clock.instant()));
    }
}
