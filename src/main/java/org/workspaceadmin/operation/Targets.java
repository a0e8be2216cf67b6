package org.workspaceadmin.operation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.journal.TargetRow;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.Target;
import org.workspaceadmin.model.TargetState;

/** New versions of a target's row. */
final class Targets {
    private Targets() {}

    static TargetState waiting(Target target) {
        return new TargetState(target, Outcome.WAITING, null, "", null, null, "", "", true);
    }

    static TargetRow with(TargetRow row, TargetState state) {
        return new TargetRow(row.seq(), row.request(), state);
    }

    /** The service took it and a job carries it. */
    static TargetRow inJob(TargetRow row, String jobId) {
        return with(
                row,
                new TargetState(
                        row.state().target(),
                        Outcome.WAITING,
                        null,
                        jobId,
                        null,
                        null,
                        "",
                        "",
                        true));
    }

    /** It is being worked on. */
    static TargetRow running(TargetRow row, @Nullable Integer progress, @Nullable Instant begin) {
        TargetState old = row.state();
        return with(
                row,
                new TargetState(
                        old.target(),
                        Outcome.RUNNING,
                        progress,
                        old.jobId(),
                        begin == null ? old.begin() : begin,
                        null,
                        "",
                        "",
                        true));
    }

    /** It came to an end, or to being unknown, as far as the service says. */
    static TargetRow settled(
            TargetRow row, Outcome outcome, String code, String message, @Nullable Instant end) {
        TargetState old = row.state();
        return with(
                row,
                new TargetState(
                        old.target(),
                        outcome,
                        outcome == Outcome.SUCCEEDED ? Integer.valueOf(100) : old.progress(),
                        old.jobId(),
                        old.begin(),
                        outcome == Outcome.UNKNOWN ? null : end,
                        code,
                        message,
                        true));
    }

    /** The same with a remark. */
    static TargetRow remarked(TargetRow row, String code) {
        TargetState old = row.state();
        return with(
                row,
                new TargetState(
                        old.target(),
                        old.outcome(),
                        old.progress(),
                        old.jobId(),
                        old.begin(),
                        old.end(),
                        code,
                        old.message(),
                        old.checked()));
    }

    /** The same, confirmed by the service. */
    static TargetRow confirmed(TargetRow row) {
        TargetState old = row.state();
        return with(
                row,
                new TargetState(
                        old.target(),
                        old.outcome(),
                        old.progress(),
                        old.jobId(),
                        old.begin(),
                        old.end(),
                        old.code(),
                        old.message(),
                        true));
    }

    static TargetState unchecked(TargetState old) {
        return new TargetState(
                old.target(),
                old.outcome(),
                old.progress(),
                old.jobId(),
                old.begin(),
                old.end(),
                old.code(),
                old.message(),
                false);
    }
}
