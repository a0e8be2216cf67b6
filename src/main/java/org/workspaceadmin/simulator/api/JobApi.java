package org.workspaceadmin.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.workspaceadmin.simulator.http.Answer;
import org.workspaceadmin.simulator.http.Call;
import org.workspaceadmin.simulator.http.Json;
import org.workspaceadmin.simulator.http.Refusal;
import org.workspaceadmin.simulator.http.Route;
import org.workspaceadmin.simulator.job.Job;
import org.workspaceadmin.simulator.job.JobBook;
import org.workspaceadmin.simulator.job.JobReport;
import org.workspaceadmin.simulator.world.Project;
import org.workspaceadmin.simulator.world.World;

/**
 * Jobs and sub-jobs: {@code api/jobs.md}. Jobs of a project can be asked for even when its service
 * is closed.
 */
final class JobApi {
    private static final Set<String> STATES = Set.of("SUCCESS", "RUNNING", "FAILED", "WAITING");

    private final World world;
    private final Projects projects;
    private final JobBook jobs;

    JobApi(World world, Projects projects, JobBook jobs) {
        this.world = world;
        this.projects = projects;
        this.jobs = jobs;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/v1.0/{project_id}/workspace-jobs/{job_id}", "v1", this::first),
                Route.of("GET", "/v2/{project_id}/workspace-jobs/{job_id}", this::parent),
                Route.of("POST", "/v2/{project_id}/workspace-jobs/{job_id}/actions", this::retry),
                Route.of("GET", "/v2/{project_id}/workspace-sub-jobs", this::list),
                Route.of("POST", "/v2/{project_id}/workspace-sub-jobs/batch-delete", this::clear));
    }

    private Instant now() {
        return world.timeline().now();
    }

    private Job job(Call call) {
        Job job = jobs.find(projects.of(call), call.variable("job_id"));
        if (job == null) {
            throw Refusal.workspace(
                    404, "WKS.0210", "The job " + call.variable("job_id") + " does not exist.");
        }
        return job;
    }

    private Answer first(Call call) {
        return Answer.json(200, JobReport.first(job(call), now()));
    }

    private Answer parent(Call call) {
        return Answer.json(200, JobReport.parent(job(call), now()));
    }

    private Answer retry(Call call) {
        if (!Call.must(call.body(), "op_type", 255).equals("retry")) {
            throw Refusal.badRequest("field op_type is invalid");
        }
        Job again = JobReport.retry(jobs, job(call), now());
        if (again == null) {
            throw Refusal.badRequest("the job has no failed sub-job that can be retried");
        }
        return Answer.job(200, again.id());
    }

    private Answer list(Call call) {
        Project project = projects.of(call);
        int limit = call.number("limit", 1000, 0, 1000);
        int offset = call.number("offset", 0, 0, 10_000);
        List<ObjectNode> found =
                JobReport.list(
                        jobs,
                        project,
                        call.text("job_id").orElse(null),
                        call.text("job_type").orElse(null),
                        call.oneOf("status", STATES).orElse(null),
                        now());
        ObjectNode body = Json.object().put("total_count", found.size());
        ArrayNode list = body.putArray("jobs");
        found.stream().skip(offset).limit(limit).forEach(list::add);
        return Answer.json(200, body);
    }

    private Answer clear(Call call) {
        Project project = projects.of(call);
        JsonNode body = call.body();
        String state = Call.may(body, "delete_by_status", 32);
        if (state != null) {
            if (!Set.of("SUCCESS", "FAILED").contains(state)) {
                throw Refusal.badRequest("field delete_by_status is invalid");
            }
            JobReport.clear(jobs, project, null, Set.of(state), now());
        } else {
            Set<String> ids = new HashSet<>(Call.list(body, "job_ids", 1000));
            JobReport.clear(jobs, project, ids, Set.of("SUCCESS", "FAILED"), now());
        }
        return Answer.empty(204);
    }
}
