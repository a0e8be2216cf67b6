package org.workspaceadmin.model;

/**
 * Who signs, as STS sees it (api/iam-and-signing.md section 4).
 *
 * @param accountId account id
 * @param principalUrn user, agency or session
 * @param principalId its id
 */
public record CallerIdentity(String accountId, String principalUrn, String principalId) {}
