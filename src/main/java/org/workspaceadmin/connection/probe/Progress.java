package org.workspaceadmin.connection.probe;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Problem.Kind;
import org.workspaceadmin.model.ProblemException;
import org.workspaceadmin.task.Timer;

/** The steps of one test as they go on; tells each change. Thread-safe. */
final class Progress {
    private final Map<StepKind, ProbeStep> steps = new EnumMap<>(StepKind.class);
    private final ProbeListener listener;
    private final Timer timer;
    private @Nullable StepKind running;
    private long began;

    /** Nothing was begun. */
    Progress(ProbeListener listener, Timer timer) {
        this.listener = listener;
        this.timer = timer;
        for (StepKind kind : StepKind.values()) {
            steps.put(kind, ProbeStep.waiting(kind));
        }
    }

    /**
     * Carries a step out and tells how it ended; whatever it throws, except that it was cancelled,
     * becomes its failure.
     *
     * @return how it ended
     */
    ProbeStep run(StepKind kind, Callable<Outcome> body) {
        begin(kind);
        Outcome outcome;
        try {
            outcome = body.call();
        } catch (CancellationException e) {
            throw e;
        } catch (ProblemException e) {
            outcome = Outcome.failed(Verdict.NONE, List.of(), e.problem());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("interrupted").initCause(e);
        } catch (Exception e) {
            outcome =
                    Outcome.failed(
                            Verdict.NONE,
                            List.of(),
                            Problem.without(Kind.INTERNAL, "", e.toString(), timer.instant()));
        }
        return end(kind, outcome);
    }

    /** Leaves out everything that did not begin. */
    void skipRest(StepKind culprit) {
        for (StepKind kind : StepKind.values()) {
            if (step(kind).state() == StepState.WAITING) {
                put(step(kind).skippedFor(culprit));
            }
        }
    }

    /**
     * There is no time left: what runs has failed, what waits is left out.
     *
     * @param limit how long the test was allowed to take
     */
    void tooLate(Duration limit) {
        StepKind current;
        synchronized (this) {
            current = running;
        }
        if (current != null) {
            end(
                    current,
                    Outcome.failed(
                            Verdict.NONE,
                            List.of(),
                            Problem.without(
                                    Kind.TIMEOUT,
                                    "",
                                    "the whole test may take " + limit.toSeconds() + " s",
                                    timer.instant())));
            skipRest(current);
        }
    }

    /** Every step as it is now. */
    synchronized List<ProbeStep> steps() {
        return List.copyOf(steps.values());
    }

    private synchronized ProbeStep step(StepKind kind) {
        ProbeStep step = steps.get(kind);
        return step == null ? ProbeStep.waiting(kind) : step;
    }

    private void begin(StepKind kind) {
        synchronized (this) {
            running = kind;
            began = System.nanoTime();
        }
        put(step(kind).in(StepState.RUNNING));
    }

    private ProbeStep end(StepKind kind, Outcome outcome) {
        Duration took;
        synchronized (this) {
            running = null;
            took = Duration.ofNanos(System.nanoTime() - began);
        }
        ProbeStep step =
                new ProbeStep(
                        kind,
                        outcome.state(),
                        outcome.state() == StepState.SKIPPED ? null : took,
                        outcome.verdict(),
                        outcome.facts(),
                        outcome.problem(),
                        null);
        put(step);
        return step;
    }

    private void put(ProbeStep step) {
        synchronized (this) {
            steps.put(step.kind(), step);
        }
        listener.changed(step);
    }
}
