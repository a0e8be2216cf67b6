package org.workspaceadmin.cloud;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import org.workspaceadmin.model.ApplyOrder;
import org.workspaceadmin.model.RebuildOrder;
import org.workspaceadmin.model.ServiceChange;
import org.workspaceadmin.model.UserNameChange;
import org.workspaceadmin.model.WriteKind;
import org.workspaceadmin.model.WriteRequest;

/**
 * Builds writing requests exactly as they will leave; sends nothing. Limits are the caller's to
 * check by {@code rules}; batches over 100 are refused here as a last guard.
 */
public final class Writes {
    /** The largest batch of every desktop call (api/README.md fact 4). */
    public static final int BATCH = 100;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String projectId;

    /**
     * For one project.
     *
     * @param projectId fills the paths
     */
    public Writes(String projectId) {
        this.projectId = projectId;
    }

    /** Rejoin one desktop (vendor page Rejoin): no body. */
    public WriteRequest rejoin(String desktopId) {
        return new WriteRequest(
                WriteKind.REJOIN,
                "POST",
                v2("/desktops/" + PercentCode.encode(desktopId) + "/rejoin-domain"),
                "");
    }

    /** Rejoin up to 100 desktops in one job (api/desktops.md section 5). */
    public WriteRequest rejoinBatch(Collection<String> desktopIds) {
        return ids(WriteKind.REJOIN_BATCH, "POST", "/desktops/batch-rejoin-domain", desktopIds);
    }

    /** Update SIDs (vendor page SIDs). */
    public WriteRequest updateSids(Collection<String> desktopIds) {
        return ids(WriteKind.UPDATE_SIDS, "PUT", "/desktops/sids", desktopIds);
    }

    /** Change the associated user name (vendor page User name). */
    public WriteRequest changeUserName(UserNameChange change) {
        ObjectNode body = JSON.objectNode();
        body.put("old_username", change.oldName());
        putIfPresent(body, "old_user_domain", change.oldDomain());
        body.put("new_username", change.newName());
        putIfPresent(body, "new_user_domain", change.newDomain());
        body.put("is_reboot", change.restart());
        return request(WriteKind.CHANGE_USER_NAME, "PUT", "/desktops/change-username", body);
    }

    /** Rebuild system disks (vendor page Rebuild). */
    public WriteRequest rebuild(Collection<String> desktopIds, RebuildOrder order) {
        ObjectNode body = JSON.objectNode();
        body.set("desktop_ids", idArray(desktopIds));
        body.put("image_type", order.imageType());
        body.put("image_id", order.imageId());
        putIfPresent(body, "os_type", order.osType());
        if (order.delayMinutes() > 0) {
            body.put("delay_time", order.delayMinutes());
        }
        putIfPresent(body, "message", order.message());
        putIfPresent(body, "order_id", order.orderId());
        putIfPresent(body, "enterprise_project_id", order.enterpriseProjectId());
        return request(WriteKind.REBUILD, "POST", "/desktops/rebuild", body);
    }

    /**
     * Power action (api/desktops.md section 9).
     *
     * @param operation {@code os-start}, {@code os-stop}, {@code reboot} or {@code os-hibernate}
     * @param type {@code SOFT} or {@code HARD}, empty to leave it out
     */
    public WriteRequest power(Collection<String> desktopIds, String operation, String type) {
        ObjectNode body = JSON.objectNode();
        body.set("desktop_ids", idArray(desktopIds));
        body.put("op_type", operation);
        putIfPresent(body, "type", type);
        return request(WriteKind.POWER, "POST", "/desktops/action", body);
    }

    /**
     * Log users off (api/desktops.md section 9).
     *
     * @param message shown to them, at most 255 characters, empty to leave it out
     */
    public WriteRequest logOff(Collection<String> desktopIds, String message) {
        ObjectNode body = JSON.objectNode();
        body.set("desktop_ids", idArray(desktopIds));
        putIfPresent(body, "message", message);
        return request(WriteKind.LOG_OFF, "POST", "/desktops/logoff", body);
    }

