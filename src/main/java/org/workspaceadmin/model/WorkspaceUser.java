package org.workspaceadmin.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user of the service (api/workspace.md section 8).
 *
 * @param id id
 * @param sid the service's own id; not a Windows SID
 * @param name user name
 * @param email mail address
 * @param phone phone number
 * @param desktops how many desktops the user has, null when not counted
 * @param activeType {@code USER_ACTIVATE} or {@code ADMIN_ACTIVATE}
 * @param accountExpires when the account ends, null for never
 * @param expired whether it ended
 * @param locked whether it is locked
 * @param disabled whether it is disabled
 * @param passwordNeverExpires as named
 * @param description text
 * @param groups group names
 * @param domain domain, empty when not sent
 * @param enterpriseProjectId enterprise project, empty when not sent
 */
public record WorkspaceUser(
        String id,
        String sid,
        String name,
        String email,
        String phone,
        @Nullable Integer desktops,
        String activeType,
        @Nullable Instant accountExpires,
        boolean expired,
        boolean locked,
        boolean disabled,
        boolean passwordNeverExpires,
        String description,
        List<String> groups,
        String domain,
        String enterpriseProjectId) {
    /** Copies the list. */
    public WorkspaceUser {
        groups = List.copyOf(groups);
    }
}
