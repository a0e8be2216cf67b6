package org.workspaceadmin.model;

/**
 * An enterprise project (api/iam-and-signing.md section 5).
 *
 * @param id id, {@code 0} for the default one
 * @param name name
 * @param description text
 * @param enabled whether its status is 1
 */
public record EnterpriseProject(String id, String name, String description, boolean enabled) {}
