package org.workspaceadmin.journal;

import java.time.Instant;
import org.workspaceadmin.model.Actor;

/**
 * One entry of the ledger. Nothing in it is a secret. An entry that follows the first one of a
 * request ({@link ActivityKind#INTENDED}) does not store the request's body and targets again; they
 * are read along from that one.
 *
 * @param seq number, from 1
 * @param at when by this computer's clock, UTC, in whole milliseconds
 * @param kind what
 * @param actor who
 * @param machine from where
 * @param connectionId which connection, empty for none
 * @param connectionName its name at the time
 * @param operation which operation, empty for none
 * @param operationKind what the operation asked for, by its stored name, empty for none
 * @param request number of the request within the operation, -1 for none
 * @param method HTTP method, empty for none
 * @param path path of the request, empty for none
 * @param body body of the request as it left, secrets masked; empty for none
 * @param targets names of the targets a request carries, comma-separated; empty for none
 * @param targetCount how many these are; of an operation's end, how many it had
 * @param reason why the operator did it, empty when not asked
 * @param httpStatus status of the answer, 0 for none
 * @param requestId the service's request id, empty for none
 * @param jobId the service's job, empty for none
 * @param code an error code or a code of ours that tells more, empty for none
 * @param note more in the service's or the system's words, or figures; empty for none
 * @param previous the hash of the entry before, 64 zeros in the first
 * @param hash of this entry, see {@link LedgerForm}
 */
public record Activity(
        long seq,
        Instant at,
        ActivityKind kind,
        Actor actor,
        Machine machine,
        String connectionId,
        String connectionName,
        String operation,
        String operationKind,
        int request,
        String method,
        String path,
        String body,
        String targets,
        int targetCount,
        String reason,
        int httpStatus,
        String requestId,
        String jobId,
        String code,
        String note,
        String previous,
        String hash) {}
