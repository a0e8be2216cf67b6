package org.workspaceadmin.operation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.ForeignJob;
import org.workspaceadmin.model.JobState;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.SubJob;
import org.workspaceadmin.model.Target;
import org.workspaceadmin.model.TargetState;

/** Turns the sub-jobs of somebody else's job into what is shown of it. Pure. */
final class ForeignReading {
    private ForeignReading() {}

    /**
     * A job by its sub-jobs.
     *
     * @param subs its sub-jobs, never empty
     * @param whole whether these are all
     * @param old what was known, null when it is new
     */
    static ForeignJob of(
            Link link,
            String jobId,
            List<SubJob> subs,
            boolean whole,
            @Nullable ForeignJob old,
            Instant now) {
        Map<String, TargetState> targets = new LinkedHashMap<>();
        if (!whole && old != null) {
            old.targets().forEach(t -> targets.put(t.target().id(), t));
        }
        subs.stream()
                .map(s -> target(s, jobId))
                .sorted(
                        Comparator.comparing((TargetState t) -> t.target().name())
                                .thenComparing(t -> t.target().id()))
                .forEach(t -> targets.put(t.target().id(), t));
        List<TargetState> all = new ArrayList<>(targets.values());
        JobState state = state(all);
        return new ForeignJob(
                link.connectionId(),
                link.name(),
                jobId,
                subs.getFirst().type(),
                state,
                extreme(all, TargetState::begin, Comparator.naturalOrder()),
                state.ended() ? end(all, now) : null,
                old == null ? now : old.firstSeen(),
                now,
                all);
    }

    private static JobState state(List<TargetState> all) {
        if (all.stream().allMatch(t -> t.outcome() == Outcome.WAITING)) {
            return JobState.WAITING;
        }
        if (!all.stream().allMatch(t -> t.outcome().ended())) {
            return JobState.RUNNING;
        }
        return all.stream().anyMatch(t -> t.outcome() == Outcome.FAILED)
                ? JobState.FAILED
                : JobState.SUCCEEDED;
    }

    private static Instant end(List<TargetState> all, Instant now) {
        Instant last = extreme(all, TargetState::end, Comparator.reverseOrder());
        return last == null ? now : last;
    }

    private static @Nullable Instant extreme(
            List<TargetState> all,
            Function<TargetState, @Nullable Instant> time,
            Comparator<Instant> order) {
        return all.stream().map(time).filter(Objects::nonNull).min(order).orElse(null);
    }

    private static TargetState target(SubJob sub, String jobId) {
        // What is not about a desktop has at least the sub-job's own id.
        String id = sub.desktopId().isEmpty() ? sub.id() : sub.desktopId();
        String name = sub.desktopName().isEmpty() ? id : sub.desktopName();
        Outcome outcome =
                switch (sub.state()) {
                    case WAITING -> Outcome.WAITING;
                    case RUNNING -> Outcome.RUNNING;
                    case SUCCEEDED -> Outcome.SUCCEEDED;
                    case FAILED -> Outcome.FAILED;
                };
        return new TargetState(
                new Target(Target.Type.DESKTOP, id, name),
                outcome,
                sub.state() == JobState.SUCCEEDED ? Integer.valueOf(100) : sub.progress(),
                jobId,
                sub.begin(),
                sub.end(),
                sub.errorCode(),
                sub.failReason(),
                true);
    }
}
