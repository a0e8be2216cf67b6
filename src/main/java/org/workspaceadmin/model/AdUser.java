package org.workspaceadmin.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user of an AD OU as the service sees it (api/workspace.md section 9).
 *
 * @param name user name
 * @param expires when the account ends, null for never
 * @param known whether Workspace has the user already
 */
public record AdUser(String name, @Nullable Instant expires, boolean known) {}
