package org.workspaceadmin.simulator.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Workspace service of one project: {@code api/workspace.md} section 3. Guarded by the world's
 * lock.
 */
public final class ServiceState {
    /** Service id. */
    public final String id;

    /** State word. */
    public String status = "CLOSED";

    /** Percentage of the last job. */
    public int progress;

    /** How the directory is connected, {@code 0} to {@code 3}. */
    public String configStatus = "3";

    /** Last apply or cancel job, or null. */
    public @Nullable String jobId;

    /** Why the last job failed, or null. */
    public @Nullable String failReason;

    /** Number of the failure, 0 when none. */
    public int failCode;

    /** Domain settings as answered, without password, or null. */
    public @Nullable ObjectNode domain;

    /** Network, or null. */
    public @Nullable String vpcId;

    /** Subnets. */
    public List<String> subnets = List.of();

    /** Access mode, or null. */
    public @Nullable String accessMode;

    /** Range for dedicated access, or null. */
    public @Nullable String dedicatedSubnets;

    /** Port for internet access. */
    public String internetPort = "443";

    /** What users type to sign in. */
    public String enterpriseId;

    /** Mail on unsubscription. */
    public boolean sendEmail;

    /** May collect logs. */
    public boolean collectLog = true;

    /** May upgrade the agent. */
    public boolean upgradeAgent = true;

    /** Why the service is locked, or null. */
    public @Nullable String lockReason;

    /** Since when it is locked, or null. */
    public @Nullable String lockTime;

    ServiceState(String id, String enterpriseId) {
        this.id = id;
        this.enterpriseId = enterpriseId;
    }

    /**
     * Whether desktops can be worked with.
     *
     * @return true when subscribed
     */
    public boolean open() {
        return status.equals("SUBSCRIBED");
    }
}
