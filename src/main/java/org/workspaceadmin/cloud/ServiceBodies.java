package org.workspaceadmin.cloud;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.workspaceadmin.model.ApplyOrder;
import org.workspaceadmin.model.DomainSettings;
import org.workspaceadmin.model.DomainSettings.Controller;
import org.workspaceadmin.model.DomainSettings.Ldaps;
import org.workspaceadmin.model.DomainSettings.LiteAd;
import org.workspaceadmin.model.DomainSettings.LiteAs;
import org.workspaceadmin.model.DomainSettings.LocalAd;
import org.workspaceadmin.model.ServiceChange;

/** Bodies of the calls that open and change the service (vendor page Apply; api/workspace.md). */
final class ServiceBodies {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ServiceBodies() {}

    /** v1.0: LITE_AD or LOCAL_AD. */
    static ObjectNode applyV1(ApplyOrder order) {
        ObjectNode domain = JSON.objectNode();
        switch (order.domain()) {
            case LiteAd lite -> {
                domain.put("domain_type", lite.type());
                domain.put("domain_name", lite.name());
                domain.put("domain_admin_account", lite.account());
                domain.put("domain_password", lite.password().text());
            }
            case LocalAd local -> {
                account(domain, local);
                domain.put("active_domain_ip", local.active().ip());
                put(domain, "standby_domain_ip", local.standby().ip());
                domain.put("active_dns_ip", local.active().dns());
                put(domain, "standby_dns_ip", local.standby().dns());
            }
            case LiteAs lite -> throw mixed(lite);
        }
        ObjectNode body = common(order, domain);
        put(body, "availability_zone", order.zone());
        return body;
    }

    /** v2: LITE_AS or LOCAL_AD. */
    static ObjectNode applyV2(ApplyOrder order) {
        ObjectNode body = common(order, domainV2(order.domain()));
        put(body, "enterprise_id", order.enterpriseId());
        put(body, "manage_subnet_cidr", order.managementCidr());
        put(body, "dedicated_subnets", order.dedicatedSubnets());
        if (order.sendMail() != null) {
            body.put("is_send_email", order.sendMail());
        }
        return body;
    }

    /** One kind of change per request. */
    static ObjectNode update(ServiceChange change) {
        ObjectNode body = JSON.objectNode();
        switch (change) {
            case ServiceChange.Domain d -> body.set("ad_domains", domainV2(d.settings()));
            case ServiceChange.DomainAdministrator a ->
                    body.putObject("ad_info")
                            .put("domain_type", a.domainType())
                            .put("domain_admin_account", a.account())
                            .put("domain_password", a.password().text());
            case ServiceChange.Access a -> {
                body.put("access_mode", a.mode());
                put(body, "dedicated_subnets", a.dedicatedSubnets());
            }
            // Plain strings here, unlike on applying.
            case ServiceChange.Subnets s -> {
                ArrayNode ids = body.putArray("subnet_ids");
                s.subnetIds().forEach(ids::add);
            }
            case ServiceChange.InternetPort p ->
                    body.put("internet_access_port", Integer.toString(p.port()));
            case ServiceChange.EnterpriseId e -> body.put("enterprise_id", e.id());
            case ServiceChange.Switch s -> body.put(s.name(), s.on());
        }
        return body;
    }

    private static ObjectNode common(ApplyOrder order, ObjectNode domain) {
        ObjectNode body = JSON.objectNode();
        body.set("ad_domains", domain);
        body.put("vpc_id", order.vpcId());
        ArrayNode subnets = body.putArray("subnet_ids");
        order.subnetIds().forEach(id -> subnets.addObject().put("subnet_id", id));
        body.put("access_mode", order.accessMode());
        return body;
    }

    private static ObjectNode domainV2(DomainSettings settings) {
        ObjectNode domain = JSON.objectNode();
        switch (settings) {
            case LiteAs lite -> domain.put("domain_type", lite.type());
            case LocalAd local -> {
                account(domain, local);
                controller(domain, "active", local.active());
                controller(domain, "standby", local.standby());
                if (local.deleteComputerObjects() != null) {
                    domain.put("delete_computer_object", local.deleteComputerObjects() ? 1 : 0);
                }
                Ldaps ldaps = local.ldaps();
                if (ldaps != null) {
                    domain.put("use_ldaps", true);
                    ObjectNode tls = domain.putObject("tls_config");
                    tls.put("cert_pem", ldaps.certificatePem());
                    put(tls, "cert_start_time", ldaps.begin());
                    put(tls, "cert_end_time", ldaps.end());
                }
            }
            case LiteAd lite -> throw mixed(lite);
        }
        return domain;
    }

    private static void account(ObjectNode domain, LocalAd local) {
        domain.put("domain_type", local.type());
        domain.put("domain_name", local.name());
        domain.put("domain_admin_account", local.account());
        domain.put("domain_password", local.password().text());
    }

    private static void controller(ObjectNode domain, String role, Controller controller) {
        put(domain, role + "_domain_ip", controller.ip());
        put(domain, role + "_domain_name", controller.name());
        put(domain, role + "_dns_ip", controller.dns());
    }

    private static void put(ObjectNode body, String name, String value) {
        if (!value.isEmpty()) {
            body.put(name, value);
        }
    }

    private static IllegalArgumentException mixed(DomainSettings settings) {
        return new IllegalArgumentException(
                settings.type() + " belongs to the other API generation");
    }
}
