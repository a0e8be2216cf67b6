package org.workspaceadmin.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.journal.RequestRow;
import org.workspaceadmin.journal.TargetRow;
import org.workspaceadmin.model.Field;
import org.workspaceadmin.model.Job;
import org.workspaceadmin.model.JobState;
import org.workspaceadmin.model.Outcome;
import org.workspaceadmin.model.ServiceDetails;
import org.workspaceadmin.model.ServiceStatus;
import org.workspaceadmin.model.WriteKind;

/**
 * Settles what was asked of the service itself. v2 by the service's own state rather than by its
 * job, because SUBSCRIBED with a failed AD configuration is not working (api/workspace.md sections
 * 3 and 4); v1.0, which has no such call, by its job alone. An application without an answer is
 * ours when the service, closed when it was sent, is opening now.
 */
final class ServiceWatch extends Watch {
    private static final Set<String> AD_FAILED = Set.of("1", "2");

    private final boolean taken;

    ServiceWatch(
            LiveOperation operation,
            RequestRow request,
            Instant since,
            Instant due,
            PollSettings settings,
            boolean taken) {
        super(operation, request, since, taken ? settings.stopAfter() : settings.search(), due);
        this.taken = taken;
    }

    /** Whether there is a way to find out. */
    static boolean canLook(RequestRow row, boolean taken) {
        return switch (row.request().kind()) {
            // v1.0 has no call that tells the state, so without a job nobody can.
            case APPLY_V1 -> taken && !row.jobId().isEmpty();
            case APPLY_V2, CANCEL_SERVICE, UNLOCK_SERVICE -> true;
            // A new administrator cannot be read back.
            case UPDATE_SERVICE -> true;
            default -> false;
        };
    }

    @Override
    boolean look(Asking asking) {
        List<TargetRow> open = open();
        if (open.isEmpty()) {
            return true;
        }
        TargetRow target = open.getFirst();
        TargetRow now =
                switch (request().request().kind()) {
                    case APPLY_V1 -> job(target, asking.jobV1(request().jobId()), asking.now());
                    case APPLY_V2 -> opened(target, asking.service(), asking);
                    case CANCEL_SERVICE -> closed(target, asking.service(), asking.now());
                    case UNLOCK_SERVICE ->
                            asking.lock().locked()
                                    ? progress(target, null)
                                    : done(target, asking.now());
                    default -> changed(target, asking);
                };
        update(List.of(now));
        return open().isEmpty();
    }

    private TargetRow job(TargetRow target, Job job, Instant now) {
        Instant end = job.end() == null ? now : job.end();
        if (job.state() == JobState.SUCCEEDED) {
            return Targets.settled(target, Outcome.SUCCEEDED, "", "", end);
        }
        if (job.state() == JobState.FAILED) {
            return JobReading.failedWith(target, job, now);
        }
        return progress(target, null);
    }

    private TargetRow opened(TargetRow target, ServiceDetails service, Asking asking) {
        Instant now = asking.now();
        if (service.status().is(ServiceStatus.SUBSCRIBED) && believed(service, asking)) {
            return AD_FAILED.contains(service.configStatus())
                    ? Targets.settled(
                            target, Outcome.FAILED, Codes.SERVICE_AD, service.failReason(), now)
                    : done(target, now);
        }
        if (service.status().is(ServiceStatus.SUBSCRIPTION_FAILED) && believed(service, asking)) {
            return Targets.settled(
                    target,
                    Outcome.FAILED,
                    service.failCode().isEmpty() ? Codes.SERVICE_FAILED : service.failCode(),
                    service.failReason(),
                    now);
        }
        boolean opening =
                service.status().is(ServiceStatus.PREPARING)
                        || service.status().is(ServiceStatus.SUBSCRIBING);
        return opening || taken ? progress(target, opening ? service.progress() : null) : target;
    }

