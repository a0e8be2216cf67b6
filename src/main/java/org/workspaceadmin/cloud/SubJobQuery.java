package org.workspaceadmin.cloud;

/**
 * Which sub-jobs (api/jobs.md section 3). At least one of job id and type must be given.
 *
 * @param jobId parent job, empty for all of the type
 * @param jobType job type, empty for any
 * @param status {@code SUCCESS}, {@code RUNNING}, {@code FAILED}, {@code WAITING}, empty for all
 * @param limit 1-1000
 * @param offset from 0, at most 10,000
 */
public record SubJobQuery(String jobId, String jobType, String status, int limit, int offset) {
    /** Checks that the service would take it. */
    public SubJobQuery {
        if (jobId.isEmpty() && jobType.isEmpty()) {
            throw new IllegalArgumentException("job id or job type is needed");
        }
        if (limit < 1 || limit > 1000 || offset < 0) {
            throw new IllegalArgumentException("limit 1-1000, offset from 0");
        }
    }

    /** All sub-jobs of one job, first page. */
    public static SubJobQuery ofJob(String jobId) {
        return new SubJobQuery(jobId, "", "", 1000, 0);
    }

    /** All sub-jobs of a type, first page: one request that watches many jobs. */
    public static SubJobQuery ofType(String jobType) {
        return new SubJobQuery("", jobType, "", 1000, 0);
    }

    /** The same, from another offset. */
    public SubJobQuery from(int newOffset) {
        return new SubJobQuery(jobId, jobType, status, limit, newOffset);
    }
}
