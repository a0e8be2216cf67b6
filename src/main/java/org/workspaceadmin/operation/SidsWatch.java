package org.workspaceadmin.operation;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.workspaceadmin.journal.RequestRow;
import org.workspaceadmin.journal.TargetRow;
import org.workspaceadmin.model.DomainCheck;
import org.workspaceadmin.model.DomainMembership;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.ProblemException;

/**
 * Settles a SID update the service answered at once: 200 means updated, 204 nothing to update
 * (vendor page SIDs). The domain check, where offered, adds whether a desktop is still out.
 */
final class SidsWatch extends Watch {
    private static final int NO_CONTENT = 204;

    SidsWatch(
            LiveOperation operation,
            RequestRow request,
            Instant since,
            Instant due,
            PollSettings settings) {
        super(operation, request, since, settings.settle(), due);
    }

    @Override
    boolean look(Asking asking) {
        List<TargetRow> open = open();
        if (!open.isEmpty()) {
            settle(open, stillOut(asking, open), asking.now());
        }
        return true;
    }

    @Override
    boolean searching() {
        return false;
    }

    @Override
    void giveUp() {
        settle(open(), Set.of(), since());
    }

    private void settle(List<TargetRow> open, Set<String> out, Instant now) {
        boolean unchanged = request().httpStatus() == NO_CONTENT;
        update(
                open.stream()
                        .map(t -> {
                            boolean still = out.contains(t.state().target().id());
                            return Targets.settled(
                                    t, Outcome.SUCCEEDED, code(unchanged, still), "", now);
                        })
                        .toList());
    }

    private static String code(boolean unchanged, boolean out) {
        if (unchanged) {
            return out ? Codes.SIDS_UNCHANGED_OUT : Codes.SIDS_UNCHANGED;
        }
        return out ? Codes.SIDS_UPDATED_OUT : Codes.SIDS_UPDATED;
    }

    private static Set<String> stillOut(Asking asking, List<TargetRow> open) {
        try {
            return asking.domain(open.stream().map(t -> t.state().target().id()).toList()).stream()
                    .filter(c -> c.membership() == DomainMembership.OUT)
                    .map(DomainCheck::desktopId)
                    .collect(Collectors.toSet());
        } catch (ProblemException e) {
            if (e.problem().kind() == Problem.Kind.NOT_OFFERED) {
                return Set.of();
            }
            throw e;
        }
    }
}
