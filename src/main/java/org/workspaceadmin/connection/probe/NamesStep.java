package org.workspaceadmin.connection.probe;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.workspaceadmin.connection.network.Route;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Problem.Evidence;
import org.workspaceadmin.model.Problem.Kind;

/**
 * Looks up the names this machine has to look up itself: those of hosts it reaches directly, and of
 * proxies. Names behind a proxy are the proxy's business.
 */
final class NamesStep {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final ProbeScene scene;
    private final Lookup lookup;

    /** Finds the addresses of a host. */
    @FunctionalInterface
    interface Lookup {
        /** Its addresses as numbers; throws when there are none. */
        List<String> addresses(String host) throws UnknownHostException;
    }

    private record Asked(String host, String about, boolean proxy, boolean needed) {}

    private record Found(Asked asked, List<String> addresses, String failure) {}

    NamesStep(ProbeScene scene) {
        this(scene, NamesStep::system);
    }

    NamesStep(ProbeScene scene, Lookup lookup) {
        this.scene = scene;
        this.lookup = lookup;
    }

    Outcome look() {
        Set<Asked> asked = new LinkedHashSet<>();
        Facts facts = new Facts();
        for (Site site : scene.sites()) {
            Route route = scene.route(site);
            if (route.isDirect()) {
                boolean needed = site.essential(scene.connection());
                asked.add(new Asked(site.host(), site.name(), false, needed));
            } else {
                facts.word("resolution", site.name(), "byProxy");
                asked.add(new Asked(route.host(), route.host(), true, true));
            }
        }
        List<Found> found =
                scene.side()
                        .all(
                                List.copyOf(asked),
                                LIMIT,
                                this::find,
                                one ->
                                        new Found(
                                                one,
                                                List.of(),
                                                "no answer in " + LIMIT.toSeconds() + " s"));
        for (Found one : found) {
            if (one.addresses().isEmpty()) {
                facts.word("addresses", one.asked().about(), "noAddress");
            } else {
                facts.text("addresses", one.asked().about(), String.join(", ", one.addresses()));
            }
        }
        return judge(found, facts.list());
    }

    private Outcome judge(List<Found> found, List<Fact> facts) {
        List<Found> missing = found.stream().filter(f -> f.addresses().isEmpty()).toList();
        if (missing.isEmpty()) {
            boolean onlyProxies = found.stream().allMatch(f -> f.asked().proxy());
            return Outcome.passed(
                    onlyProxies
                            ? Verdict.of("proxied")
                            : Verdict.of("found", new Value.Count(found.size())),
                    facts);
        }
        Found worst =
                missing.stream()
                        .filter(f -> f.asked().needed())
                        .findFirst()
                        .orElse(missing.getFirst());
        Value host = new Value.Text(worst.asked().host());
        long more = missing.stream().map(f -> f.asked().host()).distinct().count() - 1;
        Verdict verdict =
                more == 0
                        ? Verdict.of("missing", host)
                        : Verdict.of("missingMore", host, new Value.Count(more));
        if (!worst.asked().needed()) {
            return Outcome.warned(verdict, facts, null);
        }
        Kind kind = worst.asked().proxy() ? Kind.PROXY_UNREACHABLE : Kind.NAME_RESOLUTION;
        String evidence = worst.asked().proxy() ? Evidence.PROXY : Evidence.HOST;
        Problem problem =
                Problem.without(kind, "", worst.failure(), scene.timer().instant())
                        .withEvidence(Map.of(evidence, worst.asked().host()));
        return Outcome.failed(verdict, facts, problem);
    }

    private Found find(Asked asked) {
        try {
            return new Found(asked, lookup.addresses(asked.host()), "");
        } catch (UnknownHostException e) {
            return new Found(asked, List.of(), String.valueOf(e.getMessage()));
        }
    }

    private static List<String> system(String host) throws UnknownHostException {
        return Arrays.stream(InetAddress.getAllByName(host))
                .map(InetAddress::getHostAddress)
                .toList();
    }
}
