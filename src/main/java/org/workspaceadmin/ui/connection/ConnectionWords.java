package org.workspaceadmin.ui.connection;

import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.connection.Identity;
import org.workspaceadmin.connection.SignInKind;
import org.workspaceadmin.ui.common.Texts;

/** How a connection is spoken of in one line. */
final class ConnectionWords {
    private static final int SHORT_KEY = 8;

    private ConnectionWords() {}

    /** Region or host, and the project where it is known. */
    static String where(Connection connection) {
        String region =
                connection.region().isEmpty()
                        ? connection.endpoints().workspace().getAuthority()
                        : connection.region();
        String project =
                connection.projectName().isEmpty() || connection.projectName().equals(region)
                        ? connection.projectId()
                        : connection.projectName();
        return project.isEmpty() ? region : region + "  ·  " + project;
    }

    /** Kind of sign-in and who, a key id shortened to its ends. */
    static String who(Identity identity, Texts texts) {
        String kind = texts.now("signIn.kind." + identity.kind());
        String who =
                identity.kind() == SignInKind.PASSWORD
                        ? identity.user().isEmpty()
                                ? identity.account()
                                : identity.user() + " @ " + identity.account()
                        : masked(identity.accessKey());
        return who.isEmpty() ? kind : kind + " " + who;
    }

    /** The first and the last four characters of a key id. */
    static String masked(String key) {
        return key.length() <= SHORT_KEY
                ? key
                : key.substring(0, 4) + "…" + key.substring(key.length() - 4);
    }
}
