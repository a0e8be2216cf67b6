package org.workspaceadmin.connection.probe;

/** What a connection test looks at, in this order. */
public enum StepKind {
    /** Whether the services' host names have addresses. */
    NAMES,
    /** Which way the requests take, and whether a proxy on it lets them through. */
    PROXY,
    /** Whether the services are reached, and by whose certificate. */
    TLS,
    /** How far this machine's clock is from the service's. */
    CLOCK,
    /** Whether the sign-in is accepted, and as whom. One attempt per test. */
    SIGN_IN,
    /** Which project it is and whether it can be used. */
    PROJECT,
    /** Where the Workspace service of the project stands. */
    SERVICE,
    /** Which of the reads the program needs are allowed. */
    PERMISSIONS,
    /** Which newer calls the region lacks. */
    CALLS
}
