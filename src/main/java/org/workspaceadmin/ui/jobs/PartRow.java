package org.workspaceadmin.ui.jobs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.OperationRequest;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.TargetState;

/** A line beneath an operation: some of its targets, by request, by job or one alone. */
public final class PartRow extends JobRow {
    /** Worst first, then in the order of sending. */
    static final Comparator<PartRow> FAILED_FIRST =
            Comparator.<PartRow>comparingInt(row -> rank(row.face()))
                    .thenComparingInt(row -> row.request)
                    .thenComparingInt(row ->
                            row.indices.isEmpty() ? Integer.MAX_VALUE : row.indices.getFirst());

    private final JobEntry operation;
    private final JobRow parent;
    private final int request;
    private final List<Integer> indices;

    private PartRow(
            JobEntry operation, JobRow parent, int request, List<Integer> indices, Face first) {
        super(first);
        this.operation = operation;
        this.parent = parent;
        this.request = request;
        this.indices = indices;
    }

    @Override
    public JobEntry operation() {
        return operation;
    }

    /** The line it lies beneath. */
    JobRow parent() {
        return parent;
    }

    /** Its targets, as indices into those of the operation. */
    List<Integer> indices() {
        OperationRequest now = face().request();
        return face().level() == Level.REQUEST && now != null ? now.targets() : indices;
    }

    @Override
    List<PartRow> load() {
        OperationState state = operation.state();
        return switch (face().level()) {
            case REQUEST -> {
                Map<String, List<Integer>> byJob = new LinkedHashMap<>();
                for (int index : indices()) {
                    byJob.computeIfAbsent(
                                    state.targets().get(index).jobId(), j -> new ArrayList<>())
                            .add(index);
                }
                // Without a job the targets stand right beneath their request.
                yield byJob.keySet().equals(Set.of(""))
                        ? targets(operation, this, indices())
                        : byJob.entrySet().stream()
                                .map(job -> job(this, job.getKey(), job.getValue()))
                                .sorted(FAILED_FIRST)
                                .toList();
            }
            case JOB -> targets(operation, this, indices);
            case OPERATION, TARGET, FOREIGN -> List.of();
        };
    }

    /** Shows the operation's present state. */
    void refresh() {
        OperationState state = operation.state();
        if (face().level() == Level.TARGET
                && state.targets().get(indices.getFirst()).equals(face().target())) {
            return;
        }
        OperationRequest now =
                request < 0 || request >= state.requests().size()
                        ? null
                        : state.requests().get(request);
        Face next =
                switch (face().level()) {
                    case TARGET -> target(parent, state, indices.getFirst());
                    case JOB -> part(Level.JOB, state, parent, now, face().jobId(), indices);
                    default ->
                            part(
                                    Level.REQUEST,
                                    state,
                                    parent,
                                    now,
                                    "",
                                    now == null ? indices : now.targets());
                };
        face(next.expanded(face().expanded()));
        children().forEach(PartRow::refresh);
    }

    private static int rank(Face face) {
        Tally tally = face.tally();
        if (tally.failed() > 0) {
            return 0;
        }
        if (tally.unknown() > 0) {
            return 1;
        }
        return tally.open() > 0 ? 2 : 3;
    }

    /** A line for each request of an operation; its targets where no request is known. */
    static List<PartRow> ofOperation(JobEntry operation) {
        OperationState state = operation.state();
        if (state.requests().isEmpty()) {
            List<Integer> all = new ArrayList<>(state.targets().size());
            for (int i = 0; i < state.targets().size(); i++) {
                all.add(i);
            }
            return targets(operation, operation, all);
        }
        return state.requests().stream()
                .map(each -> request(operation, each))
                .sorted(FAILED_FIRST)
                .toList();
    }

    static PartRow request(JobEntry operation, OperationRequest request) {
        return new PartRow(
                operation,
                operation,
                request.number(),
                request.targets(),
                part(Level.REQUEST, operation.state(), operation, request, "", request.targets()));
    }

    private static PartRow job(PartRow parent, String jobId, List<Integer> indices) {
        return new PartRow(
                parent.operation,
                parent,
                parent.request,
                List.copyOf(indices),
                part(
                        Level.JOB,
                        parent.operation.state(),
                        parent,
                        parent.face().request(),
                        jobId,
                        indices));
    }

    private static List<PartRow> targets(JobEntry operation, JobRow parent, List<Integer> indices) {
        OperationState state = operation.state();
        int request = parent instanceof PartRow part ? part.request : -1;
        List<PartRow> rows = new ArrayList<>(indices.size());
        for (int index : indices) {
            rows.add(
                    new PartRow(
                            operation,
                            parent,
                            request,
                            List.of(index),
                            target(parent, state, index)));
        }
        rows.sort(FAILED_FIRST);
        return rows;
    }

    private static Face part(
            Level level,
            OperationState state,
            JobRow parent,
            @Nullable OperationRequest request,
            String jobId,
            List<Integer> indices) {
        List<TargetState> targets = indices.stream().map(state.targets()::get).toList();
        Tally tally = Tally.of(targets);
        Instant end = request == null ? null : request.answered();
        for (TargetState target : targets) {
            Instant its = target.end();
            if (its != null && (end == null || its.isAfter(end))) {
                end = its;
            }
        }
        boolean ended = tally.open() == 0 && tally.unknown() == 0;
        return new Face(
                level,
                parent.face().depth() + 1,
                null,
                request,
                jobId,
                null,
                tally,
                request == null ? state.created() : request.sent(),
                ended ? end : null,
                request == null ? null : request.progressed(),
                !targets.isEmpty(),
                false);
    }

    private static Face target(JobRow parent, OperationState state, int index) {
        TargetState target = state.targets().get(index);
        return new Face(
                Level.TARGET,
                parent.face().depth() + 1,
                null,
                null,
                target.jobId(),
                target,
                Tally.of(List.of(target)),
                target.begin(),
                target.end(),
                null,
                false,
                false);
    }
}
