package org.workspaceadmin.simulator.world;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the fleet: about 8 % Linux, and of the Windows desktops 6 % out of the domain and 2 % not
 * reporting. Every value depends on seed and place alone.
 */
final class FleetBuilder {
    /** The company's domain. */
    static final String DOMAIN = "corp.example.com";

    private static final Instant FIRST = Instant.parse("2023-03-06T01:00:00Z");
    private static final int DAYS = 1300;
    private static final List<String> ZONES =
            List.of("ap-southeast-3a", "ap-southeast-3b", "ap-southeast-3c");
    private static final List<String> SITES =
            List.of("Singapore", "Kuala Lumpur", "Bangkok", "Shenzhen");

    private final Dice dice;
    private final Images images;
    private final Networks networks;
    private final List<Person> people;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, String> pools = new HashMap<>();

    FleetBuilder(Dice dice, Images images, Networks networks, List<Person> people) {
        this.dice = dice;
        this.images = images;
        this.networks = networks;
        this.people = people;
    }

    List<Desktop> make(int count) {
        List<Desktop> fleet = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            fleet.add(desktop(i));
        }
        return fleet;
    }

    private Desktop desktop(int index) {
        double kind = dice.share("type", index);
        String type = kind < 0.08 ? "POOLED" : kind < 0.10 ? "SHARED" : "DEDICATED";
        Person owner =
                type.equals("POOLED") || dice.share("owned", index) < 0.03 ? null : owner(index);
        Department department =
                owner == null
                        ? Department.of(dice.share("department", 1_000_000L + index))
                        : Department.ALL.stream()
                                .filter(d -> d.code().equals(owner.department()))
                                .findFirst()
                                .orElseThrow();
        boolean windows =
                dice.share("linux", index) >= (department.code().equals("RND") ? 0.4 : 0.065);
        Image image = images.forDesktop(dice, index, windows);
        Subnet subnet = networks.desktopSubnets().get(index % networks.desktopSubnets().size());
        String status = status(index);
        double domain = dice.share("domain", index);
        int membership =
                !windows || domain >= 0.08
                        ? Desktop.IN_DOMAIN
                        : domain < 0.06 ? Desktop.OUT_OF_DOMAIN : Desktop.NOT_REPORTED;
        boolean sidDiffers =
                membership == Desktop.OUT_OF_DOMAIN && dice.share("sid-differs", index) < 0.15;
        Desktop desktop =
                new Desktop(
                        birth(index, type, department, subnet),
                        name(department),
                        status,
                        login(index, status, owner, membership),
                        membership,
                        sidDiffers,
                        dice.share("maintenance", index) < 0.012,
                        image,
                        owner == null ? null : owner.name(),
                        owner == null || index % 3 == 0 ? null : DOMAIN,
                        dice.share("yearly", index) < 0.3 ? "CS" + (2600000000L + index) : null);
        if (status.isEmpty()) {
            desktop.task("deleting", null);
        }
        return desktop;
    }

    private Desktop.Birth birth(int index, String type, Department department, Subnet subnet) {
        List<String> tags = new ArrayList<>(List.of("dept", department.code()));
        if (dice.share("site-tag", index) < 0.6) {
            tags.addAll(List.of("site", dice.pick("site", index, SITES)));
        }
        if (dice.share("vip-tag", index) < 0.02) {
            tags.addAll(List.of("owner", "管理层"));
        }
        int host = 10 + index / networks.desktopSubnets().size();
        String address =
                subnet.prefix().substring(0, subnet.prefix().lastIndexOf('.') + 1)
                        + (host >> 8 & 0x3F)
                        + "."
                        + (host & 0xFF);
        Instant created =
                FIRST.plus(dice.below("created-day", index, DAYS), ChronoUnit.DAYS)
                        .plusSeconds(dice.below("created-second", index, 30_000));
        String pool =
                type.equals("POOLED")
                        ? pools.computeIfAbsent(
                                department.code(), code -> dice.uuid("pool", code.hashCode()))
                        : null;
        return new Desktop.Birth(
                index,
                dice.uuid("desktop", index),
                dice.uuid("desktop-sid", index),
                department.ou(),
                address,
                hardwareAddress(index),
                subnet.id(),
                dice.pick("zone", index, ZONES),
                dice.share("gpu", index) < 0.04
                        ? Product.ALL.getLast()
                        : dice.pick("product", index, Product.ALL.subList(0, 4)),
                type,
                pool,
                List.copyOf(tags),
                created,
                dice.below("data-disks", index, 10) / 4,
                index % 11 == 0 ? dice.uuid("enterprise-project", 1) : "0",
                dice.share("internet", index) < 0.3);
    }

    private String name(Department department) {
        int number = numbers.merge(department.code(), 1, Integer::sum);
        String digits = Integer.toString(number);
        return department.code() + "-" + "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }

    private static String hardwareAddress(int index) {
        HexFormat hex = HexFormat.of();
        return "fa:16:3e:"
                + hex.toHexDigits((byte) (index >> 16))
                + ":"
                + hex.toHexDigits((byte) (index >> 8))
                + ":"
                + hex.toHexDigits((byte) index);
    }

    private String status(int index) {
        if (index % 600 == 599) {
            return "";
        }
        double share = dice.share("status", index);
        return share < 0.10
                ? "SHUTOFF"
                : share < 0.13 ? "HIBERNATED" : share < 0.14 ? "ERROR" : "ACTIVE";
    }

    private String login(int index, String status, @Nullable Person owner, int membership) {
        if (!status.equals("ACTIVE")) {
            return "UNREGISTER";
        }
        double share = dice.share("login", index);
        if (membership == Desktop.OUT_OF_DOMAIN) {
            return share < 0.8 ? "UNREGISTER" : "REGISTERED";
        }
        if (owner == null) {
            return share < 0.02 ? "UNREGISTER" : "REGISTERED";
        }
        return share < 0.02
                ? "UNREGISTER"
                : share < 0.35 ? "CONNECTED" : share < 0.55 ? "DISCONNECTED" : "REGISTERED";
    }

    private Person owner(int index) {
        // One in ten has a second desktop, some a third.
        return people.get(
                dice.share("owner", index) < 0.12
                        ? dice.below("second-owner", index, Math.max(1, people.size() / 4))
                        : index % people.size());
    }
}
