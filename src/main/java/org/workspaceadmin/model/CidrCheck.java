package org.workspaceadmin.model;

import java.util.List;

/**
 * How subnets go together with the management ranges (api/workspace.md section 5).
 *
 * @param managementCidrs management ranges
 * @param conflicts those that overlap
 */
public record CidrCheck(List<String> managementCidrs, List<String> conflicts) {
    /** Copies the lists. */
    public CidrCheck {
        managementCidrs = List.copyOf(managementCidrs);
        conflicts = List.copyOf(conflicts);
    }
}
