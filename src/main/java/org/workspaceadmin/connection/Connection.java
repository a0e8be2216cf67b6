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
 * @param identity who signs in
 * @param enterpriseProjectId enterprise project, empty for none
 * @param marking colour, label and guard
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
        Identity identity,
        String enterpriseProjectId,
        Marking marking,
        boolean demo) {
    /** How it signs in. */
    public SignInKind signIn() {
        return identity.kind();
    }

    /** The same connection under another id. */
    public Connection withId(String newId) {
        return with(newId, projectId, projectName, generation, identity);
    }

    /** The same connection for a project. */
    public Connection withProject(String newId, String newName) {
        return with(id, newId, newName, generation, identity);
    }

    /** The same connection with another API generation. */
    public Connection withGeneration(Generation other) {
        return with(id, projectId, projectName, other, identity);
    }

    /** The same connection signing in as somebody else. */
    public Connection withIdentity(Identity other) {
        return with(id, projectId, projectName, generation, other);
    }

    private Connection with(
            String otherId,
            String otherProject,
            String otherProjectName,
            Generation otherGeneration,
            Identity otherIdentity) {
        return new Connection(
                otherId,
                name,
                endpoints,
                region,
                otherProject,
                otherProjectName,
                otherGeneration,
                otherIdentity,
                enterpriseProjectId,
                marking,
                demo);
    }
}
