package org.workspaceadmin.model;

/**
 * Every call that changes something, which decides how its answer is read and whether a job follows
 * (api/jobs.md section 5).
 */
public enum WriteKind {
    /** Rejoin one desktop: 202 with a job. */
    REJOIN,
    /** Rejoin up to 100 desktops: 200 with one job. */
    REJOIN_BATCH,
    /** Update SIDs: 200 done, 202 with a job, 204 nothing to do. */
    UPDATE_SIDS,
    /** Change the associated user name: 204 without a job. */
    CHANGE_USER_NAME,
    /** Rebuild system disks: 200 with a job, or 200 with an error code. */
    REBUILD,
    /** Power action: 200 with the list of those that failed. */
    POWER,
    /** Log users off: 200 without a body. */
    LOG_OFF,
    /** Send a message: a job. */
    NOTIFY,
    /** Switch maintenance mode. */
    MAINTENANCE,
    /** Rename one desktop. */
    RENAME,
    /** Apply for the service, v1.0. */
    APPLY_V1,
    /** Apply for the service, v2. */
    APPLY_V2,
    /** Change the service. */
    UPDATE_SERVICE,
    /** Cancel the service: 202 with a job. */
    CANCEL_SERVICE,
    /** Unlock the service. */
    UNLOCK_SERVICE,
    /** Retry a failed job. */
    RETRY_JOB
}
