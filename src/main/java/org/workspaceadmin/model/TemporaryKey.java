package org.workspaceadmin.model;

import java.time.Instant;

/**
 * A temporary key pair (api/iam-and-signing.md section 3).
 *
 * @param access access key id
 * @param secret secret key
 * @param token security token, sent with every signed request
 * @param expires when it ends
 */
public record TemporaryKey(String access, Secret secret, Secret token, Instant expires) {}
