package org.workspaceadmin.cloud;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Measures a connection as its answers come in. */
final class HealthMeter {
    private volatile @Nullable Duration latency;
    private volatile @Nullable Instant lastAnswer;
    private volatile @Nullable Duration measuredOffset;
    private volatile @Nullable TlsFacts tls;
    private volatile Duration appliedOffset = Duration.ZERO;

    /**
     * Notes an answer.
     *
     * @param nanos how long it took
     * @param now this machine's time
     * @param date the {@code Date} header, empty when not sent
     */
    void answered(long nanos, Instant now, String date) {
        latency = Duration.ofNanos(nanos);
        lastAnswer = now;
        if (date.isEmpty()) {
            return;
        }
        // The header was written about half a round trip ago.
        measuredOffset = offset(date, now.minusNanos(nanos / 2));
    }

    /**
     * How far the service's clock is from this machine's.
     *
     * @param date the {@code Date} header
     * @param now this machine's time when it was written
     * @return theirs minus ours in whole seconds, null when the header cannot be read
     */
    static @Nullable Duration offset(String date, Instant now) {
        try {
            Instant theirs =
                    ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            // The header knows no fractions.
            return Duration.between(now.truncatedTo(ChronoUnit.SECONDS), theirs);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** Notes how the last answer was protected, null for not at all. */
    void protectedBy(@Nullable TlsFacts facts) {
        tls = facts;
    }

    /** Signs with this offset from now on. */
    void apply(Duration offset) {
        appliedOffset = offset;
    }

    Duration applied() {
        return appliedOffset;
    }

    /** The service's time, as well as it is known. */
    Instant serviceTime(Instant now) {
        Duration measured = measuredOffset;
        return now.plus(measured == null ? appliedOffset : measured);
    }

    /** How much the time requests are signed with differs from the service's, null when unknown. */
    @Nullable Duration difference() {
        Duration measured = measuredOffset;
        return measured == null ? null : measured.minus(appliedOffset);
    }

    /**
     * What is known now.
     *
     * @param inFlight requests on the wire
     * @param signIn how the sign-in stands
     */
    Health read(int inFlight, Authenticator.Standing signIn) {
        return new Health(
                latency,
                lastAnswer,
                measuredOffset,
                appliedOffset,
                inFlight,
                signIn.lockedUntil(),
                signIn.until(),
                signIn.needed(),
                tls);
    }
}
