package org.workspaceadmin.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.simulator.http.Answer;
import org.workspaceadmin.simulator.http.Call;
import org.workspaceadmin.simulator.http.Json;
import org.workspaceadmin.simulator.http.Refusal;
import org.workspaceadmin.simulator.http.Route;
import org.workspaceadmin.simulator.job.Job;
import org.workspaceadmin.simulator.job.JobBook;
import org.workspaceadmin.simulator.job.Step;
import org.workspaceadmin.simulator.world.DesktopJson;
import org.workspaceadmin.simulator.world.Project;
import org.workspaceadmin.simulator.world.ServiceState;
import org.workspaceadmin.simulator.world.Vpc;
import org.workspaceadmin.simulator.world.World;

/**
 * The service itself: {@code api/workspace.md} sections 1 to 5. Opening takes the job time, goes
 * through PREPARING and SUBSCRIBING, and fails for a controller in 192.0.2.0/24; a password that
 * contains {@code wrong} opens the service with {@code config_status} 1.
 */
final class ServiceApi {
    private final World world;
    private final Projects projects;
    private final JobBook jobs;
    private final ApplyCheck check;

    ServiceApi(World world, Projects projects, JobBook jobs) {
        this.world = world;
        this.projects = projects;
        this.jobs = jobs;
        check = new ApplyCheck(world.networks());
    }

    List<Route> routes() {
        String base = "/v2/{project_id}/workspaces";
        return List.of(
                Route.of("POST", "/v1.0/{project_id}/workspaces", "v1", c -> apply(c, true)),
                Route.of("POST", base, "v2-apply", c -> apply(c, false)),
                Route.of("GET", base, this::show),
                Route.of("PUT", base, this::update),
                Route.of("DELETE", base, this::cancel),
                Route.of("GET", base + "/lock-status", this::lock),
                Route.of("PUT", base + "/lock-status", this::unlock),
                Route.of("POST", base + "/enterprise-ids/check", this::checkId));
    }

    private Answer apply(Call call, boolean first) {
        Project project = projects.of(call);
        ServiceState service = project.service();
        JsonNode body = call.body();
        ApplyCheck.Accepted accepted = first ? check.first(body) : check.second(body);
        if (!Set.of("CLOSED", "SUBSCRIPTION_FAILED").contains(service.status)) {
            throw Refusal.workspace(
                    400,
                    "WKS.00010010",
                    "The Workspace service is in state " + service.status + " already.");
        }
        String enterprise = Call.may(body, "enterprise_id", 32);
        if (enterprise != null && taken(enterprise, service)) {
            throw Refusal.workspace(
                    400, "WKS.00010011", "The enterprise ID " + enterprise + " is in use.");
        }
        Step.Failure failure =
                accepted.unreachable()
                        ? new Step.Failure(
                                "WKS.00010013",
                                "The domain controller cannot be reached from the service subnet.")
                        : null;
        Job job = jobs.acceptWhole(project, "applyWorkspace", world.part(1), failure);
        service.status = "PREPARING";
        service.progress = 0;
        service.jobId = job.id();
        service.failCode = 0;
        service.failReason = null;
        service.domain = accepted.domain();
        service.vpcId = accepted.vpcId();
        service.subnets = accepted.subnets();
        service.accessMode = accepted.accessMode();
        service.dedicatedSubnets = Call.may(body, "dedicated_subnets", 100);
        service.enterpriseId =
                enterprise == null
                        ? "ent" + world.dice().below("enterprise", 7, 1_000_000)
                        : enterprise;
        service.configStatus = "3";
        for (int i = 1; i < 10; i++) {
            int progress = i * 10;
            world.timeline()
                    .after(
                            world.part(0.095 * i),
                            () -> {
                                service.status = progress < 30 ? "PREPARING" : "SUBSCRIBING";
                                service.progress = progress;
                            });
        }
        world.timeline()
                .after(
                        world.part(0.95),
                        () -> {
                            service.progress = 100;
                            if (failure == null) {
                                service.status = "SUBSCRIBED";
                                service.configStatus = accepted.wrongPassword() ? "1" : "0";
                            } else {
                                service.status = "SUBSCRIPTION_FAILED";
                                service.failCode = 10_013;
                                service.failReason = failure.reason();
                            }
                        });
        return Answer.job(200, job.id());
    }

