package org.workspaceadmin.simulator.world;

/**
 * A subnet of a private network.
 *
 * @param id network id: what Workspace calls subnet id
 * @param neutronSubnetId the other id of the same subnet
 * @param vpcId its network
 * @param name its name
 * @param prefix first three numbers of its addresses
 * @param bits length of its prefix
 * @param dhcp whether it hands out addresses
 * @param primaryDns first name server
 * @param secondaryDns second name server
 * @param capacity addresses in it that desktops can have
 */
public record Subnet(
        String id,
        String neutronSubnetId,
        String vpcId,
        String name,
        String prefix,
        int bits,
        boolean dhcp,
        String primaryDns,
        String secondaryDns,
        int capacity) {

    /**
     * Its range.
     *
     * @return such as {@code 10.20.0.0/19}
     */
    public String cidr() {
        return prefix + ".0/" + bits;
    }

    /**
     * Its gateway.
     *
     * @return the first address
     */
    public String gateway() {
        return prefix + ".1";
    }
}
