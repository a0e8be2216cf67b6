package org.workspaceadmin.simulator.directory;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.workspaceadmin.simulator.world.Dice;

/**
 * The company's domain.
 *
 * @param name as DNS has it
 * @param netBios as Windows shows it before a backslash
 * @param dice decides what is made up
 * @param began when the directory was started, before which everything in it happened
 */
record Domain(String name, String netBios, Dice dice, Instant began) {
    /** Where the service's settings say the controllers are. */
    static final List<String> ADDRESSES = List.of("10.16.0.9", "10.16.0.10");

    /** Names of the units that desktops are in. */
    static final List<String> UNITS =
            List.of(
                    "Engineering",
                    "Sales",
                    "Customer Service",
                    "Finance",
                    "Operations",
                    "Quality",
                    "Marketing",
                    "Human Resources",
                    "Research",
                    "Legal");

    /** Owns what an administrator makes. */
    static final int DOMAIN_ADMINS = 512;

    /** Full name of the controller with this place, from 1. */
    String controller(int place) {
        return "dc" + place + "." + name;
    }

    /** The domain as a distinguished name. */
    String base() {
        return "DC=" + name.replace(".", ",DC=");
    }

    /** The realm of its tickets. */
    String realm() {
        return name.toUpperCase(Locale.ROOT);
    }

    /** Below which the company keeps its desktops' computer objects. */
    String desktops() {
        return "OU=Desktops," + base();
    }

    /** Where computers are that nobody put anywhere. */
    String computers() {
        return "CN=Computers," + base();
    }

    /** The units of a path such as {@code Desktops/Sales}. */
    String unit(String path) {
        String dn = base();
        for (String part : path.split("/")) {
            dn = "OU=" + part + "," + dn;
        }
        return dn;
    }

    /** Its own identifier. */
    String sid() {
        return "S-1-5-21-" + part(1) + "-" + part(2) + "-" + part(3);
    }

    /** Identifier of a thing of the domain. */
    String sid(long relative) {
        return sid() + "-" + relative;
    }

    private long part(int place) {
        return 1_000_000_000L + dice.below("domain-sid", place, 1_000_000_000);
    }

    /** An object's own identifier. */
    byte[] guid(String topic, long index) {
        return AdBytes.guid(
                dice.number("guid/" + topic, index), dice.number("guid2/" + topic, index));
    }
}
