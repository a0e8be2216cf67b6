package org.workspaceadmin.directory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.workspaceadmin.directory.CheckOrder.Controller;
import org.workspaceadmin.model.Field;

/** Judges what DNS servers say of a domain. Pure but for the asking. */
final class DnsChecks {
    /** A server that says there is nothing has said something. */
    private static final Set<DnsAnswer.State> SAID =
            EnumSet.of(DnsAnswer.State.FOUND, DnsAnswer.State.NO_NAME, DnsAnswer.State.NO_RECORD);

    private final CheckOrder order;
    private final Endpoints endpoints;
    private final Duration patience;

    DnsChecks(CheckOrder order, Endpoints endpoints, Duration patience) {
        this.order = order;
        this.endpoints = endpoints;
        this.patience = patience;
    }

    /** Everything one server is asked. */
    List<CheckResult> of(String server) throws InterruptedException {
        NameServer dns = new NameServer(endpoints.of(server, AdService.DNS), patience);
        List<CheckResult> results = new ArrayList<>();
        results.add(
                services(
                        CheckKind.DNS_CONTROLLERS,
                        server,
                        dns,
                        dns.services("_ldap._tcp.dc._msdcs." + order.domain())));
        results.add(
                services(
                        CheckKind.DNS_KERBEROS,
                        server,
                        dns,
                        dns.services("_kerberos._tcp." + order.domain())));
        results.add(
                services(
                        CheckKind.DNS_LDAP,
                        server,
                        dns,
                        dns.services("_ldap._tcp." + order.domain())));
        for (Controller controller : order.controllers()) {
            if (!controller.name().isEmpty()) {
                results.add(address(server, dns, controller));
            }
            results.add(reverse(server, dns, controller));
        }
        return results;
    }

    /** Whether all servers say the same of services and controllers. */
    CheckResult agreement() throws InterruptedException {
        long begin = System.nanoTime();
        List<Field> evidence = new ArrayList<>();
        Map<String, Set<Set<String>>> said = new LinkedHashMap<>();
        for (String server : order.dnsServers()) {
            NameServer dns = new NameServer(endpoints.of(server, AdService.DNS), patience);
            for (String question : questions()) {
                DnsAnswer answer =
                        question.startsWith("_") ? dns.services(question) : dns.addresses(question);
                if (!SAID.contains(answer.state())) {
                    return agreement(Verdict.UNKNOWN, "NO_ANSWER", server, evidence, begin);
                }
                Set<String> names = targets(answer);
                evidence.add(
                        new Field(
                                server + " " + question,
                                names.isEmpty() ? answer.state().name() : joined(names)));
                said.computeIfAbsent(question, q -> new HashSet<>()).add(names);
            }
        }
        List<String> different =
                said.entrySet().stream()
                        .filter(each -> each.getValue().size() > 1)
                        .map(Map.Entry::getKey)
                        .toList();
        return different.isEmpty()
                ? agreement(Verdict.GOOD, "SAME", "", evidence, begin)
                : agreement(Verdict.BAD, "DIFFERENT", joined(different), evidence, begin);
    }

    private List<String> questions() {
        List<String> questions =
                new ArrayList<>(
                        List.of(
                                "_ldap._tcp.dc._msdcs." + order.domain(),
                                "_kerberos._tcp." + order.domain(),
                                "_ldap._tcp." + order.domain()));
        order.controllers().stream()
                .map(Controller::name)
                .filter(name -> !name.isEmpty())
                .forEach(questions::add);
        return questions;
    }

    private static CheckResult agreement(
            Verdict verdict, String code, String argument, List<Field> evidence, long begin) {
        return new CheckResult(
                CheckKind.DNS_AGREEMENT,
                "",
                verdict,
                code,
                argument.isEmpty() ? List.of() : List.of(argument),
                evidence,
                Duration.ofNanos(System.nanoTime() - begin));
    }

    private static String joined(Collection<String> names) {
        return String.join(", ", names);
    }

