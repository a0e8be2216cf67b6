package org.workspaceadmin.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.workspaceadmin.model.Job;
import org.workspaceadmin.model.JobState;
import org.workspaceadmin.model.SubJob;

/** Reads jobs of both generations (api/jobs.md). */
final class JobReader {
    private JobReader() {}

    /** A parent job; v1.0 calls its id {@code job_id}, v2 {@code id}. */
    static Job job(JsonNode json) {
        String id = Json.firstText(json, "id", "job_id");
        String word = Json.text(json, "status");
        List<SubJob> subJobs = Json.list(json, "sub_jobs", s -> subJob(s, id));
        return new Job(
                id,
                Json.text(json, "job_type"),
                JobState.of(word),
                word,
                Json.instant(json, "begin_time"),
                Json.instant(json, "end_time"),
                Json.firstText(json, "job_error_code", "error_code", "code"),
                Json.firstText(json, "fail_reason", "message"),
                Json.integer(json, "sub_jobs_total", subJobs.size()),
                subJobs);
    }

    static SubJobPage subJobs(JsonNode json) {
        List<SubJob> jobs = Json.list(json, "jobs", s -> subJob(s, ""));
        return new SubJobPage(Json.integer(json, "total_count", jobs.size()), jobs);
    }

    /**
     * A sub-job.
     *
     * @param parentId known parent, empty when the record itself says
     */
    private static SubJob subJob(JsonNode json, String parentId) {
        JsonNode entities = json.path("entities");
        String id = Json.text(json, "id");
        String jobId = Json.text(json, "job_id");
        String word = Json.text(json, "status");
        boolean firstGeneration = id.isEmpty();
        String desktopId = Json.text(entities, "desktop_id");
        String desktopName = Json.text(entities, "desktop_name");
        return new SubJob(
                firstGeneration ? jobId : id,
                firstGeneration || jobId.isEmpty() ? parentId : jobId,
                Json.text(json, "job_type"),
                JobState.of(word),
                word,
                Json.integer(json, "process"),
                Json.instant(json, "begin_time"),
                Json.instant(json, "end_time"),
                Json.firstText(json, "error_code", "job_error_code"),
                Json.firstText(json, "fail_reason", "message"),
                desktopId.isEmpty() ? Json.text(json, "desktop_id") : desktopId,
                desktopName.isEmpty() ? Json.text(json, "desktop_name") : desktopName);
    }
}
