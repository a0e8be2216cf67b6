package org.workspaceadmin.connection.probe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.connection.network.Route;
import org.workspaceadmin.connection.probe.ProbeScene.Tried;
import org.workspaceadmin.model.Problem;

/** Which way each address takes and why, and whether each proxy on it opens that way. */
final class ProxyStep {
    private final ProbeScene scene;

    ProxyStep(ProbeScene scene) {
        this.scene = scene;
    }

    Outcome look() {
        Facts facts = new Facts();
        Map<String, Site> proxies = new LinkedHashMap<>();
        boolean direct = false;
        for (Site site : scene.sites()) {
            Route route = scene.route(site);
            direct |= route.isDirect();
            if (route.isDirect()) {
                facts.word("route", site.name(), "direct");
            } else {
                facts.text("route", site.name(), proxy(route));
                proxies.putIfAbsent(proxy(route), site);
            }
            facts.word("why", site.name(), "why." + route.why().name());
            facts.text("rule", site.name(), route.rule());
        }
        if (proxies.isEmpty()) {
            return Outcome.passed(Verdict.of("direct"), collapsed(facts));
        }
        Map<String, Tried> tried = new LinkedHashMap<>();
        List<Tried> answers = scene.knock(List.copyOf(proxies.values()));
        int next = 0;
        for (String proxy : proxies.keySet()) {
            Tried one = answers.get(next++);
            tried.put(proxy, one);
            facts.word("reached", proxy, reached(one.problem()));
        }
        for (Map.Entry<String, Tried> one : tried.entrySet()) {
            String fault = fault(one.getValue().problem());
            if (!fault.isEmpty() && one.getValue().site().essential(scene.connection())) {
                return Outcome.failed(
                        Verdict.of(fault, new Value.Text(one.getKey())),
                        collapsed(facts),
                        one.getValue().problem());
            }
        }
        Value names = new Value.Text(String.join(", ", proxies.keySet()));
        return Outcome.passed(Verdict.of(direct ? "mixed" : "through", names), collapsed(facts));
    }

    private List<Fact> collapsed(Facts facts) {
        return facts.collapsed(scene.sites().size());
    }

    private static String proxy(Route route) {
        return route.host() + ":" + route.port();
    }

    /** The verdict's code for what the proxy did; empty when it opened the way. */
    private static String fault(@Nullable Problem problem) {
        if (problem == null) {
            return "";
        }
        return switch (problem.kind()) {
            case PROXY_UNREACHABLE -> "unreachable";
            case PROXY_REFUSED -> "refused";
            case PROXY_AUTHENTICATION -> "signIn";
            default -> "";
        };
    }

    private static String reached(@Nullable Problem problem) {
        if (problem == null) {
            return "yes";
        }
        return switch (problem.kind()) {
            case PROXY_UNREACHABLE -> "no";
            case TIMEOUT, CONNECTION_LOST -> "unknown";
            default -> "yes";
        };
    }
}
