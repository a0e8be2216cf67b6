package org.workspaceadmin.cloud;

import java.nio.charset.StandardCharsets;
import java.util.Collection;

/**
 * One call of the API before sign-in and transport touch it.
 *
 * @param host which service
 * @param method HTTP method
 * @param name the call in words of the API, such as {@code GET /v2/{project_id}/desktops/detail}
 * @param path percent-encoded path
 * @param query encoded and sorted query, empty when none
 * @param body JSON text, empty when none
 * @param traits how it is treated
 */
record Call(
        CloudHost host,
        String method,
        String name,
        String path,
        String query,
        String body,
        Traits traits) {

    /**
     * How a call is treated.
     *
     * @param retried whether it may be sent again after a failure; reads only
     * @param write whether it counts against the budget for writes
     * @param jobAnswer whether {@code error_code} in a 2xx body belongs to the job it describes and
     *     is no failure of the call
     * @param identity whose identity it carries
     */
    record Traits(boolean retried, boolean write, boolean jobAnswer, Identity identity) {}

    /** Whose identity a call carries. */
    enum Identity {
        /** The connection's, for its project. */
        PROJECT,
        /** The connection's, for its whole account (global services). */
        ACCOUNT,
        /** A signature, also when the connection signs in by password (STS). */
        SIGNATURE,
        /** None: the call is the sign-in itself. */
        NONE
    }

    private static final Traits READ = new Traits(true, false, false, Identity.PROJECT);

    /** The bytes of the body, exactly as signed and sent. */
    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    /** Path and query as on the wire. */
    String target() {
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** A write that already has its final shape. */
    static Call write(String method, String name, String path, String body) {
        Traits traits = new Traits(false, true, false, Identity.PROJECT);
        return new Call(CloudHost.WORKSPACE, method, name, path, "", body, traits);
    }

    /** Starts a reading GET. */
    static Builder get(CloudHost host, String template) {
        return new Builder(host, "GET", template);
    }

    /** Starts a POST that only asks something, and may be asked again. */
    static Builder ask(CloudHost host, String template, String body) {
        Builder builder = new Builder(host, "POST", template);
        builder.body = body;
        return builder;
    }

    /** Puts a call together. */
    static final class Builder {
        private final CloudHost host;
        private final String method;
        private final String template;
        private String path;
        private final QueryString query = new QueryString();
        private String body = "";
        private Traits traits = READ;

        private Builder(CloudHost host, String method, String template) {
            this.host = host;
            this.method = method;
            this.template = template;
            this.path = template;
        }

        /** Fills a variable of the path. */
        Builder path(String variable, String value) {
            path = path.replace("{" + variable + "}", PercentCode.encode(value));
            return this;
        }

        /** Adds a query parameter. */
        Builder query(String parameter, String value) {
            query.add(parameter, value);
            return this;
        }

        /** Adds a query parameter. */
        Builder query(String parameter, int value) {
            return query(parameter, Integer.toString(value));
        }

        /** Adds a query parameter unless it is empty. */
        Builder queryIfPresent(String parameter, String value) {
            query.addIfPresent(parameter, value);
            return this;
        }

        /** Adds a repeated query parameter. */
        Builder queryAll(String parameter, Collection<String> values) {
            values.forEach(v -> query.add(parameter, v));
            return this;
        }

        /** Says that {@code error_code} in a good answer describes the job, not the call. */
        Builder jobAnswer() {
            traits = new Traits(traits.retried, traits.write, true, traits.identity);
            return this;
        }

        /** Says that it is never sent twice on its own, though it changes nothing. */
        Builder once() {
            traits = new Traits(false, traits.write, traits.jobAnswer, traits.identity);
            return this;
        }

        /** Says whose identity it carries. */
        Builder as(Identity identity) {
            traits = new Traits(traits.retried, traits.write, traits.jobAnswer, identity);
            return this;
        }

        /** The call, with the project filled in. */
        Call of(CloudSettings settings) {
            path("project_id", settings.projectId());
            return new Call(
                    host, method, method + " " + template, path, query.text(), body, traits);
        }
    }
}
