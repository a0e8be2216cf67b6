package org.workspaceadmin.fleet.health;

/** Why a finding was made; what its arguments are is said with each. Times are ISO 8601 in UTC. */
public enum Cause {
    /** The service says it is in; [when it said so]. */
    REPORTED_IN,
    /** The service says it is out; [when it said so]. */
    REPORTED_OUT,
    /** It is out, and its object is younger than the desktop; [when the object was created]. */
    OBJECT_REPLACED,
    /** It is out, and its object got another Windows SID meanwhile; [SID before, SID now]. */
    SID_CHANGED,
    /** It has not reported, because it is off; [the service's word for its state]. */
    OFF,
    /** It is on, but its agent is not registered; []. */
    AGENT_SILENT,
    /** It is on and registered, but has not said; []. */
    NOT_SAID,
    /** No object of the name; [name, domain]. */
    NO_OBJECT,
    /** Disabled; [distinguished name]. */
    DISABLED,
    /** Older than 30 days; [days, when it was set]. */
    PASSWORD_OLD,
    /** Older than 60 days; [days, when it was set]. */
    PASSWORD_VERY_OLD,
    /** In another OU; [where it is as {@code a/b}, where it should be]. */
    OTHER_OU,
    /** DNS names other addresses; [host name, its addresses, the desktop's addresses]. */
    OTHER_ADDRESS,
    /** DNS knows no address; [host name]. */
    NO_ADDRESS,
    /** Several objects; their distinguished names. */
    SEVERAL_OBJECTS,
    /** The service was not asked yet; []. */
    NOT_ASKED,
    /** The service answered with something unknown; []. */
    UNKNOWN_ANSWER,
    /** The directory cannot be read; [{@code DirectoryProblem.Kind}, what was seen, controller]. */
    DIRECTORY_UNKNOWN,
    /** Not a Windows desktop; [the service's word for its system]. */
    NOT_WINDOWS
}
