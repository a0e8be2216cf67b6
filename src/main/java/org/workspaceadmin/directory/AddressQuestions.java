package org.workspaceadmin.directory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.task.Workers;

/**
 * Asks the domain's DNS servers for addresses, a bounded number of questions at a time. A server
 * that fails several times in a row is left alone for the rest, so that a dead one costs seconds
 * and not a patience per name.
 */
final class AddressQuestions {
    private static final int AT_A_TIME = 32;
    private static final int FAILURES = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Workers workers;
    private final List<Server> servers;

    private record Server(NameServer asked, AtomicInteger failures) {
        boolean down() {
            return failures.get() >= FAILURES;
        }
    }

    AddressQuestions(Workers workers, Endpoints endpoints, Collection<String> addresses) {
        this.workers = workers;
        servers =
                addresses.stream()
                        .map(a ->
                                new Server(
                                        new NameServer(endpoints.of(a, AdService.DNS), PATIENCE),
                                        new AtomicInteger()))
                        .toList();
    }

    /** By name, what was answered; a name that no server answered for is missing. */
    Map<String, Set<String>> of(Collection<String> hostNames) {
        List<String> names = new ArrayList<>(new LinkedHashSet<>(hostNames));
        Map<String, Set<String>> answers = new ConcurrentHashMap<>();
        AtomicInteger next = new AtomicInteger();
        List<Work<Boolean>> lanes = new ArrayList<>();
        try {
            for (int i = 0; i < Math.min(AT_A_TIME, names.size()); i++) {
                lanes.add(
                        workers.start(() -> {
                            int at;
                            while ((at = next.getAndIncrement()) < names.size()
                                    && !servers.stream().allMatch(Server::down)) {
                                ask(names.get(at), answers);
                            }
                            return true;
                        }));
            }
            lanes.forEach(Work::await);
        } finally {
            lanes.forEach(Work::cancel);
        }
        return Map.copyOf(answers);
    }

    private void ask(String name, Map<String, Set<String>> answers) throws InterruptedException {
        for (Server server : servers) {
            if (server.down()) {
                continue;
            }
            DnsAnswer answer = server.asked().addresses(name);
            switch (answer.state()) {
                case FOUND, NO_NAME, NO_RECORD -> {
                    server.failures().set(0);
                    Set<String> addresses = new LinkedHashSet<>();
                    answer.records().forEach(r -> addresses.add(r.value()));
                    answers.put(name, Set.copyOf(addresses));
                    return;
                }
                case REFUSED, FAILED, SILENT, UNREACHABLE, BROKEN ->
                        server.failures().incrementAndGet();
            }
        }
    }
}
