package org.workspaceadmin.ui.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.ForeignJob;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.OsFamily;
import org.workspaceadmin.model.SearchEvidence;
import org.workspaceadmin.model.Target;
import org.workspaceadmin.model.UserNameChange;
import org.workspaceadmin.model.WriteKind;
import org.workspaceadmin.model.WriteRequest;
import org.workspaceadmin.operation.Draft;
import org.workspaceadmin.operation.GuardState;
import org.workspaceadmin.operation.Operations;
import org.workspaceadmin.operation.Plan;
import org.workspaceadmin.operation.Way;
import org.workspaceadmin.rules.Violation;
import org.workspaceadmin.task.Work;

/** Operations that plan in the simplest way that has everything a screen must show. */
public final class FakeOperations implements Operations {
    final List<String> unlocks = new ArrayList<>();
    final List<Consumer<GuardState>> guards = new ArrayList<>();
    private GuardState guard = GuardState.open("c1");

    /** Plans submitted, in order. */
    public final List<Plan> submitted = new ArrayList<>();

    /** Reasons given with them. */
    public final List<String> reasons = new ArrayList<>();

    /** Commands received, such as {@code resume op-1}. */
    public final List<String> commands = new ArrayList<>();

    /** Every operation, newest first. */
    public final List<OperationState> known = new ArrayList<>();

    /** How submissions end. */
    public Function<Plan, Work<String>> submission = plan -> Work.of("op-new");

    /** What a retry is made of. */
    public Function<String, Work<Optional<Draft>>> failed = id -> Work.of(Optional.empty());

    /** Targets of retries of single causes, in order. */
    public final List<Set<String>> retried = new ArrayList<>();

    /** Plans instead of this; null to plan in the simplest way. */
    public @Nullable Function<Draft, Plan> planner;

    /** How many plans were made. */
    public int plans;

    private final List<Consumer<OperationState>> listeners = new ArrayList<>();

    /** Tells every listener of a new state. */
    public void publish(OperationState state) {
        known.removeIf(k -> k.id().equals(state.id()));
        known.addFirst(state);
        List.copyOf(listeners).forEach(l -> l.accept(state));
    }

    /** Open operations by desktop. */
    public final Map<String, String> held = new HashMap<>();

    /** How many listen. */
    public int listening() {
        return listeners.size();
    }

    @Override
    public Plan plan(String connectionId, Draft draft) {
        plans++;
        if (planner != null) {
            return planner.apply(draft);
        }
        List<Desktop> affected = new ArrayList<>();
        List<Plan.Exclusion> exclusions = new ArrayList<>();
        for (Desktop desktop : draft.desktops()) {
            if (draft instanceof Draft.ChangeUserName) {
                affected.add(desktop);
            } else if (held.containsKey(desktop.id())) {
                exclusions.add(
                        new Plan.Exclusion(
                                Target.of(desktop),
                                Plan.Reason.IN_OPEN_OPERATION,
                                held.get(desktop.id())));
            } else if (desktop.busy()) {
                exclusions.add(
                        new Plan.Exclusion(Target.of(desktop), Plan.Reason.BUSY, desktop.task()));
            } else if (desktop.osFamily().is(OsFamily.LINUX)) {
                exclusions.add(new Plan.Exclusion(Target.of(desktop), Plan.Reason.NOT_WINDOWS, ""));
            } else {
                affected.add(desktop);
            }
        }
        List<Violation> violations = violations(draft, affected);
        boolean broken = violations.stream().anyMatch(v -> v.level() == Violation.Level.ERROR);
        return new Plan(
                draft,
                connectionId,
                affected.stream().map(Target::of).toList(),
                exclusions,
                broken ? List.of() : requests(draft, affected),
                violations,
                affected.stream().filter(Desktop::hasSession).map(Desktop::userName).toList());
    }

    @Override
    public Plan plan(String connectionId, Draft draft, Way way) {
        Plan plan = plan(connectionId, draft);
        return new Plan(
                plan.draft(),
                plan.connectionId(),
                plan.targets(),
                plan.exclusions(),
                inWaves(plan, way),
                plan.violations(),
                plan.disturbed(),
                way);
    }

    private static List<Plan.PlannedRequest> inWaves(Plan plan, Way way) {
        if (!way.pacing().inWaves() || plan.requests().isEmpty()) {
            return plan.requests();
        }
        List<Plan.PlannedRequest> requests = new ArrayList<>();
        int from = 0;
        int wave = 0;
        for (int size : way.pacing().sizes(plan.targets().size())) {
            Plan.PlannedRequest like = plan.requests().getFirst();
            requests.add(
                    new Plan.PlannedRequest(
                            like.request(),
                            like.masked(),
                            like.curl(),
                            plan.targets().subList(from, from + size),
                            wave));
            from += size;
            wave++;
        }
        return requests;
    }

    private static List<Violation> violations(Draft draft, List<Desktop> affected) {
        List<Violation> found = new ArrayList<>();
        if (draft instanceof Draft.Rebuild rebuild) {
            if (rebuild.order().imageId().isEmpty()) {
                found.add(error("REBUILD-IMAGE-ID-REQUIRED"));
            }
            if (rebuild.order().message().length() > 400) {
                found.add(
                        error(
                                "REBUILD-MESSAGE-LEN",
                                "400",
                                Integer.toString(rebuild.order().message().length())));
            }
        }
        if (draft instanceof Draft.ChangeUserName name) {
            UserNameChange change = name.change();
            check(found, "old", change.oldName());
            check(found, "new", change.newName());
            if (affected.isEmpty()) {
                found.add(error("USERNAME-NO-DESKTOP"));
            }
        }
        return found;
    }

