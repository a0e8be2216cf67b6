package org.workspaceadmin.operation;

import java.util.List;
import org.workspaceadmin.model.Target;
import org.workspaceadmin.model.WriteRequest;
import org.workspaceadmin.rules.Violation;

/**
 * What will happen, complete before anything is sent: pure data.
 *
 * @param draft what was asked for
 * @param connectionId where
 * @param targets what it will act on, in the order of sending
 * @param exclusions what it will leave out, each with the reason
 * @param requests the exact requests, in the order of sending
 * @param violations what must be corrected (errors) or considered (warnings)
 * @param disturbed users with a session on a target
 */
public record Plan(
        Draft draft,
        String connectionId,
        List<Target> targets,
        List<Exclusion> exclusions,
        List<PlannedRequest> requests,
        List<Violation> violations,
        List<String> disturbed) {

    /** Copies the lists. */
    public Plan {
        targets = List.copyOf(targets);
        exclusions = List.copyOf(exclusions);
        requests = List.copyOf(requests);
        violations = List.copyOf(violations);
        disturbed = List.copyOf(disturbed);
    }

    /** Whether it can be submitted: something to send and no error. */
    public boolean sendable() {
        return !requests.isEmpty()
                && violations.stream().noneMatch(v -> v.level() == Violation.Level.ERROR);
    }

    /**
     * One request of the plan.
     *
     * @param request exactly as it will leave
     * @param masked its body with secrets masked, for the eyes
     * @param curl a command line that sends it, with placeholders for the sign-in
     * @param targets the targets it carries
     */
    public record PlannedRequest(
            WriteRequest request, String masked, String curl, List<Target> targets) {
        /** Copies the list. */
        public PlannedRequest {
            targets = List.copyOf(targets);
        }
    }

    /**
     * A target left out.
     *
     * @param target which
     * @param reason why
     * @param detail word or number for the message, such as the running task, empty when none
     */
    public record Exclusion(Target target, Reason reason, String detail) {}

    /** Why a target is left out; the message bundles hold {@code exclusion.<name>}. */
    public enum Reason {
        /** Not Windows. */
        NOT_WINDOWS,
        /** A task runs on it. */
        BUSY,
        /** It is off and the operation needs it running. */
        NOT_RUNNING,
        /** It is already on, off or hibernated, as the action would make it. */
        ALREADY_SO,
        /** The service says it is in the domain. */
        IN_DOMAIN,
        /** The domain check says it cannot rejoin now. */
        NOT_REJOINABLE,
        /** In maintenance mode. */
        MAINTENANCE,
        /** Not in maintenance mode. */
        NOT_IN_MAINTENANCE,
        /** Nobody is signed in. */
        NO_SESSION,
        /** Frozen for billing reasons. */
        FROZEN,
        /** Being deleted. */
        DELETING,
        /** Already in another open operation; the detail is that operation's id. */
        IN_OPEN_OPERATION,
        /** The operation does not work on pooled or shared desktops. */
        NOT_DEDICATED
    }
}
