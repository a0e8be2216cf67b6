package org.workspaceadmin.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One cloud desktop as the detail list reports it (api/desktops.md section 3). Texts the service
 * left out are empty, numbers and times null.
 *
 * @param id {@code desktop_id}
 * @param name {@code computer_name}; compare ignoring case
 * @param hostName {@code os_host_name}
 * @param status power state
 * @param task {@code task_status}, empty when idle
 * @param progress percent of the running task, 0-100, null when none
 * @param loginState agent and session state
 * @param ou {@code ou_name} given at creation
 * @param domain the domain the desktop is assigned to
 * @param userName main user
 * @param users everybody attached
 * @param userGroup {@code user_group}
 * @param attachState {@code attach_state}
 * @param type dedicated, pooled, shared
 * @param poolId pool of a pooled desktop
 * @param poolName its name
 * @param addresses IPv4 and IPv6 addresses, in the service's order
 * @param osFamily from {@code metadata.os_type}
 * @param osVersion {@code os_version}, else {@code metadata.desktop_os_version}
 * @param imageId {@code metadata.metering.image_id}
 * @param imageName {@code metadata.image_name}
 * @param product package in words
 * @param productId {@code product_id}
 * @param sid the service's own id of the desktop; not a Windows SID
 * @param subnetId network
 * @param zone {@code availability_zone}
 * @param maintenance {@code in_maintenance_mode}
 * @param frozen {@code is_freeze}
 * @param yearlyMonthly prepaid: {@code order_id} present
 * @param orderId billing order
 * @param enterpriseProjectId enterprise project, {@code 0} the default one
 * @param tags key=value labels
 * @param created creation time, UTC
 */
public record Desktop(
        String id,
        String name,
        String hostName,
        Term<DesktopStatus> status,
        String task,
        @Nullable Integer progress,
        Term<LoginState> loginState,
        String ou,
        String domain,
        String userName,
        List<AttachedUser> users,
        String userGroup,
        String attachState,
        Term<DesktopType> type,
        String poolId,
        String poolName,
        List<String> addresses,
        Term<OsFamily> osFamily,
        String osVersion,
        String imageId,
        String imageName,
        String product,
        String productId,
        String sid,
        String subnetId,
        String zone,
        boolean maintenance,
        boolean frozen,
        boolean yearlyMonthly,
        String orderId,
        String enterpriseProjectId,
        List<Tag> tags,
        @Nullable Instant created) {

    /** Copies the lists. */
    public Desktop {
        users = List.copyOf(users);
        addresses = List.copyOf(addresses);
        tags = List.copyOf(tags);
    }

    /**
     * Whether a task runs on the desktop now, which makes the service answer 409 to another one.
     */
    public boolean busy() {
        return !task.isEmpty();
    }

    /** Whether the desktop is up. */
    public boolean active() {
        return status.is(DesktopStatus.ACTIVE);
    }

    /** Whether somebody has a session, connected or not. */
    public boolean hasSession() {
        return loginState.is(LoginState.CONNECTED) || loginState.is(LoginState.DISCONNECTED);
    }

    /** The first address, empty when there is none. */
    public String address() {
        return addresses.isEmpty() ? "" : addresses.getFirst();
    }
}
