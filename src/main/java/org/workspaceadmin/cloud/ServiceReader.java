package org.workspaceadmin.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import org.workspaceadmin.model.CidrCheck;
import org.workspaceadmin.model.DomainInfo;
import org.workspaceadmin.model.LockStatus;
import org.workspaceadmin.model.ServiceDetails;
import org.workspaceadmin.model.ServiceStatus;
import org.workspaceadmin.model.Term;

/** Reads what the service says of itself (api/workspace.md sections 3 and 5). */
final class ServiceReader {
    private ServiceReader() {}

    static ServiceDetails details(JsonNode json) {
        return new ServiceDetails(
                Json.text(json, "id"),
                Term.of(ServiceStatus.class, Json.text(json, "status")),
                Json.integer(json, "progress"),
                Json.text(json, "job_id"),
                Json.text(json, "fail_code"),
                Json.text(json, "fail_reason"),
                Json.bool(json, "closable"),
                Json.text(json, "config_status"),
                domain(json.path("ad_domains")),
                Json.text(json, "vpc_id"),
                Json.text(json, "vpc_name"),
                CatalogueReader.ids(json, "subnet_ids", "subnet_id"),
                Json.text(json, "access_mode"),
                Json.text(json, "access_status"),
                Json.text(json, "internet_access_address"),
                Json.text(json, "internet_access_port"),
                Json.text(json, "dedicated_access_address"),
                Json.text(json, "dedicated_subnets"),
                Json.text(json, "management_subnet_cidr"),
                Json.text(json, "enterprise_id"),
                Json.text(json, "enterprise_project_id"),
                DesktopReader.fields(json));
    }

    private static DomainInfo domain(JsonNode sent) {
        JsonNode json = sent.isArray() ? sent.path(0) : sent;
        return new DomainInfo(
                Json.text(json, "domain_type"),
                Json.text(json, "domain_name"),
                Json.text(json, "domain_admin_account"),
                Json.text(json, "active_domain_ip"),
                Json.text(json, "active_domain_name"),
                Json.text(json, "standby_domain_ip"),
                Json.text(json, "standby_domain_name"),
                Json.text(json, "active_dns_ip"),
                Json.text(json, "standby_dns_ip"),
                Json.bool(json, "delete_computer_object"),
                Json.bool(json, "use_ldaps"),
                Json.list(
                        json,
                        "domain_controllers",
                        c -> (Json.text(c, "dc_name") + " " + Json.text(c, "dc_ip")).strip()));
    }

    /** The Go SDK reads {@code is_locked}, which is not the real name but costs nothing. */
    static LockStatus lock(JsonNode json) {
        return new LockStatus(
                Json.bool(json, "is_lock") || Json.bool(json, "is_locked"),
                Json.instant(json, "lock_time"),
                Json.text(json, "lock_reason"));
    }

    static CidrCheck cidr(JsonNode json) {
        return new CidrCheck(Json.texts(json, "manage_cidrs"), Json.texts(json, "conflict_cidrs"));
    }
}
