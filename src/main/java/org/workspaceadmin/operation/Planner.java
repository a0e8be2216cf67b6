package org.workspaceadmin.operation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.workspaceadmin.cloud.Writes;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.OperationKind;
import org.workspaceadmin.model.RebuildOrder;
import org.workspaceadmin.model.Target;
import org.workspaceadmin.model.WriteRequest;
import org.workspaceadmin.operation.Plan.Exclusion;
import org.workspaceadmin.operation.Plan.PlannedRequest;
import org.workspaceadmin.rules.DesktopRules;
import org.workspaceadmin.rules.RebuildRules;
import org.workspaceadmin.rules.UserNameRules;
import org.workspaceadmin.rules.Violation;

/**
 * Works out what a draft would do: who is left out and why, which requests would leave, what is
 * wrong with it. Pure. Every desktop of a draft ends up in exactly one request or one exclusion.
 */
final class Planner {
    private Planner() {}

    /** Plans a draft that is carried out as usual. */
    static Plan plan(Draft draft, PlanContext context) {
        return plan(draft, Way.USUAL, context);
    }

    /**
     * Plans a draft.
     *
     * @param draft what the operator asks for
     * @param way how it is to be carried out
     * @param context what it depends on
     * @return the plan; without requests when it has errors that make them impossible
     */
    static Plan plan(Draft draft, Way way, PlanContext context) {
        if (draft instanceof Draft.OfService service) {
            return ServicePlanner.plan(service, way, context);
        }
        Map<String, Desktop> chosen = new LinkedHashMap<>();
        draft.desktops().forEach(d -> chosen.putIfAbsent(d.id(), d));
        List<Desktop> included = new ArrayList<>();
        List<Exclusion> exclusions = new ArrayList<>();
        for (Desktop desktop : chosen.values()) {
            Exclusion exclusion =
                    draft.kind() == OperationKind.CHANGE_USER_NAME
                            ? null
                            : Exclusions.of(draft, desktop, way, context);
            if (exclusion == null) {
                included.add(desktop);
            } else {
                exclusions.add(exclusion);
            }
        }
        List<Violation> violations = violations(draft, included, context);
        boolean possible = violations.stream().noneMatch(v -> v.level() == Violation.Level.ERROR);
        List<PlannedRequest> requests =
                possible ? requests(draft, included, way, context) : List.of();
        return new Plan(
                draft,
                context.connectionId(),
                targets(draft, included),
                exclusions,
                requests,
                violations,
                disturbed(draft, included),
                way);
    }

    private static List<Violation> violations(
            Draft draft, List<Desktop> included, PlanContext context) {
        return switch (draft) {
            case Draft.ChangeUserName name -> {
                List<Violation> found =
                        new ArrayList<>(UserNameRules.check(name.change(), context.directory()));
                if (included.isEmpty()) {
                    found.add(violation("USERNAME-NO-DESKTOP", Violation.Level.ERROR));
                }
                warn(found, "USERNAME-BUSY", included.stream().filter(Desktop::busy).count());
                warn(
                        found,
                        "USERNAME-IN-OPEN-OPERATION",
                        included.stream()
                                .filter(d -> context.openOperation().apply(d.id()) != null)
                                .count());
                yield found;
            }
            case Draft.Rebuild rebuild ->
                    RebuildRules.check(rebuild.order(), included, RebuildRules.Charged.UNKNOWN);
            case Draft.Rejoin ignored -> List.of();
            case Draft.UpdateSids ignored -> List.of();
            case Draft.Power ignored -> List.of();
            case Draft.Maintenance ignored -> List.of();
            case Draft.LogOff logOff -> DesktopRules.logOffMessage(logOff.message());
            case Draft.Notify notify -> DesktopRules.notification(notify.message());
            case Draft.Rename rename -> NamePlanner.violations(rename, included, context);
            case Draft.ChangeUserNames names -> NamePlanner.violations(names, context);
            case Draft.OfService ignored -> List.of();
        };
    }

    private static void warn(List<Violation> found, String rule, long count) {
        if (count > 0) {
            found.add(violation(rule, Violation.Level.WARNING, Long.toString(count)));
        }
    }

    private static Violation violation(String rule, Violation.Level level, String... arguments) {
        return new Violation(rule, level, List.of(arguments));
    }

    private static List<Target> targets(Draft draft, List<Desktop> included) {
        List<Target> targets = new ArrayList<>(included.size() + 1);
        if (draft instanceof Draft.ChangeUserNames names) {
            names.rows().forEach(row -> targets.addAll(NamePlanner.targets(row)));
            return targets;
        }
        if (draft instanceof Draft.ChangeUserName name) {
            targets.add(userName(name));
        }
        included.forEach(d -> targets.add(Target.of(d)));
        return targets;
    }

    private static Target userName(Draft.ChangeUserName name) {
        String old = name.change().oldName();
        return new Target(Target.Type.USER_NAME, old, old);
    }

