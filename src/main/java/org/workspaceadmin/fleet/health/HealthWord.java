package org.workspaceadmin.fleet.health;

/** A desktop's standing in the domain, in a word. */
public enum HealthWord {
    /** In the domain, and the directory has nothing against it. */
    IN_DOMAIN,
    /** The service says it is out of the domain. */
    OUT_OF_DOMAIN,
    /** It has not reported to the service. */
    NOT_REPORTED,
    /** The directory has no computer object of its name. */
    OBJECT_MISSING,
    /** Its computer object is disabled. */
    OBJECT_DISABLED,
    /** Its computer password was not changed for longer than computers leave it. */
    PASSWORD_STALE,
    /** Its computer object is in another OU than the desktop was created for. */
    WRONG_OU,
    /** The domain's DNS leads to another address, or to none. */
    DNS_MISMATCH,
    /** Several computer objects lay claim to its name. */
    DUPLICATE,
    /** Not known, or not any more. */
    UNKNOWN,
    /** Not a Windows desktop, so it is in no domain. */
    NOT_APPLICABLE
}