    /**
     * Send users a message (api/desktops.md section 9).
     *
     * @param message the text
     */
    public WriteRequest notification(Collection<String> desktopIds, String message) {
        ObjectNode body = JSON.objectNode();
        body.set("desktop_ids", idArray(desktopIds));
        body.put("notifications", message);
        return request(WriteKind.NOTIFY, "POST", "/desktops/notifications", body);
    }

    /** Switch the administrator's maintenance mode (api/desktops.md section 9). */
    public WriteRequest maintenance(Collection<String> desktopIds, boolean on) {
        ObjectNode body = JSON.objectNode();
        body.set("desktop_ids", idArray(desktopIds));
        body.put("in_maintenance_mode", on);
        return request(WriteKind.MAINTENANCE, "PUT", "/desktops/maintenance-mode", body);
    }

    /** Rename a desktop (api/desktops.md section 11). */
    public WriteRequest rename(String desktopId, String name) {
        ObjectNode body = JSON.objectNode();
        body.putObject("desktop").put("computer_name", name);
        return request(WriteKind.RENAME, "PUT", "/desktops/" + PercentCode.encode(desktopId), body);
    }

    /** Retry a failed job (api/jobs.md section 2). */
    public WriteRequest retryJob(String jobId) {
        ObjectNode body = JSON.objectNode();
        body.put("op_type", "retry");
        String path = "/workspace-jobs/" + PercentCode.encode(jobId) + "/actions";
        return request(WriteKind.RETRY_JOB, "POST", path, body);
    }

    /**
     * Apply for the service, v1.0 (vendor page Apply).
     *
     * @throws IllegalArgumentException for LITE_AS, which v1.0 does not know
     */
    public WriteRequest applyV1(ApplyOrder order) {
        return new WriteRequest(
                WriteKind.APPLY_V1,
                "POST",
                "/v1.0/" + projectId + "/workspaces",
                ServiceBodies.applyV1(order).toString());
    }

    /**
     * Apply for the service, v2 (api/workspace.md section 2).
     *
     * @throws IllegalArgumentException for LITE_AD, which v2 does not know
     */
    public WriteRequest applyV2(ApplyOrder order) {
        return request(WriteKind.APPLY_V2, "POST", "/workspaces", ServiceBodies.applyV2(order));
    }

    /** Change one thing of the service (api/workspace.md section 4). */
    public WriteRequest updateService(ServiceChange change) {
        return request(
                WriteKind.UPDATE_SERVICE, "PUT", "/workspaces", ServiceBodies.update(change));
    }

    /** Cancel the service: no body; cannot be undone (api/workspace.md section 5). */
    public WriteRequest cancelService() {
        return new WriteRequest(WriteKind.CANCEL_SERVICE, "DELETE", v2("/workspaces"), "");
    }

    /**
     * Unlock the service (api/workspace.md section 5).
     *
     * @param otherSpelling the sources spell the word {@code unlock} and {@code unLock}; false
     *     sends the first, true the second after the first met 400
     */
    public WriteRequest unlockService(boolean otherSpelling) {
        ObjectNode body = JSON.objectNode();
        body.put("operate_type", otherSpelling ? "unLock" : "unlock");
        return request(WriteKind.UNLOCK_SERVICE, "PUT", "/workspaces/lock-status", body);
    }

    private WriteRequest ids(
            WriteKind kind, String method, String path, Collection<String> desktopIds) {
        ObjectNode body = JSON.objectNode();
        body.set("desktop_ids", idArray(desktopIds));
        return request(kind, method, path, body);
    }

    private static ArrayNode idArray(Collection<String> desktopIds) {
        if (desktopIds.isEmpty() || desktopIds.size() > BATCH) {
            throw new IllegalArgumentException("1-100 desktops per request: " + desktopIds.size());
        }
        ArrayNode array = JSON.arrayNode();
        desktopIds.forEach(array::add);
        return array;
    }

    private static void putIfPresent(ObjectNode body, String name, String value) {
        if (!value.isEmpty()) {
            body.put(name, value);
        }
    }

    private WriteRequest request(WriteKind kind, String method, String path, ObjectNode body) {
        return new WriteRequest(kind, method, v2(path), body.toString());
    }

    private String v2(String path) {
        return "/v2/" + projectId + path;
    }
}
