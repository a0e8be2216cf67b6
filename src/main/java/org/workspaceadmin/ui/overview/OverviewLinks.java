package org.workspaceadmin.ui.overview;

import java.time.LocalDate;

/** The lists behind the figures. Called on the UI thread. */
public interface OverviewLinks {
    /**
     * Shows desktops.
     *
     * @param filter a filter line, empty for all
     */
    void desktops(String filter);

    /** Shows the operations that are open. */
    void openJobs();

    /**
     * Shows the operations of a day.
     *
     * @param day in the operator's zone
     */
    void jobsOf(LocalDate day);

    /**
     * Shows one operation.
     *
     * @param operationId which
     */
    void job(String operationId);
}
