package org.workspaceadmin.ui.jobs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.ForeignJob;
import org.workspaceadmin.model.TargetState;
import org.workspaceadmin.operation.Operations;
import org.workspaceadmin.ui.common.FrameBatch;
import org.workspaceadmin.ui.common.UiContext;

/**
 * Jobs of the service that were started elsewhere. New ones come last, so that no line moves; one
 * that is gone stays until the filter is set again. UI thread.
 */
final class ElsewhereViewModel implements AutoCloseable {
    private final Operations operations;
    private final UiContext ui;
    private final Runnable changed;
    private final Map<String, ForeignRow> byJob = new HashMap<>();
    private final ObservableList<ForeignRow> rows = FXCollections.observableArrayList();
    private List<ForeignJob> jobs = List.of();
    private Operations.@Nullable Subscription subscription;

    /**
     * Nothing is read before {@link #start}.
     *
     * @param operations what it shows
     * @param ui hands changes over to the UI thread
     * @param changed told after jobs changed
     */
    ElsewhereViewModel(Operations operations, UiContext ui, Runnable changed) {
        this.operations = operations;
        this.ui = ui;
        this.changed = changed;
    }

    void start() {
        FrameBatch<List<ForeignJob>> batch = ui.batch(all -> take(all.getLast()));
        subscription = operations.onForeign(batch::add);
        take(operations.foreign());
    }

    @Override
    public void close() {
        if (subscription != null) {
            subscription.cancel();
            subscription = null;
        }
    }

    /** The lines to show. */
    ObservableList<ForeignRow> rows() {
        return rows;
    }

    /** Every such job, whatever the filter. */
    List<ForeignJob> all() {
        return jobs;
    }

    /**
     * Shows what matches.
     *
     * @param filter the kind of jobs
     * @param text what must be in it
     * @param anew whether what no longer matches goes
     */
    void filter(JobFilter filter, String text, boolean anew) {
        String words = text.strip().toLowerCase(Locale.ROOT);
        List<ForeignRow> matching = new ArrayList<>();
        for (ForeignJob job : jobs) {
            if (wanted(filter, job) && contains(job, words)) {
                matching.add(row(job));
            }
        }
        if (anew) {
            if (!rows.equals(matching)) {
                rows.setAll(matching);
            }
        } else {
            matching.removeAll(rows);
            rows.addAll(matching);
        }
    }

    /** Shows the targets of one. */
    void show(JobRow line, TargetsViewModel targets) {
        if (line instanceof ForeignRow row) {
            targets.show(key(row.job()), row.job().targets());
        }
    }

    private void take(List<ForeignJob> now) {
        if (now.equals(jobs)) {
            return;
        }
        jobs = List.copyOf(now);
        jobs.forEach(job -> row(job).show(job));
        changed.run();
    }

    private ForeignRow row(ForeignJob job) {
        return byJob.computeIfAbsent(key(job), k -> new ForeignRow(job));
    }

    private static String key(ForeignJob job) {
        return job.connectionId() + '\n' + job.jobId();
    }

    private static boolean wanted(JobFilter filter, ForeignJob job) {
        return switch (filter) {
            case ALL, ELSEWHERE -> true;
            case OPEN -> job.open();
            case FAILED, ATTENTION, SUCCEEDED -> false;
        };
    }

    private static boolean contains(ForeignJob job, String words) {
        if (words.isEmpty() || has(job.jobId(), words) || has(job.type(), words)) {
            return true;
        }
        for (TargetState target : job.targets()) {
            if (has(target.target().name(), words) || has(target.target().id(), words)) {
                return true;
            }
        }
        return has(job.connectionName(), words);
    }

    private static boolean has(String value, String words) {
        return value.toLowerCase(Locale.ROOT).contains(words);
    }
}
