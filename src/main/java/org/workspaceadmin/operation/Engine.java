package org.workspaceadmin.operation;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.cloud.WorkspaceService;
import org.workspaceadmin.journal.Journal;
import org.workspaceadmin.journal.Recorded;
import org.workspaceadmin.journal.RequestRow;
import org.workspaceadmin.journal.RequestState;
import org.workspaceadmin.model.ForeignJob;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.OperationState;
import org.workspaceadmin.model.SearchEvidence;
import org.workspaceadmin.model.Target;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.task.Workers;

/**
 * The engine behind every write: plans, writes the intent to the journal, sends, follows. One per
 * program; connections come and go by {@link #attach} and {@link #detach}. What was open when the
 * program last ended is shown as not re-checked until its connection is attached and the service
 * was asked; nothing that had not left is sent without the operator.
 */
public final class Engine implements Operations, AutoCloseable {
    private static final int ENDED_SHOWN = 500;

    private final Journal journal;
    private final Workers workers;
    private final Timer timer;
    private final PollSettings settings;
    private final EnginePorts ports;
    private final UnaryOperator<String> mask;
    private final Publisher publisher;
    private final Sender sender;
    private final Busy busy;
    private final Searches searches;
    private final Resolving resolving;
    private final Foreign foreign;
    private final Pace pace;
    private final Ownership ownership;
    private final OperationIds ids = new OperationIds();
    private final Retries retries = new Retries();
    private final Guards guards;
    private final Pacer pacer;
    private final Steering steering;
    private final Map<String, Link> links = new ConcurrentHashMap<>();
    private final ConcurrentSkipListMap<String, LiveOperation> operations =
            new ConcurrentSkipListMap<>(Comparator.reverseOrder());

    private final Reservations reservations = new Reservations();
    private final LiveOperation.Listener listener =
            new LiveOperation.Listener() {
                @Override
                public void changed(LiveOperation operation) {
                    publisher.changed(operation);
                }

                @Override
                public void released(LiveOperation operation, List<Target> targets) {
                    reservations.free(operation.row().connectionId(), operation.id(), targets);
                }

                @Override
                public void ended(LiveOperation operation, List<Target> targets) {
                    tellOfDesktops(operation, targets);
                }

                @Override
                public void turned(LiveOperation operation) {
                    pacer.consider(operation);
                }
            };

    /**
     * Loads what the journal holds; blocks.
     *
     * @param journal the durable record
     * @param workers runs what blocks
     * @param timer all time comes from here
     * @param settings how patiently the service is asked
     * @param ports knowledge of and news for the rest of the program
     * @param mask masks secrets in bodies that are shown
     */
    public Engine(
            Journal journal,
            Workers workers,
            Timer timer,
            PollSettings settings,
            EnginePorts ports,
            UnaryOperator<String> mask) {
        this.journal = journal;
        this.workers = workers;
        this.timer = timer;
        this.settings = settings;
        this.ports = ports;
        this.mask = mask;
        publisher = new Publisher(timer, workers, settings.publish());
        pace = new Pace(settings.pace());
        busy = new Busy(timer, settings.busy(), this::send);
        sender = new Sender(workers, timer, this::watch, busy);
        searches = new Searches(journal, timer);
        ownership = new Ownership(operations.values(), searches);
        foreign = new Foreign(ownership);
        journal.actors(ports::actor);
        guards = new Guards(journal, timer, ids, ports::guarded);
        steering = new Steering(journal, timer, guards, busy);
        resolving =
                new Resolving(
                        operations,
                        links,
                        searches,
                        sender,
                        timer,
                        ownership,
                        foreign,
                        settings,
                        steering::permit);
        pacer =
                new Pacer(
                        workers,
                        timer,
                        settings,
                        this::linkIfOpen,
                        steering::confirmed,
                        sender::send);
        steering.onRelease(this::go);
        journal.load(ENDED_SHOWN).forEach(this::restore);
    }

    /**
     * Connects a connection: its open operations are asked about at once and followed on.
     *
     * @param connectionId stays the same over restarts of the program
     * @param name what the operator calls it
     * @param projectId its project
     * @param generation its API generation
     * @param service stays open until {@link #detach}
     */
    public void attach(
            String connectionId,
            String name,
            String projectId,
            Generation generation,
            WorkspaceService service) {
        detach(connectionId);
        Follower follower =
                new Follower(
                        new Asking(service, timer, settings),
                        timer,
                        workers,
                        settings,
                        pace,
                        searches);
        Link link =
                new Link(
                        connectionId,
                        name,
                        projectId,
                        generation,
                        service,
                        follower,
                        new Semaphore(2));
        links.put(connectionId, link);
        follower.look(new ForeignLook(link, foreign, settings.foreign(), timer.instant()));
        for (LiveOperation operation : operations.values()) {
            if (belongs(operation, link) && operation.open()) {
                for (RequestRow request : operation.requests()) {
                    resolving.watch(link, operation, request, Duration.ZERO);
                }
                pacer.consider(operation);
            }
        }
    }

