package org.workspaceadmin.cloud;

import java.util.List;
import org.workspaceadmin.model.SubJob;

/**
 * One page of sub-jobs.
 *
 * @param totalCount what the service counts
 * @param subJobs the page
 */
public record SubJobPage(int totalCount, List<SubJob> subJobs) {
    /** Copies the list. */
    public SubJobPage {
        subJobs = List.copyOf(subJobs);
    }
}
