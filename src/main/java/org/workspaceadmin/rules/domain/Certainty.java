package org.workspaceadmin.rules.domain;

/** How sure a rule is (the source tags of api/domain-rules.md). */
public enum Certainty {
    /** From the vendor's page Apply. */
    VENDOR,
    /** From the interface's definition. */
    DEFINED,
    /** Our reading; the service may be more lenient, or use a list we could not see. */
    INFERRED,
    /** From a list that the site can replace. */
    SITE_LIST
}
