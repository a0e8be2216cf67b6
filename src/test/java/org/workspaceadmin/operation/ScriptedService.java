package org.workspaceadmin.operation;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.cloud.DesktopPage;
import org.workspaceadmin.cloud.DesktopQuery;
import org.workspaceadmin.cloud.FleetListing;
import org.workspaceadmin.cloud.SubJobPage;
import org.workspaceadmin.cloud.SubJobQuery;
import org.workspaceadmin.cloud.WorkspaceService;
import org.workspaceadmin.cloud.Writes;
import org.workspaceadmin.model.CurrentImage;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.DesktopDetails;
import org.workspaceadmin.model.DomainCheck;
import org.workspaceadmin.model.DomainMembership;
import org.workspaceadmin.model.Image;
import org.workspaceadmin.model.Job;
import org.workspaceadmin.model.JobState;
import org.workspaceadmin.model.LockStatus;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.ProblemException;
import org.workspaceadmin.model.ServiceDetails;
import org.workspaceadmin.model.SubJob;
import org.workspaceadmin.model.WriteAnswer;
import org.workspaceadmin.model.WriteRequest;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Work;

/** A service whose records a test writes by hand. */
final class ScriptedService implements WorkspaceService {
    final Map<String, Desktop> desktops = new LinkedHashMap<>();
    final Map<String, DomainMembership> domain = new LinkedHashMap<>();
    final Map<String, Job> jobs = new LinkedHashMap<>();
    final Map<String, SubJob> subJobs = new LinkedHashMap<>();
    final List<WriteRequest> sent = new ArrayList<>();
    final List<SubJobQuery> subJobQueries = new ArrayList<>();
    final Deque<WriteAnswer> answers = new ArrayDeque<>();
    final Deque<Problem> readFailures = new ArrayDeque<>();
    Function<WriteRequest, WriteAnswer> otherwise =
            request -> new WriteAnswer.Accepted(202, "job-" + sent.size(), List.of(), "req");
    boolean domainCheckOffered = true;

    /**
     * What the service's clock is said to be apart from this computer's; null when nobody knows.
     */
    @Nullable Duration offset;

    /** What it really is apart. */
    Duration clock = Duration.ZERO;

    /** Whether no read reaches the service. */
    boolean down;

    int reads;

    private final Timer timer;

    ScriptedService(Timer timer) {
        this.timer = timer;
    }

    Problem problem(Problem.Kind kind, int status, String code) {
        return new Problem(
                kind, "", status, code, "told by the test", "", "", "", "", null, timer.instant());
    }

    /** Puts a sub-job into the records, in place of an earlier one with its id. */
    void subJob(String job, String desktop, String word, Integer progress) {
        subJob(job, desktop, word, progress, "", "");
    }

    void subJob(
            String job, String desktop, String word, Integer progress, String code, String why) {
        String id = job + "/" + desktop;
        JobState state = JobState.of(word);
        subJobs.put(
                id,
                new SubJob(
                        id,
                        job,
                        "desktopRejoinDomain",
                        state,
                        word,
                        progress,
                        timer.instant().plus(clock),
                        state.ended() ? timer.instant().plus(clock) : null,
                        code,
                        why,
                        desktop,
                        "PC-" + desktop));
    }

    void job(String id, String word, String code, String why, int total) {
        jobs.put(
                id,
                new Job(
                        id,
                        "desktopRejoinDomain",
                        JobState.of(word),
                        word,
                        timer.instant(),
                        null,
                        code,
                        why,
                        total,
                        List.of()));
    }

    private <T> Work<T> read(Callable<T> value) {
        reads++;
        Problem failure =
                down ? problem(Problem.Kind.CONNECTION_REFUSED, 0, "") : readFailures.poll();
        return failure == null
                ? Work.start(Runnable::run, value)
                : Work.failed(new ProblemException(failure));
    }

    @Override
    public Work<DesktopPage> desktops(DesktopQuery query, int offset, int limit) {
        return read(() -> {
            List<String> ids = query.parameters().getOrDefault("desktop_id", List.of());
            List<Desktop> found =
                    desktops.values().stream().filter(d -> ids.contains(d.id())).toList();
            return new DesktopPage(found.size(), offset, found);
        });
    }

    @Override
    public Work<FleetListing> allDesktops(DesktopQuery query, Consumer<DesktopPage> onPage) {
        return read(() -> {
            String user = query.parameters().getOrDefault("user_name", List.of("")).getFirst();
            return new FleetListing(
                    desktops.values().stream()
                            .filter(d -> d.userName().toLowerCase(Locale.ROOT).contains(user))
                            .toList(),
                    true);
        });
    }

    @Override
    public Work<DesktopDetails> desktop(String desktopId) {
        return read(() -> new DesktopDetails(desktops.get(desktopId), List.of()));
    }

    @Override
    public Work<List<DomainCheck>> checkDomain(Collection<String> desktopIds) {
        if (!domainCheckOffered) {
            return Work.failed(
                    new ProblemException(problem(Problem.Kind.NOT_OFFERED, 404, "APIGW.0101")));
        }
        return read(() ->
                desktopIds.stream()
                        .map(id ->
                                new DomainCheck(
                                        id,
                                        domain.getOrDefault(id, DomainMembership.NOT_REPORTED),
                                        true,
                                        null,
                                        null,
                                        timer.instant()))
                        .toList());
    }

    @Override
    public Work<List<CurrentImage>> checkImages(Collection<String> desktopIds) {
        return read(List::of);
    }

    @Override
    public Work<List<Image>> images(String imageType) {
        return read(List::of);
    }

    @Override
    public Work<Job> job(String jobId) {
        return read(() -> {
            Job job = jobs.get(jobId);
            if (job == null) {
                throw new ProblemException(problem(Problem.Kind.NOT_FOUND, 404, "WKS.0001"));
            }
            return job;
        });
    }

    @Override
    public Work<ServiceDetails> service() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Work<LockStatus> lockStatus() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Work<Job> jobV1(String jobId) {
        return job(jobId);
    }

    @Override
    public Work<SubJobPage> subJobs(SubJobQuery query) {
        subJobQueries.add(query);
        return read(() -> {
            List<SubJob> found =
                    subJobs.values().stream()
                            .filter(s ->
                                    (query.jobId().isEmpty() || query.jobId().equals(s.jobId()))
                                            && (query.jobType().isEmpty()
                                                    || query.jobType().equals(s.type()))
                                            && (query.status().isEmpty()
                                                    || query.status().equals(s.stateWord())))
                            .toList();
            return new SubJobPage(
                    found.size(),
                    found.stream().skip(query.offset()).limit(query.limit()).toList());
        });
    }

    @Override
    public Work<WriteAnswer> send(WriteRequest request) {
        sent.add(request);
        WriteAnswer answer = answers.poll();
        return Work.of(answer == null ? otherwise.apply(request) : answer);
    }

    @Override
    public @Nullable Duration clockOffset() {
        return offset;
    }

    @Override
    public Writes writes() {
        return new Writes("project");
    }

    @Override
    public void close() {}
}
