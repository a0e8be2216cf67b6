package org.workspaceadmin.operation;

import java.util.concurrent.Semaphore;
import org.workspaceadmin.cloud.WorkspaceService;
import org.workspaceadmin.model.Generation;

/**
 * An attached connection.
 *
 * @param connectionId which
 * @param name what the operator calls it
 * @param projectId its project
 * @param generation its API generation
 * @param service its service
 * @param follower watches what was sent over it
 * @param writes two writes at a time (api/errors.md section 6); taken before a request is marked as
 *     leaving, so that the mark says no more than it must
 */
record Link(
        String connectionId,
        String name,
        String projectId,
        Generation generation,
        WorkspaceService service,
        Follower follower,
        Semaphore writes) {}
