package org.workspaceadmin.simulator.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the call a request means. Fixed parts win over variables: {@code desktops/detail} is no
 * desktop id.
 */
public final class Router {
    private final Map<String, Node> byMethod = new HashMap<>();

    private static final class Node {
        final Map<String, Node> fixed = new HashMap<>();
        final Map<String, Node> variable = new HashMap<>();
        final List<Route> route = new ArrayList<>(1);
    }

    /**
     * A request's call.
     *
     * @param route where it goes
     * @param variables of its path
     */
    record Match(Route route, Map<String, String> variables) {}

    /**
     * Makes a router without the calls of the features a region lacks.
     *
     * @param routes every call
     * @param lacks features that are missing
     */
    public Router(List<Route> routes, Set<String> lacks) {
        for (Route route : routes) {
            if (!lacks.contains(route.feature())) {
                add(route);
            }
        }
    }

    private void add(Route route) {
        Node node = byMethod.computeIfAbsent(route.method(), m -> new Node());
        for (String segment : route.segments()) {
            boolean variable = segment.startsWith("{");
            String name = variable ? segment.substring(1, segment.length() - 1) : segment;
            node = (variable ? node.variable : node.fixed).computeIfAbsent(name, n -> new Node());
        }
        node.route.add(route);
    }

    /**
     * Finds the call.
     *
     * @param method HTTP method
     * @param path as sent
     * @return the call
     * @throws Refusal 404 APIGW.0101, or 405 where the vendor's pages name it
     */
    Match find(String method, String path) {
        Match match = match(method, path);
        if (match != null) {
            return match;
        }
        boolean names405 =
                path.startsWith("/v1.0/")
                        || path.endsWith("/workspace-sub-jobs")
                        || path.endsWith("/users");
        if (names405 && byMethod.keySet().stream().anyMatch(m -> match(m, path) != null)) {
            throw Refusal.gateway(405, "APIGW.0101", "The API does not accept this method");
        }
        throw Refusal.gateway(
                404,
                "APIGW.0101",
                "The API does not exist or has not been published in the environment");
    }

    private @Nullable Match match(String method, String path) {
        Node root = byMethod.get(method);
        if (root == null || path.length() < 2) {
            return null;
        }
        Map<String, String> variables = new HashMap<>();
        Route route = descend(root, Route.split(path), 0, variables);
        return route == null ? null : new Match(route, variables);
    }

    private static @Nullable Route descend(
            Node node, List<String> parts, int depth, Map<String, String> variables) {
        if (depth == parts.size()) {
            return node.route.isEmpty() ? null : node.route.getFirst();
        }
        String part = Incoming.decode(parts.get(depth));
        Node fixed = node.fixed.get(part);
        if (fixed != null) {
            Route found = descend(fixed, parts, depth + 1, variables);
            if (found != null) {
                return found;
            }
        }
        for (Map.Entry<String, Node> entry : node.variable.entrySet()) {
            Route found =
                    part.isEmpty() ? null : descend(entry.getValue(), parts, depth + 1, variables);
            if (found != null) {
                variables.put(entry.getKey(), part);
                return found;
            }
        }
        return null;
    }
}
