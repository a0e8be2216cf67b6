package org.workspaceadmin.operation;

import java.util.ArrayList;
import java.util.List;
import org.workspaceadmin.cloud.Writes;
import org.workspaceadmin.model.ApplyOrder;
import org.workspaceadmin.model.DomainSettings;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.ServiceChange;
import org.workspaceadmin.model.Target;
import org.workspaceadmin.model.WriteRequest;
import org.workspaceadmin.operation.Plan.Exclusion;
import org.workspaceadmin.operation.Plan.PlannedRequest;
import org.workspaceadmin.operation.Plan.Reason;
import org.workspaceadmin.rules.Violation;
import org.workspaceadmin.rules.domain.ApplyRules;
import org.workspaceadmin.rules.domain.FieldRules;
import org.workspaceadmin.rules.domain.Finding;
import org.workspaceadmin.rules.domain.RequestRules;

/**
 * Plans what concerns the service itself: one target, one request. The rules hold here for every
 * way in, so no screen or file can send what they refuse.
 */
final class ServicePlanner {
    private ServicePlanner() {}

    static Plan plan(Draft.OfService draft, Way way, PlanContext context) {
        List<Violation> violations = violations(draft, context);
        Target service = context.serviceTarget();
        String holder = context.openOperation().apply(service.id());
        List<Exclusion> exclusions =
                holder == null
                        ? List.of()
                        : List.of(new Exclusion(service, Reason.IN_OPEN_OPERATION, holder));
        boolean possible =
                exclusions.isEmpty()
                        && violations.stream().noneMatch(v -> v.level() == Violation.Level.ERROR);
        return new Plan(
                draft,
                context.connectionId(),
                exclusions.isEmpty() ? List.of(service) : List.of(),
                exclusions,
                possible ? List.of(planned(draft, service, context)) : List.of(),
                violations,
                List.of(),
                way);
    }

    private static List<Violation> violations(Draft.OfService draft, PlanContext context) {
        List<Violation> found = new ArrayList<>();
        if (!(draft instanceof Draft.Apply) && context.generation() == Generation.V1) {
            // v1.0 can apply and nothing else (api/README.md).
            found.add(new Violation("SERVICE-V2-ONLY", Violation.Level.ERROR, List.of()));
            return found;
        }
        switch (draft) {
            case Draft.Apply apply ->
                    ApplyRules.check(apply.order(), context.generation(), context.siteLists())
                            .stream()
                            .map(Finding::violation)
                            .forEach(found::add);
            case Draft.ChangeService change -> found.addAll(changed(change.change(), context));
            case Draft.CancelService ignored -> {
                // Whether it may be cancelled is the service's word, closable.
            }
            case Draft.UnlockService ignored -> {
                // Nothing is typed.
            }
        }
        return found;
    }

    private static List<Violation> changed(ServiceChange change, PlanContext context) {
        return switch (change) {
            case ServiceChange.Domain domain ->
                    ApplyRules.checkDomain(
                                    domain.settings(), context.generation(), context.siteLists())
                            .stream()
                            .map(Finding::violation)
                            .toList();
            case ServiceChange.DomainAdministrator administrator ->
                    ApplyRules.checkAdministrator(administrator.account(), administrator.password())
                            .stream()
                            .map(Finding::violation)
                            .toList();
            case ServiceChange.Access access -> {
                List<Violation> found =
                        new ArrayList<>(check(RequestRules.accessMode(), access.mode()));
                found.addAll(check(RequestRules.dedicated(), access.dedicatedSubnets()));
                yield found;
            }
            case ServiceChange.Subnets subnets ->
                    check(RequestRules.subnets(context.generation()), subnets.subnetIds());
            case ServiceChange.EnterpriseId enterprise ->
                    check(RequestRules.enterpriseId(), enterprise.id());
            case ServiceChange.InternetPort port ->
                    port.port() >= 1025 && port.port() <= 65_535
                            ? List.of()
                            : List.of(
                                    new Violation(
                                            "SERVICE-PORT",
                                            Violation.Level.ERROR,
                                            List.of("1025", "65535")));
            case ServiceChange.Switch ignored -> List.of();
        };
    }

