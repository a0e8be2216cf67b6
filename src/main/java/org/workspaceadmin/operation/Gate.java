package org.workspaceadmin.operation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.journal.PaceRow;
import org.workspaceadmin.journal.RequestRow;
import org.workspaceadmin.model.Pacing;
import org.workspaceadmin.model.Sending;
import org.workspaceadmin.model.Sending.Stage;

/**
 * Decides what of an operation may leave: its time, its wave, its budget, the operator's pause. A
 * plain piece of arithmetic, guarded by its operation's lock; what has to survive a restart is in
 * {@link #row}.
 *
 * <p>Waves are counted from 0. A wave is through when all its targets ended and the check after it
 * was done; only then the next one is cleared.
 */
final class Gate {
    private final Pacing pacing;
    private final int waves;
    private final int targets;
    private int cleared;
    private int forgiven;
    private int late;
    private int lateNow;
    private int failed;
    private int awaited;
    private int through = -1;
    private boolean checking;
    private boolean scheduled;
    private @Nullable Stage stop;

    /**
     * A gate as the journal has it.
     *
     * @param row the pacing and how far it got
     * @param waves how many waves, at least 1
     * @param targets how many targets
     */
    Gate(PaceRow row, int waves, int targets) {
        pacing = row.pacing();
        cleared = row.cleared();
        forgiven = row.forgiven();
        late = row.late();
        this.waves = waves;
        this.targets = targets;
    }

    Pacing pacing() {
        return pacing;
    }

    /** What the journal keeps. */
    PaceRow row() {
        return new PaceRow(pacing, cleared, forgiven, late);
    }

    /** Whether a request may leave now. */
    boolean lets(RequestRow request) {
        return stop == null && !scheduled && request.state().sendable() && cleared(request);
    }

    /** Whether a request belongs to the present wave or one before. */
    boolean cleared(RequestRow request) {
        return request.wave() <= cleared;
    }

    int present() {
        return cleared;
    }

    boolean stopped() {
        return stop != null;
    }

    boolean overBudget() {
        return stop == Stage.BUDGET_SPENT;
    }

    boolean scheduled() {
        return scheduled;
    }

    /** Waits for its time. */
    void schedule() {
        scheduled = true;
    }

    /**
     * Its time has come.
     *
     * @param missed whether nobody was there to send in time
     */
    void begin(boolean missed) {
        scheduled = false;
        if (missed) {
            stop(Stage.MISSED);
        }
    }

    /** Lets nothing leave until the operator goes on; the first reason stays. */
    void stop(Stage why) {
        if (stop == null) {
            stop = why;
        }
    }

    /** A target failed. */
    void failed() {
        failed++;
    }

    /** Stops when more failed than may; only worth asking while something is unsent. */
    boolean spent() {
        if (stop != null || !pacing.budget().exceeded(counted(), targets)) {
            return false;
        }
        stop = Stage.BUDGET_SPENT;
        return true;
    }

    /** Failures that count against the budget. */
    int counted() {
        return Math.max(0, failed + late + lateNow - forgiven);
    }

    /** Whether the present wave, all of whose targets ended, is to be checked now. */
    boolean wantsCheck() {
        return !checking && through < cleared && cleared < waves - 1;
    }

    /** The check after the present wave begins, or waits for fewer. */
    void checking(int waitsFor) {
        checking = true;
        awaited = waitsFor;
    }

    /** The check was given up half-way; it begins anew when the connection is back. */
    void unchecked() {
        checking = false;
        awaited = 0;
    }

    /**
     * The check after the present wave is done.
     *
     * @param notReady targets that were not in order in time
     */
    void checked(int notReady) {
        unchecked();
        lateNow = notReady;
        through = cleared;
        if (stop == null) {
            advance();
        }
    }

    private void advance() {
        if (through < cleared || cleared >= waves - 1 || spent()) {
            return;
        }
        if (pacing.ask() && cleared == 0) {
            stop = Stage.TRIAL_ENDED;
            return;
        }
        next();
    }

    private void next() {
        cleared++;
        late += lateNow;
        lateNow = 0;
    }

    /**
     * The operator goes on: what waits for its time begins at once, a spent budget is counted anew,
     * and a wave that is through is followed by the next.
     */
    void release() {
        Stage was = stop;
        stop = null;
        if (was == null) {
            scheduled = false;
            return;
        }
        if (was == Stage.BUDGET_SPENT) {
            forgiven = failed + late + lateNow;
        }
        boolean agreed = was == Stage.BUDGET_SPENT || was == Stage.TRIAL_ENDED;
        if (agreed && through == cleared && cleared < waves - 1) {
            next();
        } else {
            advance();
        }
    }

    /** Whether its time is still to come. */
    boolean ahead(Instant now) {
        Instant start = pacing.start();
        return start != null && start.isAfter(now);
    }

    /**
     * What the screens show.
     *
     * @param unsent targets that have not left and still may
     */
    Sending show(int unsent) {
        return new Sending(
                pacing,
                unsent == 0 ? Stage.LEFT : stage(),
                Math.min(cleared, waves - 1) + 1,
                waves,
                unsent,
                counted(),
                late + lateNow,
                checking ? awaited : 0);
    }

    private Stage stage() {
        if (stop != null) {
            return stop;
        }
        if (scheduled) {
            return Stage.SCHEDULED;
        }
        return checking ? Stage.CHECKING : Stage.LEAVING;
    }
}
