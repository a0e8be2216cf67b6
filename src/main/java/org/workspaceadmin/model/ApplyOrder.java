package org.workspaceadmin.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An application for the service (vendor page Apply; api/workspace.md section 2). Empty texts are
 * left out of the request.
 *
 * @param domain directory
 * @param vpcId VPC
 * @param subnetIds at least one; v2 takes at most 100 and lists at most 5
 * @param accessMode {@code INTERNET}, {@code DEDICATED} or {@code BOTH}
 * @param zone v1.0 only: availability zone, optional
 * @param enterpriseId v2 only: what users type at sign-in, at most 32 of letters, digits, {@code _}
 *     and {@code -}
 * @param managementCidr v2 only
 * @param dedicatedSubnets v2 only: up to 5 CIDRs joined by {@code ;}
 * @param sendMail v2 only: mail on unsubscription, null to leave it out
 */
public record ApplyOrder(
        DomainSettings domain,
        String vpcId,
        List<String> subnetIds,
        String accessMode,
        String zone,
        String enterpriseId,
        String managementCidr,
        String dedicatedSubnets,
        @Nullable Boolean sendMail) {
    /** Copies the list. */
    public ApplyOrder {
        subnetIds = List.copyOf(subnetIds);
    }
}
