package org.workspaceadmin.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.X509TrustManager;
import org.workspaceadmin.directory.CheckOrder.Account;
import org.workspaceadmin.model.Field;
import org.workspaceadmin.peer.InClear;
import org.workspaceadmin.peer.SambaDc;
import org.workspaceadmin.peer.WireTap;
import org.workspaceadmin.task.Workers;

/**
 * What the checks found at a real controller. Every byte they exchanged went through a wire tap,
 * and was looked through for the password.
 *
 * @param results in the order of their kinds
 */
record Examined(List<CheckResult> results) {
    /** What a healthy controller comes to, by kind, verdict and code. */
    static final List<String> HEALTHY =
            List.of(
                    "DNS_CONTROLLERS GOOD FOUND",
                    "DNS_KERBEROS GOOD FOUND",
                    "DNS_LDAP GOOD FOUND",
                    "DNS_ADDRESS GOOD SAME",
                    "DNS_REVERSE GOOD SAME",
                    "PORTS GOOD OPEN",
                    "IDENTITY GOOD SAME",
                    "CLOCK GOOD SAME",
                    "CERTIFICATE GOOD TRUSTED",
                    "ACCOUNT GOOD SIGNED_IN",
                    "RIGHTS GOOD DOMAIN_ADMIN");

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    /** Checks, trusting the authority of the test controllers. */
    static Examined of(CheckOrder order) throws IOException {
        return of(order, SambaDc.trust());
    }

    /** Checks. */
    static Examined of(CheckOrder order, X509TrustManager trust) throws IOException {
        List<CheckResult> found = new CopyOnWriteArrayList<>();
        try (WireTap tap = new WireTap()) {
            Endpoints tapped = (host, service) -> tap.towards(Endpoints.REAL.of(host, service));
            new DirectoryCheck(
                            Workers.virtual("check"),
                            InstantSource.system(),
                            tapped,
                            trust,
                            PATIENCE)
                    .run(order, found::add)
                    .await();
            Account account = order.account();
            if (account != null && !account.password().isEmpty()) {
                assertThat(InClear.find(account.password().text(), tap.heard()))
                        .as("the password on the wire")
                        .isEmpty();
            }
        }
        return new Examined(
                found.stream().sorted(Comparator.comparing(CheckResult::check)).toList());
    }

    /** The results that a healthy controller would not have had, by kind, verdict and code. */
    List<String> changes() {
        List<String> changes = new ArrayList<>(lines());
        HEALTHY.forEach(changes::remove);
        return changes;
    }

    /** Every result by kind, verdict and code. */
    List<String> lines() {
        return results.stream().map(r -> r.check() + " " + r.verdict() + " " + r.code()).toList();
    }

    /** The only result of a kind. */
    CheckResult the(CheckKind kind) {
        List<CheckResult> all = results.stream().filter(r -> r.check() == kind).toList();
        assertThat(all).as(kind.name()).hasSize(1);
        return all.getFirst();
    }

    /** The evidence of this name, empty when there is none. */
    String evidence(CheckKind kind, String name) {
        return the(kind).evidence().stream()
                .filter(field -> field.path().equals(name))
                .map(Field::value)
                .findFirst()
                .orElse("");
    }

    /** Takes the place of what a Windows controller has and Samba has not: RPC over HTTP. */
    static ServerSocket rpcOverHttp(SambaDc controller) throws IOException {
        return new ServerSocket(
                AdService.RPC_HTTP.port(),
                50,
                java.net.InetAddress.getByName(controller.address()));
    }
}
