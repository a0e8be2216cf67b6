package org.workspaceadmin.cloud;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.CidrCheck;
import org.workspaceadmin.model.ControllerCheck;
import org.workspaceadmin.model.Subnet;
import org.workspaceadmin.model.Vpc;
import org.workspaceadmin.task.Work;

/** What is asked before and after applying for the service (api/workspace.md). */
public interface SetupCalls {
    /**
     * Whether an enterprise id is taken.
     *
     * @param enterpriseId 1-32 characters
     */
    Work<Boolean> enterpriseIdUsed(String enterpriseId);

    /**
     * Whether subnets overlap the management ranges.
     *
     * @param cidrs 1-100
     * @param zone availability zone, empty to leave it out
     */
    Work<CidrCheck> checkCidr(Collection<String> cidrs, String zone);

    /**
     * Has the service try a domain controller. Sent once only: a wrong password tried again and
     * again locks the account in AD.
     *
     * @return ends without a value when the service accepts it
     */
    Work<@Nullable Void> checkController(ControllerCheck check);

    /** VPCs by Workspace's own list. */
    Work<List<Vpc>> vpcsOfWorkspace();

    /** VPCs by the VPC service. */
    Work<List<Vpc>> vpcsOfNetwork();

    /** VPCs by Workspace, by the VPC service where Workspace answers 404 or 403. */
    Work<List<Vpc>> vpcs();

    /** Subnets of a VPC by Workspace's own list. */
    Work<List<Subnet>> subnetsOfWorkspace(String vpcId);

    /** Subnets of a VPC by the VPC service. */
    Work<List<Subnet>> subnetsOfNetwork(String vpcId);

    /** Subnets by Workspace, by the VPC service where Workspace answers 404 or 403. */
    Work<List<Subnet>> subnets(String vpcId);

    /** Free addresses of a subnet. */
    Work<Integer> freeAddresses(String subnetId);
}
