package org.workspaceadmin.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The service of a project (api/workspace.md section 3).
 *
 * @param id service id, empty while there is none
 * @param status where it stands
 * @param progress percent of opening or closing, null when not sent
 * @param jobId last apply or cancel job
 * @param failCode its failure code, empty when none
 * @param failReason its failure text
 * @param closable whether it may be cancelled
 * @param configStatus {@code 0} AD connected, {@code 1} and {@code 2} AD configuration failed,
 *     {@code 3} not connected by choice
 * @param domain domain settings
 * @param vpcId VPC
 * @param vpcName its name
 * @param subnetIds business subnets
 * @param accessMode {@code INTERNET}, {@code DEDICATED}, {@code BOTH}
 * @param accessStatus state of the access, such as {@code openSuccess}
 * @param internetAddress where users come in over the internet
 * @param internetPort its port
 * @param dedicatedAddress where users come in over Direct Connect
 * @param dedicatedSubnets CIDRs joined by {@code ;}
 * @param managementCidr management subnet
 * @param enterpriseId what users type at sign-in
 * @param enterpriseProjectId enterprise project
 * @param fields every value of the answer, in the service's order, also those we do not know
 */
public record ServiceDetails(
        String id,
        Term<ServiceStatus> status,
        @Nullable Integer progress,
        String jobId,
        String failCode,
        String failReason,
        boolean closable,
        String configStatus,
        DomainInfo domain,
        String vpcId,
        String vpcName,
        List<String> subnetIds,
        String accessMode,
        String accessStatus,
        String internetAddress,
        String internetPort,
        String dedicatedAddress,
        String dedicatedSubnets,
        String managementCidr,
        String enterpriseId,
        String enterpriseProjectId,
        List<Field> fields) {
    /** Copies the lists. */
    public ServiceDetails {
        subnetIds = List.copyOf(subnetIds);
        fields = List.copyOf(fields);
    }

    /**
     * Whether the service is open and its AD configuration did not fail: SUBSCRIBED alone does not
     * say so.
     */
    public boolean working() {
        return status.is(ServiceStatus.SUBSCRIBED)
                && !configStatus.equals("1")
                && !configStatus.equals("2");
    }
}
