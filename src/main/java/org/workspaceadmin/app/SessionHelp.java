package org.workspaceadmin.app;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.workspaceadmin.connection.Connector;
import org.workspaceadmin.connection.refusal.Explainer;
import org.workspaceadmin.connection.refusal.Explanation;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Problem.Evidence;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.task.Workers;
import org.workspaceadmin.ui.common.ProblemHelp;

/** Helps with problems of the connection on screen, or of connecting. UI thread. */
final class SessionHelp implements ProblemHelp {
    private static final Logger LOG = LoggerFactory.getLogger(SessionHelp.class);

    private final Supplier<@Nullable Session> session;
    private final Connector connector;
    private final Workers workers;

    /**
     * Helps where it can.
     *
     * @param session what is on screen now
     * @param connector makes the next connections
     * @param workers where explaining runs
     */
    SessionHelp(Supplier<@Nullable Session> session, Connector connector, Workers workers) {
        this.session = session;
        this.connector = connector;
        this.workers = workers;
    }

    @Override
    public boolean explains(Problem problem) {
        return Explainer.explains(problem) && session.get() != null;
    }

    @Override
    public Work<Explanation> explain(Problem problem) {
        Session open = session.get();
        return open == null
                ? ProblemHelp.super.explain(problem)
                : new Explainer(open.connection(), open.service(), workers).explain(problem);
    }

    @Override
    public boolean correctsClock(Problem problem) {
        return problem.kind() == Problem.Kind.CLOCK_SKEW
                && problem.evidence().containsKey(Evidence.CLOCK_OFFSET);
    }

    /**
     * The connection on screen signs so at once; one that failed to open, or is opened anew, from
     * its next attempt on.
     */
    @Override
    public void useMeasuredTime(Problem problem) {
        Duration offset =
                Duration.parse(problem.evidence().getOrDefault(Evidence.CLOCK_OFFSET, "PT0S"));
        LOG.info("signing with the service's time, {} from here, as agreed", offset);
        connector.agreeClock(problem.evidence().getOrDefault(Evidence.HOST, ""), offset);
        Session open = session.get();
        if (open != null) {
            open.service().applyClockOffset(offset);
        }
    }
}
