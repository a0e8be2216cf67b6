package org.workspaceadmin.operation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.journal.Recorded;
import org.workspaceadmin.model.OperationKind;
import org.workspaceadmin.model.Target;

/**
 * Which open operation a target is in, so that no two work on the same desktop. A target is held
 * until its outcome is known. Thread-safe.
 */
final class Reservations {
    private final Map<Place, String> held = new HashMap<>();

    private record Place(String connectionId, Target.Type type, String id) {
        static Place of(String connectionId, Target target) {
            return new Place(connectionId, target.type(), target.id());
        }
    }

    /** The operation a desktop, or the service of a project, is in; null when in none. */
    synchronized @Nullable String holder(String connectionId, String id) {
        String desktop = held.get(new Place(connectionId, Target.Type.DESKTOP, id));
        return desktop != null
                ? desktop
                : held.get(new Place(connectionId, Target.Type.SERVICE, id));
    }

    /**
     * Reserves a plan's targets, all or none. The desktops of a user-name change are not named in
     * its request, so they are reserved where they are free and the plan warns of the others.
     *
     * @throws PlanOutdatedException when a target is in another open operation
     */
    synchronized void take(Plan plan, String operationId) {
        boolean byName = plan.draft().kind() == OperationKind.CHANGE_USER_NAME;
        String connectionId = plan.connectionId();
        List<String> gone =
                plan.targets().stream()
                        .filter(t -> !byName || t.type() == Target.Type.USER_NAME)
                        .filter(t -> held.containsKey(Place.of(connectionId, t)))
                        .map(Target::id)
                        .toList();
        if (!gone.isEmpty()) {
            throw new PlanOutdatedException(gone);
        }
        plan.targets().forEach(t -> held.putIfAbsent(Place.of(connectionId, t), operationId));
    }

    /** Reserves what an operation of the journal still has open. */
    synchronized void restore(Recorded recorded) {
        recorded.targets().stream()
                .filter(t -> !t.state().outcome().ended())
                .forEach(t ->
                        held.put(
                                Place.of(recorded.operation().connectionId(), t.state().target()),
                                recorded.operation().id()));
    }

    /** Gives targets back that an operation held. */
    synchronized void free(String connectionId, String operationId, List<Target> targets) {
        targets.forEach(t -> held.remove(Place.of(connectionId, t), operationId));
    }
}
