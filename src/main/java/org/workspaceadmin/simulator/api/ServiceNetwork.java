package org.workspaceadmin.simulator.api;

import java.util.Locale;
import org.workspaceadmin.simulator.http.Refusal;

/** Arithmetic of address ranges. */
final class ServiceNetwork {
    /** The range the service keeps for its management. */
    static final String MANAGEMENT = "172.16.0.0/12";

    private ServiceNetwork() {}

    static boolean overlapsManagement(String cidr) {
        return overlap(cidr, MANAGEMENT);
    }

    static boolean overlap(String one, String other) {
        int bits = Math.min(bits(one), bits(other));
        long mask = bits == 0 ? 0 : 0xFFFFFFFFL << (32 - bits) & 0xFFFFFFFFL;
        return (address(one) & mask) == (address(other) & mask);
    }

    private static int bits(String cidr) {
        String text = cidr.substring(cidr.indexOf('/') + 1);
        if (cidr.indexOf('/') < 0 || !text.matches("\\d|[12]\\d|3[0-2]")) {
            throw invalid(cidr);
        }
        return Integer.parseInt(text);
    }

    private static long address(String cidr) {
        String[] parts = cidr.substring(0, cidr.indexOf('/')).split("\\.", -1);
        if (parts.length != 4) {
            throw invalid(cidr);
        }
        long address = 0;
        for (String part : parts) {
            if (!part.matches("\\d{1,3}") || Integer.parseInt(part) > 255) {
                throw invalid(cidr);
            }
            address = address << 8 | Integer.parseInt(part);
        }
        return address;
    }

    private static Refusal invalid(String cidr) {
        return Refusal.badRequest(
                "%s is no address range".formatted(cidr.toLowerCase(Locale.ROOT)));
    }
}
