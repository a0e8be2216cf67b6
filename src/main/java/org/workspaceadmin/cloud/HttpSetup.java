package org.workspaceadmin.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import org.workspaceadmin.model.CidrCheck;
import org.workspaceadmin.model.ControllerCheck;
import org.workspaceadmin.model.LockStatus;
import org.workspaceadmin.model.ServiceDetails;

/** The reading calls about the service itself (api/workspace.md sections 3 and 5); they block. */
final class HttpSetup {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Exchanges exchanges;

    /** Asks over a connection. */
    HttpSetup(Exchanges exchanges) {
        this.exchanges = exchanges;
    }

    ServiceDetails service() throws InterruptedException {
        // The answer carries fail_code of the last job, and newer ones may carry its error_code.
        return ServiceReader.details(
                ask(Call.get(CloudHost.WORKSPACE, "/v2/{project_id}/workspaces").jobAnswer()));
    }

    LockStatus lockStatus() throws InterruptedException {
        return ServiceReader.lock(
                ask(Call.get(CloudHost.WORKSPACE, "/v2/{project_id}/workspaces/lock-status")));
    }

    boolean enterpriseIdUsed(String enterpriseId) throws InterruptedException {
        ObjectNode body = JSON.objectNode().put("enterprise_id", enterpriseId);
        JsonNode json =
                ask(
                        Call.ask(
                                CloudHost.WORKSPACE,
                                "/v2/{project_id}/workspaces/enterprise-ids/check",
                                body.toString()));
        return Json.bool(json, "is_used");
    }

    CidrCheck checkCidr(Collection<String> cidrs, String zone) throws InterruptedException {
        ObjectNode body = JSON.objectNode();
        ArrayNode array = body.putArray("tenant_cidrs");
        cidrs.forEach(array::add);
        if (!zone.isEmpty()) {
            body.put("availability_zone", zone);
        }
        return ServiceReader.cidr(
                ask(Call.ask(CloudHost.WORKSPACE, "/v2/{project_id}/check-cidr", body.toString())));
    }

    void checkController(ControllerCheck check) throws InterruptedException {
        ObjectNode body = JSON.objectNode();
        body.put("domain", check.domain());
        body.put("dc_ip", check.ip());
        body.put("dc_name", check.name());
        body.put("domain_admin_account", check.account());
        body.put("domain_password", check.password().text());
        body.put("is_ldaps_enable", check.ldaps());
        if (!check.certificate().isEmpty()) {
            body.put("ldaps_certificate", check.certificate());
        }
        ask(
                Call.ask(
                                CloudHost.WORKSPACE,
                                "/v2/{project_id}/domain-controllers/validation",
                                body.toString())
                        .once());
    }

    private JsonNode ask(Call.Builder call) throws InterruptedException {
        return exchanges.ask(call.of(exchanges.settings()));
    }
}
