package org.workspaceadmin.directory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.net.ssl.X509TrustManager;
import org.workspaceadmin.directory.CheckOrder.Controller;
import org.workspaceadmin.directory.PortChecks.Port;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.task.Workers;

/**
 * Checks a company's directory from this workstation: names, ports, identity, clock, certificate,
 * account. Everything side by side but signing in: that is tried at one controller after the other,
 * once each, and no further after a refusal, because every attempt counts towards a lock-out. Only
 * reads.
 */
public final class DirectoryCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Workers workers;
    private final InstantSource clock;
    private final Endpoints endpoints;
    private final X509TrustManager trust;

    /**
     * A checker.
     *
     * @param workers runs what blocks
     * @param clock this workstation's
     * @param endpoints where services are
     * @param trust which authorities a password may be entrusted to
     */
    public DirectoryCheck(
            Workers workers, InstantSource clock, Endpoints endpoints, X509TrustManager trust) {
        this.workers = workers;
        this.clock = clock;
        this.endpoints = endpoints;
        this.trust = trust;
    }

    /**
     * Checks everything.
     *
     * @param order what
     * @param found hears each result as it comes, on background threads
     * @return true when all checks came to an end; cancelling ends what runs
     */
    public Work<Boolean> run(CheckOrder order, Consumer<CheckResult> found) {
        return workers.start(() -> {
            DnsChecks dns = new DnsChecks(order, endpoints, PATIENCE);
            ControllerChecks controllers =
                    new ControllerChecks(order, endpoints, PATIENCE, trust, clock);
            List<Work<?>> lanes = new ArrayList<>();
            try {
                for (String server : order.dnsServers()) {
                    lanes.add(
                            workers.start(() -> {
                                dns.of(server).forEach(found);
                                return true;
                            }));
                }
                if (order.dnsServers().size() > 1) {
                    lanes.add(
                            workers.start(() -> {
                                found.accept(dns.agreement());
                                return true;
                            }));
                }
                for (Controller controller : order.controllers()) {
                    lanes.add(
                            workers.start(() -> {
                                found.accept(ports(order, controller));
                                return true;
                            }));
                    lanes.add(
                            workers.start(() -> {
                                controllers.open(controller, found);
                                found.accept(controllers.certificate(controller));
                                return true;
                            }));
                }
                lanes.add(workers.start(() -> accounts(order, controllers, found)));
                for (Work<?> lane : lanes) {
                    lane.await();
                }
                return true;
            } finally {
                lanes.forEach(Work::cancel);
            }
        });
    }

    private CheckResult ports(CheckOrder order, Controller controller) throws InterruptedException {
        long begin = System.nanoTime();
        Ports ports = new Ports(endpoints, PATIENCE.dividedBy(2));
        List<Work<PortState>> asked = new ArrayList<>();
        try {
            for (Port port : Port.all()) {
                asked.add(
                        workers.start(() ->
                                port.udp()
                                        ? ports.udp(
                                                controller.address(),
                                                port.service(),
                                                order.domain())
                                        : ports.tcp(controller.address(), port.service())));
            }
            List<PortState> states = new ArrayList<>();
            for (Work<PortState> each : asked) {
                states.add(each.await());
            }
            return PortChecks.judge(
                    order, controller, states, Duration.ofNanos(System.nanoTime() - begin));
        } finally {
            asked.forEach(Work::cancel);
        }
    }

    /** At one controller after the other; a refusal by the first is not repeated at the next. */
    private static boolean accounts(
            CheckOrder order, ControllerChecks controllers, Consumer<CheckResult> found) {
        CheckOrder.Account account = order.account();
        if (account == null) {
            return true;
        }
        boolean[] refused = {false};
        for (Controller controller : order.controllers()) {
            if (refused[0]) {
                found.accept(
                        new CheckResult(
                                CheckKind.ACCOUNT,
                                controller.address(),
                                Verdict.SKIPPED,
                                "NOT_AGAIN",
                                List.of(),
                                List.of(),
                                Duration.ZERO));
                continue;
            }
            controllers.account(
                    controller,
                    account,
                    result -> {
                        refused[0] |=
                                result.check() == CheckKind.ACCOUNT
                                        && result.verdict() == Verdict.BAD;
                        found.accept(result);
                    });
        }
        return true;
    }
}
