package org.workspaceadmin.fleet;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.AvailabilityZone;
import org.workspaceadmin.model.CidrCheck;
import org.workspaceadmin.model.ControllerCheck;
import org.workspaceadmin.model.LockStatus;
import org.workspaceadmin.model.ServiceDetails;
import org.workspaceadmin.model.Subnet;
import org.workspaceadmin.model.Vpc;
import org.workspaceadmin.task.Work;

/**
 * What is read to set the service up and to show it: its own state, and what there is to choose
 * from. Every answer fails with {@link org.workspaceadmin.model.ProblemException}; nothing here
 * changes anything.
 */
public interface SetupReading {
    /** The service of the project, CLOSED when there is none; v2 only. */
    Work<ServiceDetails> service();

    /** Whether the service is locked; v2 only. */
    Work<LockStatus> lock();

    /** VPCs: those of Workspace first, else those of the network service. */
    Work<List<Vpc>> vpcs();

    /**
     * Subnets of a VPC, from the same sources.
     *
     * @param vpcId which
     */
    Work<List<Subnet>> subnets(String vpcId);

    /**
     * Free addresses of a subnet.
     *
     * @param subnetId which
     */
    Work<Integer> freeAddresses(String subnetId);

    /** Availability zones. */
    Work<List<AvailabilityZone>> zones();

    /**
     * Whether ranges go together with the service's own.
     *
     * @param cidrs at most 100
     * @param zone availability zone, empty for any
     */
    Work<CidrCheck> checkCidr(Collection<String> cidrs, String zone);

    /**
     * Whether an enterprise id is taken already.
     *
     * @param enterpriseId 1-32 characters
     */
    Work<Boolean> enterpriseIdUsed(String enterpriseId);

    /**
     * Has the service itself try a controller.
     *
     * @param check what to try it with
     */
    Work<@Nullable Void> checkController(ControllerCheck check);
}
