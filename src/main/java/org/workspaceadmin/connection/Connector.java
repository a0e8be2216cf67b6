package org.workspaceadmin.connection;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.workspaceadmin.cloud.Cloud;
import org.workspaceadmin.cloud.CloudConnection;
import org.workspaceadmin.cloud.CloudSettings;
import org.workspaceadmin.cloud.Credentials;
import org.workspaceadmin.cloud.DesktopQuery;
import org.workspaceadmin.model.Project;
import org.workspaceadmin.model.Secret;
import org.workspaceadmin.redact.Redactor;
import org.workspaceadmin.task.Timer;
import org.workspaceadmin.task.Work;
import org.workspaceadmin.task.Workers;

/** Turns a connection and a sign-in into a service that has answered once. */
public final class Connector {
    private final Workers workers;
    private final BiFunction<CloudSettings, Credentials, CloudConnection> cloud;

    private Connector(
            Workers workers, BiFunction<CloudSettings, Credentials, CloudConnection> cloud) {
        this.workers = workers;
        this.cloud = cloud;
    }

    /**
     * Connects over HTTP.
     *
     * @param workers where calls run
     * @param timer the time requests are signed with
     * @param redactor hears every secret before it is used
     */
    public static Connector of(Workers workers, Timer timer, Redactor redactor) {
        return new Connector(
                workers,
                (settings, credentials) ->
                        Cloud.connect(settings, credentials, workers, timer, redactor));
    }

    /**
     * Connects: finds the project by the region's name where none is given, then reads one desktop
     * to see that the sign-in, the project and the address go together. A refused sign-in is not
     * tried again (api/README.md fact 12).
     *
     * @param connection where to; checked by {@link ConnectionDraft#check()} before
     * @param signIn how; copied, so the caller may close it at once
     * @return the service or the projects to choose from; fails with {@link
     *     org.workspaceadmin.model.ProblemException}
     */
    public Work<Connected> connect(Connection connection, SignIn signIn) {
        Credentials credentials = credentials(signIn);
        return workers.start(() -> {
            Connection complete = connection;
            if (connection.projectId().isEmpty()) {
                List<Project> found = projects(connection, credentials);
                List<Project> named =
                        found.stream().filter(p -> p.name().equals(connection.region())).toList();
                if (named.size() != 1) {
                    return new Connected.ProjectOpen(found);
                }
                Project project = named.getFirst();
                complete = connection.withProject(project.id(), project.name());
            }
            return new Connected.To(complete, proven(complete, credentials));
        });
    }

    /** Those of the region's name; when there are none, those this user may use. */
    private List<Project> projects(Connection connection, Credentials credentials) {
        try (CloudConnection service = cloud.apply(settings(connection), credentials)) {
            List<Project> named = usable(service.projects(connection.region()).await());
            return named.isEmpty() ? usable(service.usableProjects().await()) : named;
        }
    }

    private CloudConnection proven(Connection connection, Credentials credentials) {
        CloudConnection service = cloud.apply(settings(connection), credentials);
        boolean answered = false;
        try {
            service.desktops(DesktopQuery.all(), 0, 1).await();
            answered = true;
            return service;
        } finally {
            if (!answered) {
                service.close();
            }
        }
    }

    private static List<Project> usable(List<Project> projects) {
        return projects.stream().filter(p -> p.enabled() && !p.internal()).toList();
    }

    private static CloudSettings settings(Connection connection) {
        Endpoints to = connection.endpoints();
        return new CloudSettings(
                to.workspace(),
                to.iam(),
                to.vpc(),
                to.ims(),
                to.sts(),
                to.eps(),
                connection.projectId(),
                connection.region(),
                connection.generation());
    }

    private static Credentials credentials(SignIn signIn) {
        return switch (signIn) {
            case SignIn.AccessKey key ->
                    new Credentials.AccessKey(key.accessKey(), copy(key.secretKey()));
            case SignIn.TemporaryKey key ->
                    new Credentials.TemporaryKey(
                            key.accessKey(),
                            copy(key.secretKey()),
                            copy(key.token()),
                            key.expires());
            case SignIn.Password user ->
                    new Credentials.Password(
                            user.account(),
                            user.user(),
                            copy(user.password()),
                            user.userId(),
                            copy(user.passcode()));
        };
    }

    private static Secret copy(Secret secret) {
        char[] characters = secret.reveal();
        Secret copy = Secret.of(characters);
        Arrays.fill(characters, '\0');
        return copy;
    }
}
