package org.workspaceadmin.model;

import java.util.Objects;

/**
 * One writing request exactly as it will leave, shown before it is sent. May contain a secret (a
 * domain password), so it is masked before it is shown or stored and has no telling {@code
 * toString}.
 *
 * @param kind which call
 * @param method HTTP method
 * @param path path with the project id filled in, already percent-encoded, without host
 * @param body JSON text, empty when the call has no body
 */
public record WriteRequest(WriteKind kind, String method, String path, String body) {
    /** All parts are required. */
    public WriteRequest {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(method);
        Objects.requireNonNull(path);
        Objects.requireNonNull(body);
    }

    /** Names the call without its body, which may hold a secret. */
    @Override
    public String toString() {
        return kind + " " + method + " " + path;
    }
}
