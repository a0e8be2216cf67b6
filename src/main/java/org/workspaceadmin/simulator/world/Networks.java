package org.workspaceadmin.simulator.world;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The company's private networks and their subnets. */
public final class Networks {
    private final List<Vpc> vpcs;
    private final List<Subnet> subnets;
    private final List<Subnet> desktopSubnets;

    Networks(Dice dice) {
        vpcs =
                List.of(
                        vpc(
                                dice,
                                0,
                                "vpc-desktops",
                                "10.20.0.0/14",
                                "Cloud desktops, peered with the head office"),
                        vpc(dice, 1, "vpc-desktops-team", "192.168.0.0/16", "Second project"),
                        vpc(dice, 2, "vpc-legacy", "172.16.0.0/16", "Old range, to be retired"));
        desktopSubnets =
                List.of(
                        subnet(dice, 0, 0, "subnet-desk-a", "10.20.0", 18, true),
                        subnet(dice, 1, 0, "subnet-desk-b", "10.21.0", 18, true),
                        subnet(dice, 2, 0, "subnet-desk-c", "10.22.0", 18, true),
                        subnet(dice, 3, 0, "subnet-desk-d", "10.23.0", 18, true));
        subnets =
                List.of(
                        desktopSubnets.get(0),
                        desktopSubnets.get(1),
                        desktopSubnets.get(2),
                        desktopSubnets.get(3),
                        subnet(dice, 4, 1, "subnet-team", "192.168.10", 24, true),
                        subnet(dice, 5, 1, "subnet-team-static", "192.168.20", 24, false),
                        subnet(dice, 6, 2, "subnet-legacy", "172.16.4", 24, true));
    }

    /**
     * All networks.
     *
     * @return in a fixed order
     */
    public List<Vpc> vpcs() {
        return vpcs;
    }

    /**
     * All subnets.
     *
     * @return in a fixed order
     */
    public List<Subnet> subnets() {
        return subnets;
    }

    /**
     * Looks a network up.
     *
     * @param id its id
     * @return the network
     */
    public Optional<Vpc> vpc(String id) {
        return vpcs.stream().filter(v -> v.id().equals(id)).findFirst();
    }

    /**
     * Looks a subnet up.
     *
     * @param id its id
     * @return the subnet
     */
    public Optional<Subnet> subnet(String id) {
        return subnets.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    List<Subnet> desktopSubnets() {
        return desktopSubnets;
    }

    private static Vpc vpc(Dice dice, int number, String name, String cidr, String description) {
        return new Vpc(
                dice.uuid("vpc", number),
                name,
                cidr,
                description,
                Instant.parse("2023-02-01T01:30:00Z"));
    }

    private static Subnet subnet(
            Dice dice, int number, int vpc, String name, String prefix, int bits, boolean dhcp) {
        return new Subnet(
                dice.uuid("subnet", number),
                dice.uuid("neutron", number),
                dice.uuid("vpc", vpc),
                name,
                prefix,
                bits,
                dhcp,
                number < 4 ? "10.16.0.9" : "100.125.1.250",
                number < 4 ? "10.16.0.10" : "100.125.128.250",
                (1 << (32 - bits)) - 5);
    }
}
