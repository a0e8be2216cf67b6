package org.workspaceadmin.operation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.workspaceadmin.journal.RequestRow;
import org.workspaceadmin.journal.TargetRow;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.Field;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.Target;
import org.workspaceadmin.model.UserNameChange;

/**
 * Settles a user-name change by reading the list: a desktop is done when it is listed for the new
 * name and no longer for the old one, the name itself when all its desktops are done and, unless
 * only one domain's user was meant, nothing is listed for the old name any more.
 */
final class UserNameWatch extends Watch {
    private final UserNameChange change;
    private final boolean taken;

    UserNameWatch(
            LiveOperation operation,
            RequestRow request,
            Instant since,
            Instant due,
            PollSettings settings,
            boolean taken) {
        super(operation, request, since, taken ? settings.settle() : settings.search(), due);
        List<Field> parameters = operation.row().parameters();
        change =
                operation.openTargets(request.seq()).stream()
                        .map(t -> t.state().target())
                        .filter(t -> t.type() == Target.Type.USER_NAME)
                        .findFirst()
                        .map(t -> Parameters.userNameChange(parameters, t.id()))
                        .orElseGet(() -> Parameters.userNameChange(parameters));
        this.taken = taken;
    }

    /** Whether a desktop is given to a user, compared ignoring case as AD does. */
    static boolean belongsTo(Desktop desktop, String userName) {
        return desktop.userName().equalsIgnoreCase(userName)
                || desktop.users().stream().anyMatch(u -> u.name().equalsIgnoreCase(userName));
    }

    @Override
    boolean look(Asking asking) {
        Set<String> moved = new HashSet<>();
        for (Asking.Seen seen : asking.desktops(openDesktops(), operation()::openDesktops)) {
            if (seen.desktop() != null
                    && belongsTo(seen.desktop(), change.newName())
                    && !belongsTo(seen.desktop(), change.oldName())) {
                moved.add(seen.desktop().id());
            }
        }
        Instant now = asking.now();
        List<TargetRow> done = new ArrayList<>();
        List<TargetRow> rest = new ArrayList<>();
        TargetRow name = null;
        for (TargetRow target : open()) {
            String id = target.state().target().id();
            if (target.state().target().type() == Target.Type.USER_NAME) {
                name = target;
            } else if (moved.contains(id)) {
                done.add(Targets.settled(target, Outcome.SUCCEEDED, "", "", now));
            } else {
                rest.add(taken ? Targets.running(target, null, since()) : target);
            }
        }
        boolean oneDomain = !change.oldDomain().isEmpty();
        if (name != null) {
            boolean all =
                    rest.isEmpty() && (oneDomain || asking.desktopsOf(change.oldName()).isEmpty());
            if (all) {
                done.add(Targets.settled(name, Outcome.SUCCEEDED, "", "", now));
            } else {
                rest.add(taken ? Targets.running(name, null, since()) : name);
            }
        }
        done.addAll(rest);
        update(done);
        return open().isEmpty();
    }

    private List<String> openDesktops() {
        return open().stream()
                .map(t -> t.state().target())
                .filter(t -> t.type() == Target.Type.DESKTOP)
                .map(Target::id)
                .toList();
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
