package org.workspaceadmin.ui.operation;

import java.time.Instant;
import java.util.Objects;
import org.workspaceadmin.fleet.Fleet;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.ProblemException;
import org.workspaceadmin.operation.Operations;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.UiExecutor;
import org.workspaceadmin.task.Workers;

/**
 * What every dialog works with.
 *
 * @param operations the door to write through
 * @param fleet what is known of the desktops
 * @param connectionId the connection the operations belong to
 * @param ui hands results over to the UI thread
 * @param workers where large plans are worked out
 * @param timer time and debounce
 */
public record DialogContext(
        Operations operations,
        Fleet fleet,
        String connectionId,
        UiExecutor ui,
        Workers workers,
        Timer timer) {

    /**
     * What to show of a failure.
     *
     * @param failure what a piece of work threw
     * @return the problem it carries; an {@link Problem.Kind#INTERNAL} one when it carries none
     */
    Problem problemOf(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof ProblemException e) {
                return e.problem();
            }
        }
        Instant now = timer.instant();
        String text = Objects.requireNonNullElse(failure.getMessage(), failure.toString());
        return new Problem(
                Problem.Kind.INTERNAL, "", 0, "", text, "", "", "", "", null, now);
    }
}
