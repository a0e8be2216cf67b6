package org.workspaceadmin.rules.domain;

/** The inputs of an application for the service. */
public enum DomainField {
    /** LITE_AD, LITE_AS or LOCAL_AD. */
    TYPE,
    /** Domain name. */
    NAME,
    /** Administrator account. */
    ACCOUNT,
    /** Its password. */
    PASSWORD,
    /** Address of the active controller. */
    ACTIVE_IP,
    /** Full name of the active controller, v2. */
    ACTIVE_NAME,
    /** Address of the active DNS server. */
    ACTIVE_DNS,
    /** Address of the standby controller. */
    STANDBY_IP,
    /** Full name of the standby controller, v2. */
    STANDBY_NAME,
    /** Address of the standby DNS server. */
    STANDBY_DNS,
    /** VPC. */
    VPC,
    /** Subnets. */
    SUBNETS,
    /** How users reach their desktops. */
    ACCESS_MODE,
    /** Networks that come in over Direct Connect, v2. */
    DEDICATED,
    /** The certificate for LDAPS, v2. */
    LDAPS,
    /** What users type at sign-in, v2. */
    ENTERPRISE_ID
}
