package org.workspaceadmin.ui.common;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.connection.refusal.Explanation;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.task.Work;

/**
 * Where panes ask for help. Screens are built before the program that answers; until then nothing
 * is offered. UI thread.
 */
public final class HelpLine implements ProblemHelp {
    private ProblemHelp answering = new ProblemHelp() {};
    private @Nullable Consumer<Problem> reporter;

    /**
     * Says who answers from now on.
     *
     * @param help gives the help
     */
    public void answeredBy(ProblemHelp help) {
        answering = help;
    }

    /**
     * Says who saves reports from now on, whoever answers the rest.
     *
     * @param newReporter opens the report's dialog for a problem
     */
    public void reportedBy(Consumer<Problem> newReporter) {
        reporter = newReporter;
    }

    @Override
    public boolean explains(Problem problem) {
        return answering.explains(problem);
    }

    @Override
    public Work<Explanation> explain(Problem problem) {
        return answering.explain(problem);
    }

    @Override
    public boolean correctsClock(Problem problem) {
        return answering.correctsClock(problem);
    }

    @Override
    public void useMeasuredTime(Problem problem) {
        answering.useMeasuredTime(problem);
    }

    @Override
    public boolean reports() {
        return reporter != null || answering.reports();
    }

    @Override
    public void report(Problem problem) {
        if (reporter != null) {
            reporter.accept(problem);
        } else {
            answering.report(problem);
        }
    }
}
