package org.workspaceadmin.operation;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.workspaceadmin.journal.OperationRow;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.DomainCheck;
import org.workspaceadmin.model.DomainMembership;
import org.workspaceadmin.model.LoginState;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.ProblemException;

/**
 * Whether desktops are in order again after an operation: in the domain after a rejoin, registered
 * and on the new image after a rebuild, registered after what restarts them. A job that ended well
 * says only that the service did its part.
 */
final class Readiness {
    private Readiness() {}

    /** Whether the service tells anything about it after this operation. */
    static boolean tells(OperationRow row) {
        return switch (row.kind()) {
            case REJOIN_DOMAIN, REBUILD -> true;
            case POWER -> {
                Draft.PowerAction action = Parameters.action(row.parameters());
                yield action == Draft.PowerAction.START || action == Draft.PowerAction.RESTART;
            }
            default -> false;
        };
    }

    /**
     * Reads desktops; blocks.
     *
     * @param row the operation
     * @param ids at most 100 desktops
     * @param asking asks the service
     * @return those that are not in order; a desktop that is gone is none of them
     */
    static Set<String> missing(OperationRow row, List<String> ids, Asking asking) {
        return switch (row.kind()) {
            case REJOIN_DOMAIN -> outside(ids, asking);
            case REBUILD -> {
                String image = Parameters.value(row.parameters(), "image_id");
                yield not(d -> registered(d) && hasImage(d, image), asking.desktops(ids));
            }
            default -> not(Readiness::registered, asking.desktops(ids));
        };
    }

    private static Set<String> outside(List<String> ids, Asking asking) {
        Map<String, DomainMembership> seen = new HashMap<>();
        try {
            for (DomainCheck check : asking.domain(ids)) {
                seen.put(check.desktopId(), check.membership());
            }
        } catch (ProblemException e) {
            if (e.problem().kind() == Problem.Kind.NOT_OFFERED) {
                // The region cannot tell (api/desktops.md section 4); then the job's word stands.
                return Set.of();
            }
            throw e;
        }
        Set<String> out = new HashSet<>(ids);
        out.removeIf(id -> {
            DomainMembership is = seen.get(id);
            return is == null || is == DomainMembership.IN;
        });
        return out;
    }

    private static Set<String> not(Predicate<Desktop> ready, Collection<Desktop> desktops) {
        Set<String> missing = new HashSet<>();
        desktops.stream().filter(ready.negate()).map(Desktop::id).forEach(missing::add);
        return missing;
    }

    private static boolean registered(Desktop desktop) {
        return desktop.active()
                && (desktop.loginState().is(LoginState.REGISTERED) || desktop.hasSession());
    }

    /** A desktop that does not say which image it has is not held back for that. */
    private static boolean hasImage(Desktop desktop, String image) {
        return desktop.imageId().isEmpty() || desktop.imageId().equals(image);
    }
}
