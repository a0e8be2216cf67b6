package org.workspaceadmin.connection.refusal;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.cloud.CloudConnection;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.connection.Identity;
import org.workspaceadmin.connection.refusal.Explanation.Boundary;
import org.workspaceadmin.connection.refusal.Explanation.Denial;
import org.workspaceadmin.connection.refusal.Explanation.Source;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.ProblemException;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.task.Workers;

/**
 * Explains refusals over one connection: decodes the message of a 403 through STS and reads it.
 * Where that is not possible it still says what is known from the refusal's text or from the call.
 */
public final class Explainer {
    private static final int LONGEST_DECODED = 20_000;

    private final Connection connection;
    private final CloudConnection service;
    private final Workers workers;
    private final List<URI> otherSts;

    /**
     * Explains what a connection was refused.
     *
     * @param connection which
     * @param service its service
     * @param workers where it runs
     */
    public Explainer(Connection connection, CloudConnection service, Workers workers) {
        this(connection, service, workers, StsRegions.besides(connection.endpoints().sts()));
    }

    /** The same with other addresses to fall back to. */
    Explainer(Connection connection, CloudConnection service, Workers workers, List<URI> otherSts) {
        this.connection = connection;
        this.service = service;
        this.workers = workers;
        this.otherSts = List.copyOf(otherSts);
    }

    /** Whether there is a message to decode. */
    public static boolean explains(Problem problem) {
        return problem.kind() == Problem.Kind.FORBIDDEN
                && !problem.authorizationMessage().isEmpty();
    }

    /**
     * Explains a refusal.
     *
     * @param refusal a 403 with an encoded message
     * @return what could be found out. A failed decoding is part of it ({@link
     *     Explanation#undecoded}), so this fails only when it is cancelled
     */
    public Work<Explanation> explain(Problem refusal) {
        return workers.start(() -> {
            try {
                return explained(refusal, decode(refusal.authorizationMessage()), null);
            } catch (ProblemException e) {
                return explained(refusal, "", e.problem());
            }
        });
    }

    private String decode(String message) {
        try {
            return service.decodeAuthorization(message).await();
        } catch (ProblemException e) {
            if (!notOffered(e.problem())) {
                throw e;
            }
            for (URI other : otherSts) {
                try {
                    return service.decodeAuthorization(message, other).await();
                } catch (ProblemException again) {
                    if (!notOffered(again.problem())) {
                        throw again;
                    }
                }
            }
            throw e;
        }
    }

    /** Whether this STS does not exist, as opposed to an STS that says no. */
    private static boolean notOffered(Problem problem) {
        return switch (problem.kind()) {
            case NAME_RESOLUTION, CONNECTION_REFUSED, NOT_OFFERED, NOT_FOUND -> true;
            default -> false;
        };
    }

    private Explanation explained(Problem refusal, String decoded, @Nullable Problem undecoded) {
        DecodedMessage message =
                undecoded == null
                        ? DecodedMessage.read(decoded)
                        : new DecodedMessage(
                                List.of(), List.of(), "", "", Denial.NOT_SAID, Boundary.NOT_SAID);
        List<String> actions = message.actions();
        Source source = Source.DECODED;
        if (actions.isEmpty()) {
            actions = DecodedMessage.actionsIn(refusal.message() + " " + refusal.detail());
            source = Source.TEXT;
        }
        if (actions.isEmpty()) {
            actions = DocumentedActions.of(refusal.call());
            source = actions.isEmpty() ? Source.NONE : Source.CALL;
        }
        return new Explanation(
                actions,
                source,
                message.resources(),
                message.principal().isEmpty() ? user() : message.principal(),
                message.denial(),
                message.boundary(),
                message.reason(),
                where(refusal),
                decoded.length() > LONGEST_DECODED
                        ? decoded.substring(0, LONGEST_DECODED)
                        : decoded,
                undecoded);
    }

    private String user() {
        Identity identity = connection.identity();
        return identity.user().isEmpty()
                ? identity.accessKey()
                : identity.account() + " / " + identity.user();
    }

    private Explanation.Where where(Problem refusal) {
        String name = connection.projectName();
        String id = connection.projectId();
        String project = name.isEmpty() || name.equals(id) ? id : name + " (" + id + ")";
        return new Explanation.Where(
                refusal.call(), project, connection.region(), refusal.requestId(), refusal.at());
    }
}
