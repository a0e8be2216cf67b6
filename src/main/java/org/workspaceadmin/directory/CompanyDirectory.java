package org.workspaceadmin.directory;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.directory.CheckOrder.Account;
import org.workspaceadmin.directory.CheckOrder.Controller;
import org.workspaceadmin.directory.DirectoryProblem.Kind;
import org.workspaceadmin.directory.SignedInController.TooMany;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.task.Workers;

/**
 * Reads a company's directory. Only reads; every order signs in once, reads page by page and closes
 * its connection; cancelling an order closes it too, and none goes on beyond its deadline. Orders
 * fail with {@link DirectoryException}.
 *
 * <p>Signing in is over LDAPS, else StartTLS, else Kerberos, never in clear. The next controller is
 * tried only where one cannot be reached or offers no safe way; an account that was refused is
 * refused from then on without asking anybody, until {@link #tryAgain}.
 *
 * <p>What is read, all of it below the root entry's {@code defaultNamingContext}:
 *
 * <ul>
 *   <li>computers, {@code (objectClass=computer)} without managed service accounts, 1,000 a page:
 *       {@code sAMAccountName} (with {@code $}), {@code cn}, {@code userAccountControl} (2 is
 *       disabled), {@code pwdLastSet}, {@code lastLogonTimestamp} (both in ticks of 100 ns since
 *       1601), {@code objectSid} (binary), {@code whenCreated} (generalized time), {@code
 *       operatingSystem}, {@code dNSHostName}, {@code nTSecurityDescriptor} (binary, self-relative;
 *       only the owner is asked for by the control 1.2.840.113556.1.4.801, not critical), {@code
 *       mS-DS-CreatorSID} (binary);
 *   <li>owners and creators by {@code objectSid}: {@code sAMAccountName}; of owners also {@code
 *       tokenGroups} (binary SIDs) by a base search;
 *   <li>OUs, {@code (objectClass=organizationalUnit)}, and the container {@code cn=Computers}:
 *       {@code allowedChildClassesEffective};
 *   <li>users, {@code (objectClass=user)} without computers, by {@code sAMAccountName} or {@code
 *       userPrincipalName}: these two, {@code userAccountControl}, {@code
 *       msDS-User-Account-Control-Computed} (0x10 locked, 0x800000 password expired), {@code
 *       lockoutTime}, {@code accountExpires}, {@code pwdLastSet}, {@code objectSid}.
 * </ul>
 */
public final class CompanyDirectory {
    /** No order takes longer. */
    static final Duration DEADLINE = Duration.ofMinutes(5);

    private final Workers workers;
    private final InstantSource clock;
    private final Endpoints endpoints;
    private final Entrance entrance;
    private final Duration deadline;

    /**
     * A reader; one for each open connection, because it remembers refusals.
     *
     * @param workers runs what blocks
     * @param clock this workstation's
     * @param endpoints where services are
     * @param trust which authorities a password may be entrusted to
     */
    public CompanyDirectory(
            Workers workers, InstantSource clock, Endpoints endpoints, X509TrustManager trust) {
        this(workers, clock, endpoints, trust, DEADLINE);
    }

    CompanyDirectory(
            Workers workers,
            InstantSource clock,
            Endpoints endpoints,
            X509TrustManager trust,
            Duration deadline) {
        this.workers = workers;
        this.clock = clock;
        this.endpoints = endpoints;
        this.deadline = deadline;
        entrance = new Entrance(clock, endpoints, trust);
    }

    /**
     * All computer objects of the domain, and what they can be in.
     *
     * @param access how
     * @param read hears after each page how many were read so far, on a background thread
     */
    public Work<ComputerReading> computers(DirectoryAccess access, IntConsumer read) {
        return order(() -> {
            Instant at = clock.instant();
            String user = access.account().user();
            return ask(access, c -> new ComputerQuery(c).all(at, user, read));
        });
    }

    /**
     * Users by name.
     *
     * @param access how
     * @param names as {@code sAMAccountName}, without a domain
     * @return an answer for each name, by the name as it was given
     */
    public Work<Map<String, AccountAnswer>> accounts(
            DirectoryAccess access, Collection<String> names) {
        List<String> wanted = List.copyOf(names);
        return order(() -> ask(access, c -> new AccountQuery(c, clock.instant()).of(wanted)));
    }

