package org.workspaceadmin.ui.activity;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Since when entries are wanted. */
public enum Period {
    /** Since the first one. */
    ALL(0),
    /** The last 24 hours. */
    DAY(1),
    /** The last seven days. */
    WEEK(7),
    /** The last thirty days. */
    MONTH(30),
    /** The last year. */
    YEAR(365);

    private final int days;

    Period(int days) {
        this.days = days;
    }

    /** The earliest moment, null for any. */
    @Nullable Instant since(Instant now) {
        return days == 0 ? null : now.minus(Duration.ofDays(days));
    }
}
