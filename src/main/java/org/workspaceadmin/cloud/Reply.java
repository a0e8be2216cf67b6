package org.workspaceadmin.cloud;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;

/** What came back over the wire. */
final class Reply {
    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;
    private final String host;

    /**
     * Keeps the arrays as they are.
     *
     * @param host who was asked, empty when that does not matter
     */
    Reply(int status, HttpHeaders headers, byte[] body, String host) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.host = host;
    }

    /** The host that was asked. */
    String host() {
        return host;
    }

    int status() {
        return status;
    }

    /** Whether the status is one of 200 to 299. */
    boolean ok() {
        return status >= 200 && status < 300;
    }

    /** The first value of a header, empty when it was not sent. */
    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    byte[] body() {
        return body;
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Whether there is nothing but blanks. */
    boolean isEmpty() {
        for (byte b : body) {
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return false;
            }
        }
        return true;
    }
}