    /**
     * A records, asked of the domain's DNS servers. Nobody signs in for this.
     *
     * @param access which servers
     * @param hostNames full names
     * @return by the name as it was given, its addresses, none when DNS knows none; a name that no
     *     server would answer for is missing
     */
    public Work<Map<String, Set<String>>> addresses(
            DirectoryAccess access, Collection<String> hostNames) {
        List<String> wanted = List.copyOf(hostNames);
        return order(
                () -> new AddressQuestions(workers, endpoints, access.dnsServers()).of(wanted));
    }

    /**
     * Duplicate and stale computer objects.
     *
     * @param access how
     * @param pattern names, with {@code *} for anything, such as {@code PC-*}
     * @param days older than this a computer password is stale
     */
    public Work<ObjectReport> stale(DirectoryAccess access, String pattern, int days) {
        return order(() -> {
            Instant at = clock.instant();
            List<Computer> found = ask(access, c -> new ComputerQuery(c).matching(pattern));
            return ObjectReports.of(found, at, days);
        });
    }

    /**
     * Lets an account that was refused be tried once more; the operator has to have asked for it.
     *
     * @param account which
     */
    public void tryAgain(Account account) {
        entrance.forget(account);
    }

    /** A question to a controller. */
    @FunctionalInterface
    private interface Question<T> {
        T of(SignedInController controller) throws LDAPException, TooMany;
    }

    /** Work. */
    @FunctionalInterface
    private interface Body<T> {
        T run() throws InterruptedException;
    }

    /** Runs an order until its deadline; interrupting a virtual thread closes its socket. */
    private <T> Work<T> order(Body<T> body) {
        return workers.start(() -> {
            AtomicBoolean late = new AtomicBoolean();
            Work<T> inner = workers.start(body::run);
            var alarm =
                    CompletableFuture.runAsync(
                            () -> {
                                late.set(!inner.isDone());
                                inner.cancel();
                            },
                            CompletableFuture.delayedExecutor(
                                    deadline.toMillis(), TimeUnit.MILLISECONDS));
            try {
                return inner.await();
            } catch (CancellationException e) {
                if (late.get()) {
                    throw problem(Kind.TIMED_OUT, "", null, deadline.toString());
                }
                throw e;
            } finally {
                alarm.cancel(false);
                inner.cancel();
            }
        });
    }

    /** At the first controller that can be reached. */
    private <T> T ask(DirectoryAccess access, Question<T> question) throws InterruptedException {
        DirectoryException last = problem(Kind.UNREACHABLE, "", null, "");
        for (Controller each : access.controllers()) {
            try (SignedInController controller = entrance.at(each, access)) {
                return question.of(controller);
            } catch (DirectoryException e) {
                last = e;
                if (!goesOn(e.problem().kind())) {
                    throw e;
                }
            } catch (LDAPException e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException("interrupted");
                }
                last = problem(Kind.NOT_READ, each.address(), null, text(e));
                if (!lost(e.getResultCode())) {
                    throw last;
                }
            } catch (TooMany e) {
                throw problem(
                        Kind.TOO_MANY,
                        each.address(),
                        null,
                        Integer.toString(SignedInController.MOST));
            }
        }
        throw last;
    }

    private static boolean goesOn(Kind kind) {
        return kind == Kind.UNREACHABLE || kind == Kind.NO_SAFE_WAY;
    }

    /** Whether the controller went away, so that another one may answer. */
    private static boolean lost(ResultCode code) {
        return code.equals(ResultCode.SERVER_DOWN)
                || code.equals(ResultCode.CONNECT_ERROR)
                || code.equals(ResultCode.TIMEOUT)
                || code.equals(ResultCode.UNAVAILABLE)
                || code.equals(ResultCode.BUSY);
    }

    private DirectoryException problem(
            Kind kind, String controller, @Nullable AccountFault fault, String text) {
        return new DirectoryException(
                new DirectoryProblem(kind, controller, fault, text, clock.instant()));
    }

    private static String text(LDAPException e) {
        String diagnostic = e.getDiagnosticMessage();
        return e.getResultCode().getName() + (diagnostic == null ? "" : ": " + diagnostic);
    }
}
