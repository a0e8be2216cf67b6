package org.workspaceadmin.cloud;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The call that signs in by password (api/iam-and-signing.md section 1). */
final class SignInCall {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private SignInCall() {}

    /**
     * One attempt, never repeated on its own.
     *
     * @param user who
     * @param settings for which project
     * @param account for the whole account instead
     */
    static Call of(Credentials.Password user, CloudSettings settings, boolean account) {
        return Call.ask(CloudHost.IAM, "/v3/auth/tokens", body(user, settings, account).toString())
                .query("nocatalog", "1")
                .as(Call.Identity.NONE)
                .once()
                .of(settings);
    }

    private static ObjectNode body(
            Credentials.Password credentials, CloudSettings settings, boolean account) {
        ObjectNode identity = JSON.objectNode();
        identity.putArray("methods").add("password");
        ObjectNode user = identity.putObject("password").putObject("user");
        user.putObject("domain").put("name", credentials.account());
        user.put("name", credentials.user());
        user.put("password", credentials.password().text());
        if (!credentials.passcode().isEmpty()) {
            identity.withArray("methods").add("totp");
            ObjectNode otp = identity.putObject("totp").putObject("user");
            otp.put("id", credentials.userId());
            otp.put("passcode", credentials.passcode().text());
        }
        ObjectNode body = JSON.objectNode();
        ObjectNode auth = body.putObject("auth");
        auth.set("identity", identity);
        ObjectNode scope = auth.putObject("scope");
        if (account) {
            scope.putObject("domain").put("name", credentials.account());
        } else if (settings.projectId().isEmpty()) {
            scope.putObject("project").put("name", settings.region());
        } else {
            scope.putObject("project").put("id", settings.projectId());
        }
        return body;
    }
}
