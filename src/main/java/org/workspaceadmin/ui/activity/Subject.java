package org.workspaceadmin.ui.activity;

import java.util.EnumSet;
import java.util.Set;
import org.workspaceadmin.journal.ActivityKind;

/** Kinds of entries an operator looks for together. */
public enum Subject {
    /** Everything. */
    ALL(EnumSet.noneOf(ActivityKind.class)),
    /** What was written down to be sent. */
    REQUESTS(EnumSet.of(ActivityKind.INTENDED)),
    /** What left. */
    SENT(EnumSet.of(ActivityKind.SENT, ActivityKind.SENT_AGAIN)),
    /** What the service took. */
    ACCEPTED(EnumSet.of(ActivityKind.ACCEPTED, ActivityKind.ADOPTED)),
    /** What did not go as it should. */
    TROUBLE(
            EnumSet.of(
                    ActivityKind.REFUSED,
                    ActivityKind.UNANSWERED,
                    ActivityKind.NOT_SENT,
                    ActivityKind.STOPPED)),
    /** What an operator decided about requests under way. */
    DECISIONS(
            EnumSet.of(
                    ActivityKind.SETTLED,
                    ActivityKind.DROPPED,
                    ActivityKind.RESUMED,
                    ActivityKind.PAUSED,
                    ActivityKind.STOPPED,
                    ActivityKind.SENT_AGAIN)),
    /** How operations ended. */
    ENDED(EnumSet.of(ActivityKind.ENDED)),
    /** Protected connections. */
    LOCKS(EnumSet.of(ActivityKind.UNLOCKED, ActivityKind.LOCKED)),
    /** The ledger itself. */
    LEDGER(EnumSet.of(ActivityKind.BEGUN, ActivityKind.RESTORED));

    @SuppressWarnings("ImmutableEnumChecker") // copied, and copies of sets do not change
    private final Set<ActivityKind> kinds;

    Subject(Set<ActivityKind> kinds) {
        this.kinds = Set.copyOf(kinds);
    }

    /** The kinds, none for any. */
    Set<ActivityKind> kinds() {
        return kinds;
    }
}
