package org.workspaceadmin.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.workspaceadmin.cloud.Writes;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Workers;

/**
 * Moves operations on over time: begins those that were scheduled, checks each wave after it ended,
 * and lets the next one leave. Reads only; what leaves is the gate's word.
 */
final class Pacer {
    /**
     * How late a scheduled operation may begin. After a longer sleep of the machine the night it
     * was meant for is over, so the operator decides.
     */
    static final Duration LATE = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(Pacer.class);

    private final Workers workers;
    private final Timer timer;
    private final PollSettings settings;
    private final Function<LiveOperation, @Nullable Link> links;
    private final Predicate<LiveOperation> allowed;
    private final BiConsumer<LiveOperation, Link> send;

    /**
     * Waits for nothing yet.
     *
     * @param links the attached connection of an operation, null when it is not attached
     * @param allowed whether a scheduled operation may still begin without the operator
     * @param send sends what an operation lets leave
     */
    Pacer(
            Workers workers,
            Timer timer,
            PollSettings settings,
            Function<LiveOperation, @Nullable Link> links,
            Predicate<LiveOperation> allowed,
            BiConsumer<LiveOperation, Link> send) {
        this.workers = workers;
        this.timer = timer;
        this.settings = settings;
        this.links = links;
        this.allowed = allowed;
        this.send = send;
    }

    /** Waits for the time of an operation that is scheduled; does nothing for others. */
    void schedule(LiveOperation operation) {
        Instant start = operation.row().pace().pacing().start();
        if (start != null && operation.scheduled()) {
            timer.after(
                    Duration.between(timer.instant(), start),
                    () -> workers.start(() -> begin(operation, start)));
        }
    }

    private boolean begin(LiveOperation operation, Instant start) {
        Instant now = timer.instant();
        if (!operation.scheduled()) {
            return false;
        }
        if (now.isBefore(start)) {
            // The clock was set back meanwhile.
            schedule(operation);
            return false;
        }
        Link link = links.apply(operation);
        boolean missed = link == null || now.isAfter(start.plus(LATE)) || !allowed.test(operation);
        operation.gate(g -> g.begin(missed));
        if (link != null && !missed) {
            send.accept(operation, link);
        }
        return !missed;
    }

    /** Begins the check after a wave, if one ended. */
    void consider(LiveOperation operation) {
        Link link = links.apply(operation);
        List<String> desktops = link == null ? null : operation.beginCheck();
        if (link == null || desktops == null) {
            return;
        }
        boolean look =
                operation.row().pace().pacing().ready()
                        && !desktops.isEmpty()
                        && Readiness.tells(operation.row());
        Check check =
                new Check(
                        operation,
                        link,
                        look ? desktops : List.of(),
                        timer.instant().plus(settings.settle()));
        workers.start(() -> look(check));
    }

    private record Check(LiveOperation operation, Link link, List<String> awaited, Instant until) {}

    private boolean look(Check check) {
        LiveOperation operation = check.operation();
        if (!operation.unsent() || !check.link().equals(links.apply(operation))) {
            operation.gate(Gate::unchecked);
            return false;
        }
        List<String> missing;
        try {
            missing = missing(check);
        } catch (CancellationException e) {
            LOG.debug("the connection was closed during the check of a wave", e);
            operation.gate(Gate::unchecked);
            return false;
        } catch (RuntimeException e) {
            // Nothing is known, so nobody is late: it is asked again.
            operation.readFailed(Problems.of(e, timer.instant()));
            again(check, check.awaited());
            return false;
        }
        if (!missing.isEmpty() && timer.instant().isBefore(check.until())) {
            operation.gate(g -> g.checking(missing.size()));
            again(check, missing);
            return false;
        }
        operation.gate(g -> g.checked(missing.size()));
        send.accept(operation, check.link());
        return true;
    }

    private List<String> missing(Check check) {
        LiveOperation operation = check.operation();
        if (check.awaited().isEmpty()) {
            return List.of();
        }
        Asking asking = new Asking(check.link().service(), timer, settings);
        List<String> missing = new ArrayList<>();
        for (int from = 0; from < check.awaited().size(); from += Writes.BATCH) {
            int to = Math.min(check.awaited().size(), from + Writes.BATCH);
            List<String> some = check.awaited().subList(from, to);
            missing.addAll(Readiness.missing(operation.row(), some, asking));
        }
        operation.read();
        return missing;
    }

    private void again(Check check, List<String> awaited) {
        Check next = new Check(check.operation(), check.link(), awaited, check.until());
        timer.after(settings.late(), () -> workers.start(() -> look(next)));
    }
}
