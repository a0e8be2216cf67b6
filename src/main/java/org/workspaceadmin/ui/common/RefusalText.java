package org.workspaceadmin.ui.common;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.workspaceadmin.connection.refusal.Explanation;
import org.workspaceadmin.connection.refusal.Explanation.Boundary;
import org.workspaceadmin.connection.refusal.Explanation.Denial;
import org.workspaceadmin.connection.refusal.PolicyStatement;
import org.workspaceadmin.i18n.Messages;

/**
 * An explanation in words.
 *
 * @param what who lacks which permission on what
 * @param why which policy decided, and what would help
 * @param remark how sure the name of the permission is; empty when the service itself named it
 */
record RefusalText(String what, String why, String remark) {
    private static final String AREA = "problem.explain.";

    /** Renders an explanation. */
    static RefusalText of(Messages messages, Explanation found) {
        return new RefusalText(
                what(messages, found), why(messages, found), remark(messages, found));
    }

    private static String what(Messages messages, Explanation found) {
        String who = shortly(found.principal());
        if (found.actions().isEmpty()) {
            return messages.text(AREA + "what.unknown", who);
        }
        String actions = String.join(", ", found.actions());
        return found.resources().isEmpty()
                ? messages.text(AREA + "what", who, actions)
                : messages.text(
                        AREA + "what.on", who, actions, String.join(", ", found.resources()));
    }

    /** The name at the end of a URN such as {@code iam::account:user:name}. */
    private static String shortly(String principal) {
        int user = principal.lastIndexOf(":user:");
        return user < 0 ? principal : principal.substring(user + ":user:".length());
    }

    private static String why(Messages messages, Explanation found) {
        if (found.undecoded() != null) {
            return "";
        }
        if (found.boundary() == Boundary.ORGANIZATION) {
            return messages.text(AREA + "why.organization");
        }
        if (found.denial() == Denial.FORBIDDEN) {
            return messages.text(AREA + "why.forbidden");
        }
        if (found.boundary() == Boundary.SESSION) {
            return messages.text(AREA + "why.session");
        }
        return found.denial() == Denial.NOT_ALLOWED
                ? messages.text(AREA + "why.notAllowed")
                : messages.text(AREA + "why.unknown");
    }

    private static String remark(Messages messages, Explanation found) {
        return switch (found.source()) {
            case DECODED, NONE -> "";
            case TEXT -> messages.text(AREA + "source.text");
            case CALL -> messages.text(AREA + "source.call");
        };
    }

    /** A text the IAM administrator can act on without asking back. */
    static String forAdministrator(Messages messages, Explanation found, String encoded) {
        Explanation.Where where = found.where();
        List<String> lines = new ArrayList<>();
        lines.add(messages.text(AREA + "mail.greeting"));
        lines.add("");
        lines.add(of(messages, found).what());
        String why = of(messages, found).why();
        if (!why.isEmpty()) {
            lines.add(why);
        }
        lines.add("");
        fact(lines, messages, "user", found.principal());
        fact(lines, messages, "action", String.join(", ", found.actions()));
        fact(lines, messages, "resource", String.join(", ", found.resources()));
        fact(lines, messages, "reason", found.reason());
        fact(lines, messages, "project", where.project());
        fact(lines, messages, "region", where.region());
        fact(lines, messages, "call", where.call());
        fact(lines, messages, "requestId", where.requestId());
        fact(lines, messages, "at", messages.exact(where.at(), ZoneId.systemDefault()));
        if (found.undecoded() != null) {
            lines.add("");
            lines.add(messages.text(AREA + "mail.undecoded"));
            lines.add(encoded);
        }
        if (found.grantable()) {
            lines.add("");
            lines.add(messages.text(AREA + "mail.policy"));
            lines.add(PolicyStatement.json(found));
        }
        if (!found.decoded().isEmpty()) {
            lines.add("");
            lines.add(messages.text(AREA + "mail.decoded"));
            lines.add(found.decoded());
        }
        return String.join("\n", lines) + "\n";
    }

    private static void fact(List<String> lines, Messages messages, String name, String value) {
        if (!value.isEmpty()) {
            lines.add(messages.text(AREA + "mail." + name, value));
        }
    }
}
