package org.workspaceadmin.ui.jobs;

import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.TargetState;

/** One row of the monitor: an operation whose snapshot is replaced while the row stays. */
public final class JobEntry {
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

    JobEntry(Snapshot first) {
        id = first.state().id();
        snapshot = new ReadOnlyObjectWrapper<>(first);
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

    void show(Snapshot next) {
        snapshot.set(next);
        words = null;
    }

    /** Everything a search may look for besides the sentence, in lower case; made when asked. */
    String words() {
        String made = words;
        if (made == null) {
            OperationState now = state();
            StringBuilder all = new StringBuilder(now.targets().size() * 16 + 64);
            all.append(now.id()).append('\n').append(now.connectionName()).append('\n');
            all.append(now.reason()).append('\n');
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