    private boolean taken(String enterprise, ServiceState mine) {
        return world.projects().stream()
                .map(Project::service)
                .anyMatch(s -> !s.equals(mine) && s.enterpriseId.equalsIgnoreCase(enterprise));
    }

    private Answer show(Call call) {
        Project project = projects.of(call);
        ServiceState service = project.service();
        ObjectNode body = Json.object();
        if (service.status.equals("CLOSED")) {
            return Answer.json(
                    200, body.put("status", "CLOSED").put("progress", "0%").put("closable", false));
        }
        body.put("id", service.id)
                .put("status", service.status)
                .put("progress", service.progress + "%")
                .put("closable", service.open() && project.fleet().all().isEmpty())
                .put("config_status", service.configStatus);
        optional(body, "job_id", service.jobId);
        if (service.failCode != 0) {
            body.put("fail_code", service.failCode);
            optional(body, "fail_reason", service.failReason);
        }
        if (service.domain != null) {
            body.set("ad_domains", service.domain);
        }
        optional(body, "vpc_id", service.vpcId);
        if (service.vpcId != null) {
            world.networks()
                    .vpc(service.vpcId)
                    .map(Vpc::name)
                    .ifPresent(n -> body.put("vpc_name", n));
        }
        ArrayNode subnets = body.putArray("subnet_ids");
        service.subnets.forEach(s -> subnets.addObject().put("subnet_id", s));
        network(body, service);
        body.putObject("infrastructure_security_group")
                .put("id", world.dice().uuid("group/" + service.id, 0))
                .put("name", "WorkspaceManagerSecurityGroup");
        body.putObject("desktop_security_group")
                .put("id", world.dice().uuid("group/" + service.id, 1))
                .put("name", "WorkspaceUserSecurityGroup");
        body.put("enterprise_id", service.enterpriseId)
                .put("enterprise_project_id", "0")
                .put("is_send_email", service.sendEmail)
                .put("authorized_collect_log", service.collectLog)
                .put("authorized_hda_upgrade", service.upgradeAgent);
        return Answer.json(200, body);
    }

    private static void network(ObjectNode body, ServiceState service) {
        String mode = service.accessMode;
        optional(body, "access_mode", mode);
        body.put("access_status", service.open() ? "openSuccess" : "init");
        body.put("management_subnet_cidr", "192.168.251.0/24");
        if (service.open() && !"DEDICATED".equals(mode)) {
            body.put("internet_access_address", "203.0.113.40")
                    .put("internet_access_port", service.internetPort);
        }
        if (service.open() && !"INTERNET".equals(mode)) {
            body.put("dedicated_access_address", "10.20.0.4");
            optional(body, "dedicated_subnets", service.dedicatedSubnets);
        }
    }

    private static void optional(ObjectNode body, String name, @Nullable String value) {
        if (value != null) {
            body.put(name, value);
        }
    }

