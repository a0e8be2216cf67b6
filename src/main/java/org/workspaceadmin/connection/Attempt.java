package org.workspaceadmin.connection;

import java.util.List;
import org.workspaceadmin.cloud.CloudConnection;
import org.workspaceadmin.cloud.DesktopQuery;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Problem.Kind;
import org.workspaceadmin.model.ProblemException;
import org.workspaceadmin.model.Project;
import org.workspaceadmin.model.TokenInfo;

/** One go at connecting, over one sign-in; blocks. */
final class Attempt {
    private final CloudConnection service;
    private final boolean byPassword;

    /**
     * Begins.
     *
     * @param service not asked anything yet
     * @param byPassword whether it signs in by password, so that its token names the project
     */
    Attempt(CloudConnection service, boolean byPassword) {
        this.service = service;
        this.byPassword = byPassword;
    }

    /** Everything of {@link Connector#connect}. */
    Connected connect(Connection wanted, GenerationChoice choice) {
        Connection complete = wanted;
        if (wanted.projectId().isEmpty()) {
            List<Project> found = byPassword ? List.of() : projects(wanted.region());
            List<Project> named = byPassword ? projectOfToken() : named(found, wanted.region());
            if (named.size() != 1) {
                return new Connected.ProjectOpen(byPassword ? usableProjects() : found);
            }
            complete = wanted.withProject(named.getFirst().id(), named.getFirst().name());
        }
        if (choice == GenerationChoice.DETECT) {
            return detected(complete);
        }
        Generation generation = choice.generation();
        CloudConnection aimed = service.aimedAt(complete.projectId(), generation);
        prove(aimed, generation);
        return to(complete.withGeneration(generation), aimed);
    }

    private Connected detected(Connection connection) {
        CloudConnection aimed = service.aimedAt(connection.projectId(), Generation.V2);
        return switch (GenerationCheck.detect(aimed)) {
            case Detected.V2 proven -> to(connection.withGeneration(Generation.V2), aimed);
            case Detected.V1 proven ->
                    to(
                            connection.withGeneration(Generation.V1),
                            service.aimedAt(connection.projectId(), Generation.V1));
            case Detected.Unclear unclear -> {
                if (preventsConnecting(unclear.problem())) {
                    throw new ProblemException(unclear.problem());
                }
                yield new Connected.GenerationOpen(withUserId(connection), unclear);
            }
        };
    }

    /** Reads once what every such project answers. */
    private static void prove(CloudConnection aimed, Generation generation) {
        try {
            if (generation == Generation.V1) {
                aimed.jobV1(GenerationCheck.NO_JOB).await();
            } else {
                aimed.desktops(DesktopQuery.all(), 0, 1).await();
            }
        } catch (ProblemException e) {
            Problem problem = e.problem();
            // Both are Workspace's own words to somebody it let in: there is nothing subscribed
            // here, or no such job.
            boolean letIn =
                    problem.kind() == Kind.SERVICE_DISABLED
                            || (generation == Generation.V1
                                    && GenerationCheck.isWorkspaceSpeaking(problem));
            if (!letIn) {
                throw e;
            }
        }
    }

    private Connected to(Connection connection, CloudConnection aimed) {
        return new Connected.To(withUserId(connection), aimed);
    }

    /** A later sign-in with a one-time code has to name the user by id. */
    private Connection withUserId(Connection connection) {
        if (!byPassword) {
            return connection;
        }
        String userId = service.token().await().userId();
        Identity before = connection.identity();
        return userId.isEmpty()
                ? connection
                : connection.withIdentity(
                        Identity.password(
                                before.account(), before.user(), userId, before.oneTimeCode()));
    }

    /** The sign-in asked for the project of the region's name, so the token is for that one. */
    private List<Project> projectOfToken() {
        TokenInfo token = service.token().await();
        return token.projectId().isEmpty()
                ? List.of()
                : List.of(
                        new Project(
                                token.projectId(),
                                token.projectName(),
                                token.accountId(),
                                token.accountId(),
                                true,
                                ""));
    }

    /** Those of the region's name; when there are none, those this user may use. */
    private List<Project> projects(String region) {
        List<Project> named = usable(service.projects(region).await());
        return named.isEmpty() ? usableProjects() : named;
    }

    private List<Project> usableProjects() {
        return usable(service.usableProjects().await());
    }

    private static List<Project> named(List<Project> projects, String name) {
        return projects.stream().filter(project -> project.name().equals(name)).toList();
    }

    private static List<Project> usable(List<Project> projects) {
        return projects.stream().filter(p -> p.enabled() && !p.internal()).toList();
    }

    /** Whether the connection would not work in the other generation either. */
    private static boolean preventsConnecting(Problem problem) {
        return problem.neverLeft()
                || switch (problem.kind()) {
                    case UNAUTHENTICATED,
                            CLOCK_SKEW,
                            KEY_LOCKED,
                            TIMEOUT,
                            CONNECTION_LOST,
                            PROJECT_UNAVAILABLE,
                            NETWORK_POLICY,
                            ACCOUNT_BLOCKED,
                            THROTTLED,
                            INTERNAL ->
                            true;
                    default -> false;
                };
    }
}
