package org.workspaceadmin.simulator.api;

import java.util.List;
import org.workspaceadmin.simulator.http.Answer;
import org.workspaceadmin.simulator.http.AuthorizationMessage;
import org.workspaceadmin.simulator.http.Call;
import org.workspaceadmin.simulator.http.Json;
import org.workspaceadmin.simulator.http.Refusal;
import org.workspaceadmin.simulator.http.Route;
import org.workspaceadmin.simulator.world.World;

/**
 * Explaining refusals, and who one is: {@code api/iam-and-signing.md} section 4. Signed requests
 * only.
 */
final class StsApi {
    private final World world;

    StsApi(World world) {
        this.world = world;
    }

    List<Route> routes() {
        return List.of(
                Route.of("POST", "/v5/decode-authorization-message", "sts", this::decode)
                        .guarded(Route.Guard.SIGNATURE),
                Route.of("GET", "/v5/caller-identity", "sts", this::identity)
                        .guarded(Route.Guard.SIGNATURE));
    }

    private Answer decode(Call call) {
        String encoded;
        try {
            encoded = Call.must(call.body(), "encoded_message", 10_240);
        } catch (Refusal bad) {
            throw Refusal.sts(400, "STS5.1001", "The request is invalid: " + bad.getMessage());
        }
        String decoded = AuthorizationMessage.decode(encoded);
        if (decoded == null) {
            throw Refusal.sts(400, "STS5.1003", "The encoded message is invalid.");
        }
        return Answer.json(200, Json.object().put("decoded_message", decoded));
    }

    private Answer identity(Call call) {
        return Answer.json(
                200,
                Json.object()
                        .put("account_id", world.accountId())
                        .put("principal_urn", "iam::" + world.accountId() + ":user:" + world.user())
                        .put("principal_id", world.userId()));
    }
}
