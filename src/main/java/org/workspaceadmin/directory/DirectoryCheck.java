package org.workspaceadmin.directory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
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
    private final Duration patience;

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
        this(workers, clock, endpoints, trust, PATIENCE);
    }

    /**
     * A checker with a patience of its own.
     *
     * @param patience how long one answer may take
     */
    DirectoryCheck(
            Workers workers,
            InstantSource clock,
            Endpoints endpoints,
            X509TrustManager trust,
            Duration patience) {
        this.workers = workers;
        this.clock = clock;
        this.endpoints = endpoints;
        this.trust = trust;
        this.patience = patience;
    }

    /**
     * Checks everything.
     *
     * @param order what
     * @param found hears each result as it comes, on background threads
     * @return true when all checks came to an end; cancelling ends what runs
     */
    public Work<Boolean> run(CheckOrder order, Consumer<CheckResult> found) {
        AtomicBoolean over = new AtomicBoolean();
        return run(
                order,
                result -> {
                    if (!over.get()) {
                        found.accept(result);
                    }
                },
                over);
    }

    private Work<Boolean> run(CheckOrder order, Consumer<CheckResult> found, AtomicBoolean over) {
        return workers.start(() -> {
            DnsChecks dns = new DnsChecks(order, endpoints, patience);
            ControllerChecks controllers =
                    new ControllerChecks(order, endpoints, patience, trust, clock);
            AccountCheck account = new AccountCheck(order, endpoints, patience, trust, clock);
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
                lanes.add(workers.start(() -> accounts(order, account, found)));
                for (Work<?> lane : lanes) {
                    lane.await();
                }
                return true;
            } finally {
                over.set(true);
                lanes.forEach(Work::cancel);
            }
        });
    }

    private CheckResult ports(CheckOrder order, Controller controller) throws InterruptedException {
        long begin = System.nanoTime();
        Ports ports = new Ports(endpoints, patience.dividedBy(2));
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
            CheckOrder order, AccountCheck accounts, Consumer<CheckResult> found) {
        CheckOrder.Account account = order.account();
        if (account == null) {
            return true;
        }
        boolean goOn = true;
        for (Controller controller : order.controllers()) {
            if (goOn) {
                goOn = accounts.at(controller, account, found);
            } else {
                found.accept(AccountCheck.notAgain(controller));
            }
        }
        return true;
    }
}
