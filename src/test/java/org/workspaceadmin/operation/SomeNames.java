package org.workspaceadmin.operation;

import org.workspaceadmin.model.Desktop;

/** Desktops that differ in one thing. */
final class SomeNames {
    private SomeNames() {}

    static Desktop named(Desktop d, String name) {
        return copy(d, name, d.maintenance());
    }

    static Desktop maintained(Desktop d) {
        return copy(d, d.name(), true);
    }

    private static Desktop copy(Desktop d, String name, boolean maintenance) {
        return new Desktop(
                d.id(),
                name,
                d.hostName(),
                d.status(),
                d.task(),
                d.progress(),
                d.loginState(),
                d.ou(),
                d.domain(),
                d.userName(),
                d.users(),
                d.userGroup(),
                d.attachState(),
                d.type(),
                d.poolId(),
                d.poolName(),
                d.addresses(),
                d.osFamily(),
                d.osVersion(),
                d.imageId(),
                d.imageName(),
                d.product(),
                d.productId(),
                d.sid(),
                d.subnetId(),
                d.zone(),
                maintenance,
                d.frozen(),
                d.yearlyMonthly(),
                d.orderId(),
                d.enterpriseProjectId(),
                d.tags(),
                d.created());
    }
}
