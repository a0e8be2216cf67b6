package org.workspaceadmin.operation;

import java.util.HashSet;
import java.util.Set;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.RebuildOrder;
import org.workspaceadmin.model.Target;

/**
 * What is known beforehand of what an operation costs. The service names no price in any of its
 * calls; only the order of a rebuild touches billing (api/desktops.md section 8).
 *
 * @param kind what is known
 * @param orderId the order it is billed on, empty when none
 * @param prepaid targets that are paid for by the month or year
 */
public record Price(Kind kind, String orderId, int prepaid) {
    /** Nothing in the call is charged as far as documented. */
    public static final Price NONE = new Price(Kind.NONE, "", 0);

    private static final Set<String> FREE = Set.of("", "gold", "private");

    /** What is known of a price. */
    public enum Kind {
        /** The call itself is not charged as far as documented. */
        NONE,
        /** Billed on an order that was placed before; the amount is in that order. */
        ON_ORDER,
        /** The image may be charged, and the service does not say here how much. */
        UNKNOWN
    }

    static Price of(Plan plan) {
        if (!(plan.draft() instanceof Draft.Rebuild rebuild)) {
            return NONE;
        }
        Set<String> acted = new HashSet<>();
        plan.targets().stream().map(Target::id).forEach(acted::add);
        int prepaid =
                (int)
                        rebuild.desktops().stream()
                                .filter(Desktop::yearlyMonthly)
                                .filter(d -> acted.contains(d.id()))
                                .count();
        RebuildOrder order = rebuild.order();
        if (!order.orderId().isBlank()) {
            return new Price(Kind.ON_ORDER, order.orderId(), prepaid);
        }
        // A public image or one of the company's own costs nothing; what the market and others ask
        // for theirs is not in any answer of the service.
        return FREE.contains(order.imageType()) ? NONE : new Price(Kind.UNKNOWN, "", prepaid);
    }
}
