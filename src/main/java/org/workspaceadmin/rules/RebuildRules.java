package org.workspaceadmin.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.RebuildOrder;

/**
 * What a rebuild order must look like (vendor page Rebuild; limits api/desktops.md section 8).
 *
 * <p>Texts are counted in UTF-16 code units. Whether the service counts those or code points is not
 * published; code units never count less, so what passes here passes either way.
 */
public final class RebuildRules {
    /** Longest image id. */
    public static final int IMAGE_ID = 255;

    /** Longest message to users. */
    public static final int MESSAGE = 400;

    /** Longest order id and OS type. */
    public static final int TEXT = 255;

    /** Longest enterprise project id. */
    public static final int ENTERPRISE_PROJECT = 36;

    /** Whether the chosen image costs money, which makes an order id necessary. */
    public enum Charged {
        /** It does. */
        YES,
        /** It does not. */
        NO,
        /** Not known; market images may. */
        UNKNOWN
    }

    private RebuildRules() {}

    /**
     * Checks the order against the desktops it is for.
     *
     * @param order as typed
     * @param desktops the ones to rebuild
     * @param charged whether the image costs money
     * @return every violation
     */
    public static List<Violation> check(
            RebuildOrder order, Collection<Desktop> desktops, Charged charged) {
        List<Violation> found = new ArrayList<>();
        if (order.imageType().isBlank()) {
            found.add(Violations.error("REBUILD-IMAGE-TYPE-REQUIRED"));
        }
        if (order.imageId().isBlank()) {
            found.add(Violations.error("REBUILD-IMAGE-ID-REQUIRED"));
        } else {
            longest(found, "REBUILD-IMAGE-ID-LEN", order.imageId(), IMAGE_ID);
        }
        longest(found, "REBUILD-OS-TYPE-LEN", order.osType(), TEXT);
        if (order.delayMinutes() < 0) {
            found.add(Violations.error("REBUILD-DELAY-RANGE", "0", "2147483647"));
        }
        longest(found, "REBUILD-MESSAGE-LEN", order.message(), MESSAGE);
        if (Violations.hasControlBesideLayout(order.message())) {
            found.add(Violations.error("REBUILD-MESSAGE-CONTROL"));
        }
        longest(found, "REBUILD-ORDER-ID-LEN", order.orderId(), TEXT);
        orderNeeded(found, order, desktops, charged);
        longest(
                found,
                "REBUILD-ENTERPRISE-PROJECT-LEN",
                order.enterpriseProjectId(),
                ENTERPRISE_PROJECT);
        return found;
    }

    private static void orderNeeded(
            List<Violation> found,
            RebuildOrder order,
            Collection<Desktop> desktops,
            Charged charged) {
        long prepaid = desktops.stream().filter(Desktop::yearlyMonthly).count();
        if (prepaid == 0 || !order.orderId().isBlank()) {
            return;
        }
        if (charged == Charged.YES) {
            found.add(Violations.error("REBUILD-ORDER-ID-REQUIRED", Long.toString(prepaid)));
        } else if (charged == Charged.UNKNOWN && order.imageType().equals("market")) {
            found.add(Violations.warning("REBUILD-ORDER-ID-MAYBE", Long.toString(prepaid)));
        }
    }

    private static void longest(List<Violation> found, String rule, String text, int longest) {
        if (text.length() > longest) {
            found.add(
                    Violations.error(
                            rule, Integer.toString(longest), Integer.toString(text.length())));
        }
    }
}
