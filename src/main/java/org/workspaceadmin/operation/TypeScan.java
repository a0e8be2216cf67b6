package org.workspaceadmin.operation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.workspaceadmin.cloud.SubJobPage;
import org.workspaceadmin.cloud.SubJobQuery;
import org.workspaceadmin.model.SubJob;

/**
 * Reads the sub-jobs of one type page by page, one page a call, to learn of many jobs by few
 * requests (api/jobs.md section 6). Ends early once every job that is looked for has shown a
 * sub-job for each of its targets. Used by one thread at a time.
 */
final class TypeScan {
    /** The service's own end of paging through sub-jobs (api/jobs.md section 3). */
    private static final int LAST_OFFSET = 10_000;

    private final String type;
    private final Map<String, Integer> wanted;
    private final Map<String, List<SubJob>> found = new HashMap<>();
    private int offset;
    private int missing;
    private int total;
    private boolean cut;

    /**
     * Begins.
     *
     * @param type which type
     * @param wanted how many sub-jobs are expected of each job, by job id; empty to read all
     */
    TypeScan(String type, Map<String, Integer> wanted) {
        this.type = type;
        this.wanted = Map.copyOf(wanted);
        missing = this.wanted.size();
    }

    String type() {
        return type;
    }

    /**
     * Reads the next page; blocks.
     *
     * @return whether nothing is left to read
     */
    boolean step(Asking asking) {
        SubJobPage page = asking.page(SubJobQuery.ofType(type).from(offset));
        total = page.totalCount();
        for (SubJob sub : page.subJobs()) {
            List<SubJob> of = found.computeIfAbsent(sub.jobId(), id -> new ArrayList<>());
            of.add(sub);
            Integer expected = wanted.get(sub.jobId());
            if (expected != null && of.size() == Math.max(1, expected)) {
                missing--;
            }
        }
        offset += page.subJobs().size();
        if (page.subJobs().isEmpty() || offset >= total) {
            return true;
        }
        boolean seenAll = missing <= 0 && !wanted.isEmpty();
        cut = seenAll || offset > LAST_OFFSET;
        return cut;
    }

    /** What was read, by job. */
    Map<String, List<SubJob>> found() {
        return found;
    }

    /** Whether the service has more of this type than was read. */
    boolean cut() {
        return cut;
    }

    /** Whether what was read of a job is all there is of it, or as much as was expected. */
    boolean knows(String jobId, int expected) {
        return !cut || found.getOrDefault(jobId, List.of()).size() >= Math.max(1, expected);
    }

    /** How many requests such a scan takes at the most. */
    int pages() {
        int reachable = Math.min(total, LAST_OFFSET + 1000);
        return Math.max(1, (reachable + 999) / 1000);
    }
}
