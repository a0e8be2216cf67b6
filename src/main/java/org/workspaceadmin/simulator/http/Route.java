package org.workspaceadmin.simulator.http;

import java.util.List;

/**
 * One call of the service.
 *
 * @param method HTTP method
 * @param segments its path, variables in braces
 * @param guard how callers must sign in
 * @param feature what a region must have to offer it, or empty
 * @param handler what answers
 */
public record Route(
        String method, List<String> segments, Guard guard, String feature, Handler handler) {
    /** How callers must sign in. */
    public enum Guard {
        /** Not at all. */
        OPEN,
        /** By token or signature. */
        EITHER,
        /** By token only. */
        TOKEN,
        /** By signature only. */
        SIGNATURE
    }

    /** Answers a call. */
    @FunctionalInterface
    public interface Handler {
        /**
         * Answers.
         *
         * @param call the request
         * @return the answer
         * @throws Refusal when it is refused
         */
        Answer handle(Call call);
    }

    /**
     * A call by token or signature that every region has.
     *
     * @param method HTTP method
     * @param path with variables in braces
     * @param handler what answers
     * @return the route
     */
    public static Route of(String method, String path, Handler handler) {
        return of(method, path, "", handler);
    }

    /**
     * A call by token or signature that some regions lack.
     *
     * @param method HTTP method
     * @param path with variables in braces
     * @param feature what a region must have
     * @param handler what answers
     * @return the route
     */
    public static Route of(String method, String path, String feature, Handler handler) {
        return new Route(method, split(path), Guard.EITHER, feature, handler);
    }

    /**
     * The same call with another way to sign in.
     *
     * @param other the way
     * @return the route
     */
    public Route guarded(Guard other) {
        return new Route(method, segments, other, feature, handler);
    }

    /**
     * The parts of a path.
     *
     * @param path with a leading slash
     * @return without empty parts at the end
     */
    static List<String> split(String path) {
        return List.of(path.substring(1).split("/"));
    }
}
