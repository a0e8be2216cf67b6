package org.workspaceadmin.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether the service is locked (api/workspace.md section 5).
 *
 * @param locked whether it is
 * @param since since when, null when not sent
 * @param reason why, empty when not sent
 */
public record LockStatus(boolean locked, @Nullable Instant since, String reason) {}
