package org.workspaceadmin.operation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.journal.TargetRow;
import org.workspaceadmin.model.Job;
import org.workspaceadmin.model.JobState;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.SubJob;

/**
 * What sub-jobs say of targets. Pure. A target's own sub-jobs decide; the parent is believed only
 * about targets it has no sub-job for, and only when it failed.
 */
final class JobReading {
    private final Map<String, List<SubJob>> byDesktop = new HashMap<>();
    private final Map<String, List<SubJob>> byName = new HashMap<>();
    private final boolean empty;

    JobReading(List<SubJob> subJobs) {
        empty = subJobs.isEmpty();
        for (SubJob sub : subJobs) {
            if (!sub.desktopId().isEmpty()) {
                byDesktop.computeIfAbsent(sub.desktopId(), k -> new ArrayList<>()).add(sub);
            } else if (!sub.desktopName().isEmpty()) {
                byName.computeIfAbsent(key(sub.desktopName()), k -> new ArrayList<>()).add(sub);
            }
        }
    }

    boolean empty() {
        return empty;
    }

    /** Whether a target has a sub-job. */
    boolean mentions(TargetRow target) {
        return !of(target).isEmpty();
    }

    /** Targets as their sub-jobs say; those without one stay as they are, but confirmed. */
    List<TargetRow> read(List<TargetRow> targets, Instant now) {
        return targets.stream().map(t -> read(t, of(t), now)).toList();
    }

    private static TargetRow read(TargetRow target, List<SubJob> subs, Instant now) {
        if (subs.isEmpty()) {
            return Targets.confirmed(target);
        }
        SubJob first = subs.getFirst();
        if (subs.stream().allMatch(s -> s.state().ended())) {
            SubJob failed =
                    subs.stream()
                            .filter(s -> s.state() == JobState.FAILED)
                            .findFirst()
                            .orElse(null);
            SubJob last = failed == null ? subs.getLast() : failed;
            TargetRow begun = Targets.running(target, last.progress(), first.begin());
            Instant end = last.end() == null ? now : last.end();
            return failed == null
                    ? Targets.settled(begun, Outcome.SUCCEEDED, "", "", end)
                    : failed(begun, failed.errorCode(), failed.failReason(), end);
        }
        if (subs.stream().allMatch(s -> s.state() == JobState.WAITING)) {
            return Targets.confirmed(target);
        }
        Integer progress =
                subs.stream()
                        .filter(s -> !s.state().ended() && s.progress() != null)
                        .map(SubJob::progress)
                        .findFirst()
                        .orElse(null);
        return Targets.running(target, progress, first.begin());
    }

    /** A target without sub-job of a parent that failed. */
    static TargetRow failedWith(TargetRow target, Job parent, Instant now) {
        return failed(
                target,
                parent.errorCode(),
                parent.failReason(),
                parent.end() == null ? now : parent.end());
    }

    private static TargetRow failed(
            TargetRow target, String code, String reason, @Nullable Instant end) {
        boolean silent = code.isEmpty() && reason.isEmpty();
        return Targets.settled(
                target, Outcome.FAILED, silent ? Codes.JOB_FAILED : code, reason, end);
    }

    private List<SubJob> of(TargetRow target) {
        List<SubJob> own = byDesktop.get(target.state().target().id());
        if (own == null) {
            own = byName.get(key(target.state().target().name()));
        }
        return own == null ? List.of() : own;
    }

    private static String key(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
