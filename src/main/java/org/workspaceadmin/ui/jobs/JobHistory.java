package org.workspaceadmin.ui.jobs;

import java.util.Optional;
import org.workspaceadmin.journal.HistoryPage;
import org.workspaceadmin.journal.HistoryQuery;
import org.workspaceadmin.journal.Journal;
import org.workspaceadmin.journal.Recorded;
import org.workspaceadmin.journal.RunTimes;
import org.workspaceadmin.model.OperationKind;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.task.Workers;

/** What the monitor asks of the record of earlier operations. Answers off the UI thread. */
@FunctionalInterface
public interface JobHistory {
    /** Nothing is remembered. */
    JobHistory NONE = kind -> Work.of(RunTimes.NONE);

    /** What operations of a kind took before. */
    Work<RunTimes> runTimes(OperationKind kind);

    /**
     * Some of the ended operations, newest first.
     *
     * @param query which
     * @param before {@link HistoryPage#before()} of the page above, empty for the first
     * @param limit at most how many
     */
    default Work<HistoryPage> page(HistoryQuery query, String before, int limit) {
        return Work.of(new HistoryPage(java.util.List.of(), ""));
    }

    /** How many ended operations fit. */
    default Work<Integer> count(HistoryQuery query) {
        return Work.of(0);
    }

    /** Everything recorded of one operation. */
    default Work<Optional<Recorded>> read(String operationId) {
        return Work.of(Optional.empty());
    }

    /**
     * What a journal remembers.
     *
     * @param journal the durable record
     * @param workers reads it
     */
    static JobHistory of(Journal journal, Workers workers) {
        return new JobHistory() {
            @Override
            public Work<RunTimes> runTimes(OperationKind kind) {
                return workers.start(() -> journal.runTimes(kind, 60));
            }

            @Override
            public Work<HistoryPage> page(HistoryQuery query, String before, int limit) {
                return workers.start(() -> journal.history().page(query, before, limit));
            }

            @Override
            public Work<Integer> count(HistoryQuery query) {
                return workers.start(() -> journal.history().count(query));
            }

            @Override
            public Work<Optional<Recorded>> read(String operationId) {
                return workers.start(() -> journal.history().read(operationId));
            }
        };
    }
}
