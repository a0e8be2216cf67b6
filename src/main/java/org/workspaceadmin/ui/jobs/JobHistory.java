package org.workspaceadmin.ui.jobs;

import org.workspaceadmin.journal.Journal;
import org.workspaceadmin.journal.RunTimes;
import org.workspaceadmin.model.OperationKind;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.task.Workers;

/** What the monitor asks of the record of earlier operations. Answers off the UI thread. */
public interface JobHistory {
    /** Nothing is remembered. */
    JobHistory NONE = kind -> Work.of(RunTimes.NONE);

    /** What operations of a kind took before. */
    Work<RunTimes> runTimes(OperationKind kind);

    /**
     * What a journal remembers.
     *
     * @param journal the durable record
     * @param workers reads it
     */
    static JobHistory of(Journal journal, Workers workers) {
        return kind -> workers.start(() -> journal.runTimes(kind, 60));
    }
}
