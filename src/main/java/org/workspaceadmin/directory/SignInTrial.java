package org.workspaceadmin.directory;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.directory.CheckOrder.Account;
import org.workspaceadmin.directory.CheckOrder.Controller;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.task.Workers;

/**
 * Tries an account once, at the first controller that can be reached, and shows which certificate
 * that controller has. A refusal ends it, since every attempt counts towards a lock-out.
 */
public final class SignInTrial {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Workers workers;
    private final InstantSource clock;
    private final Endpoints endpoints;

    /**
     * A trial.
     *
     * @param workers runs what blocks
     * @param clock this workstation's
     * @param endpoints where services are
     */
    public SignInTrial(Workers workers, InstantSource clock, Endpoints endpoints) {
        this.workers = workers;
        this.clock = clock;
        this.endpoints = endpoints;
    }

    /** What a controller's certificate is worth. */
    public enum Certificate {
        /** Signed by an authority that is trusted, for this name, at this time. */
        TRUSTED,
        /** No certificate was shown: the controller speaks no TLS. */
        NONE,
        /** Signed by nobody who is trusted. */
        UNTRUSTED,
        /** For another name. */
        WRONG_NAME,
        /** Its time is over. */
        EXPIRED,
        /** Its time has not come. */
        NOT_YET
    }

    /**
     * What came of it.
     *
     * @param controller which controller it was, null when none could be reached
     * @param tried the ways that were tried, the deciding one last; none when no controller could
     *     be reached
     * @param certificate what its certificate is worth
     * @param chain what it showed, its own certificate first
     * @param trouble why no controller could be reached, in the network's words
     * @param took how long it took
     */
    public record Result(
            @Nullable Controller controller,
            List<SignInResult> tried,
            Certificate certificate,
            List<X509Certificate> chain,
            String trouble,
            Duration took) {
        /** Copies the lists. */
        public Result {
            tried = List.copyOf(tried);
            chain = List.copyOf(chain);
        }

        /** Whether the account was signed in. */
        public boolean signedIn() {
            return !tried.isEmpty() && tried.getLast() instanceof SignInResult.SignedIn;
        }
    }

    /**
     * Signs in once.
     *
     * @param domain the domain's DNS name
     * @param controllers in the order to try; the next only when one cannot be reached
     * @param account who signs in
     * @param trust which authorities the password may be entrusted to
     * @return never fails for what the network or the controller does
     */
    public Work<Result> run(
            String domain, List<Controller> controllers, Account account, X509TrustManager trust) {
        return workers.start(() -> {
            long begin = System.nanoTime();
            Ldap ldap = new Ldap(endpoints, PATIENCE);
            StringBuilder trouble = new StringBuilder();
            for (Controller controller : controllers) {
                try (LDAPConnection plain = ldap.plain(controller.address())) {
                    String name = fullName(controller, ldap.root(plain));
                    return at(controller, name, domain, account, trust, ldap, begin);
                } catch (LDAPException e) {
                    trouble.append(trouble.isEmpty() ? "" : "; ")
                            .append(controller.address())
                            .append(": ")
                            .append(e.getMessage());
                }
            }
            return new Result(
                    null,
                    List.of(),
                    Certificate.NONE,
                    List.of(),
                    trouble.toString(),
                    Duration.ofNanos(System.nanoTime() - begin));
        });
    }

    private Result at(
            Controller controller,
            String name,
            String domain,
            Account account,
            X509TrustManager trust,
            Ldap ldap,
            long begin) {
        SignIn signIn = new SignIn(ldap, endpoints, clock);
        String host = controller.address();
        List<String> names =
                controller.name().isEmpty()
                        ? List.of(name, host)
                        : List.of(controller.name().toLowerCase(Locale.ROOT));
        String bindName = account.bindName(domain);
        ControllerTls tls = new ControllerTls(trust);
        List<SignInResult> tried = new ArrayList<>();
        SignIn.Attempt attempt = signIn.overTls(host, names, bindName, account.password(), tls);
        tried.add(attempt.result());
        if (attempt.result() instanceof SignInResult.NotPossible) {
            attempt = signIn.overStartTls(host, names, bindName, account.password(), tls);
            tried.add(attempt.result());
        }
        if (attempt.result() instanceof SignInResult.NotPossible) {
            attempt = signIn.overKerberos(host, name, domain, account.user(), account.password());
            tried.add(attempt.result());
        }
        attempt.connection().close();
        return new Result(
                controller,
                tried,
                Certificate.valueOf(tls.verdict(names, clock.instant()).name()),
                tls.chain(),
                "",
                Duration.ofNanos(System.nanoTime() - begin));
    }

    private static String fullName(Controller controller, RootEntry root) {
        return !controller.name().isEmpty()
                ? controller.name()
                : root.hostName().isEmpty() ? controller.address() : root.hostName();
    }
}
