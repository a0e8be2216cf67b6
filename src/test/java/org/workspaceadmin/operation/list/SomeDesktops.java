package org.workspaceadmin.operation.list;

import java.util.List;
import org.workspaceadmin.model.AttachedUser;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.operation.Desktops;

/** Desktops by what lists name them by. */
final class SomeDesktops {
    private SomeDesktops() {}

    static Desktop of(String id, String name, String user, String address) {
        Desktop d = Desktops.windows(id);
        return new Desktop(
                id,
                name,
                name,
                d.status(),
                d.task(),
                d.progress(),
                d.loginState(),
                d.ou(),
                d.domain(),
                user,
                user.isEmpty()
                        ? List.of()
                        : List.of(new AttachedUser(user, "users", "USER", "corp.example.com")),
                d.userGroup(),
                d.attachState(),
                d.type(),
                d.poolId(),
                d.poolName(),
                List.of(address),
                d.osFamily(),
                d.osVersion(),
                d.imageId(),
                d.imageName(),
                d.product(),
                d.productId(),
                d.sid(),
                d.subnetId(),
                d.zone(),
                d.maintenance(),
                d.frozen(),
                d.yearlyMonthly(),
                d.orderId(),
                d.enterpriseProjectId(),
                d.tags(),
                d.created());
    }
}
