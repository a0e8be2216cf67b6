package org.workspaceadmin.simulator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;
import org.workspaceadmin.simulator.world.World;

/** A refused authorization, with the reason only the token service can read. */
final class Denial {
    private static final String DECODE = "/v5/decode-authorization-message";

    private record Needs(String method, Pattern path, String action, String type) {}

    /** What the calls of this service need; the first that fits. */
    private static final List<Needs> NEEDS =
            List.of(
                    needs("POST", "/desktops/rebuild$", "workspace:desktops:rebuild", "desktop"),
                    needs("POST", "/desktops/action$", "workspace:desktops:operate", "desktop"),
                    needs("PUT", "/desktops/sids$", "workspace:desktops:updateSids", "desktop"),
                    needs(
                            "PUT",
                            "/desktops/change-username$",
                            "workspace:desktops:changeUsername",
                            "desktop"),
                    needs(
                            "POST",
                            "/batch-rejoin-domain$",
                            "workspace:desktops:batchRejoinDomain",
                            "desktop"),
                    needs("POST", "/rejoin-domain$", "workspace:desktops:rejoinDomain", "desktop"),
                    needs("GET", "/desktops/detail$", "workspace:desktops:listDetail", "desktop"),
                    needs("GET", "/desktops(/[^/]+)?$", "workspace:desktops:get", "desktop"),
                    needs("POST", "/workspaces$", "workspace:tenants:open", "tenant"),
                    needs("POST", DECODE, "sts::decodeAuthorizationMessage", ""));

    private Denial() {}

    private static Needs needs(String method, String path, String action, String type) {
        return new Needs(method, Pattern.compile(path), action, type);
    }

    /**
     * The answer to a caller who may not do this.
     *
     * @param fault says the decoded reason, or leaves it to the call
     * @param request what was asked
     * @param requestId of the request
     * @param world the account
     * @return 403
     */
    static Answer answer(Fault fault, Incoming request, String requestId, World world) {
        if (request.path().endsWith(DECODE)) {
            return Refusal.sts(
                            403,
                            "STS5.1005",
                            "The user is not authorized to perform"
                                    + " sts::decodeAuthorizationMessage.")
                    .answer(requestId);
        }
        String reason = fault.reason();
        if (reason == null) {
            reason = reason(request, requestId, world);
        }
        return Answer.json(
                403,
                Json.object()
                        .put("error_code", "WKS.0403")
                        .put("error_msg", "You are not authorized to perform this operation.")
                        .put("encoded_authorization_message", AuthorizationMessage.encode(reason)));
    }

    private static String reason(Incoming request, String requestId, World world) {
        ObjectNode reason = Json.object().put("failure", "implicit deny by identity-based policy");
        ObjectNode context = reason.putObject("context");
        context.put("request_id", requestId);
        context.put("principal_urn", "iam::" + world.accountId() + ":user:" + world.user());
        for (Needs needs : NEEDS) {
            if (needs.method.equals(request.method())
                    && needs.path.matcher(request.path()).find()) {
                context.put("action", needs.action);
                context.put(
                        "resource",
                        "workspace:"
                                + World.REGION
                                + ":"
                                + world.accountId()
                                + ":"
                                + needs.type
                                + ":*");
                break;
            }
        }
        return reason.toString();
    }
}
