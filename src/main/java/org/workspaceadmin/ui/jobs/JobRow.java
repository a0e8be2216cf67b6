package org.workspaceadmin.ui.jobs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.OperationRequest;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.TargetState;

/**
 * One line of the monitor's tree: an operation, one of its requests, a job of the service or a
 * target. The line stays while what it shows is replaced, and its children are made when it is
 * opened.
 */
public abstract sealed class JobRow permits JobEntry, PartRow, ForeignRow {
    /** What a line stands for. */
    public enum Level {
        /** What the operator asked for. */
        OPERATION,
        /** One request of it. */
        REQUEST,
        /** One job of the service that carries out a request. */
        JOB,
        /** One target. */
        TARGET,
        /** A job of the service that was started elsewhere. */
        FOREIGN
    }

    /**
     * What a line shows now.
     *
     * @param level what it stands for
     * @param depth how far it is indented, from 0
     * @param state the operation, null for what is beneath one
     * @param request the request, null for operations and targets
     * @param jobId the service's job, empty when none
     * @param target the target, null for the others
     * @param tally its targets, counted
     * @param begin since when it runs, null before
     * @param end when it ended, null before
     * @param progressed when anything of it last moved, null when nothing did
     * @param expandable whether there is something beneath it
     * @param expanded whether that is shown
     */
    public record Face(
            Level level,
            int depth,
            @Nullable OperationState state,
            @Nullable OperationRequest request,
            String jobId,
            @Nullable TargetState target,
            Tally tally,
            @Nullable Instant begin,
            @Nullable Instant end,
            @Nullable Instant progressed,
            boolean expandable,
            boolean expanded) {

        Face expanded(boolean now) {
            return new Face(
                    level,
                    depth,
                    state,
                    request,
                    jobId,
                    target,
                    tally,
                    begin,
                    end,
                    progressed,
                    expandable,
                    now);
        }

        /** Whether its service still works on something. */
        boolean working() {
            return tally.open() > 0 && begin != null;
        }
    }

    private final ReadOnlyObjectWrapper<Face> face;
    private List<PartRow> children = List.of();

    JobRow(Face first) {
        face = new ReadOnlyObjectWrapper<>(first);
    }

    /** What it shows now. */
    public ReadOnlyObjectProperty<Face> faceProperty() {
        return face.getReadOnlyProperty();
    }

    /** What it shows now. */
    public Face face() {
        return face.get();
    }

    /** The operation it belongs to, null for a job started elsewhere. */
    public abstract @Nullable JobEntry operation();

    /** Makes its children, failed first. */
    abstract List<PartRow> load();

    void face(Face next) {
        if (!next.equals(face.get())) {
            face.set(next);
        }
    }

    List<PartRow> children() {
        return children;
    }

    void children(List<PartRow> made) {
        children = new ArrayList<>(made);
        face.set(face().expanded(!children.isEmpty()));
    }

    /** Every line beneath it that is shown, in order. */
    List<JobRow> shownBeneath() {
        List<JobRow> all = new ArrayList<>();
        for (PartRow child : children) {
            all.add(child);
            all.addAll(child.shownBeneath());
        }
        return all;
    }
}
