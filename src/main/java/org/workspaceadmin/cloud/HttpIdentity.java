package org.workspaceadmin.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.workspaceadmin.model.CallerIdentity;
import org.workspaceadmin.model.EnterpriseProject;
import org.workspaceadmin.model.Problem;
import org.workspaceadmin.model.Problem.Kind;
import org.workspaceadmin.model.ProblemException;
import org.workspaceadmin.model.Project;
import org.workspaceadmin.model.TemporaryKey;
import org.workspaceadmin.model.TokenInfo;
import org.workspaceadmin.redact.Redactor;

/** The calls behind {@link IdentityCalls}; they block. */
final class HttpIdentity {
    private static final int PAGE = 1000;

    private final Exchanges exchanges;
    private final Lists lists;
    private final Redactor redactor;
    private final CurrentSignIn signIn;

    /**
     * Asks over a connection.
     *
     * @param signIn whose identity the connection has
     */
    HttpIdentity(Exchanges exchanges, Redactor redactor, CurrentSignIn signIn) {
        this.exchanges = exchanges;
        this.lists = new Lists(exchanges);
        this.redactor = redactor;
        this.signIn = signIn;
    }

    /** The same over other exchanges. */
    HttpIdentity aimedAt(Exchanges other) {
        return new HttpIdentity(other, redactor, signIn);
    }

    TokenInfo token() throws InterruptedException {
        if (!(signIn.current() instanceof PasswordAuthenticator password)) {
            throw new ProblemException(
                    Problem.without(Kind.INTERNAL, "", "no token by keys", exchanges.now()));
        }
        return password.token().info();
    }

    List<Project> projects(String name) throws InterruptedException {
        return lists.whole(
                Call.get(CloudHost.IAM, "/v3/projects").queryIfPresent("name", name),
                "projects",
                IdentityReader::project);
    }

    List<Project> usableProjects() throws InterruptedException {
        return lists.whole(
                Call.get(CloudHost.IAM, "/v3/auth/projects"), "projects", IdentityReader::project);
    }

    TemporaryKey temporaryKey(int seconds) throws InterruptedException {
        if (seconds < 900 || seconds > 86_400) {
            throw new IllegalArgumentException("900-86400 seconds: " + seconds);
        }
        Call call = IdentityReader.temporaryKeyCall(seconds, exchanges.settings());
        TemporaryKey key = IdentityReader.temporaryKey(exchanges.ask(call));
        redactor.remember(key.secret().reveal());
        redactor.remember(key.token().reveal());
        return key;
    }

    String decode(String encodedMessage) throws InterruptedException {
        String body =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("encoded_message", encodedMessage)
                        .toString();
        JsonNode json =
                lists.ask(
                        Call.ask(CloudHost.STS, "/v5/decode-authorization-message", body)
                                .as(Call.Identity.SIGNATURE));
        return Json.text(json, "decoded_message");
    }

    CallerIdentity caller() throws InterruptedException {
        return IdentityReader.caller(
                lists.ask(
                        Call.get(CloudHost.STS, "/v5/caller-identity")
                                .as(Call.Identity.SIGNATURE)));
    }

    List<EnterpriseProject> enterpriseProjects() throws InterruptedException {
        if (signIn.current() instanceof KeyAuthenticator keys) {
            keys.identity().account(accountId());
        }
        return lists.byOffset(
                PAGE,
                offset ->
                        Call.get(CloudHost.EPS, "/v1.0/enterprise-projects")
                                .query("limit", PAGE)
                                .query("offset", offset)
                                .as(Call.Identity.ACCOUNT),
                "enterprise_projects",
                IdentityReader::enterpriseProject,
                EnterpriseProject::id);
    }

    /** A signature says nothing of the account a global service is asked for. */
    private String accountId() throws InterruptedException {
        List<String> ids =
                lists.whole(
                        Call.get(CloudHost.IAM, "/v3/auth/domains"),
                        "domains",
                        json -> Json.text(json, "id"));
        return ids.size() == 1 ? ids.getFirst() : "";
    }
}