    private CheckResult services(CheckKind kind, String server, NameServer dns, DnsAnswer answer)
            throws InterruptedException {
        if (!answer.found()) {
            return unanswered(kind, server, answer);
        }
        Set<String> named = targets(answer);
        List<String> missing = new ArrayList<>();
        for (Controller controller : order.controllers()) {
            if (!isNamed(controller, named, dns)) {
                missing.add(controller.name().isEmpty() ? controller.address() : controller.name());
            }
        }
        boolean all = missing.isEmpty();
        boolean controllers = kind == CheckKind.DNS_CONTROLLERS;
        // Others serve tickets and entries as well; as a controller it has to be named itself.
        Verdict verdict = all ? Verdict.GOOD : controllers ? Verdict.BAD : Verdict.ATTENTION;
        return new CheckResult(
                kind,
                server,
                verdict,
                all ? "FOUND" : "OTHERS",
                all && !controllers
                        ? List.of(joined(named))
                        : List.of(joined(missing), joined(named)),
                records(answer),
                answer.took());
    }

    /** By its name, or where only its address is known by the address of a name. */
    private static boolean isNamed(Controller controller, Set<String> named, NameServer dns)
            throws InterruptedException {
        if (named.contains(controller.name().toLowerCase(Locale.ROOT))) {
            return true;
        }
        if (!controller.name().isEmpty()) {
            return false;
        }
        for (String name : named) {
            DnsAnswer answer = dns.addresses(name);
            if (answer.records().stream().anyMatch(r -> r.value().equals(controller.address()))) {
                return true;
            }
            if (answer.state() == DnsAnswer.State.SILENT) {
                // It would be as silent about all the others, a patience each.
                return false;
            }
        }
        return false;
    }

    private static CheckResult address(String server, NameServer dns, Controller controller)
            throws InterruptedException {
        DnsAnswer answer = dns.addresses(controller.name());
        if (!answer.found()) {
            return unanswered(CheckKind.DNS_ADDRESS, server, answer);
        }
        boolean same =
                answer.records().stream().anyMatch(r -> r.value().equals(controller.address()));
        boolean more =
                answer.records().stream().anyMatch(r -> !r.value().equals(controller.address()));
        List<Field> evidence = new ArrayList<>(records(answer));
        DnsAnswer six = dns.addresses6(controller.name());
        six.records().forEach(r -> evidence.add(new Field("AAAA", r.value())));
        return new CheckResult(
                CheckKind.DNS_ADDRESS,
                server,
                !same ? Verdict.BAD : more ? Verdict.ATTENTION : Verdict.GOOD,
                !same ? "OTHER" : more ? "ALSO" : "SAME",
                List.of(
                        controller.name(),
                        answer.records().stream()
                                .map(DnsRecord::value)
                                .collect(Collectors.joining(", ")),
                        controller.address()),
                evidence,
                answer.took());
    }

    /** Rarely maintained and rarely needed, so it is never worse than worth a look. */
    private static CheckResult reverse(String server, NameServer dns, Controller controller)
            throws InterruptedException {
        DnsAnswer answer = dns.names(controller.address());
        boolean silent =
                answer.state() == DnsAnswer.State.SILENT
                        || answer.state() == DnsAnswer.State.UNREACHABLE;
        if (silent) {
            return unanswered(CheckKind.DNS_REVERSE, server, answer);
        }
        boolean same =
                controller.name().isEmpty()
                        ? answer.found()
                        : answer.records().stream()
                                .anyMatch(r -> r.value().equalsIgnoreCase(controller.name()));
        return new CheckResult(
                CheckKind.DNS_REVERSE,
                server,
                same ? Verdict.GOOD : Verdict.ATTENTION,
                same ? "SAME" : answer.found() ? "OTHER" : "NONE",
                List.of(
                        controller.address(),
                        answer.records().stream()
                                .map(DnsRecord::value)
                                .collect(Collectors.joining(", "))),
                records(answer),
                answer.took());
    }

    private static CheckResult unanswered(CheckKind kind, String server, DnsAnswer answer) {
        return new CheckResult(
                kind,
                server,
                Verdict.BAD,
                answer.state().name(),
                List.of(server, answer.detail()),
                List.of(),
                answer.took());
    }

    private static Set<String> targets(DnsAnswer answer) {
        return answer.records().stream()
                .map(DnsRecord::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Field> records(DnsAnswer answer) {
        return answer.records().stream()
                .map(r ->
                        new Field(
                                r.port() == 0 ? "record" : "SRV",
                                r.port() == 0 ? r.value() : r.value() + ":" + r.port()))
                .toList();
    }
}
