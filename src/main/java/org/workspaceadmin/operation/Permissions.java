package org.workspaceadmin.operation;

import java.util.List;
import org.workspaceadmin.model.WriteKind;

/**
 * IAM actions a call and the reading of its outcome need. Only names the service's documents give
 * are here (api/workspace.md, last section; api/jobs.md sections 2 and 3); a call that has none
 * documented contributes none.
 */
final class Permissions {
    private static final String JOBS = "workspace:jobs:listSubJobs";
    private static final String JOB = "workspace:jobs:get";

    private Permissions() {}

    static List<String> of(WriteKind kind) {
        return switch (kind) {
            case REJOIN -> List.of("workspace:desktops:rejoinDomain", JOBS, JOB);
            case REJOIN_BATCH -> List.of("workspace:desktops:batchRejoinDomain", JOBS, JOB);
            case UPDATE_SIDS ->
                    List.of(
                            "workspace:desktops:updateSids",
                            "workspace:desktops:batchCheckRejoinDomain",
                            JOBS,
                            JOB);
            case CHANGE_USER_NAME -> List.of("workspace:desktops:changeUsername");
            case REBUILD -> List.of("workspace:desktops:rebuild", JOBS, JOB);
            case POWER -> List.of("workspace:desktops:operate");
            case APPLY_V2 -> List.of("workspace:tenants:open", JOBS, JOB);
            case CANCEL_SERVICE -> List.of("workspace:tenants:delete", JOBS, JOB);
            case NOTIFY, RETRY_JOB -> List.of(JOBS, JOB);
            case LOG_OFF, MAINTENANCE, RENAME, APPLY_V1, UPDATE_SERVICE, UNLOCK_SERVICE ->
                    List.of();
        };
    }
}
