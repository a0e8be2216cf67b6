package org.workspaceadmin.simulator.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.simulator.world.Project;

/** One accepted piece of asynchronous work. What it reports depends on the moment it is asked. */
public final class Job {
    final String id;
    final String type;
    final Project project;
    final Instant accepted;
    final Instant subJobsVisible;
    final Instant end;
    final List<SubJob> subJobs;
    final @Nullable Retry retry;
    final Step.@Nullable Failure failure;
    final boolean gloomy;

    /** Makes the same work again for desktops that failed. */
    @FunctionalInterface
    public interface Retry {
        /**
         * Plans the work again.
         *
         * @param desktopIds those that failed
         * @return the steps
         */
        List<Step> plan(List<String> desktopIds);
    }

    Job(
            String id,
            String type,
            Project project,
            Instant accepted,
            Instant subJobsVisible,
            Instant end,
            List<SubJob> subJobs,
            @Nullable Retry retry,
            Step.@Nullable Failure failure,
            boolean gloomy) {
        this.id = id;
        this.type = type;
        this.project = project;
        this.accepted = accepted;
        this.subJobsVisible = subJobsVisible;
        this.end = end;
        this.subJobs = new ArrayList<>(subJobs);
        this.retry = retry;
        this.failure = failure;
        this.gloomy = gloomy;
    }

    /**
     * Its id.
     *
     * @return the parent id
     */
    public String id() {
        return id;
    }

    List<SubJob> visible(Instant now) {
        return now.isBefore(subJobsVisible) ? List.of() : subJobs;
    }

    List<String> failedDesktops(Instant now) {
        return subJobs.stream()
                .filter(s -> s.ended(now) && s.failure() != null)
                .map(s -> s.desktop().id())
                .toList();
    }

    boolean ended(Instant now) {
        return !now.isBefore(end);
    }

    boolean failed() {
        if (failure != null) {
            return true;
        }
        long bad = subJobs.stream().filter(s -> s.failure() != null).count();
        // All failed is a FAIL; mixed results are mostly told as COMPLETE, now and then as FAIL.
        return bad > 0 && (bad == subJobs.size() || gloomy);
    }
}
