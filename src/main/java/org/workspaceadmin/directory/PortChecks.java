package org.workspaceadmin.directory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.workspaceadmin.directory.CheckOrder.Controller;
import org.workspaceadmin.directory.PortState.Reach;
import org.workspaceadmin.model.Field;

/** Judges which ports of a controller can be reached from here. */
final class PortChecks {
    /** Without these nothing joins a domain. */
    private static final Set<AdService> NEEDED =
            EnumSet.of(
                    AdService.KERBEROS,
                    AdService.RPC_ENDPOINT_MAPPER,
                    AdService.LDAP,
                    AdService.SMB,
                    AdService.KPASSWD);

    private PortChecks() {}

    /** One port that is looked at. */
    record Port(AdService service, boolean udp) {
        /** Every port there is to look at. */
        static List<Port> all() {
            List<Port> all = new ArrayList<>();
            for (AdService service : AdService.values()) {
                if (service.tcp()) {
                    all.add(new Port(service, false));
                }
                if (service.udp()) {
                    all.add(new Port(service, true));
                }
            }
            return all;
        }
    }

    static CheckResult judge(
            CheckOrder order, Controller controller, List<PortState> states, Duration took) {
        Set<AdService> needed = EnumSet.copyOf(NEEDED);
        if (order.ldaps()) {
            needed.add(AdService.LDAPS);
        }
        if (order.dnsServers().contains(controller.address())) {
            needed.add(AdService.DNS);
        }
        List<PortState> closed =
                states.stream().filter(s -> !s.udp() && s.reach() != Reach.OPEN).toList();
        List<PortState> missing =
                closed.stream().filter(s -> needed.contains(s.service())).toList();
        // Over UDP silence proves nothing, and TCP does in its place.
        List<PortState> refused =
                states.stream()
                        .filter(s -> s.udp() && s.reach() == Reach.REFUSED)
                        .filter(s -> s.service() != AdService.NTP)
                        .toList();
        boolean all = closed.size() == states.stream().filter(s -> !s.udp()).count();
        Verdict verdict =
                !missing.isEmpty()
                        ? Verdict.BAD
                        : closed.isEmpty() && refused.isEmpty() ? Verdict.GOOD : Verdict.ATTENTION;
        String code =
                all
                        ? "NOTHING"
                        : !missing.isEmpty()
                                ? "MISSING"
                                : closed.isEmpty() && refused.isEmpty() ? "OPEN" : "SOME";
        return new CheckResult(
                CheckKind.PORTS,
                controller.address(),
                verdict,
                code,
                arguments(missing.isEmpty() ? closed : missing),
                states.stream().map(PortChecks::evidence).toList(),
                took);
    }

    private static List<String> arguments(List<PortState> states) {
        List<String> arguments = new ArrayList<>(List.of(names(states)));
        for (Reach reach : List.of(Reach.REFUSED, Reach.SILENT, Reach.UNREACHABLE)) {
            arguments.add(names(states.stream().filter(s -> s.reach() == reach).toList()));
        }
        return arguments;
    }

    private static Field evidence(PortState state) {
        return new Field(
                (state.udp() ? "UDP " : "TCP ") + state.service().port(), state.reach().name());
    }

    private static String names(List<PortState> states) {
        return states.stream()
                .map(s -> Integer.toString(s.service().port()))
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
