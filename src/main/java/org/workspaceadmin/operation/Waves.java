package org.workspaceadmin.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.workspaceadmin.journal.RequestRow;
import org.workspaceadmin.journal.RequestState;
import org.workspaceadmin.journal.TargetRow;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.Target;

/** Reads waves off an operation's rows. */
final class Waves {
    private Waves() {}

    /**
     * Whether everything of the present wave and those before left and ended, and something of a
     * later one waits.
     */
    static boolean ended(List<RequestRow> requests, List<TargetRow> targets, Gate gate) {
        boolean more = false;
        for (RequestRow request : requests) {
            if (!gate.cleared(request)) {
                more |= request.state().sendable();
            } else if (request.state().sendable() || request.state() == RequestState.SENT) {
                return false;
            }
        }
        return more
                && targets.stream()
                        .filter(t -> gate.cleared(requests.get(t.request())))
                        .allMatch(t -> t.state().outcome().ended());
    }

    /** Ids of the desktops of a wave that ended well. */
    static List<String> members(List<RequestRow> requests, List<TargetRow> targets, int wave) {
        List<String> desktops = new ArrayList<>();
        for (TargetRow target : targets) {
            Target desktop = target.state().target();
            if (requests.get(target.request()).wave() == wave
                    && target.state().outcome() == Outcome.SUCCEEDED
                    && desktop.type() == Target.Type.DESKTOP) {
                desktops.add(desktop.id());
            }
        }
        return desktops;
    }

    /**
     * How many targets have not left and still may.
     *
     * @param carried numbers of the targets by number of the request
     */
    static int unsent(List<RequestRow> requests, Map<Integer, List<Integer>> carried) {
        int unsent = 0;
        for (RequestRow request : requests) {
            if (request.state().sendable()) {
                unsent += carried.getOrDefault(request.seq(), List.of()).size();
            }
        }
        return unsent;
    }
}
