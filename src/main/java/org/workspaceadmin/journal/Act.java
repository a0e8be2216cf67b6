package org.workspaceadmin.journal;

/**
 * Something the operator did to an operation, for the ledger.
 *
 * @param kind what, such as {@link ActivityKind#SETTLED} or {@link ActivityKind#RESUMED}
 * @param code a code of ours that tells more, empty for none
 * @param reason why, empty when not asked
 */
public record Act(ActivityKind kind, String code, String reason) {}
