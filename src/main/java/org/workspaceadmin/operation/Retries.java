package org.workspaceadmin.operation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.workspaceadmin.cloud.Writes;
import org.workspaceadmin.journal.OperationRow;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.OperationKind;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.Target;

/**
 * Remembers which drafts were offered as retries, so that a new operation can say which one it
 * retries even when the operator changed the draft a little.
 */
final class Retries {
    private static final int REMEMBERED = 20;

    private final Map<String, Offer> offers =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Offer> eldest) {
                    return size() > REMEMBERED;
                }
            };

    private record Offer(OperationKind kind, Set<String> desktopIds) {}

    /**
     * A draft of the desktops that failed in an operation, as the service knows them now.
     *
     * @param operation the operation
     * @param wanted which of its failed desktops, by id
     * @param service asks the service; only used when something failed
     */
    static Optional<Draft> draft(
            LiveOperation operation, Predicate<String> wanted, Supplier<Asking> service)
            throws InterruptedException {
        List<String> failed =
                operation.targets().stream()
                        .filter(t -> t.state().outcome() == Outcome.FAILED)
                        .map(t -> t.state().target())
                        .filter(t -> t.type() == Target.Type.DESKTOP)
                        .map(Target::id)
                        .filter(wanted)
                        .toList();
        if (failed.isEmpty()) {
            return Optional.empty();
        }
        Asking asking = service.get();
        List<Desktop> desktops = new ArrayList<>();
        for (int from = 0; from < failed.size(); from += Writes.BATCH) {
            desktops.addAll(
                    asking.desktops(
                            failed.subList(from, Math.min(failed.size(), from + Writes.BATCH))));
        }
        OperationRow row = operation.row();
        return desktops.isEmpty()
                ? Optional.empty()
                : Parameters.draft(row.kind(), row.parameters(), desktops);
    }

    synchronized void offered(String operationId, Draft draft) {
        offers.remove(operationId);
        offers.put(operationId, new Offer(draft.kind(), ids(draft)));
    }

    /** The operation a draft retries, empty when none; an offer counts once. */
    synchronized String take(Draft draft) {
        Set<String> ids = ids(draft);
        String found = "";
        for (Map.Entry<String, Offer> offer : offers.entrySet()) {
            if (offer.getValue().kind() == draft.kind()
                    && !ids.isEmpty()
                    && offer.getValue().desktopIds().containsAll(ids)) {
                found = offer.getKey();
            }
        }
        offers.remove(found);
        return found;
    }

    private static Set<String> ids(Draft draft) {
        return draft.desktops().stream()
                .map(Desktop::id)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
