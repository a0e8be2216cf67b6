package org.workspaceadmin.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.workspaceadmin.model.CallerIdentity;
import org.workspaceadmin.model.EnterpriseProject;
import org.workspaceadmin.model.Project;
import org.workspaceadmin.model.Secret;
import org.workspaceadmin.model.TemporaryKey;
import org.workspaceadmin.model.TokenInfo;

/** Reads what IAM, STS and the enterprise project service answer (api/iam-and-signing.md). */
final class IdentityReader {
    private IdentityReader() {}

    static TokenCache.Token token(String text, JsonNode json) {
        JsonNode token = json.path("token");
        JsonNode user = token.path("user");
        JsonNode account =
                user.path("domain").isObject() ? user.path("domain") : token.path("domain");
        JsonNode project = token.path("project");
        TokenInfo info =
                new TokenInfo(
                        Json.instant(token, "issued_at"),
                        Json.instant(token, "expires_at"),
                        Json.text(user, "id"),
                        Json.text(user, "name"),
                        Json.text(account, "id"),
                        Json.text(account, "name"),
                        Json.text(project, "id"),
                        Json.text(project, "name"),
                        Json.instant(user, "password_expires_at"),
                        Json.list(token, "roles", role -> Json.text(role, "name")));
        return new TokenCache.Token(Secret.of(text), info);
    }

    /**
     * The call for temporary keys.
     *
     * @param seconds how long they live, 900-86400
     */
    static Call temporaryKeyCall(int seconds, CloudSettings settings) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode identity = body.putObject("auth").putObject("identity");
        identity.putArray("methods").add("token");
        identity.putObject("token").put("duration_seconds", seconds);
        return Call.ask(CloudHost.IAM, "/v3.0/OS-CREDENTIAL/securitytokens", body.toString())
                .of(settings);
    }

    static TemporaryKey temporaryKey(JsonNode json) {
        JsonNode credential = json.path("credential");
        Instant expires = Json.instant(credential, "expires_at");
        return new TemporaryKey(
                Json.text(credential, "access"),
                Secret.of(Json.text(credential, "secret")),
                Secret.of(Json.text(credential, "securitytoken")),
                expires == null ? Instant.EPOCH : expires);
    }

    static Project project(JsonNode json) {
        return new Project(
                Json.text(json, "id"),
                Json.text(json, "name"),
                Json.text(json, "domain_id"),
                Json.text(json, "parent_id"),
                !json.path("enabled").isBoolean() || Json.bool(json, "enabled"),
                Json.text(json, "description"));
    }

    static CallerIdentity caller(JsonNode json) {
        return new CallerIdentity(
                Json.text(json, "account_id"),
                Json.text(json, "principal_urn"),
                Json.text(json, "principal_id"));
    }

    static EnterpriseProject enterpriseProject(JsonNode json) {
        return new EnterpriseProject(
                Json.text(json, "id"),
                Json.text(json, "name"),
                Json.text(json, "description"),
                Json.integer(json, "status", 1) == 1);
    }
}
