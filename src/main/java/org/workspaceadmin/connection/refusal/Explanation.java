package org.workspaceadmin.connection.refusal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Problem;

/**
 * Why a call was refused, as far as it could be found out. Text is rendered from it; it holds no
 * secret.
 *
 * @param actions the missing actions such as {@code workspace:desktops:rebuild}; empty when not
 *     known
 * @param source where the actions were learned
 * @param resources what they are missing on, in the service's notation; empty when not said
 * @param principal who was refused: a URN, or the user of the connection; never empty
 * @param denial what kind of refusal it is
 * @param boundary which policy decided
 * @param reason the service's own words for the reason, empty when none
 * @param where what the call went to
 * @param decoded the decoded message as received, empty when it was not decoded
 * @param undecoded why it could not be decoded, null when it was
 */
public record Explanation(
        List<String> actions,
        Source source,
        List<String> resources,
        String principal,
        Denial denial,
        Boundary boundary,
        String reason,
        Where where,
        String decoded,
        @Nullable Problem undecoded) {
    /** Copies the lists. */
    public Explanation {
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
    }

    /**
     * What the refused call went to, for a text that somebody else has to act on.
     *
     * @param call the call in words of the API
     * @param project the project's name and id, empty when there is none
     * @param region region id, empty when not known
     * @param requestId of the refused call, empty when none
     * @param at when it was refused
     */
    public record Where(String call, String project, String region, String requestId, Instant at) {}

    /** Where the name of the missing action comes from; the first that knows one is believed. */
    public enum Source {
        /** The decoded message. */
        DECODED,
        /** The text of the refusal. */
        TEXT,
        /** The action this call is documented with (api/workspace-openapi.yaml, x-iam-action). */
        CALL,
        /** Nowhere: not known. */
        NONE
    }

    /** What kind of refusal it is. */
    public enum Denial {
        /** No policy allows it; granting it helps. */
        NOT_ALLOWED,
        /** A policy forbids it by name; granting it does not help, lifting that does. */
        FORBIDDEN,
        /** Not said. */
        NOT_SAID
    }

    /** Which policy decided, since another person may be in charge of it. */
    public enum Boundary {
        /** The user's own permissions; the account's IAM administrator. */
        IDENTITY,
        /** A guard rail of the organization; the organization's administrator. */
        ORGANIZATION,
        /** A limit of the session or of the temporary keys. */
        SESSION,
        /** Not said. */
        NOT_SAID
    }

    /** Whether allowing the actions can help, so that a policy statement makes sense. */
    public boolean grantable() {
        return !actions.isEmpty()
                && denial != Denial.FORBIDDEN
                && boundary != Boundary.ORGANIZATION;
    }
}
