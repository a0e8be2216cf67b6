package org.workspaceadmin.connection.probe;

import java.time.Duration;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.connection.SignIn;

/**
 * What is tested.
 *
 * @param connection where to; the project may be open
 * @param signIn how; copied before the test starts, so the caller may close it at once
 * @param clockOffset what is added to this machine's time when signing, as the operator agreed;
 *     zero for nothing
 */
public record ProbeRequest(Connection connection, SignIn signIn, Duration clockOffset) {
    /** With this machine's own clock. */
    public static ProbeRequest of(Connection connection, SignIn signIn) {
        return new ProbeRequest(connection, signIn, Duration.ZERO);
    }
}
