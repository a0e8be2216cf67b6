package org.workspaceadmin.journal;

import org.workspaceadmin.model.TargetState;

/**
 * One target of an operation.
 *
 * @param seq number within the operation, from 0
 * @param request the request that carries it
 * @param state what is known; {@code checked} is not stored
 */
public record TargetRow(int seq, int request, TargetState state) {}
