package org.workspaceadmin.ui.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.workspaceadmin.journal.RunTimes;
import org.workspaceadmin.model.OperationKind;
import org.workspaceadmin.task.UiExecutor;

/**
 * How long jobs take as a rule, and which stand still. What operations took before is read from the
 * journal once per kind, and again when one of the kind ends. UI thread.
 */
public final class Pace {
    /** After this long without any progress a job is marked. */
    static final Duration STILL = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(Pace.class);

    private final JobHistory history;
    private final UiExecutor ui;
    private final Map<OperationKind, RunTimes> known = new EnumMap<>(OperationKind.class);
    private final Set<OperationKind> asked = EnumSet.noneOf(OperationKind.class);
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();

    Pace(JobHistory history, UiExecutor ui) {
        this.history = history;
        this.ui = ui;
    }

    /** Grows when more is known. */
    ReadOnlyIntegerProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    /** An operation of a kind is shown: what such took is read, unless it was. */
    void need(OperationKind kind) {
        if (asked.add(kind)) {
            history.runTimes(kind)
                    .then(
                            ui,
                            times -> {
                                known.put(kind, times);
                                version.set(version.get() + 1);
                            },
                            failure -> LOG.warn("what jobs took before is not known", failure));
        }
    }

    /** An operation of a kind ended: what such took is read again when next needed. */
    void ended(OperationKind kind) {
        asked.remove(kind);
    }

    /**
     * What an operation or a target may take.
     *
     * @param row a line of the monitor
     * @return null when there is no history
     */
    @Nullable Expectation of(JobRow row) {
        JobEntry operation = row.operation();
        if (operation == null) {
            return null;
        }
        RunTimes times = known.getOrDefault(operation.state().kind(), RunTimes.NONE);
        return switch (row.face().level()) {
            case OPERATION -> Expectation.ofRun(times, row.face().tally().total());
            case TARGET -> Expectation.ofTarget(times);
            case REQUEST, JOB, FOREIGN -> null;
        };
    }

    /**
     * For how many minutes nothing of a job has moved.
     *
     * @param face what a line shows
     * @param now the present moment
     * @return 0 while it moves, is not at work, or has not stood still for long
     */
    static long still(JobRow.Face face, Instant now) {
        Instant last = face.progressed();
        if (last == null || !face.working()) {
            return 0;
        }
        Duration still = Duration.between(last, now);
        return still.compareTo(STILL) < 0 ? 0 : still.toMinutes();
    }
}
