package org.workspaceadmin.model;

import java.util.List;

/** One change of the service; a request carries one kind only (api/workspace.md section 4). */
public sealed interface ServiceChange {
    /**
     * Other domain settings, complete.
     *
     * @param settings all of them
     */
    record Domain(DomainSettings settings) implements ServiceChange {}

    /**
     * Other administrator credentials for the same domain.
     *
     * @param domainType {@code LITE_AS} or {@code LOCAL_AD}
     * @param account administrator account
     * @param password its password
     */
    record DomainAdministrator(String domainType, String account, Secret password)
            implements ServiceChange {}

    /**
     * Another way in.
     *
     * @param mode {@code INTERNET}, {@code DEDICATED} or {@code BOTH}
     * @param dedicatedSubnets CIDRs joined by {@code ;}, empty to leave them out
     */
    record Access(String mode, String dedicatedSubnets) implements ServiceChange {}

    /**
     * Other business subnets; the answer has no job.
     *
     * @param subnetIds all of them, at most 100
     */
    record Subnets(List<String> subnetIds) implements ServiceChange {
        /** Copies the list. */
        public Subnets {
            subnetIds = List.copyOf(subnetIds);
        }
    }

    /**
     * Another port for the internet.
     *
     * @param port 1025-65535
     */
    record InternetPort(int port) implements ServiceChange {}

    /**
     * Another enterprise id.
     *
     * @param id 1-32 characters
     */
    record EnterpriseId(String id) implements ServiceChange {}

    /**
     * One of the service's switches.
     *
     * @param name {@code is_send_email}, {@code authorized_collect_log} or {@code
     *     authorized_hda_upgrade}
     * @param on on or off
     */
    record Switch(String name, boolean on) implements ServiceChange {}
}
