package org.workspaceadmin.operation;

/** Reason codes of ours on targets; the message bundles hold {@code code.<code>}. */
public final class Codes {
    /** The request left and no answer came; the service's records are being searched. */
    public static final String UNANSWERED = "wa.unanswered";

    /** The request left and no answer came; the search ended without finding what became of it. */
    public static final String NOT_FOUND = "wa.unanswered.notFound";

    /** The service is busy with it (409); it can be sent again in half a minute. */
    public static final String BUSY_WAITING = "wa.busy.waiting";

    /** The service was busy with it (409) and can be asked again; the operator decides. */
    public static final String BUSY = "wa.busy";

    /** The service took the request and named no job. */
    public static final String NO_JOB = "wa.job.missing";

    /** The service no longer knows the job. */
    public static final String JOB_GONE = "wa.job.gone";

    /** The job ended well as a whole, without a word on this desktop. */
    public static final String NO_SUB_JOB = "wa.job.noSubJob";

    /** The job failed and gave neither code nor reason. */
    public static final String JOB_FAILED = "wa.job.failed";

    /** Followed for the longest time; asked again only by hand. */
    public static final String POLLING_STOPPED = "wa.pollingStopped";

    /** The service took the request, and what it should have changed did not show in time. */
    public static final String NOT_SETTLED = "wa.notSettled";

    /** The domain check says the desktop is in the domain. */
    public static final String DOMAIN_IN = "wa.domain.in";

    /** SIDs were made equal. */
    public static final String SIDS_UPDATED = "wa.sids.updated";

    /** SIDs were equal already: nothing to do. */
    public static final String SIDS_UNCHANGED = "wa.sids.unchanged";

    /** SIDs were made equal; the domain check still says out. */
    public static final String SIDS_UPDATED_OUT = "wa.sids.updatedStillOut";

    /** SIDs were equal already; the domain check still says out. */
    public static final String SIDS_UNCHANGED_OUT = "wa.sids.unchangedStillOut";

    /** Up and idle some time after a restart nobody saw. */
    public static final String RESTART_NOT_SEEN = "wa.power.restartNotSeen";

    /** The desktop ended in the state ERROR. */
    public static final String POWER_ERROR = "wa.power.error";

    /** Sending stopped: more targets failed than the budget allows. */
    public static final String BUDGET = "wa.budget";

    /** Not sent; the operator gave it up. */
    public static final String DROPPED = "wa.dropped";

    /** Not sent before a restart, and what it needs (a secret) is not stored. */
    public static final String NOT_SENDABLE = "wa.notSendable";

    /** The operator found it carried out. */
    public static final String SETTLED_DONE = "wa.settled.done";

    /** The operator found it not carried out. */
    public static final String SETTLED_NOT_DONE = "wa.settled.notDone";

    /** The service is open, and its connection to Active Directory failed. */
    public static final String SERVICE_AD = "wa.service.ad";

    /** The service says that it failed, without a code. */
    public static final String SERVICE_FAILED = "wa.service.failed";

    private Codes() {}
}
