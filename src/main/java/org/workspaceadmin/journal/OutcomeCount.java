package org.workspaceadmin.journal;

import java.time.Instant;
import org.workspaceadmin.model.Outcome;

/**
 * How many targets of one operation came to one outcome.
 *
 * @param created when the operation was confirmed
 * @param outcome which
 * @param targets how many, at least 1
 */
public record OutcomeCount(Instant created, Outcome outcome, int targets) {}
