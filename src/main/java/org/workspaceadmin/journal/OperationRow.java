package org.workspaceadmin.journal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Field;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.OperationKind;

/**
 * The unchanging part of an operation.
 *
 * @param id sortable by creation
 * @param connectionId which connection
 * @param connectionName its name at the time
 * @param projectId its project
 * @param generation its API generation, which decides how jobs are asked for
 * @param kind what was asked for
 * @param parameters in detail, never a secret
 * @param reason why, empty when not asked
 * @param retryOf the operation this one retries, empty when none
 * @param created when the operator confirmed it
 * @param ended when the last target ended, null while open
 * @param pace how it is sent over time; beside the end the only part that changes
 */
public record OperationRow(
        String id,
        String connectionId,
        String connectionName,
        String projectId,
        Generation generation,
        OperationKind kind,
        List<Field> parameters,
        String reason,
        String retryOf,
        Instant created,
        @Nullable Instant ended,
        PaceRow pace) {
    /** Copies the list. */
    public OperationRow {
        parameters = List.copyOf(parameters);
    }

    /** An operation that is sent at once. */
    public OperationRow(
            String id,
            String connectionId,
            String connectionName,
            String projectId,
            Generation generation,
            OperationKind kind,
            List<Field> parameters,
            String reason,
            String retryOf,
            Instant created,
            @Nullable Instant ended) {
        this(
                id,
                connectionId,
                connectionName,
                projectId,
                generation,
                kind,
                parameters,
                reason,
                retryOf,
                created,
                ended,
                PaceRow.AT_ONCE);
    }
}
