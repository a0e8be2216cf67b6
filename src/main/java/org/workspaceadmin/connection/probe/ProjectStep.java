package org.workspaceadmin.connection.probe;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.cloud.CloudConnection;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.model.ProblemException;
import org.workspaceadmin.model.Project;
import org.workspaceadmin.model.TokenInfo;

/**
 * Which project it is: the one given, the one the token is for, or the only one with the region's
 * name (api/iam-and-signing.md section 2).
 */
final class ProjectStep {
    private final Connection connection;
    private final CloudConnection service;
    private List<Project> candidates = List.of();
    private @Nullable Project project;

    ProjectStep(Connection connection, CloudConnection service) {
        this.connection = connection;
        this.service = service;
    }

    /** Those to choose from when the project is open. */
    List<Project> candidates() {
        return candidates;
    }

    /** The project; null while none was found. */
    @Nullable Project project() {
        return project;
    }

    /** The project's id as far as it is known, empty when it is not. */
    String projectId() {
        Project found = project;
        return found == null ? connection.projectId() : found.id();
    }

    /**
     * Finds or confirms it.
     *
     * @param token what the token says, null for keys
     * @param usable the projects this user may use, when they were already read; else null
     */
    Outcome look(@Nullable TokenInfo token, @Nullable List<Project> usable) {
        if (!connection.projectId().isEmpty()) {
            return confirm(connection.projectId(), usable);
        }
        if (token != null && !token.projectId().isEmpty()) {
            project = new Project(token.projectId(), token.projectName(), "", "", true, "");
            return found(project);
        }
        return find(usable);
    }

    private Outcome confirm(String id, @Nullable List<Project> known) {
        List<Project> usable;
        try {
            usable = known == null ? service.usableProjects().await() : known;
        } catch (ProblemException e) {
            if (e.problem().httpStatus() == 401) {
                throw e;
            }
            return Outcome.warned(Verdict.of("unknown"), facts(id, null), e.problem());
        }
        Project listed = usable.stream().filter(p -> p.id().equals(id)).findFirst().orElse(null);
        if (listed == null) {
            return Outcome.warned(Verdict.of("unlisted"), facts(id, null), null);
        }
        project = listed;
        Value name = new Value.Text(listed.name().isEmpty() ? id : listed.name());
        return listed.enabled()
                ? Outcome.passed(new Verdict("given", List.of(name)), facts(id, listed))
                : Outcome.failed(new Verdict("disabled", List.of(name)), facts(id, listed), null);
    }

    private Outcome find(@Nullable List<Project> known) {
        List<Project> all = known == null ? service.usableProjects().await() : known;
        List<Project> named =
                all.stream().filter(p -> p.name().equals(connection.region())).toList();
        if (named.isEmpty() && !connection.region().isEmpty()) {
            named = service.projects(connection.region()).await();
        }
        List<Project> enabled = named.stream().filter(Project::enabled).toList();
        if (enabled.size() == 1) {
            project = enabled.getFirst();
            return found(enabled.getFirst());
        }
        if (named.size() == 1) {
            Project only = named.getFirst();
            return Outcome.failed(
                    Verdict.of("disabled", new Value.Text(only.name())),
                    facts(only.id(), only),
                    null);
        }
        candidates =
                (enabled.isEmpty() ? all : enabled)
                        .stream().filter(p -> p.enabled() && !p.internal()).toList();
        if (candidates.isEmpty()) {
            return Outcome.failed(Verdict.of("none"), List.of(), null);
        }
        Facts facts = new Facts();
        candidates.forEach(p -> facts.text("project", p.name(), p.id()));
        return Outcome.failed(
                Verdict.of("several", new Value.Count(candidates.size())), facts.list(), null);
    }

    private static Outcome found(Project project) {
        return Outcome.passed(
                Verdict.of("found", new Value.Text(project.name())), facts(project.id(), project));
    }

    private static List<Fact> facts(String id, @Nullable Project project) {
        Facts facts = new Facts();
        if (project != null) {
            facts.text("project", project.name());
        }
        facts.text("projectId", id);
        if (project != null) {
            facts.word("enabled", "", project.enabled() ? "yes" : "no");
        }
        return facts.list();
    }
}
