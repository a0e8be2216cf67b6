package org.workspaceadmin.cloud;

/** The services a connection talks to, each with its own host. */
enum CloudHost {
    WORKSPACE,
    IAM,
    VPC,
    IMS,
    STS,
    EPS;

    /** Whether requests are about a project, so that a signed one carries {@code X-Project-Id}. */
    boolean ofProject() {
        return this == WORKSPACE || this == VPC || this == IMS;
    }
}
