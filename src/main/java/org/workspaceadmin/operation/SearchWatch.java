package org.workspaceadmin.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.workspaceadmin.journal.RequestRow;
import org.workspaceadmin.journal.TargetRow;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.SubJob;

/**
 * Looks for the job of a request that got no answer, in the service's own records: a job of the
 * fitting type that no other request of ours has, whose sub-jobs are all of this request's desktops
 * and began no earlier than the request left. Found, it is adopted; not found in time, the outcome
 * stays unknown, because not finding it proves nothing.
 */
final class SearchWatch extends Watch {
    /** How far the service's clock may be behind ours, or a job's begin be rounded. */
    private static final Duration EARLIER = Duration.ofMinutes(2);

    private final Predicate<String> known;
    private final BiConsumer<SearchWatch, String> adopt;

    /**
     * Begins searching.
     *
     * @param known whether a job belongs to a request of ours
     * @param adopt receives the job that was found
     */
    SearchWatch(
            LiveOperation operation,
            RequestRow request,
            Instant since,
            Instant due,
            PollSettings settings,
            Predicate<String> known,
            BiConsumer<SearchWatch, String> adopt) {
        super(operation, request, since, settings.search(), due);
        this.known = known;
        this.adopt = adopt;
    }

    @Override
    boolean look(Asking asking) {
        String type = asking.typeOf(request().request().kind());
        List<TargetRow> open = open();
        if (open.isEmpty() || type.isEmpty()) {
            return true;
        }
        Set<String> ours =
                open.stream().map(t -> t.state().target().id()).collect(Collectors.toSet());
        Map<String, List<SubJob>> jobs = new LinkedHashMap<>();
        for (SubJob sub : asking.subJobsOfType(type, found -> false)) {
            jobs.computeIfAbsent(sub.jobId(), k -> new ArrayList<>()).add(sub);
        }
        for (Map.Entry<String, List<SubJob>> job : jobs.entrySet()) {
            if (job.getValue().stream().allMatch(s -> ours.contains(s.desktopId()))
                    && job.getValue().stream().allMatch(this::inTime)
                    && !known.test(job.getKey())) {
                adopt.accept(this, job.getKey());
                return true;
            }
        }
        return false;
    }

    /** A sub-job that has not begun is as new as can be. */
    private boolean inTime(SubJob sub) {
        Instant begin = sub.begin();
        Instant sent = request().sent();
        return begin == null || sent == null || !begin.isBefore(sent.minus(EARLIER));
    }

    @Override
    void giveUp() {
        update(
                open().stream()
                        .map(t ->
                                Targets.settled(
                                        t,
                                        Outcome.UNKNOWN,
                                        t.state().code(),
                                        t.state().message(),
                                        null))
                        .toList());
    }
}
