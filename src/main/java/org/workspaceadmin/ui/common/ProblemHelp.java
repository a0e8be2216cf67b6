package org.workspaceadmin.ui.common;

import org.workspaceadmin.connection.refusal.Explanation;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.task.Work;

/**
 * What can be done about a problem beside trying again. A {@link ProblemPane} asks for it; the
 * program answers for the connection that is open. Each offer is asked for first, so that no button
 * shows that does nothing. UI thread.
 */
public interface ProblemHelp {
    /** Whether {@link #explain} can be tried for this problem now. */
    default boolean explains(Problem problem) {
        return false;
    }

    /**
     * Finds out which permission a refused call lacks.
     *
     * @param problem a refusal
     * @return what could be found out; fails with {@link org.workspaceadmin.model.ProblemException}
     */
    default Work<Explanation> explain(Problem problem) {
        return Work.failed(new IllegalStateException("nothing explains"));
    }

    /** Whether {@link #useMeasuredTime} has an effect for this problem. */
    default boolean correctsClock(Problem problem) {
        return false;
    }

    /**
     * Signs with the service's time from now on, until the program ends. Only after the operator
     * agreed.
     *
     * @param problem a {@link Problem.Kind#CLOCK_SKEW} with a measured offset in its evidence
     */
    default void useMeasuredTime(Problem problem) {
        throw new IllegalStateException("nothing corrects the clock");
    }

    /** Whether {@link #report} does something. */
    default boolean reports() {
        return false;
    }

    /**
     * Opens the dialog that saves a support archive.
     *
     * @param problem what it is about
     */
    default void report(Problem problem) {
        throw new IllegalStateException("nothing reports");
    }
}
