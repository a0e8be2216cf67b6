package org.workspaceadmin.model;

/** Where the service of a project stands (api/workspace.md section 3). Open set. */
public enum ServiceStatus {
    /** Opening begins. */
    PREPARING,
    /** Opening. */
    SUBSCRIBING,
    /** In service; working only if the AD configuration did not fail too. */
    SUBSCRIBED,
    /** Opening failed. */
    SUBSCRIPTION_FAILED,
    /** Closing. */
    DEREGISTERING,
    /** Closing failed. */
    DEREGISTRATION_FAILED,
    /** Clean-up runs. */
    RECYCLING,
    /** Clean-up done. */
    RECYCLED,
    /** Clean-up failed. */
    RECYCLE_FAILED,
    /** Never applied for, or closed. */
    CLOSED,
    /** A word we do not know: counts as still changing. */
    UNKNOWN;

    /** Whether nothing changes any more without the operator. */
    public boolean settled() {
        return switch (this) {
            case PREPARING, SUBSCRIBING, DEREGISTERING, RECYCLING, UNKNOWN -> false;
            default -> true;
        };
    }
}