    private static <T> List<Violation> check(FieldRules<T> rules, T value) {
        return rules.check(value);
    }

    private static PlannedRequest planned(
            Draft.OfService draft, Target service, PlanContext context) {
        WriteRequest request = request(draft, context);
        String masked = context.mask().apply(request.body());
        return new PlannedRequest(request, masked, Curl.of(request, masked), List.of(service));
    }

    private static WriteRequest request(Draft.OfService draft, PlanContext context) {
        Writes writes = context.writes();
        return switch (draft) {
            case Draft.Apply apply ->
                    context.generation() == Generation.V1
                            ? writes.applyV1(apply.order())
                            : writes.applyV2(apply.order());
            case Draft.ChangeService change -> writes.updateService(change.change());
            case Draft.CancelService ignored -> writes.cancelService();
            case Draft.UnlockService ignored -> writes.unlockService(false);
        };
    }

    /** What is written down of an application: everything but the password. */
    static void describe(ApplyOrder order, FieldSink sink) {
        domain(order.domain(), sink);
        sink.add("vpc_id", order.vpcId());
        sink.add("subnet_ids", String.join(", ", order.subnetIds()));
        sink.add("access_mode", order.accessMode());
        sink.add("availability_zone", order.zone());
        sink.add("enterprise_id", order.enterpriseId());
        sink.add("manage_subnet_cidr", order.managementCidr());
        sink.add("dedicated_subnets", order.dedicatedSubnets());
    }

    /** What is written down of a change: everything but the password. */
    static void describe(ServiceChange change, FieldSink sink) {
        switch (change) {
            case ServiceChange.Domain settings -> {
                sink.add("change", "ad_domains");
                domain(settings.settings(), sink);
            }
            case ServiceChange.DomainAdministrator administrator -> {
                sink.add("change", "ad_info");
                sink.add("domain_type", administrator.domainType());
                sink.add("domain_admin_account", administrator.account());
            }
            case ServiceChange.Access access -> {
                sink.add("change", "access_mode");
                sink.add("access_mode", access.mode());
                sink.add("dedicated_subnets", access.dedicatedSubnets());
            }
            case ServiceChange.Subnets subnets -> {
                sink.add("change", "subnet_ids");
                sink.add("subnet_ids", String.join(", ", subnets.subnetIds()));
            }
            case ServiceChange.InternetPort port -> {
                sink.add("change", "internet_access_port");
                sink.add("internet_access_port", Integer.toString(port.port()));
            }
            case ServiceChange.EnterpriseId enterprise -> {
                sink.add("change", "enterprise_id");
                sink.add("enterprise_id", enterprise.id());
            }
            case ServiceChange.Switch one -> {
                sink.add("change", one.name());
                sink.add(one.name(), Boolean.toString(one.on()));
            }
        }
    }

    private static void domain(DomainSettings settings, FieldSink sink) {
        sink.add("domain_type", settings.type());
        switch (settings) {
            case DomainSettings.LiteAd lite -> {
                sink.add("domain_name", lite.name());
                sink.add("domain_admin_account", lite.account());
            }
            case DomainSettings.LiteAs ignored -> {
                // Nothing but the type.
            }
            case DomainSettings.LocalAd local -> {
                sink.add("domain_name", local.name());
                sink.add("domain_admin_account", local.account());
                sink.add("active_domain_ip", local.active().ip());
                sink.add("active_domain_name", local.active().name());
                sink.add("active_dns_ip", local.active().dns());
                sink.add("standby_domain_ip", local.standby().ip());
                sink.add("standby_domain_name", local.standby().name());
                sink.add("standby_dns_ip", local.standby().dns());
                if (local.ldaps() != null) {
                    sink.add("use_ldaps", "true");
                }
            }
        }
    }

    /** Takes name and value; empty values are left out. */
    @FunctionalInterface
    interface FieldSink {
        /** Takes one. */
        void add(String path, String value);
    }
}
