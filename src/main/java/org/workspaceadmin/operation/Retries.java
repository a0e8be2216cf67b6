package org.workspaceadmin.operation;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.OperationKind;

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
