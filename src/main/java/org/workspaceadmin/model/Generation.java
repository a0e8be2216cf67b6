package org.workspaceadmin.model;

/**
 * The API generation a connection uses for applying and for its jobs; vocabularies are never mixed
 * (api/README.md).
 */
public enum Generation {
    /** {@code /v1.0}: LITE_AD and LOCAL_AD. */
    V1,
    /** {@code /v2}: LITE_AS and LOCAL_AD. */
    V2
}
