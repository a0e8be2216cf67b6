package org.workspaceadmin.report;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Problem;

/**
 * What a report should be like.
 *
 * @param withoutNames whether names of users and desktops are replaced by numbers
 * @param about the problem it is sent for, null for none in particular
 * @param at when it is made
 * @param zone the reader's zone, for the texts; JSON has UTC
 */
public record ReportChoice(
        boolean withoutNames, @Nullable Problem about, Instant at, ZoneId zone) {}
