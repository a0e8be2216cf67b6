package org.workspaceadmin.ui.jobs;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.ForeignJob;

/** A job that was started elsewhere, as a line to read. */
public final class ForeignRow extends JobRow {
    private ForeignJob job;

    ForeignRow(ForeignJob first) {
        super(faceOf(first));
        job = first;
    }

    /** The job now. */
    public ForeignJob job() {
        return job;
    }

    @Override
    public @Nullable JobEntry operation() {
        return null;
    }

    @Override
    List<PartRow> load() {
        return List.of();
    }

    void show(ForeignJob next) {
        job = next;
        face(faceOf(next));
    }

    private static Face faceOf(ForeignJob job) {
        return new Face(
                Level.FOREIGN,
                0,
                null,
                null,
                job.jobId(),
                null,
                Tally.of(job.targets()),
                job.begin(),
                job.end(),
                null,
                false,
                false);
    }
}
