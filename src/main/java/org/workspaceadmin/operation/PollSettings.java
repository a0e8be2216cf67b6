package org.workspaceadmin.operation;

import java.time.Duration;

/**
 * How patiently the service is asked (api/jobs.md section 6).
 *
 * @param first how long after a request was taken it is asked about first
 * @param early interval while the request is younger than {@code earlyUntil}
 * @param earlyUntil when the early interval ends
 * @param late interval afterwards
 * @param slowest longest interval after refusals and failures, each of which doubles it
 * @param stopAfter age at which asking stops; the operation stays listed and can be asked about by
 *     hand
 * @param invisible how long a job without sub-jobs counts as not visible yet
 * @param search how long the service's records are searched for a request that got no answer
 * @param settle how long power states, user names and the like may take to show, then the outcome
 *     stays unknown
 * @param quietRestart how long after a restart was taken a desktop that never was seen restarting
 *     counts as restarted
 * @param pace least time per request, averaged over one round of asking
 * @param publish least time between two snapshots of one operation
 * @param busy how long a request that was refused with 409 waits before it may be tried again
 * @param foreign how often the records are looked through for jobs started elsewhere; zero for
 *     never
 */
public record PollSettings(
        Duration first,
        Duration early,
        Duration earlyUntil,
        Duration late,
        Duration slowest,
        Duration stopAfter,
        Duration invisible,
        Duration search,
        Duration settle,
        Duration quietRestart,
        Duration pace,
        Duration publish,
        Duration busy,
        Duration foreign) {

    /** What is recommended for the real service. */
    public static PollSettings standard() {
        return new PollSettings(
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofMinutes(1),
                Duration.ofSeconds(15),
                Duration.ofMinutes(2),
                Duration.ofMinutes(60),
                Duration.ofMinutes(2),
                Duration.ofMinutes(2),
                Duration.ofMinutes(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(1),
                Duration.ofMillis(100),
                Duration.ofSeconds(30),
                Duration.ofMinutes(1));
    }

    /**
     * The same recipe in a fraction of the time, for a service that works in a fraction of the time
     * (the embedded simulator). Snapshots keep their own pace.
     *
     * @param divisor how many times faster, at least 1
     */
    public static PollSettings faster(int divisor) {
        PollSettings s = standard();
        return new PollSettings(
                s.first.dividedBy(divisor),
                s.early.dividedBy(divisor),
                s.earlyUntil.dividedBy(divisor),
                s.late.dividedBy(divisor),
                s.slowest.dividedBy(divisor),
                s.stopAfter,
                s.invisible.dividedBy(divisor),
                s.search.dividedBy(divisor),
                s.settle.dividedBy(divisor),
                s.quietRestart.dividedBy(divisor),
                s.pace.dividedBy(divisor),
                s.publish,
                s.busy.dividedBy(divisor),
                s.foreign.dividedBy(divisor));
    }

    /**
     * The same with another rhythm of looking for jobs started elsewhere.
     *
     * @param interval zero for never
     */
    public PollSettings withForeign(Duration interval) {
        return new PollSettings(
                first,
                early,
                earlyUntil,
                late,
                slowest,
                stopAfter,
                invisible,
                search,
                settle,
                quietRestart,
                pace,
                publish,
                busy,
                interval);
    }

    /**
     * How long until the next look.
     *
     * @param age time since the request was taken
     */
    Duration interval(Duration age) {
        return age.compareTo(earlyUntil) < 0 ? early : late;
    }

    /** The interval after one more refusal or failure. */
    Duration slower(Duration current) {
        Duration doubled = current.multipliedBy(2);
        return doubled.compareTo(slowest) > 0 ? slowest : doubled;
    }
}
