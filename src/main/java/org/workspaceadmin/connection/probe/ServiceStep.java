package org.workspaceadmin.connection.probe;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.cloud.CloudConnection;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.LockStatus;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.ProblemException;
import org.workspaceadmin.model.ServiceDetails;
import org.workspaceadmin.model.ServiceStatus;

/** Where the Workspace service of the project stands (api/workspace.md sections 3 and 5). */
final class ServiceStep {
    private final CloudConnection service;
    private final Generation generation;

    ServiceStep(CloudConnection service, Generation generation) {
        this.service = service;
        this.generation = generation;
    }

    /** Reads the state; v1.0 has no call for it. */
    Outcome look() {
        if (generation == Generation.V1) {
            return Outcome.skipped(Verdict.of("v1"));
        }
        ServiceDetails details;
        try {
            details = service.service().await();
        } catch (ProblemException e) {
            return unread(e.problem());
        }
        LockStatus lock = lock();
        List<Fact> facts = facts(details, lock);
        Value status = new Value.Text(details.status().word());
        if (!details.status().is(ServiceStatus.SUBSCRIBED)) {
            return notOpen(details, status, facts);
        }
        if (!details.working()) {
            return Outcome.failed(Verdict.of("configFailed"), facts, null);
        }
        if (lock != null && lock.locked()) {
            return Outcome.warned(
                    lock.reason().isEmpty()
                            ? Verdict.of("lockedPlain")
                            : Verdict.of("locked", new Value.Text(lock.reason())),
                    facts,
                    null);
        }
        String domain = details.domain().type();
        return Outcome.passed(
                domain.isEmpty()
                        ? Verdict.of("working")
                        : Verdict.of("workingWith", new Value.Text(domain)),
                facts);
    }

    private static Outcome notOpen(ServiceDetails details, Value status, List<Fact> facts) {
        if (details.status().is(ServiceStatus.CLOSED)
                || details.status().is(ServiceStatus.RECYCLED)) {
            return Outcome.warned(Verdict.of("closed"), facts, null);
        }
        boolean failed =
                details.status().is(ServiceStatus.SUBSCRIPTION_FAILED)
                        || details.status().is(ServiceStatus.DEREGISTRATION_FAILED)
                        || details.status().is(ServiceStatus.RECYCLE_FAILED);
        return failed
                ? Outcome.failed(Verdict.of("failed", status), facts, null)
                : Outcome.warned(Verdict.of("changing", status), facts, null);
    }

    /** A missing permission to read the state alone is no reason to give up. */
    private static Outcome unread(Problem problem) {
        return switch (problem.kind()) {
            case FORBIDDEN -> Outcome.warned(Verdict.of("refused"), List.of(), problem);
            case PROJECT_UNAVAILABLE, SERVICE_DISABLED ->
                    Outcome.failed(Verdict.of("unavailable"), List.of(), problem);
            default -> Outcome.failed(Verdict.of("unread"), List.of(), problem);
        };
    }

    private @Nullable LockStatus lock() {
        try {
            return service.lockStatus().await();
        } catch (ProblemException e) {
            if (e.problem().httpStatus() == 401) {
                throw e;
            }
            return null; // told by the steps about permissions and newer calls
        }
    }

    private static List<Fact> facts(ServiceDetails details, @Nullable LockStatus lock) {
        Facts facts = new Facts();
        facts.text("state", details.status().word());
        facts.text("serviceId", details.id());
        if (details.configStatus().matches("[0-3]")) {
            facts.word("config", "", "config" + details.configStatus());
        } else {
            facts.text("config", details.configStatus());
        }
        facts.text("directory", details.domain().type());
        facts.text("domain", details.domain().name());
        if (lock != null) {
            facts.word("lock", "", lock.locked() ? "yes" : "no");
            facts.moment("lockSince", "", lock.since());
        }
        facts.text("failReason", (details.failCode() + " " + details.failReason()).strip());
        return facts.list();
    }
}
