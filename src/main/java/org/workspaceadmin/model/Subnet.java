package org.workspaceadmin.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subnet (api/network-and-images.md section 2).
 *
 * @param id network id, the value Workspace calls {@code subnet_id}
 * @param name name
 * @param cidr address range
 * @param gateway gateway address
 * @param vpcId its VPC
 * @param dhcp whether DHCP is on, which desktops need; null when not sent
 * @param dns DNS servers in order, without repetition
 * @param status {@code ACTIVE}, {@code UNKNOWN}, {@code ERROR}
 * @param zone availability zone of an edge subnet
 * @param freeAddresses free IPv4 addresses, null when not sent
 * @param chosen whether Workspace uses it already; only its own list says so
 * @param description text
 */
public record Subnet(
        String id,
        String name,
        String cidr,
        String gateway,
        String vpcId,
        @Nullable Boolean dhcp,
        List<String> dns,
        String status,
        String zone,
        @Nullable Integer freeAddresses,
        boolean chosen,
        String description) {
    /** Copies the list. */
    public Subnet {
        dns = List.copyOf(dns);
    }
}
