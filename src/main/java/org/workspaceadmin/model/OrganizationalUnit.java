package org.workspaceadmin.model;

/**
 * An OU, registered in Workspace or read from AD (api/workspace.md section 9).
 *
 * @param id Workspace's id, empty for one read from AD
 * @param name name, nested ones as {@code a/b/c}
 * @param dn distinguished name
 * @param domain domain, empty when not sent
 * @param domainId its id, empty when not sent
 * @param description text
 */
public record OrganizationalUnit(
        String id, String name, String dn, String domain, String domainId, String description) {}
