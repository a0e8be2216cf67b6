package org.workspaceadmin.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.workspaceadmin.journal.RequestRow;
import org.workspaceadmin.journal.TargetRow;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.DesktopStatus;
import org.workspaceadmin.model.Outcome;

/**
 * Settles a power action by reading the desktops: done when a desktop is idle in the expected state
 * on two reads in a row (api/desktops.md section 9). A restart ends in the state it began with, so
 * it counts only after the desktop was seen leaving that state, or after a quiet while. For a
 * request without answer nothing but an outcome that was seen is believed.
 */
final class PowerWatch extends Watch {
    private static final int READS = 2;

    private final Draft.PowerAction action;
    private final boolean taken;
    private final Map<String, Integer> agreeing = new HashMap<>();
    private final Map<String, Integer> broken = new HashMap<>();
    private final Set<String> moved = new HashSet<>();
    private final Duration quiet;

    PowerWatch(
            LiveOperation operation,
            RequestRow request,
            Instant since,
            Instant due,
            PollSettings settings,
            boolean taken) {
        super(operation, request, since, taken ? settings.settle() : settings.search(), due);
        action = Parameters.action(operation.row().parameters());
        quiet = settings.quietRestart();
        this.taken = taken;
    }

    @Override
    boolean look(Asking asking) {
        List<TargetRow> open = open();
        if (open.isEmpty()) {
            return true;
        }
        Map<String, Desktop> now =
                asking.desktops(open.stream().map(t -> t.state().target().id()).toList()).stream()
                        .collect(Collectors.toMap(Desktop::id, Function.identity(), (a, b) -> b));
        List<TargetRow> changes = new ArrayList<>();
        for (TargetRow target : open) {
            Desktop desktop = now.get(target.state().target().id());
            if (desktop != null) {
                changes.add(judge(target, desktop, asking.now()));
            }
        }
        update(changes);
        return open().isEmpty();
    }

    private TargetRow judge(TargetRow target, Desktop desktop, Instant now) {
        String id = desktop.id();
        boolean idle = !desktop.busy();
        boolean expected = desktop.status().is(expected());
        if (!idle || (action == Draft.PowerAction.RESTART && !expected)) {
            moved.add(id);
        }
        boolean restart = action == Draft.PowerAction.RESTART;
        boolean seen = !restart || moved.contains(id);
        boolean quietly = taken && age(now).compareTo(quiet) >= 0;
        if (idle && expected && (seen || quietly)) {
            if (agreeing.merge(id, 1, Integer::sum) >= READS) {
                String code = seen ? "" : Codes.RESTART_NOT_SEEN;
                return Targets.settled(target, Outcome.SUCCEEDED, code, "", now);
            }
        } else {
            agreeing.remove(id);
        }
        boolean error = idle && desktop.status().is(DesktopStatus.ERROR) && moved.contains(id);
        if (!error) {
            broken.remove(id);
        } else if (broken.merge(id, 1, Integer::sum) >= READS) {
            return Targets.settled(target, Outcome.FAILED, Codes.POWER_ERROR, "", now);
        }
        return taken ? Targets.running(target, desktop.progress(), since()) : target;
    }

    private DesktopStatus expected() {
        return switch (action) {
            case START, RESTART -> DesktopStatus.ACTIVE;
            case STOP -> DesktopStatus.SHUTOFF;
            case HIBERNATE -> DesktopStatus.HIBERNATED;
        };
    }

    @Override
    boolean searching() {
        return !taken;
    }

    @Override
    void giveUp() {
        String code = taken ? Codes.NOT_SETTLED : Codes.NOT_FOUND;
        update(
                open().stream()
                        .map(t ->
                                Targets.settled(
                                        t, Outcome.UNKNOWN, code, t.state().message(), null))
                        .toList());
    }
}
