package org.workspaceadmin.ui.jobs;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.OperationRequest;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.TargetState;

/** One operation of the monitor: its snapshot is replaced while the row stays. */
public final class JobEntry extends JobRow {
    /**
     * What a row shows.
     *
     * @param state the operation
     * @param tally its targets, counted
     */
    public record Snapshot(OperationState state, Tally tally) {
        /** Counts on the caller's thread. */
        static Snapshot of(OperationState state) {
            return new Snapshot(state, Tally.of(state));
        }
    }

    private final String id;
    private final ReadOnlyObjectWrapper<Snapshot> snapshot;
    private @Nullable String words;
    private int rank;

    JobEntry(Snapshot first) {
        super(faceOf(first));
        id = first.state().id();
        snapshot = new ReadOnlyObjectWrapper<>(first);
        takeRank();
    }

    /** The operation's id. */
    public String id() {
        return id;
    }

    /** What is known now. */
    public ReadOnlyObjectProperty<Snapshot> snapshotProperty() {
        return snapshot.getReadOnlyProperty();
    }

    /** The operation now. */
    public OperationState state() {
        return snapshot.get().state();
    }

    /** Its targets, counted. */
    public Tally tally() {
        return snapshot.get().tally();
    }

    @Override
    public JobEntry operation() {
        return this;
    }

    @Override
    List<PartRow> load() {
        return PartRow.ofOperation(this);
    }

    /** Where it stands when failed ones are first, as of when it was sorted last. */
    int rank() {
        return rank;
    }

    /** Is sorted by its present state from now on. */
    void takeRank() {
        if (JobFilter.needsOperator(this)) {
            rank = 0;
        } else if (tally().failed() > 0) {
            rank = 1;
        } else {
            rank = state().open() ? 2 : 3;
        }
    }

    void show(Snapshot next) {
        face(faceOf(next).expanded(face().expanded()));
        snapshot.set(next);
        words = null;
    }

    private static Face faceOf(Snapshot snapshot) {
        OperationState state = snapshot.state();
        Instant progressed = null;
        for (OperationRequest request : state.requests()) {
            Instant its = request.progressed();
            if (its != null && (progressed == null || its.isAfter(progressed))) {
                progressed = its;
            }
        }
        return new Face(
                Level.OPERATION,
                0,
                state,
                null,
                "",
                null,
                snapshot.tally(),
                state.created(),
                state.ended(),
                progressed,
                !state.targets().isEmpty(),
                false);
    }

    /** Everything a search may look for besides the sentence, in lower case; made when asked. */
    String words() {
        String made = words;
        if (made == null) {
            OperationState now = state();
            StringBuilder all = new StringBuilder(now.targets().size() * 16 + 64);
            all.append(now.id()).append('\n').append(now.connectionName()).append('\n');
            all.append(now.reason()).append('\n');
            all.append(now.created().atZone(ZoneId.systemDefault()).toLocalDate()).append('\n');
            now.parameters().forEach(p -> all.append(p.value()).append('\n'));
            String lastJob = "";
            for (TargetState target : now.targets()) {
                all.append(target.target().name()).append('\n');
                if (!target.jobId().equals(lastJob)) {
                    lastJob = target.jobId();
                    all.append(lastJob).append('\n');
                }
                if (!target.code().isEmpty()) {
                    all.append(target.code()).append('\n');
                }
            }
            made = all.toString().toLowerCase(Locale.ROOT);
            words = made;
        }
        return made;
    }
}