    /**
     * Disconnects a connection. Requests that have not left wait; those on the way end with the
     * service's own closing. Does nothing when it is not attached.
     */
    public void detach(String connectionId) {
        Link link = links.remove(connectionId);
        if (link != null) {
            operations.values().stream()
                    .filter(o -> o.open() && belongs(o, link))
                    .forEach(LiveOperation::disconnected);
            link.follower().stop();
            guards.lock(connectionId);
            foreign.forget(connectionId, timer.instant());
        }
    }

    @Override
    public Plan plan(String connectionId, Draft draft) {
        return plan(connectionId, draft, Way.USUAL);
    }

    @Override
    public Plan plan(String connectionId, Draft draft, Way way) {
        return plan(link(connectionId), draft, way);
    }

    private Plan plan(Link link, Draft draft, Way way) {
        String id = link.connectionId();
        return Planner.plan(
                draft,
                way,
                new PlanContext(
                        id,
                        link.service().writes(),
                        ports.directory(id),
                        sender.batchRejoin(id),
                        desktop -> ports.domainCheck(id, desktop),
                        target -> reservations.holder(id, target),
                        mask,
                        link.generation(),
                        new Target(Target.Type.SERVICE, link.projectId(), link.name()),
                        ports.siteLists(),
                        ports.names(id),
                        foreign.atWork(id)::get));
    }

    @Override
    public Work<String> submit(Plan plan, String reason) {
        return workers.start(() -> {
            if (!plan.sendable()) {
                throw new IllegalArgumentException("the plan cannot be sent");
            }
            Link link = link(plan.connectionId());
            String unlock = guards.permit(plan.connectionId());
            LiveOperation operation = intend(link, plan, reason, unlock);
            operations.put(operation.id(), operation);
            steering.submitted(operation);
            pacer.schedule(operation);
            publisher.changed(operation);
            sender.send(operation, link);
            return operation.id();
        });
    }

    private LiveOperation intend(Link link, Plan plan, String reason, String unlock) {
        String id = ids.next(timer.instant());
        reservations.take(plan, id);
        try {
            Recorded recorded =
                    Intent.of(plan, link, id, reason, retries.take(plan.draft()), timer.instant());
            journal.intend(recorded, unlock);
            return new LiveOperation(recorded, journal, timer, listener, false);
        } catch (RuntimeException e) {
            reservations.free(link.connectionId(), id, plan.targets());
            throw e;
        }
    }

    @Override
    public Work<Optional<Draft>> draftOfFailed(String operationId) {
        return draftOf(operationId, id -> true);
    }

    @Override
    public Work<Optional<Draft>> draftOfFailed(String operationId, Set<String> targetIds) {
        return draftOf(operationId, Set.copyOf(targetIds)::contains);
    }

    private Work<Optional<Draft>> draftOf(String operationId, Predicate<String> wanted) {
        return workers.start(() -> {
            LiveOperation operation = operations.get(operationId);
            if (operation == null) {
                return Optional.empty();
            }
            Optional<Draft> draft =
                    Retries.draft(
                            operation,
                            wanted,
                            () -> new Asking(linkOf(operation).service(), timer, settings));
            draft.ifPresent(d -> retries.offered(operationId, d));
            return draft;
        });
    }

    @Override
    public Work<Boolean> resume(String operationId) {
        return workers.start(() -> {
            LiveOperation operation = operations.get(operationId);
            Link link = operation == null ? null : links.get(operation.row().connectionId());
            return operation != null && link != null && steering.resume(operation, link);
        });
    }

    @Override
    public Work<Boolean> pause(String operationId) {
        return workers.start(() -> {
            LiveOperation operation = operations.get(operationId);
            return operation != null && steering.pause(operation);
        });
    }

    @Override
    public Work<Boolean> dropUnsent(String operationId) {
        return workers.start(() -> {
            LiveOperation operation = operations.get(operationId);
            return operation != null && steering.dropUnsent(operation);
        });
    }