    /**
     * Whether an end is that of this application and not of an earlier one: by its job where both
     * name one, else once the service had time to begin.
     */
    private boolean believed(ServiceDetails service, Asking asking) {
        String job = request().jobId();
        if (!job.isEmpty() && !service.jobId().isEmpty()) {
            return job.equals(service.jobId());
        }
        return target(Outcome.RUNNING)
                || age(asking.now()).compareTo(asking.settings().invisible()) > 0;
    }

    private boolean target(Outcome outcome) {
        return open().stream().anyMatch(t -> t.state().outcome() == outcome);
    }

    private TargetRow closed(TargetRow target, ServiceDetails service, Instant now) {
        if (service.status().is(ServiceStatus.CLOSED)
                || service.status().is(ServiceStatus.RECYCLED)) {
            return done(target, now);
        }
        if (service.status().is(ServiceStatus.DEREGISTRATION_FAILED)
                || service.status().is(ServiceStatus.RECYCLE_FAILED)) {
            return Targets.settled(
                    target,
                    Outcome.FAILED,
                    service.failCode().isEmpty() ? Codes.SERVICE_FAILED : service.failCode(),
                    service.failReason(),
                    now);
        }
        boolean closing = service.status().is(ServiceStatus.DEREGISTERING);
        return closing || taken ? progress(target, closing ? service.progress() : null) : target;
    }

    private TargetRow changed(TargetRow target, Asking asking) {
        if (taken && !request().jobId().isEmpty()) {
            Job job = asking.job(request().jobId());
            if (!job.state().ended()) {
                return progress(target, null);
            }
            if (job.state() == JobState.FAILED) {
                return JobReading.failedWith(target, job, asking.now());
            }
        }
        ServiceDetails service = asking.service();
        boolean administrator = value("change").startsWith("ad_");
        if (administrator && AD_FAILED.contains(service.configStatus())) {
            return taken
                    ? Targets.settled(
                            target,
                            Outcome.FAILED,
                            Codes.SERVICE_AD,
                            service.failReason(),
                            asking.now())
                    : target;
        }
        Boolean shows = shows(service);
        if (shows == null ? taken : shows) {
            return done(target, asking.now());
        }
        return taken ? progress(target, null) : target;
    }

    /** Whether the service has the new value; null where it does not tell. */
    private @Nullable Boolean shows(ServiceDetails service) {
        return switch (value("change")) {
            case "access_mode" -> value("access_mode").equals(service.accessMode());
            case "subnet_ids" ->
                    Set.of(value("subnet_ids").split(", ")).equals(Set.copyOf(service.subnetIds()));
            case "internet_access_port" ->
                    value("internet_access_port").equals(service.internetPort());
            case "enterprise_id" -> value("enterprise_id").equals(service.enterpriseId());
            default -> null;
        };
    }

    private String value(String path) {
        return Parameters.value(parameters(), path);
    }

    private List<Field> parameters() {
        return operation().row().parameters();
    }

    private TargetRow progress(TargetRow target, @Nullable Integer percent) {
        return Targets.running(target, percent, since());
    }

    private static TargetRow done(TargetRow target, Instant now) {
        return Targets.settled(target, Outcome.SUCCEEDED, "", "", now);
    }

    /** How long between looks while the service opens: the vendor's provider asks every 15 s. */
    static Duration first(WriteKind kind, PollSettings settings) {
        return kind == WriteKind.APPLY_V2 ? settings.first().multipliedBy(2) : settings.first();
    }

    @Override
    boolean searching() {
        return !taken;
    }

    @Override
    void giveUp() {
        update(
                open().stream()
                        .map(t ->
                                taken
                                        ? Targets.remarked(t, Codes.POLLING_STOPPED)
                                        : Targets.settled(
                                                t,
                                                Outcome.UNKNOWN,
                                                Codes.NOT_FOUND,
                                                t.state().message(),
                                                null))
                        .toList());
    }
}
