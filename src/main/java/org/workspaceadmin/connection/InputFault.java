package org.workspaceadmin.connection;

import java.util.List;

/**
 * Something wrong with what an operator typed about a connection. Never holds a secret.
 *
 * @param field which input
 * @param id what is wrong; the message bundles hold {@code connection.fault.<id>}
 * @param arguments words for the message, in order
 */
public record InputFault(Field field, String id, List<String> arguments) {
    /** Copies the list. */
    public InputFault {
        arguments = List.copyOf(arguments);
    }

    static InputFault of(Field field, String id, String... arguments) {
        return new InputFault(field, id, List.of(arguments));
    }

    /** The inputs. */
    public enum Field {
        /** What the operator calls the connection. */
        NAME,
        /** Region. */
        REGION,
        /** Address of Workspace. */
        ENDPOINT,
        /** Project id. */
        PROJECT,
        /** Access key id. */
        ACCESS_KEY,
        /** Secret key. */
        SECRET_KEY,
        /** Security token. */
        TOKEN,
        /** Account name. */
        ACCOUNT,
        /** IAM user name. */
        USER,
        /** Password. */
        PASSWORD,
        /** IAM user id, beside a one-time code. */
        USER_ID,
        /** One-time code. */
        PASSCODE
    }
}
