package org.workspaceadmin.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.AdUser;
import org.workspaceadmin.model.AvailabilityZone;
import org.workspaceadmin.model.CurrentImage;
import org.workspaceadmin.model.Image;
import org.workspaceadmin.model.OrganizationalUnit;
import org.workspaceadmin.model.OsFamily;
import org.workspaceadmin.model.Subnet;
import org.workspaceadmin.model.Term;
import org.workspaceadmin.model.Vpc;
import org.workspaceadmin.model.WorkspaceUser;

/** Reads entries of lists to pick from. */
final class CatalogueReader {
    private CatalogueReader() {}

    static Image image(JsonNode json, String type) {
        String own = Json.text(json, "image_type");
        return new Image(
                Json.firstText(json, "id", "image_id"),
                Json.firstText(json, "name", "image_name"),
                own.isEmpty() ? type : own,
                Term.of(OsFamily.class, Json.firstText(json, "os_type", "__os_type")),
                Json.firstText(json, "os_version", "__os_version"),
                Json.text(json, "architecture"),
                Json.integer(json, "min_disk", 0),
                Json.firstText(json, "product_code", "__productcode"));
    }

    static CurrentImage currentImage(JsonNode json) {
        return new CurrentImage(
                Json.text(json, "desktop_id"),
                Json.text(json, "image_id"),
                Json.text(json, "image_type"),
                Term.of(OsFamily.class, Json.text(json, "os_type")));
    }

    static Vpc vpc(JsonNode json) {
        return new Vpc(
                Json.text(json, "id"),
                Json.text(json, "name"),
                Json.text(json, "cidr"),
                Json.text(json, "status"),
                Json.text(json, "description"),
                Json.text(json, "enterprise_project_id"));
    }

    static Subnet subnet(JsonNode json) {
        Set<String> dns = new LinkedHashSet<>();
        dns.add(Json.text(json, "primary_dns"));
        dns.add(Json.text(json, "secondary_dns"));
        dns.addAll(Json.texts(json, "dnsList"));
        dns.remove("");
        boolean hasDhcp = !Json.text(json, "dhcp_enable").isEmpty();
        return new Subnet(
                Json.text(json, "id"),
                Json.text(json, "name"),
                Json.text(json, "cidr"),
                Json.text(json, "gateway_ip"),
                Json.text(json, "vpc_id"),
                hasDhcp ? Json.bool(json, "dhcp_enable") : null,
                List.copyOf(dns),
                Json.text(json, "status"),
                Json.text(json, "availability_zone"),
                Json.integer(json, "available_ip_address_count"),
                Json.bool(json, "checked"),
                Json.text(json, "description"));
    }

    static AvailabilityZone zone(JsonNode json) {
        JsonNode names = json.path("i18n");
        String visible = Json.text(json, "visible");
        return new AvailabilityZone(
                Json.text(json, "availability_zone"),
                Json.text(json, "display_name"),
                Json.firstText(names, "en_us", "en-us"),
                Json.firstText(names, "zh_cn", "zh-cn"),
                visible.isEmpty() || Json.bool(json, "visible"),
                Json.bool(json, "default_availability_zone"),
                Json.texts(json, "product_ids"),
                soldOut(json.path("sold_out")));
    }

    private static List<String> soldOut(JsonNode json) {
        return Json.list(
                json,
                "products",
                p -> p.isObject() ? Json.firstText(p, "product_id", "id") : Json.text(p));
    }

    static WorkspaceUser user(JsonNode json) {
        return new WorkspaceUser(
                Json.text(json, "id"),
                Json.text(json, "sid"),
                Json.text(json, "user_name"),
                Json.text(json, "user_email"),
                Json.text(json, "user_phone"),
                Json.integer(json, "total_desktops"),
                Json.text(json, "active_type"),
                expiry(Json.text(json, "account_expires")),
                Json.bool(json, "account_expired"),
                Json.bool(json, "locked"),
                Json.bool(json, "disabled"),
                Json.bool(json, "password_never_expired"),
                Json.text(json, "description"),
                Json.texts(json, "group_names"),
                Json.text(json, "domain"),
                Json.text(json, "enterprise_project_id"));
    }

    static OrganizationalUnit ou(JsonNode json) {
        return new OrganizationalUnit(
                Json.text(json, "id"),
                Json.text(json, "ou_name"),
                Json.text(json, "ou_dn"),
                Json.text(json, "domain"),
                Json.text(json, "domain_id"),
                Json.text(json, "description"));
    }

    static AdUser adUser(JsonNode json) {
        return new AdUser(
                Json.text(json, "user_name"),
                expiry(Json.text(json, "expired_time")),
                Json.bool(json, "has_existed"));
    }

    /** {@code 0} and {@code -1} mean never. */
    private static @Nullable Instant expiry(String text) {
        return text.equals("0") || text.equals("-1") ? null : Json.instant(text);
    }

    /** Every id of a list of plain strings or of objects with that field. */
    static List<String> ids(JsonNode json, String list, String field) {
        List<String> ids = new ArrayList<>();
        for (String id :
                Json.list(json, list, e -> e.isObject() ? Json.text(e, field) : Json.text(e))) {
            if (!id.isEmpty()) {
                ids.add(id);
            }
        }
        return ids;
    }
}