    private static List<PlannedRequest> requests(
            Draft draft, List<Desktop> included, Way way, PlanContext context) {
        Writes writes = context.writes();
        if (draft instanceof Draft.ChangeUserName name) {
            return List.of(
                    planned(
                            writes.changeUserName(name.change()),
                            targets(draft, included),
                            0,
                            context));
        }
        if (draft instanceof Draft.ChangeUserNames names) {
            List<NamePlanner.Row> all = NamePlanner.requests(names, context);
            return inWaves(all, way, (rows, wave) -> rows(rows, wave, context));
        }
        return inWaves(included, way, (members, wave) -> wave(draft, members, wave, context));
    }

    /** Cuts what is to be done into waves, in order, each with requests of its own. */
    private static <T> List<PlannedRequest> inWaves(
            List<T> all, Way way, BiFunction<List<T>, Integer, List<PlannedRequest>> requests) {
        List<PlannedRequest> planned = new ArrayList<>();
        int from = 0;
        int wave = 0;
        for (int size : way.pacing().sizes(all.size())) {
            planned.addAll(requests.apply(all.subList(from, from + size), wave));
            from += size;
            wave++;
        }
        return planned;
    }

    /** The requests of one wave: no request carries targets of two. */
    private static List<PlannedRequest> wave(
            Draft draft, List<Desktop> members, int wave, PlanContext context) {
        Writes writes = context.writes();
        return switch (draft) {
            case Draft.Rejoin ignored ->
                    // One desktop needs no batch: the single call is the older one and offered by
                    // every region (vendor page Rejoin).
                    context.batchRejoin() && members.size() > 1
                            ? chunks(members, wave, context, writes::rejoinBatch)
                            : singles(members, wave, context);
            case Draft.UpdateSids ignored -> chunks(members, wave, context, writes::updateSids);
            case Draft.Rebuild rebuild -> {
                RebuildOrder order = rebuild.order();
                yield chunks(members, wave, context, ids -> writes.rebuild(ids, order));
            }
            case Draft.Power power ->
                    chunks(
                            members,
                            wave,
                            context,
                            ids ->
                                    writes.power(
                                            ids,
                                            power.action().word(),
                                            power.hard() ? "HARD" : "SOFT"));
            case Draft.OfService ignored -> List.of();
            case Draft.LogOff logOff ->
                    chunks(members, wave, context, ids -> writes.logOff(ids, logOff.message()));
            case Draft.Notify notify ->
                    chunks(
                            members,
                            wave,
                            context,
                            ids -> writes.notification(ids, notify.message()));
            case Draft.Maintenance mode ->
                    chunks(members, wave, context, ids -> writes.maintenance(ids, mode.on()));
            case Draft.Rename rename ->
                    rows(NamePlanner.requests(rename, members, context), wave, context);
            case Draft.ChangeUserName ignored -> List.of();
            case Draft.ChangeUserNames ignored -> List.of();
        };
    }

    private static List<PlannedRequest> rows(
            List<NamePlanner.Row> rows, int wave, PlanContext context) {
        return rows.stream().map(r -> planned(r.request(), r.targets(), wave, context)).toList();
    }

    private static List<PlannedRequest> singles(
            List<Desktop> members, int wave, PlanContext context) {
        return members.stream()
                .map(d ->
                        planned(
                                context.writes().rejoin(d.id()),
                                List.of(Target.of(d)),
                                wave,
                                context))
                .toList();
    }

    private static List<PlannedRequest> chunks(
            List<Desktop> members,
            int wave,
            PlanContext context,
            Function<List<String>, WriteRequest> request) {
        List<PlannedRequest> requests = new ArrayList<>();
        for (int from = 0; from < members.size(); from += Writes.BATCH) {
            List<Desktop> chunk =
                    members.subList(from, Math.min(members.size(), from + Writes.BATCH));
            requests.add(
                    planned(
                            request.apply(chunk.stream().map(Desktop::id).toList()),
                            chunk.stream().map(Target::of).toList(),
                            wave,
                            context));
        }
        return requests;
    }

    private static PlannedRequest planned(
            WriteRequest request, List<Target> targets, int wave, PlanContext context) {
        String masked = context.mask().apply(request.body());
        return new PlannedRequest(request, masked, Curl.of(request, masked), targets, wave);
    }

    /** Users whose session may end, each once; the desktop's name where no user is known. */
    private static List<String> disturbed(Draft draft, List<Desktop> included) {
        boolean harmless =
                switch (draft) {
                    case Draft.ChangeUserName name -> !name.change().restart();
                    case Draft.ChangeUserNames names ->
                            names.rows().stream().noneMatch(r -> r.change().restart());
                    case Draft.Notify ignored -> true;
                    case Draft.Maintenance ignored -> true;
                    default -> false;
                };
        Set<String> users = new LinkedHashSet<>();
        if (!harmless) {
            for (Desktop desktop : included) {
                if (desktop.hasSession()) {
                    users.add(desktop.userName().isEmpty() ? desktop.name() : desktop.userName());
                }
            }
        }
        return List.copyOf(users);
    }
}
