package org.workspaceadmin.connection.probe;

/**
 * A harmless read that tells whether a permission is there and whether the region has the call.
 * Actions are those of api/workspace.md section 10 and of the service's description; empty where
 * none is documented.
 */
enum Read {
    /** One desktop of the list. */
    DESKTOPS("desktops", "GET /v2/{project_id}/desktops/detail", "", false),
    /** Sub-jobs of v2. */
    JOBS("jobs", "GET /v2/{project_id}/workspace-sub-jobs", "workspace:jobs:listSubJobs", true),
    /** A job of v1.0 that does not exist. */
    JOBS_V1("jobsV1", "GET /v1.0/{project_id}/workspace-jobs/{job_id}", "", true),
    /** Images. */
    IMAGES("images", "GET /v2/{project_id}/images", "", false),
    /** Whether images still exist. */
    IMAGE_CHECK(
            "imageCheck",
            "POST /v2/{project_id}/desktops/check-images",
            "workspace:images:checkIfExist",
            true),
    /** VPCs by Workspace. */
    VPCS("vpcs", "GET /v2/{project_id}/vpcs", "", true),
    /** VPCs by the network service. */
    NETWORK_VPCS("networkVpcs", "GET /v1/{project_id}/vpcs", "", false),
    /** Subnets by Workspace. */
    SUBNETS("subnets", "GET /v2/{project_id}/subnets", "", true),
    /** Subnets by the network service. */
    NETWORK_SUBNETS("networkSubnets", "GET /v1/{project_id}/subnets", "", false),
    /** Users. */
    USERS("users", "GET /v2/{project_id}/users", "", false),
    /** Domain membership of one desktop: a POST that only reads. */
    DOMAIN_CHECK(
            "domainCheck",
            "POST /v2/{project_id}/desktops/batch-rejoin-domain/check",
            "workspace:desktops:batchCheckRejoinDomain",
            true),
    /** Whether an address range overlaps: a POST that only reads. */
    CIDR_CHECK(
            "cidrCheck", "POST /v2/{project_id}/check-cidr", "workspace:networks:checkCidr", true),
    /** Whether the service is locked. */
    LOCK_STATUS("lockStatus", "GET /v2/{project_id}/workspaces/lock-status", "", true),
    /** Enterprise projects. */
    ENTERPRISE_PROJECTS("enterpriseProjects", "GET /v1.0/enterprise-projects", "", false),
    /** Decoding a refusal, tried with a message that is none. */
    EXPLAIN("explain", "POST /v5/decode-authorization-message", "", true);

    private final String code;
    private final String call;
    private final String action;
    private final boolean newer;

    Read(String code, String call, String action, boolean newer) {
        this.code = code;
        this.call = call;
        this.action = action;
        this.newer = newer;
    }

    /** The code of its name: the text is {@code probe.read.<code>}. */
    String code() {
        return "read." + code;
    }

    /** The call in words of the API. */
    String call() {
        return call;
    }

    /** The permission it needs, empty when not documented. */
    String action() {
        return action;
    }

    /** Whether some regions lack it. */
    boolean newer() {
        return newer;
    }
}
