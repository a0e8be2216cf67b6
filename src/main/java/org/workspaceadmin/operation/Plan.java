package org.workspaceadmin.operation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
 * @param way how it is to be carried out
 */
public record Plan(
        Draft draft,
        String connectionId,
        List<Target> targets,
        List<Exclusion> exclusions,
        List<PlannedRequest> requests,
        List<Violation> violations,
        List<String> disturbed,
        Way way) {

    /** Copies the lists. */
    public Plan {
        targets = List.copyOf(targets);
        exclusions = List.copyOf(exclusions);
        requests = List.copyOf(requests);
        violations = List.copyOf(violations);
        disturbed = List.copyOf(disturbed);
    }

    /** A plan that is carried out at once. */
    public Plan(
            Draft draft,
            String connectionId,
            List<Target> targets,
            List<Exclusion> exclusions,
            List<PlannedRequest> requests,
            List<Violation> violations,
            List<String> disturbed) {
        this(draft, connectionId, targets, exclusions, requests, violations, disturbed, Way.USUAL);
    }

    /** The waves it leaves in, in order; none when nothing can be sent. */
    public List<Wave> waves() {
        List<Wave> waves = new ArrayList<>();
        for (PlannedRequest request : requests) {
            if (request.wave() == waves.size()) {
                waves.add(new Wave(waves.size() + 1, 0, 0));
            }
            Wave last = waves.getLast();
            waves.set(
                    waves.size() - 1,
                    new Wave(
                            last.number(),
                            last.requests() + 1,
                            last.targets() + request.targets().size()));
        }
        return waves;
    }

    /**
     * What the account needs to be allowed to send it and to follow it, as names of IAM actions
     * where the service's documents name one.
     */
    public List<String> permissions() {
        Set<String> actions = new LinkedHashSet<>();
        for (PlannedRequest request : requests) {
            actions.addAll(Permissions.of(request.request().kind()));
        }
        return List.copyOf(actions);
    }

    /** What is known beforehand of what it costs. */
    public Price price() {
        return Price.of(this);
    }

    /** Whether a reason has to be given, because it destroys or interrupts somebody's work. */
    public boolean reasonNeeded() {
        return Reasons.needed(draft);
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
     * @param wave the wave it belongs to, from 0
     */
    public record PlannedRequest(
            WriteRequest request, String masked, String curl, List<Target> targets, int wave) {
        /** Copies the list. */
        public PlannedRequest {
            targets = List.copyOf(targets);
        }

        /** One of the first wave. */
        public PlannedRequest(
                WriteRequest request, String masked, String curl, List<Target> targets) {
            this(request, masked, curl, targets, 0);
        }
    }

    /**
     * A wave of the plan.
     *
     * @param number from 1
     * @param requests how many requests
     * @param targets how many targets they carry
     */
    public record Wave(int number, int requests, int targets) {}

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
        /** A job that was started elsewhere works on it; the detail is that job's id. */
        STARTED_ELSEWHERE,
        /** The operation does not work on pooled or shared desktops. */
        NOT_DEDICATED
    }
}
