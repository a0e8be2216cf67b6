package org.workspaceadmin.connection;

/**
 * A connection that the computer's administrator provides.
 *
 * @param connection the connection; its id is the same at every start
 * @param locked whether the user can neither edit nor remove it; who signs in, and the project
 *     where none is given, are the user's in any case
 */
public record Predefined(Connection connection, boolean locked) {
    /**
     * The connection with what the user added to it.
     *
     * @param own as the user keeps it
     */
    Connection with(Connection own) {
        if (!locked) {
            return own;
        }
        Connection result = connection;
        Identity given = connection.identity();
        boolean nobody = given.accessKey().isEmpty() && given.user().isEmpty();
        if (nobody || given.kind() == own.identity().kind()) {
            result = result.withIdentity(own.identity());
        }
        return result.projectId().isEmpty()
                ? result.withProject(own.projectId(), own.projectName())
                : result;
    }
}
