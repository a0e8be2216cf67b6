package org.workspaceadmin.app;

import java.time.LocalDate;
import org.workspaceadmin.ui.jobs.JobFilter;
import org.workspaceadmin.ui.jobs.JobsViewModel;
import org.workspaceadmin.ui.overview.OverviewLinks;
import org.workspaceadmin.ui.shell.ShellView;

/** From a figure to the list behind it. */
final class Links implements OverviewLinks {
    private final ShellView frame;
    private final JobsViewModel jobs;

    /**
     * Ways within one connection's places.
     *
     * @param frame goes to places
     * @param jobs the monitor's state
     */
    Links(ShellView frame, JobsViewModel jobs) {
        this.frame = frame;
        this.jobs = jobs;
    }

    @Override
    public void desktops(String filter) {
        frame.goTo("desktops", filter);
    }

    @Override
    public void openJobs() {
        frame.goTo("jobs", "");
        jobs.filterProperty().set(JobFilter.OPEN);
    }

    @Override
    public void jobsOf(LocalDate day) {
        jobs.filterProperty().set(JobFilter.ALL);
        frame.goTo("jobs", day.toString());
    }

    @Override
    public void job(String operationId) {
        frame.goTo("jobs", "");
        jobs.filterProperty().set(JobFilter.ALL);
        jobs.select(operationId);
    }
}
