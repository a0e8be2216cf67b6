package org.workspaceadmin.model;

/**
 * A domain controller the service is asked to try (api/workspace.md section 5).
 *
 * @param domain domain name
 * @param ip controller address
 * @param name controller's full name
 * @param account administrator account
 * @param password its password
 * @param ldaps whether LDAPS is used
 * @param certificate PEM text with LDAPS, else empty
 */
public record ControllerCheck(
        String domain,
        String ip,
        String name,
        String account,
        Secret password,
        boolean ldaps,
        String certificate) {}
