package org.workspaceadmin.operation;

/**
 * Which drafts need a reason for the record: those that destroy something or end somebody's work
 * without asking.
 */
public final class Reasons {
    /** Longest reason, in UTF-16 code units. */
    public static final int LONGEST = 200;

    private Reasons() {}

    /** Whether a reason has to be given. */
    public static boolean needed(Draft draft) {
        return draft instanceof Draft.Rebuild
                || draft instanceof Draft.CancelService
                || (draft instanceof Draft.Power power && power.hard())
                || (draft instanceof Draft.ChangeUserName name && name.change().restart())
                || (draft instanceof Draft.ChangeUserNames names
                        && names.rows().stream().anyMatch(r -> r.change().restart()));
    }

    /** Whether a reason will do for a draft: there when it is needed, and not too long. */
    public static boolean enough(Draft draft, String reason) {
        String stripped = reason.strip();
        return stripped.length() <= LONGEST && !(stripped.isEmpty() && needed(draft));
    }
}
