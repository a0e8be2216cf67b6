package org.workspaceadmin.operation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.workspaceadmin.journal.RequestRow;
import org.workspaceadmin.journal.TargetRow;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.DesktopStatus;
import org.workspaceadmin.model.Field;
import org.workspaceadmin.model.Outcome;

/**
 * Settles what the service does without a job, by reading the desktops: a log-off is over when no
 * session is left, maintenance when the mark says so, a rename when the new name is listed and the
 * desktop is at rest after its restart (api/desktops.md sections 9 and 11). For a request without
 * answer, too, what is seen is believed, and nothing else.
 */
final class ReadingWatch extends Watch {
    private static final int READS_AT_REST = 2;

    private final List<Field> asked;
    private final boolean taken;
    private final Map<String, Instant> judged = new HashMap<>();
    private final Map<String, Integer> agreeing = new HashMap<>();
    private final Map<String, Integer> broken = new HashMap<>();

    ReadingWatch(
            LiveOperation operation,
            RequestRow request,
            Instant since,
            Instant due,
            PollSettings settings,
            boolean taken) {
        super(operation, request, since, taken ? settings.settle() : settings.search(), due);
        asked = operation.row().parameters();
        this.taken = taken;
    }

    @Override
    boolean look(Asking asking) {
        List<TargetRow> open = open();
        if (open.isEmpty()) {
            return true;
        }
        Map<String, Asking.Seen> now = new HashMap<>();
        for (Asking.Seen seen :
                asking.desktops(
                        open.stream().map(t -> t.state().target().id()).toList(),
                        operation()::openDesktops)) {
            if (seen.desktop() != null) {
                now.put(seen.desktop().id(), seen);
            }
        }
        List<TargetRow> changes = new ArrayList<>();
        for (TargetRow target : open) {
            Asking.Seen seen = now.get(target.state().target().id());
            // The same reading twice is no second reading.
            if (seen != null
                    && seen.desktop() != null
                    && !seen.at().equals(judged.put(seen.desktop().id(), seen.at()))) {
                changes.add(judge(target, seen.desktop(), seen.at()));
            }
        }
        update(changes);
        return open().isEmpty();
    }

    private TargetRow judge(TargetRow target, Desktop desktop, Instant now) {
        return switch (request().request().kind()) {
            case LOG_OFF -> settle(target, desktop, !desktop.hasSession(), now);
            case MAINTENANCE ->
                    settle(
                            target,
                            desktop,
                            desktop.maintenance() == Parameters.maintenance(asked),
                            now);
            default -> rename(target, desktop, now);
        };
    }

    private TargetRow rename(TargetRow target, Desktop desktop, Instant now) {
        String wanted = Parameters.newName(asked, desktop.id());
        boolean named = desktop.name().equalsIgnoreCase(wanted) && !desktop.busy();
        if (named && desktop.status().is(DesktopStatus.ERROR)) {
            return broken.merge(desktop.id(), 1, Integer::sum) < READS_AT_REST
                    ? running(target, desktop)
                    : Targets.settled(target, Outcome.FAILED, Codes.POWER_ERROR, "", now);
        }
        broken.remove(desktop.id());
        if (!named) {
            agreeing.remove(desktop.id());
        }
        boolean rests = named && agreeing.merge(desktop.id(), 1, Integer::sum) >= READS_AT_REST;
        return settle(target, desktop, rests, now);
    }

    private TargetRow settle(TargetRow target, Desktop desktop, boolean done, Instant now) {
        return done
                ? Targets.settled(target, Outcome.SUCCEEDED, "", "", now)
                : running(target, desktop);
    }

    private TargetRow running(TargetRow target, Desktop desktop) {
        return taken ? Targets.running(target, desktop.progress(), since()) : target;
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
