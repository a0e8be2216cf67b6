package org.workspaceadmin.connection.refusal;

import java.util.List;
import java.util.Map;

/**
 * Which action a call is documented to need (api/workspace-openapi.yaml, {@code x-iam-action}); the
 * last resort when the service does not say.
 */
final class DocumentedActions {
    private static final String V2 = " /v2/{project_id}";

    private static final Map<String, String> BY_CALL =
            Map.ofEntries(
                    Map.entry("POST" + V2 + "/workspaces", "workspace:tenants:open"),
                    Map.entry("DELETE" + V2 + "/workspaces", "workspace:tenants:delete"),
                    Map.entry(
                            "POST" + V2 + "/workspaces/enterprise-ids/check",
                            "workspace:tenants:checkEnterpriseIds"),
                    Map.entry("GET" + V2 + "/workspace-jobs/{job_id}", "workspace:jobs:get"),
                    Map.entry("GET" + V2 + "/workspace-sub-jobs", "workspace:jobs:listSubJobs"),
                    Map.entry(
                            "POST" + V2 + "/desktops/{desktop_id}/rejoin-domain",
                            "workspace:desktops:rejoinDomain"),
                    Map.entry(
                            "POST" + V2 + "/desktops/batch-rejoin-domain",
                            "workspace:desktops:batchRejoinDomain"),
                    Map.entry(
                            "POST" + V2 + "/desktops/batch-rejoin-domain/check",
                            "workspace:desktops:batchCheckRejoinDomain"),
                    Map.entry("PUT" + V2 + "/desktops/sids", "workspace:desktops:updateSids"),
                    Map.entry(
                            "PUT" + V2 + "/desktops/change-username",
                            "workspace:desktops:changeUsername"),
                    Map.entry("POST" + V2 + "/desktops/rebuild", "workspace:desktops:rebuild"),
                    Map.entry(
                            "POST" + V2 + "/desktops/check-images",
                            "workspace:images:checkIfExist"),
                    Map.entry("POST" + V2 + "/desktops/action", "workspace:desktops:operate"),
                    Map.entry(
                            "GET" + V2 + "/connect-desktops",
                            "workspace:desktops:listWithConnectStatus"),
                    Map.entry("POST" + V2 + "/check-cidr", "workspace:networks:checkCidr"),
                    Map.entry("GET" + V2 + "/desktops/{desktop_id}", "workspace:desktops:get"));

    private DocumentedActions() {}

    /**
     * The action of a call.
     *
     * @param call in words of the API
     * @return one action, or none when it is not documented
     */
    static List<String> of(String call) {
        String action = BY_CALL.get(call);
        return action == null ? List.of() : List.of(action);
    }
}
