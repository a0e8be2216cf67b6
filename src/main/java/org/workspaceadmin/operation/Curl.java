package org.workspaceadmin.operation;

import org.workspaceadmin.model.WriteRequest;

/**
 * Writes a request as a command line for a POSIX shell. Sign-in and host are taken from variables
 * the reader sets, so nothing secret is in it.
 */
final class Curl {
    private Curl() {}

    /**
     * The command line.
     *
     * @param request method and path
     * @param masked the body with secrets masked, empty when there is none
     */
    static String of(WriteRequest request, String masked) {
        StringBuilder line = new StringBuilder("curl --request ").append(request.method());
        line.append(" \"$WORKSPACE_ENDPOINT\"").append(quoted(request.path()));
        line.append(" \\\n  --header \"X-Auth-Token: $WORKSPACE_TOKEN\"");
        if (!masked.isEmpty()) {
            line.append(" \\\n  --header 'Content-Type: application/json'");
            line.append(" \\\n  --data-raw ").append(quoted(masked));
        }
        return line.toString();
    }

    /** Single quotes take everything literally but themselves. */
    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
