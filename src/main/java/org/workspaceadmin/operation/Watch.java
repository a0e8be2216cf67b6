package org.workspaceadmin.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.workspaceadmin.journal.RequestRow;
import org.workspaceadmin.journal.TargetRow;

/**
 * One request whose outcome is being watched, and when to look next. Used by one thread at a time:
 * the follower's round.
 */
abstract sealed class Watch
        permits JobWatch,
                PowerWatch,
                ReadingWatch,
                UserNameWatch,
                SidsWatch,
                SearchWatch,
                ServiceWatch {
    private static final int FEWEST = 2;

    private final LiveOperation operation;
    private final int request;
    private final Instant since;
    private final Duration longest;
    private Instant due;
    private Duration slowed = Duration.ZERO;
    private Duration skipped = Duration.ZERO;
    private int attempts;

    /**
     * Begins watching.
     *
     * @param operation whose
     * @param request which
     * @param since when the request was taken, or searching began
     * @param longest how long to look on its own
     * @param due when to look first
     */
    Watch(
            LiveOperation operation,
            RequestRow request,
            Instant since,
            Duration longest,
            Instant due) {
        this.operation = operation;
        this.request = request.seq();
        this.since = since;
        this.longest = longest;
        this.due = due;
    }

    /**
     * Looks once.
     *
     * @return whether everything about the request is settled
     * @throws org.workspaceadmin.model.ProblemException when the service could not be read
     */
    abstract boolean look(Asking asking);

    /** Called instead of another look when the longest time is over. */
    abstract void giveUp();

    LiveOperation operation() {
        return operation;
    }

    RequestRow request() {
        return operation.request(request);
    }

    /** What is still to be settled. */
    List<TargetRow> open() {
        return operation.openTargets(request);
    }

    Instant since() {
        return since;
    }

    /** How long it is being watched, without the time in which nobody could look. */
    Duration age(Instant now) {
        return Duration.between(since, now).minus(skipped);
    }

    /**
     * Leaves time out of its age: the computer slept, was offline, or its clock was set.
     *
     * @param gap how much; negative when the clock was set back
     */
    void skip(Duration gap) {
        skipped = skipped.plus(gap);
    }

    /** Whether the next question is about what the last answer left open, and should not wait. */
    boolean more() {
        return false;
    }

    /** Whether it looks for what became of a request that got no answer. */
    abstract boolean searching();

    /**
     * Whether this was the last look on its own. However long ago the request was taken, after a
     * restart there are a few looks first: some outcomes are believed only when seen twice.
     */
    boolean tooOld(Instant now) {
        return attempts >= FEWEST && age(now).compareTo(longest) > 0;
    }

    Instant due() {
        return due;
    }

    void lookAt(Instant when) {
        due = when;
    }

    void read(Instant now, PollSettings settings) {
        attempts++;
        slowed = Duration.ZERO;
        due = more() ? now : now.plus(settings.interval(age(now)));
    }

    void readFailed(Instant now, PollSettings settings) {
        attempts++;
        slowed = settings.slower(slowed.isZero() ? settings.interval(age(now)) : slowed);
        due = now.plus(slowed);
    }

    void update(List<TargetRow> targets) {
        operation.update(List.of(), List.of(), targets);
    }
}