    @Override
    public Work<Boolean> checkNow(String operationId) {
        return workers.start(() -> {
            LiveOperation operation = operations.get(operationId);
            Link link = operation == null ? null : links.get(operation.row().connectionId());
            if (operation == null || link == null || !operation.open()) {
                return false;
            }
            if (!link.follower().watches(operation)) {
                operation
                        .requests()
                        .forEach(r -> resolving.watch(link, operation, r, Duration.ZERO));
            }
            link.follower().lookNow(operation);
            return true;
        });
    }

    @Override
    public Work<Boolean> settleUnknown(String operationId, boolean done) {
        return workers.start(() -> resolving.settle(operationId, done));
    }

    @Override
    public List<SearchEvidence> evidence(String operationId) {
        return resolving.evidence(operationId);
    }

    @Override
    public Work<Boolean> sendAgain(String operationId, int request) {
        return workers.start(() -> resolving.sendAgain(operationId, request));
    }

    @Override
    public Work<Boolean> adopt(String operationId, int request, String jobId) {
        return workers.start(() -> resolving.adopt(operationId, request, jobId));
    }

    @Override
    public List<ForeignJob> foreign() {
        return foreign.all();
    }

    @Override
    public Subscription onForeign(Consumer<List<ForeignJob>> subscriber) {
        return foreign.subscribe(subscriber);
    }

    @Override
    public Work<Boolean> lookForForeign(String connectionId) {
        return workers.start(() -> {
            Link link = links.get(connectionId);
            if (link != null) {
                link.follower().lookForForeign();
            }
            return link != null;
        });
    }

    @Override
    public GuardState guard(String connectionId) {
        return guards.state(connectionId);
    }

    @Override
    public Work<GuardState> unlock(String connectionId, String reason, Duration time) {
        Link link = links.get(connectionId);
        String name = link == null ? "" : link.name();
        return workers.start(() -> guards.unlock(connectionId, name, reason, time));
    }

    @Override
    public Work<GuardState> lock(String connectionId) {
        return workers.start(() -> guards.lock(connectionId));
    }

    @Override
    public Subscription onGuard(Consumer<GuardState> subscriber) {
        return guards.subscribe(subscriber);
    }

    @Override
    public List<OperationState> all() {
        return operations.values().stream().map(LiveOperation::snapshot).toList();
    }

    @Override
    public Subscription subscribe(Consumer<OperationState> subscriber) {
        return publisher.subscribe(subscriber);
    }

    /** Detaches every connection; the journal stays open. */
    @Override
    public void close() {
        Set.copyOf(links.keySet()).forEach(this::detach);
        busy.close();
        guards.lockAll();
    }

    private void restore(Recorded recorded) {
        LiveOperation operation = new LiveOperation(recorded, journal, timer, listener, true);
        operations.put(operation.id(), operation);
        pacer.schedule(operation);
        ids.after(recorded.operation().created());
        reservations.restore(recorded);
        for (RequestRow request : recorded.requests()) {
            ownership.add(request);
            if (request.state() == RequestState.SENT) {
                resolving.unanswered(operation, request);
            } else if (Busy.waits(request, operation.openTargets(request.seq()))) {
                busy.begin(operation, request);
            }
        }
    }

    private void watch(Link link, LiveOperation operation, RequestRow request) {
        resolving.watch(link, operation, request, settings.first());
    }

    private void send(LiveOperation operation) {
        Link link = links.get(operation.row().connectionId());
        if (link != null) {
            sender.send(operation, link);
        }
    }

    private void tellOfDesktops(LiveOperation operation, List<Target> targets) {
        String connectionId = operation.row().connectionId();
        List<String> desktops =
                targets.stream()
                        .filter(t -> t.type() == Target.Type.DESKTOP)
                        .map(Target::id)
                        .toList();
        if (!desktops.isEmpty()) {
            ports.ended(connectionId, desktops);
        }
    }

    private Link link(String connectionId) {
        return Objects.requireNonNull(
                links.get(connectionId), "the connection is not attached: " + connectionId);
    }

    private @Nullable Link linkIfOpen(LiveOperation operation) {
        Link link = links.get(operation.row().connectionId());
        return link != null && belongs(operation, link) ? link : null;
    }

    private void go(LiveOperation operation, Link link) {
        pacer.consider(operation);
        publisher.changed(operation);
        sender.send(operation, link);
    }

    private Link linkOf(LiveOperation operation) {
        return link(operation.row().connectionId());
    }

    private static boolean belongs(LiveOperation operation, Link link) {
        return operation.row().connectionId().equals(link.connectionId())
                && operation.row().projectId().equals(link.projectId());
    }
}