    private static void check(List<Violation> found, String field, String name) {
        if (name.isEmpty()) {
            found.add(error("USERNAME-REQUIRED", field));
        } else if (name.contains("\\") || name.contains("@")) {
            found.add(error("USERNAME-WITH-DOMAIN", field));
        }
    }

    private static Violation error(String rule, String... arguments) {
        return new Violation(rule, Violation.Level.ERROR, List.of(arguments));
    }

    private static List<Plan.PlannedRequest> requests(Draft draft, List<Desktop> affected) {
        List<Plan.PlannedRequest> requests = new ArrayList<>();
        for (int from = 0; from < affected.size(); from += 100) {
            List<Desktop> chunk = affected.subList(from, Math.min(affected.size(), from + 100));
            StringBuilder ids = new StringBuilder();
            chunk.forEach(d -> ids.append(ids.isEmpty() ? "\"" : ",\"").append(d.id()).append('"'));
            String body = "{\"desktop_ids\":[" + ids + "]" + fields(draft) + "}";
            String path =
                    "/v2/0aa1/desktops/" + draft.kind().name().toLowerCase(java.util.Locale.ROOT);
            requests.add(
                    new Plan.PlannedRequest(
                            new WriteRequest(WriteKind.POWER, "POST", path, body),
                            body,
                            "curl --request POST " + path + " --data-raw '" + body + "'",
                            chunk.stream().map(Target::of).toList()));
        }
        return requests;
    }

    private static String fields(Draft draft) {
        return switch (draft) {
            case Draft.Rebuild r ->
                    ",\"image_type\":\"%s\",\"image_id\":\"%s\",\"delay_time\":%d,\"message\":\"%s\""
                            .formatted(
                                    r.order().imageType(),
                                    r.order().imageId(),
                                    r.order().delayMinutes(),
                                    r.order().message());
            case Draft.ChangeUserName c ->
                    ",\"old_username\":\"%s\",\"new_username\":\"%s\",\"is_reboot\":%s"
                            .formatted(
                                    c.change().oldName(),
                                    c.change().newName(),
                                    c.change().restart());
            case Draft.Power p ->
                    ",\"op_type\":\"%s\",\"type\":\"%s\""
                            .formatted(p.action().word(), p.hard() ? "HARD" : "SOFT");
            default -> "";
        };
    }

    @Override
    public Work<String> submit(Plan plan, String reason) {
        submitted.add(plan);
        reasons.add(reason);
        return submission.apply(plan);
    }

    @Override
    public Work<Optional<Draft>> draftOfFailed(String operationId) {
        commands.add("draftOfFailed " + operationId);
        return failed.apply(operationId);
    }

    @Override
    public Work<Optional<Draft>> draftOfFailed(String operationId, Set<String> targetIds) {
        retried.add(targetIds);
        return failed.apply(operationId);
    }

    @Override
    public Work<Boolean> dropUnsent(String operationId) {
        commands.add("leave " + operationId);
        return Work.of(true);
    }

    @Override
    public Work<Boolean> resume(String operationId) {
        commands.add("resume " + operationId);
        return Work.of(true);
    }

    @Override
    public Work<Boolean> checkNow(String operationId) {
        commands.add("checkNow " + operationId);
        return Work.of(true);
    }

    @Override
    public Work<Boolean> settleUnknown(String operationId, boolean done) {
        commands.add("settleUnknown " + operationId + " " + done);
        return Work.of(true);
    }

    /** What is known of unanswered requests. */
    public List<SearchEvidence> evidence = new ArrayList<>();

    /** Jobs started elsewhere. */
    public List<ForeignJob> foreign = new ArrayList<>();

    private final List<Consumer<List<ForeignJob>>> foreignListeners = new ArrayList<>();

    /** Tells every listener of jobs started elsewhere. */
    public void publishForeign(List<ForeignJob> jobs) {
        foreign = new ArrayList<>(jobs);
        List.copyOf(foreignListeners).forEach(l -> l.accept(List.copyOf(jobs)));
    }

    @Override
    public List<SearchEvidence> evidence(String operationId) {
        return evidence.stream().filter(e -> e.operationId().equals(operationId)).toList();
    }

    @Override
    public Work<Boolean> sendAgain(String operationId, int request) {
        commands.add("sendAgain " + operationId + " " + request);
        return Work.of(true);
    }

    @Override
    public Work<Boolean> adopt(String operationId, int request, String jobId) {
        commands.add("adopt " + operationId + " " + request + " " + jobId);
        return Work.of(true);
    }

    @Override
    public List<ForeignJob> foreign() {
        return List.copyOf(foreign);
    }

    @Override
    public Subscription onForeign(Consumer<List<ForeignJob>> listener) {
        foreignListeners.add(listener);
        return () -> foreignListeners.remove(listener);
    }

    @Override
    public List<OperationState> all() {
        return List.copyOf(known);
    }

    @Override
    public Subscription subscribe(Consumer<OperationState> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public GuardState guard(String connectionId) {
        return guard;
    }

    @Override
    public Work<GuardState> unlock(String connectionId, String reason, Duration time) {
        unlocks.add(reason);
        guard = new GuardState(connectionId, true, Instant.parse("2100-01-01T00:00:00Z"), reason);
        guards.forEach(l -> l.accept(guard));
        return Work.of(guard);
    }

    @Override
    public Subscription onGuard(Consumer<GuardState> listener) {
        guards.add(listener);
        return () -> guards.remove(listener);
    }

    /** Locks or unlocks as the end of the time does. */
    void guard(GuardState now) {
        guard = now;
        guards.forEach(l -> l.accept(now));
    }
}
