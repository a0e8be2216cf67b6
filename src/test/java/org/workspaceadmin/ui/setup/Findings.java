package org.workspaceadmin.ui.setup;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.workspaceadmin.directory.AdService;
import org.workspaceadmin.directory.CheckKind;
import org.workspaceadmin.directory.CheckOrder;
import org.workspaceadmin.directory.CheckOrder.Controller;
import org.workspaceadmin.directory.CheckResult;
import org.workspaceadmin.directory.Verdict;
import org.workspaceadmin.model.Field;

/** What checks find, for screens to show. */
final class Findings {
    private static final Duration TOOK = Duration.ofMillis(18);

    private Findings() {}

    /** Everything as it has to be. */
    static List<CheckResult> healthy(CheckOrder order) {
        List<CheckResult> all = new ArrayList<>();
        for (String server : order.dnsServers()) {
            String named = "dc1." + order.domain();
            all.add(
                    of(
                            CheckKind.DNS_CONTROLLERS,
                            server,
                            Verdict.GOOD,
                            "FOUND",
                            List.of("", named),
                            new Field("SRV", named + ":389")));
            all.add(of(CheckKind.DNS_KERBEROS, server, Verdict.GOOD, "FOUND", List.of(named)));
            all.add(of(CheckKind.DNS_LDAP, server, Verdict.GOOD, "FOUND", List.of(named)));
            for (Controller controller : order.controllers()) {
                if (!controller.name().isEmpty()) {
                    all.add(
                            of(
                                    CheckKind.DNS_ADDRESS,
                                    server,
                                    Verdict.GOOD,
                                    "SAME",
                                    List.of(
                                            controller.name(),
                                            controller.address(),
                                            controller.address())));
                }
                all.add(
                        of(
                                CheckKind.DNS_REVERSE,
                                server,
                                Verdict.GOOD,
                                "SAME",
                                List.of(controller.address(), named)));
            }
        }
        if (order.dnsServers().size() > 1) {
            all.add(of(CheckKind.DNS_AGREEMENT, "", Verdict.GOOD, "SAME", List.of()));
        }
        for (Controller controller : order.controllers()) {
            String at = controller.address();
            all.add(ports(at, Verdict.GOOD, "OPEN", ""));
            all.add(
                    of(
                            CheckKind.IDENTITY,
                            at,
                            Verdict.GOOD,
                            "SAME",
                            List.of("dc1." + order.domain(), order.domain())));
            all.add(of(CheckKind.CLOCK, at, Verdict.GOOD, "SAME", List.of("3")));
            all.add(
                    of(
                            CheckKind.CERTIFICATE,
                            at,
                            Verdict.GOOD,
                            "TRUSTED",
                            List.of("CN=Example Corp CA", "dc1." + order.domain(), "")));
            if (order.account() != null) {
                all.add(of(CheckKind.ACCOUNT, at, Verdict.GOOD, "SIGNED_IN", List.of("LDAPS")));
                all.add(of(CheckKind.RIGHTS, at, Verdict.GOOD, "DOMAIN_ADMIN", List.of()));
            }
        }
        return all;
    }

    /** Everything healthy but this, in the place of the check of its kind. */
    static List<CheckResult> with(List<CheckResult> healthy, CheckResult... others) {
        List<CheckResult> all = new ArrayList<>(healthy);
        for (CheckResult other : others) {
            all.replaceAll(r ->
                    r.check() == other.check() && r.subject().equals(other.subject()) ? other : r);
        }
        return all;
    }

    /** Ports, of which these are silent. */
    static CheckResult ports(String at, Verdict verdict, String code, String silent) {
        List<String> closed = List.of(silent.split(", "));
        List<Field> evidence = new ArrayList<>();
        for (AdService service : AdService.values()) {
            String number = Integer.toString(service.port());
            String reach = closed.contains(number) ? "SILENT" : "OPEN";
            if (service.tcp()) {
                evidence.add(new Field("TCP " + number, reach));
            }
            if (service.udp()) {
                evidence.add(
                        new Field(
                                "UDP " + number, service == AdService.KPASSWD ? "SILENT" : reach));
            }
        }
        return new CheckResult(CheckKind.PORTS, at, verdict, code, List.of(silent), evidence, TOOK);
    }

    static CheckResult of(
            CheckKind kind,
            String subject,
            Verdict verdict,
            String code,
            List<String> arguments,
            Field... evidence) {
        return new CheckResult(kind, subject, verdict, code, arguments, List.of(evidence), TOOK);
    }
}
