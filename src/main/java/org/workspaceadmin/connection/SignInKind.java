package org.workspaceadmin.connection;

/** How a connection signs in (api/iam-and-signing.md). */
public enum SignInKind {
    /** A permanent key pair. */
    ACCESS_KEY,
    /** A temporary key pair with a security token. */
    TEMPORARY_KEY,
    /** An IAM user's password. */
    PASSWORD
}
