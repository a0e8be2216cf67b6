package org.workspaceadmin.simulator.job;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.simulator.world.Desktop;
import org.workspaceadmin.simulator.world.DesktopJson;
import org.workspaceadmin.simulator.world.Project;

/** How jobs are written, in both generations: {@code api/jobs.md} sections 1 to 3. */
public final class JobReport {
    private JobReport() {}

    /**
     * The v2 parent.
     *
     * @param job the job
     * @param now the moment
     * @return JSON
     */
    public static ObjectNode parent(Job job, Instant now) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        boolean ended = job.ended(now);
        String good = job.subJobs.isEmpty() ? "SUCCESS" : "COMPLETE";
        node.put("id", job.id)
                .put("job_type", job.type)
                .put("status", !ended ? "RUNNING" : job.failed() ? "FAIL" : good)
                .put("begin_time", DesktopJson.plain(job.accepted));
        if (ended) {
            node.put("end_time", DesktopJson.plain(job.end));
        }
        Step.Failure failure = job.failure;
        if (ended && failure != null) {
            node.put("job_error_code", failure.code()).put("fail_reason", failure.reason());
        }
        List<SubJob> visible = job.visible(now);
        node.put("sub_jobs_total", visible.size());
        ArrayNode parts = node.putArray("sub_jobs");
        visible.forEach(s -> parts.add(part(job, s, now)));
        return node;
    }

    /**
     * The v1.0 job.
     *
     * @param job the job
     * @param now the moment
     * @return JSON
     */
    public static ObjectNode first(Job job, Instant now) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        boolean ended = job.ended(now);
        boolean prepared = now.isAfter(job.subJobsVisible);
        node.put(
                        "status",
                        !ended
                                ? prepared ? "RUNNING" : "INIT"
                                : job.failed() ? "FAILED" : "SUCCESS")
                .put("job_id", job.id)
                .put("job_type", job.type)
                .put("begin_time", job.accepted.toString());
        if (ended) {
            node.put("end_time", job.end.toString());
        }
        Step.Failure failure = job.failure;
        if (ended && failure != null) {
            node.put("error_code", failure.code()).put("fail_reason", failure.reason());
        }
        return node.put("sub_jobs_total", 0);
    }

    /**
     * The sub-jobs that can be seen, newest job first.
     *
     * @param book all jobs
     * @param project whose
     * @param jobId of one parent, or null for all
     * @param type of one type, or null for all
     * @param status in one state, or null for all
     * @param now the moment
     * @return JSON objects
     */
    public static List<ObjectNode> list(
            JobBook book,
            Project project,
            @Nullable String jobId,
            @Nullable String type,
            @Nullable String status,
            Instant now) {
        List<Job> newest = new ArrayList<>(book.all());
        List<ObjectNode> found = new ArrayList<>();
        for (Job job : newest.reversed()) {
            if (!job.project.equals(project)
                    || (jobId != null && !job.id.equals(jobId))
                    || (type != null && !job.type.equals(type))) {
                continue;
            }
            for (SubJob part : job.visible(now)) {
                if (status == null || part.status(now).equals(status)) {
                    found.add(part(job, part, now));
                }
            }
        }
        return found;
    }

    /**
     * Forgets finished sub-jobs.
     *
     * @param book all jobs
     * @param project whose
     * @param ids sub-job or parent ids, or null for all
     * @param states the final states to clear
     * @param now the moment
     * @return how many went
     */
    public static int clear(
            JobBook book,
            Project project,
            @Nullable Set<String> ids,
            Set<String> states,
            Instant now) {
        int cleared = 0;
        for (Job job : book.all()) {
            if (job.project.equals(project)) {
                int before = job.subJobs.size();
                job.subJobs.removeIf(s ->
                        states.contains(s.status(now))
                                && s.ended(now)
                                && (ids == null || ids.contains(s.id()) || ids.contains(job.id)));
                cleared += before - job.subJobs.size();
            }
        }
        return cleared;
    }

    /**
     * Does a job's failed part again.
     *
     * @param book all jobs
     * @param job the ended job
     * @param now the moment
     * @return the new job, or null when nothing can be done again
     */
    public static @Nullable Job retry(JobBook book, Job job, Instant now) {
        Job.Retry retry = job.retry;
        List<String> failed = job.failedDesktops(now);
        if (retry == null || failed.isEmpty()) {
            return null;
        }
        return book.accept(job.project, job.type, retry.plan(failed), retry);
    }

    private static ObjectNode part(Job job, SubJob part, Instant now) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        String status = part.status(now);
        Desktop desktop = part.desktop();
        node.put("id", part.id())
                .put("job_id", job.id)
                .put("job_type", job.type)
                .put("status", status);
        if (status.equals("WAITING")) {
            node.putNull("process");
        } else {
            node.put("process", part.percent(now));
        }
        node.put(
                "begin_time",
                DesktopJson.plain(part.begin().isAfter(now) ? job.accepted : part.begin()));
        if (part.ended(now)) {
            node.put("end_time", DesktopJson.plain(part.end()));
        } else {
            node.putNull("end_time");
        }
        Step.Failure failure = part.failure();
        if (part.ended(now) && failure != null) {
            node.put("error_code", failure.code()).put("fail_reason", failure.reason());
        } else {
            node.putNull("error_code").putNull("fail_reason");
        }
        ObjectNode entities = node.putObject("entities");
        entities.put("desktop_id", desktop.id())
                .put("product_id", desktop.birth().product().id())
                .put("desktop_name", desktop.computerName())
                .put("ip_address", desktop.birth().ip());
        String user = desktop.userName();
        if (user != null) {
            entities.put("user_name", user);
        }
        return node.put("desktop_name", desktop.computerName()).put("project_id", job.project.id());
    }
}
