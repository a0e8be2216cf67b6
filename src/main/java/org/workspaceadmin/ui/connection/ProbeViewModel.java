package org.workspaceadmin.ui.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.connection.probe.ProbeReport;
import org.workspaceadmin.connection.probe.ProbeStep;
import org.workspaceadmin.connection.probe.StepKind;
import org.workspaceadmin.connection.probe.StepState;
import org.workspaceadmin.connection.probe.Verdict;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.task.UiExecutor;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.ui.common.Now;
import org.workspaceadmin.ui.common.ProblemText;

/**
 * The connection test on screen: its steps as they are now, which of them is looked at closely, and
 * whether a test may be started. UI thread only.
 */
public final class ProbeViewModel {
    private final ProbePort port;
    private final UiExecutor ui;
    private final Now now;
    private final Map<StepKind, ReadOnlyObjectWrapper<ProbeStep>> steps =
            new EnumMap<>(StepKind.class);
    private final ObjectProperty<StepKind> chosen = new SimpleObjectProperty<>(StepKind.NAMES);
    private final ReadOnlyBooleanWrapper begun = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper outdated = new ReadOnlyBooleanWrapper();
    private final BooleanProperty ready = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<@Nullable ProbeReport> report =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Instant> lockedUntil =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Duration> correction =
            new ReadOnlyObjectWrapper<>();
    private final BooleanBinding startable;
    private Duration clockOffset = Duration.ZERO;
    private boolean chosenByHand;
    private @Nullable Work<ProbeReport> work;
    private int run;

    /**
     * A test that was not begun.
     *
     * @param port the way to the test
     * @param now the present moment, for the countdown of a locked key
     * @param ui where its news arrive
     */
    public ProbeViewModel(ProbePort port, Now now, UiExecutor ui) {
        this.port = port;
        this.now = now;
        this.ui = ui;
        for (StepKind kind : StepKind.values()) {
            steps.put(kind, new ReadOnlyObjectWrapper<>(ProbeStep.waiting(kind)));
        }
        startable =
                Bindings.createBooleanBinding(
                        () -> ready.get() && !running.get() && lockLeft() == null,
                        ready,
                        running,
                        lockedUntil,
                        now.property());
    }

    /** Every step, in order. */
    public List<StepKind> kinds() {
        return Arrays.asList(StepKind.values());
    }

    /**
     * A step as it is now.
     *
     * @param kind which
     */
    public ReadOnlyObjectProperty<ProbeStep> stepProperty(StepKind kind) {
        return wrapper(kind).getReadOnlyProperty();
    }

    /** The step that is looked at closely. */
    public ReadOnlyObjectProperty<StepKind> chosenProperty() {
        return chosen;
    }

    /** Whether a test was ever started. */
    public ReadOnlyBooleanProperty begunProperty() {
        return begun.getReadOnlyProperty();
    }

    /** Whether a test runs. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Whether what was tested has changed since. */
    public ReadOnlyBooleanProperty outdatedProperty() {
        return outdated.getReadOnlyProperty();
    }

    /** Set by the place around: whether there is something complete to test. */
    public BooleanProperty readyProperty() {
        return ready;
    }

    /** What the last test found, null while it runs, when it was stopped, and before the first. */
    public ReadOnlyObjectProperty<@Nullable ProbeReport> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** Why the test itself broke off, null unless it did. */
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Until when the service refuses the key, null when it does not; may have passed meanwhile. */
    public ReadOnlyObjectProperty<@Nullable Instant> lockedUntilProperty() {
        return lockedUntil.getReadOnlyProperty();
    }

    /** By how much this machine's time could be corrected, null when that is no help. */
    public ReadOnlyObjectProperty<@Nullable Duration> correctionProperty() {
        return correction.getReadOnlyProperty();
    }

    /** Whether a test may be started: something is ready, nothing runs, no key is locked. */
    public BooleanBinding startableProperty() {
        return startable;
    }

    /** How long the key stays locked, null when it is not. */
    public @Nullable Duration lockLeft() {
        Instant end = lockedUntil.get();
        if (end == null) {
            return null;
        }
        // reading the property, not the clock, is what makes its next step be heard
        Duration left = Duration.between(now.property().get(), end);
        return left.isPositive() ? left : null;
    }

    /**
     * Looks at a step closely, whatever happens to the others.
     *
     * @param kind which
     */
    public void choose(StepKind kind) {
        chosenByHand = true;
        chosen.set(kind);
    }

    /** Starts a test, if one may be started. */
    public void start() {
        if (!startable.get()) {
            return;
        }
        int mine = ++run;
        steps.forEach((kind, step) -> step.set(ProbeStep.waiting(kind)));
        report.set(null);
        problem.set(null);
        lockedUntil.set(null);
        correction.set(null);
        outdated.set(false);
        chosenByHand = false;
        chosen.set(StepKind.NAMES);
        begun.set(true);
        running.set(true);
        work =
                port.start(clockOffset, step -> ui.execute(() -> changed(mine, step)))
                        .then(ui, found -> ended(mine, found), failure -> broke(mine, failure));
    }

    /** Ends the test that runs, and its exchanges. */
    public void stop() {
        Work<ProbeReport> current = work;
        if (current == null) {
            return;
        }
        run++;
        current.cancel();
        stopSteps();
        work = null;
        running.set(false);
    }

    /** What is tested was changed: what is shown is about something else. */
    public void retyped() {
        clockOffset = Duration.ZERO;
        lockedUntil.set(null);
        if (begun.get() && !running.get()) {
            outdated.set(true);
        }
    }

    /** Agrees to sign by the service's clock, and tests again. */
    public void correctClock() {
        Duration offset = correction.get();
        if (offset != null && startable.get()) {
            clockOffset = offset;
            port.correctClock(offset);
            start();
        }
    }

    private void changed(int of, ProbeStep step) {
        if (of != run) {
            return;
        }
        wrapper(step.kind()).set(step);
        if (!chosenByHand && step.state() == StepState.RUNNING) {
            chosen.set(step.kind());
        }
    }

    private void ended(int of, ProbeReport found) {
        if (of != run) {
            return;
        }
        found.steps().forEach(step -> wrapper(step.kind()).set(step));
        work = null;
        report.set(found);
        lockedUntil.set(found.lockedUntil());
        if (found.step(StepKind.CLOCK).state() == StepState.FAILED) {
            correction.set(found.clockOffset());
        }
        running.set(false);
        if (!chosenByHand) {
            chosen.set(worst(found));
        }
    }

    private void broke(int of, Throwable failure) {
        if (of != run) {
            return;
        }
        work = null;
        stopSteps();
        problem.set(ProblemText.problemOf(failure));
        running.set(false);
    }

    /** The first that failed, else the first with a warning, else the last. */
    private static StepKind worst(ProbeReport found) {
        return found.steps().stream()
                .filter(step -> step.state() == found.outcome())
                .filter(step -> found.outcome() != StepState.PASSED)
                .map(ProbeStep::kind)
                .findFirst()
                .orElse(StepKind.SIGN_IN);
    }

    private void stopSteps() {
        steps.forEach((kind, step) -> {
            if (!step.get().state().ended()) {
                step.set(
                        new ProbeStep(
                                kind,
                                StepState.STOPPED,
                                null,
                                Verdict.NONE,
                                List.of(),
                                null,
                                null));
            }
        });
    }

    private ReadOnlyObjectWrapper<ProbeStep> wrapper(StepKind kind) {
        ReadOnlyObjectWrapper<ProbeStep> step = steps.get(kind);
        if (step == null) {
            throw new IllegalArgumentException(kind.name());
        }
        return step;
    }
}
