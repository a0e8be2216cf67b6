package org.workspaceadmin.connection;

import org.workspaceadmin.model.Generation;

/**
 * A connection without its secrets.
 *
 * @param id our own id, never shown
 * @param name what the operator calls it
 * @param endpoints the address of each service
 * @param region region id, empty when the addresses were typed by hand
 * @param projectId project, empty when it is to be found by the region's name
 * @param projectName its name, empty when not known
 * @param generation v1.0 or v2
 * @param signIn how it signs in
 * @param accessKey access key id, empty for a password
 * @param account account name, empty for keys
 * @param user IAM user name, empty for keys
 * @param enterpriseProjectId enterprise project, empty for none
 * @param demo whether this is the embedded simulator
 */
public record Connection(
        String id,
        String name,
        Endpoints endpoints,
        String region,
        String projectId,
        String projectName,
        Generation generation,
        SignInKind signIn,
        String accessKey,
        String account,
        String user,
        String enterpriseProjectId,
        boolean demo) {
    /** The same connection for a project. */
    public Connection withProject(String newId, String newName) {
        return new Connection(
                id,
                name,
                endpoints,
                region,
                newId,
                newName,
                generation,
                signIn,
                accessKey,
                account,
                user,
                enterpriseProjectId,
                demo);
    }
}