    private Answer update(Call call) {
        Project project = projects.open(call);
        ServiceState service = project.service();
        JsonNode body = call.body();
        if (body.isEmpty()) {
            throw Refusal.badRequest("nothing to update");
        }
        ObjectNode answer = Json.object();
        if (body.has("subnet_ids")) {
            service.subnets =
                    check.subnets(
                            Call.list(body, "subnet_ids", 100), String.valueOf(service.vpcId));
            return Answer.json(200, answer);
        }
        if (body.has("enterprise_id")) {
            String wanted = Call.must(body, "enterprise_id", 32);
            if (taken(wanted, service)) {
                throw Refusal.workspace(
                        400, "WKS.00010011", "The enterprise ID " + wanted + " is in use.");
            }
            service.enterpriseId = wanted;
            return Answer.json(200, answer.put("enterprise_id", wanted));
        }
        if (body.has("ad_domains")) {
            ApplyCheck.Accepted accepted = check.domain(body.path("ad_domains"));
            service.domain = accepted.domain();
            service.configStatus = accepted.unreachable() || accepted.wrongPassword() ? "1" : "0";
        }
        JsonNode info = body.path("ad_info");
        if (info.isObject()) {
            String account = Call.must(info, "domain_admin_account", 55);
            service.configStatus =
                    ApplyCheck.wrong(Call.must(info, "domain_password", 255)) ? "1" : "0";
            if (service.domain != null) {
                service.domain.put("domain_admin_account", account);
            }
        }
        if (body.has("access_mode")) {
            service.accessMode = ApplyCheck.accessMode(body);
        }
        if (body.has("dedicated_subnets")) {
            service.dedicatedSubnets = Call.may(body, "dedicated_subnets", 100);
        }
        if (body.has("internet_access_port")) {
            service.internetPort = Call.must(body, "internet_access_port", 10);
        }
        service.sendEmail = body.path("is_send_email").asBoolean(service.sendEmail);
        service.collectLog = body.path("authorized_collect_log").asBoolean(service.collectLog);
        service.upgradeAgent = body.path("authorized_hda_upgrade").asBoolean(service.upgradeAgent);
        Job job = jobs.acceptWhole(project, "updateWorkspace", world.part(0.5), null);
        return Answer.json(200, answer.put("job_id", job.id()));
    }

    private Answer cancel(Call call) {
        Project project = projects.open(call);
        ServiceState service = project.service();
        if (!project.fleet().all().isEmpty()) {
            throw Refusal.workspace(
                    403, "WKS.00010014", "The service still has desktops and cannot be cancelled.");
        }
        Job job = jobs.acceptWhole(project, "cancelWorkspace", world.part(0.6), null);
        service.status = "DEREGISTERING";
        service.progress = 0;
        service.jobId = job.id();
        world.timeline().after(world.part(0.3), () -> service.progress = 50);
        world.timeline()
                .after(
                        world.part(0.55),
                        () -> {
                            service.status = "CLOSED";
                            service.progress = 100;
                        });
        return Answer.job(202, job.id());
    }

    private Answer lock(Call call) {
        ServiceState service = projects.of(call).service();
        ObjectNode body = Json.object().put("is_lock", service.lockReason == null ? 0 : 1);
        optional(body, "lock_time", service.lockTime);
        optional(body, "lock_reason", service.lockReason);
        return Answer.json(200, body);
    }

    private Answer unlock(Call call) {
        Project project = projects.of(call);
        String type = Call.must(call.body(), "operate_type", 32);
        // Sources differ in the word; this region takes the one of the vendor's example.
        if (!type.equals("unLock")) {
            throw Refusal.badRequest("field operate_type is invalid");
        }
        project.service().lockReason = null;
        project.service().lockTime = null;
        return Answer.job(
                200, jobs.acceptWhole(project, "unlockWorkspace", world.part(0.3), null).id());
    }

    private Answer checkId(Call call) {
        ServiceState service = projects.of(call).service();
        String wanted = Call.must(call.body(), "enterprise_id", 32);
        boolean used = taken(wanted, service) || service.enterpriseId.equalsIgnoreCase(wanted);
        return Answer.json(200, Json.object().put("is_used", used).put("enterprise_id", wanted));
    }

    /** Locks or unlocks a service from outside the API. */
    static void lock(World world, Project project, @Nullable String reason) {
        project.service().lockReason = reason;
        project.service().lockTime = reason == null ? null : DesktopJson.plain(world.now());
    }
}
