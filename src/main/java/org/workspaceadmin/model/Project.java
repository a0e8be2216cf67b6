package org.workspaceadmin.model;

/**
 * A project of IAM (api/iam-and-signing.md section 2).
 *
 * @param id project id
 * @param name region id, or region id, underscore and a name for a sub-project
 * @param accountId the account it belongs to
 * @param parentId parent, the account for a region's own project
 * @param enabled whether it can be used
 * @param description text
 */
public record Project(
        String id,
        String name,
        String accountId,
        String parentId,
        boolean enabled,
        String description) {
    /** Whether this is one of IAM's own projects that no service uses. */
    public boolean internal() {
        return name.equals("MOS");
    }
}
