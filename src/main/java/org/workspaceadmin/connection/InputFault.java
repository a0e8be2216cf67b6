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

    /** The same about another input. */
    InputFault at(Field other) {
        return new InputFault(other, id, arguments);
    }

    /** The inputs. */
    public enum Field {
        /** What the operator calls the connection. */
        NAME,
        /** Region. */
        REGION,
        /** Address of Workspace. */
        ENDPOINT,
        /** Address of IAM. */
        IAM_ENDPOINT,
        /** Address of the network service. */
        VPC_ENDPOINT,
        /** Address of the image service. */
        IMS_ENDPOINT,
        /** Address of STS. */
        STS_ENDPOINT,
        /** Address of the enterprise project service. */
        EPS_ENDPOINT,
        /** Project id. */
        PROJECT,
        /** Enterprise project id. */
        ENTERPRISE_PROJECT,
        /** The short word of the marking. */
        LABEL,
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
        PASSCODE,
        /** When temporary keys end. */
        EXPIRES
    }
}
