package org.workspaceadmin.operation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.journal.RequestRow;
import org.workspaceadmin.journal.TargetRow;
import org.workspaceadmin.model.DomainCheck;
import org.workspaceadmin.model.DomainMembership;
import org.workspaceadmin.model.Job;
import org.workspaceadmin.model.JobState;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.ProblemException;
import org.workspaceadmin.model.SubJob;
import org.workspaceadmin.model.WriteKind;

/**
 * Follows a request through its job (api/jobs.md section 6): its sub-jobs first; the parent when
 * they are silent, and then the sub-jobs once more, because a parent's word can hide theirs.
 */
final class JobWatch extends Watch {
    private final String jobId;
    private int silentLooks;
    private boolean parentWanted;
    private boolean alone;
    private @Nullable Job endedParent;

    JobWatch(
            LiveOperation operation,
            RequestRow request,
            Instant since,
            Instant due,
            PollSettings settings) {
        super(operation, request, since, settings.stopAfter(), due);
        jobId = request.jobId();
    }

    String jobId() {
        return jobId;
    }

    /** How many targets are still to be settled. */
    int carried() {
        return open().size();
    }

    /** One question at a time, so that many jobs can be followed evenly. */
    @Override
    boolean look(Asking asking) {
        alone = false;
        Job parent = endedParent;
        if (parent != null) {
            endedParent = null;
            return judgeLast(asking, parent, new ArrayList<>(asking.subJobs(jobId)));
        }
        if (parentWanted) {
            parentWanted = false;
            return askParent(asking);
        }
        return judge(asking, asking.subJobs(jobId));
    }

    /** Whether it is to be asked about alone next, because a scan of its type did not reach it. */
    boolean alone() {
        return alone;
    }

    void askAlone(Instant now) {
        alone = true;
        lookAt(now);
    }

    @Override
    boolean more() {
        return parentWanted || endedParent != null;
    }

    @Override
    boolean searching() {
        return false;
    }

    /**
     * Judges by sub-jobs that were just read.
     *
     * @param subJobs those of this job
     */
    boolean judge(Asking asking, List<SubJob> subJobs) {
        subJobs.stream()
                .findFirst()
                .ifPresent(s -> asking.learn(request().request().kind(), s.type()));
        Instant now = asking.now();
        JobReading reading = new JobReading(subJobs);
        update(reading.read(open(), now));
        List<TargetRow> left = open();
        if (left.isEmpty()) {
            return true;
        }
        boolean silent = left.stream().noneMatch(reading::mentions);
        silentLooks = silent ? silentLooks + 1 : 0;
        // A list that is empty once is a job not visible yet; asking its parent would cost twice.
        parentWanted = silent && (silentLooks > 1 || !reading.empty());
        return false;
    }

    private boolean askParent(Asking asking) {
        Job parent = parent(asking);
        Instant now = asking.now();
        boolean hidden = age(now).compareTo(asking.settings().invisible()) < 0;
        if (parent == null) {
            if (!hidden) {
                unknown(open(), Codes.JOB_GONE);
            }
            return !hidden;
        }
        if (parent.state().ended()) {
            endedParent = parent;
        }
        return false;
    }

    private boolean judgeLast(Asking asking, Job parent, List<SubJob> again) {
        Instant now = asking.now();
        boolean hidden = age(now).compareTo(asking.settings().invisible()) < 0;
        if (again.isEmpty()) {
            again.addAll(parent.subJobs());
        }
        update(new JobReading(again).read(open(), now));
        List<TargetRow> left = open();
        if (left.isEmpty()) {
            return true;
        }
        if (hidden && again.size() < parent.subJobsTotal()) {
            return false;
        }
        if (parent.state() == JobState.FAILED) {
            JobReading last = new JobReading(again);
            update(
                    left.stream()
                            .filter(t -> !last.mentions(t))
                            .map(t -> JobReading.failedWith(t, parent, now))
                            .toList());
            return open().isEmpty();
        }
        if (request().request().kind() == WriteKind.NOTIFY && parent.subJobsTotal() == 0) {
            // A message is a job without sub-jobs: its own word is all there is.
            update(
                    left.stream()
                            .map(t -> Targets.settled(t, Outcome.SUCCEEDED, "", "", now))
                            .toList());
            return open().isEmpty();
        }
        if (hidden) {
            return false;
        }
        withoutSubJob(asking, left);
        return open().stream().allMatch(t -> t.state().outcome() == Outcome.UNKNOWN);
    }

    /** The parent says it ended well and has no word on these: only the domain check can tell. */
    private void withoutSubJob(Asking asking, List<TargetRow> left) {
        WriteKind kind = request().request().kind();
        Set<String> in =
                kind == WriteKind.REJOIN || kind == WriteKind.REJOIN_BATCH
                        ? inDomain(asking, left)
                        : Set.of();
        Instant now = asking.now();
        update(
                left.stream()
                        .map(t ->
                                in.contains(t.state().target().id())
                                        ? Targets.settled(
                                                t, Outcome.SUCCEEDED, Codes.DOMAIN_IN, "", now)
                                        : Targets.settled(
                                                t, Outcome.UNKNOWN, Codes.NO_SUB_JOB, "", null))
                        .toList());
    }

    private static Set<String> inDomain(Asking asking, List<TargetRow> targets) {
        try {
            return asking
                    .domain(targets.stream().map(t -> t.state().target().id()).toList())
                    .stream()
                    .filter(c -> c.membership() == DomainMembership.IN)
                    .map(DomainCheck::desktopId)
                    .collect(Collectors.toSet());
        } catch (ProblemException e) {
            if (e.problem().kind() == Problem.Kind.NOT_OFFERED) {
                return Set.of();
            }
            throw e;
        }
    }

    private @Nullable Job parent(Asking asking) {
        try {
            return asking.job(jobId);
        } catch (ProblemException e) {
            if (e.problem().kind() == Problem.Kind.NOT_FOUND) {
                return null;
            }
            throw e;
        }
    }

    private void unknown(List<TargetRow> targets, String code) {
        update(
                targets.stream()
                        .map(t -> Targets.settled(t, Outcome.UNKNOWN, code, "", null))
                        .toList());
    }

    @Override
    void giveUp() {
        update(open().stream().map(t -> Targets.remarked(t, Codes.POLLING_STOPPED)).toList());
    }
}
