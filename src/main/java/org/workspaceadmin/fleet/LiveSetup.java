package org.workspaceadmin.fleet;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.cloud.CloudConnection;
import org.workspaceadmin.model.AvailabilityZone;
import org.workspaceadmin.model.CidrCheck;
import org.workspaceadmin.model.ControllerCheck;
import org.workspaceadmin.model.LockStatus;
import org.workspaceadmin.model.ServiceDetails;
import org.workspaceadmin.model.Subnet;
import org.workspaceadmin.model.Vpc;
import org.workspaceadmin.task.Work;

/** Reads through a connection. */
public final class LiveSetup implements SetupReading {
    private final CloudConnection service;

    /**
     * Reads nothing until asked.
     *
     * @param service the connection; stays the caller's to close
     */
    public LiveSetup(CloudConnection service) {
        this.service = service;
    }

    @Override
    public Work<ServiceDetails> service() {
        return service.service();
    }

    @Override
    public Work<LockStatus> lock() {
        return service.lockStatus();
    }

    @Override
    public Work<List<Vpc>> vpcs() {
        return service.vpcs();
    }

    @Override
    public Work<List<Subnet>> subnets(String vpcId) {
        return service.subnets(vpcId);
    }

    @Override
    public Work<Integer> freeAddresses(String subnetId) {
        return service.freeAddresses(subnetId);
    }

    @Override
    public Work<List<AvailabilityZone>> zones() {
        return service.zones();
    }

    @Override
    public Work<CidrCheck> checkCidr(Collection<String> cidrs, String zone) {
        return service.checkCidr(cidrs, zone);
    }

    @Override
    public Work<Boolean> enterpriseIdUsed(String enterpriseId) {
        return service.enterpriseIdUsed(enterpriseId);
    }

    @Override
    public Work<@Nullable Void> checkController(ControllerCheck check) {
        return service.checkController(check);
    }
}
