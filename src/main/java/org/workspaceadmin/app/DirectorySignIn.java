package org.workspaceadmin.app;

import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.workspaceadmin.directory.CheckKind;
import org.workspaceadmin.directory.CheckOrder;
import org.workspaceadmin.directory.CheckResult;
import org.workspaceadmin.directory.DirectoryCheck;
import org.workspaceadmin.directory.Endpoints;
import org.workspaceadmin.directory.Verdict;
import org.workspaceadmin.model.Secret;
import org.workspaceadmin.task.Workers;

/**
 * Signing in to a company's directory as a part of the self-check: LDAPS, StartTLS, Kerberos,
 * whichever is safe first.
 *
 * @param domain the domain's DNS name
 * @param controller a controller's full name
 * @param address its address, also of its DNS server
 * @param user the account
 * @param password the owner wipes it
 */
record DirectorySignIn(
        String domain, String controller, String address, String user, Secret password) {

    /** Signs in and tells by which way. */
    static SelfCheck.Finding of(DirectorySignIn wanted) throws Exception {
        Queue<CheckResult> results = new ConcurrentLinkedQueue<>();
        CheckOrder order =
                new CheckOrder(
                        wanted.domain,
                        List.of(new CheckOrder.Controller(wanted.address, wanted.controller)),
                        List.of(wanted.address),
                        false,
                        new CheckOrder.Account(wanted.user, wanted.password),
                        null);
        new DirectoryCheck(
                        Workers.virtual("self-check"),
                        InstantSource.system(),
                        Endpoints.REAL,
                        runtimeTrust())
                .run(order, results::add)
                .await();
        CheckResult account =
                results.stream()
                        .filter(result -> result.check() == CheckKind.ACCOUNT)
                        .findFirst()
                        .orElseThrow();
        String ways =
                account.evidence().stream()
                        .map(field -> field.path() + ": " + field.value())
                        .collect(Collectors.joining("; "));
        String said = account.code() + " " + String.join(" ", account.arguments()) + "; " + ways;
        return account.verdict() == Verdict.GOOD
                ? SelfCheck.Finding.ok(said)
                : SelfCheck.Finding.failed(said);
    }

    private static X509TrustManager runtimeTrust() throws java.security.GeneralSecurityException {
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((java.security.KeyStore) null);
        return (X509TrustManager) factory.getTrustManagers()[0];
    }
}
