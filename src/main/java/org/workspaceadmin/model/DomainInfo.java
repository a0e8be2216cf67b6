package org.workspaceadmin.model;

import java.util.List;

/**
 * Domain settings as the service reads them back, without password (api/workspace.md section 3).
 *
 * @param type {@code LITE_AD}, {@code LITE_AS}, {@code LOCAL_AD} or a newer word
 * @param name domain name
 * @param account administrator account
 * @param activeIp active domain controller
 * @param activeName its full name
 * @param standbyIp standby domain controller
 * @param standbyName its full name
 * @param activeDns active DNS
 * @param standbyDns standby DNS
 * @param deleteComputerObjects whether computer objects are removed with their desktops
 * @param ldaps whether LDAPS is used
 * @param controllers further controllers, as {@code name ip}
 */
public record DomainInfo(
        String type,
        String name,
        String account,
        String activeIp,
        String activeName,
        String standbyIp,
        String standbyName,
        String activeDns,
        String standbyDns,
        boolean deleteComputerObjects,
        boolean ldaps,
        List<String> controllers) {
    /** Copies the list. */
    public DomainInfo {
        controllers = List.copyOf(controllers);
    }
}
