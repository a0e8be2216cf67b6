package org.workspaceadmin.cloud;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.AttachedUser;
import org.workspaceadmin.model.Desktop;
import org.workspaceadmin.model.DesktopStatus;
import org.workspaceadmin.model.DesktopType;
import org.workspaceadmin.model.LoginState;
import org.workspaceadmin.model.OsFamily;
import org.workspaceadmin.model.Tag;
import org.workspaceadmin.model.Term;

/** One desktop while its fields pass by (api/desktops.md section 3). */
final class DesktopDraft {
    private final StringPool pool;

    private String id = "";
    private String name = "";
    private String hostName = "";
    private String status = "";
    private String task = "";
    private @Nullable Integer progress;
    private String login = "";
    private String connect = "";
    private String ou = "";
    private String domain = "";
    private String userName = "";
    private final List<AttachedUser> users = new ArrayList<>(2);
    private String userGroup = "";
    private String attachState = "";
    private String type = "";
    private String poolId = "";
    private String poolName = "";
    private final Set<String> addresses = new LinkedHashSet<>(4);
    private final Set<String> networkAddresses = new LinkedHashSet<>(4);
    private String ipv6 = "";
    private String osFamily = "";
    private String osVersion = "";
    private String imageOsVersion = "";
    private String imageId = "";
    private String imageName = "";
    private String product = "";
    private String flavor = "";
    private String productId = "";
    private String ownProductId = "";
    private String sid = "";
    private String subnetId = "";
    private String zone = "";
    private boolean maintenance;
    private boolean frozen;
    private String orderId = "";
    private String enterpriseProjectId = "";
    private final List<Tag> tags = new ArrayList<>(2);
    private @Nullable Instant created;

    private DesktopDraft(StringPool pool) {
        this.pool = pool;
    }

    /**
     * Reads the object a parser stands on, up to its end.
     *
     * @param pool shares what many desktops have in common
     */
    static Desktop read(JsonParser parser, StringPool pool) throws IOException {
        DesktopDraft draft = new DesktopDraft(pool);
        Tokens.fields(parser, draft::field);
        return draft.desktop();
    }

    private String shared(JsonParser parser) throws IOException {
        return Tokens.shared(parser, pool);
    }

    private void field(String field, JsonParser parser) throws IOException {
        switch (field) {
            case "desktop_id" -> id = Tokens.text(parser);
            case "computer_name" -> name = Tokens.text(parser);
            case "os_host_name" -> hostName = Tokens.text(parser);
            case "status" -> status = shared(parser);
            case "task_status" -> task = shared(parser);
            case "process" -> progress = Tokens.integer(parser);
            case "login_status" -> login = shared(parser);
            case "connect_status" -> connect = shared(parser);
            case "ou_name" -> ou = shared(parser);
            case "domain" -> domain = shared(parser);
            case "user_name" -> userName = Tokens.text(parser);
            case "attach_user_infos" -> Tokens.each(parser, this::user);
            case "user_group" -> userGroup = shared(parser);
            case "attach_state" -> attachState = shared(parser);
            case "desktop_type" -> type = shared(parser);
            case "pool_id", "desktop_pool_id" -> poolId = shared(parser);
            case "pool_name", "desktop_pool_name" -> poolName = shared(parser);
            case "ip_addresses" -> Tokens.each(parser, p -> address(addresses, p));
            case "ip_address", "ipv4" -> address(addresses, parser);
            case "ipv6" -> ipv6 = Tokens.text(parser);
            case "addresses" -> networks(parser);
            case "metadata" -> Tokens.fields(parser, this::metadata);
            case "os_type" -> osFamily = osFamily.isEmpty() ? shared(parser) : osFamily;
            case "os_version" -> osVersion = shared(parser);
            case "product_id" -> productId = shared(parser);
            case "product" -> Tokens.fields(parser, this::product);
            case "sid" -> sid = Tokens.text(parser);
            case "subnet_id" -> subnetId = shared(parser);
            case "availability_zone" -> zone = shared(parser);
            case "in_maintenance_mode" -> maintenance = Tokens.bool(parser);
            case "is_freeze" -> frozen = Tokens.bool(parser);
            case "order_id" -> orderId = Tokens.text(parser);
            case "enterprise_project_id" -> enterpriseProjectId = shared(parser);
            case "tags" -> Tokens.each(parser, this::tag);
            case "created" -> created = Json.instant(Tokens.text(parser));
            default -> parser.skipChildren();
        }
    }

    private void metadata(String field, JsonParser parser) throws IOException {
        switch (field) {
            case "os_type" -> osFamily = shared(parser);
            case "desktop_os_version" -> imageOsVersion = shared(parser);
            case "metering.image_id" -> imageId = shared(parser);
            case "image_name" -> imageName = shared(parser);
            default -> parser.skipChildren();
        }
    }

    private void product(String field, JsonParser parser) throws IOException {
        switch (field) {
            case "descriptions", "product_desc" -> {
                String words = shared(parser);
                product = words.isEmpty() ? product : words;
            }
            case "flavor_id" -> flavor = shared(parser);
            case "product_id" -> ownProductId = shared(parser);
            default -> parser.skipChildren();
        }
    }

    private void user(JsonParser parser) throws IOException {
        String[] values = {"", "", "", ""};
        Tokens.fields(
                parser,
                (field, p) -> {
                    switch (field) {
                        case "user_name" -> values[0] = Tokens.text(p);
                        case "user_group" -> values[1] = shared(p);
                        case "type" -> values[2] = shared(p);
                        case "domain" -> values[3] = shared(p);
                        default -> p.skipChildren();
                    }
                });
        String user = values[0].equals(userName) ? userName : values[0];
        users.add(new AttachedUser(user, values[1], values[2], values[3]));
    }

    private void tag(JsonParser parser) throws IOException {
        String[] values = {"", ""};
        Tokens.fields(
                parser,
                (field, p) -> {
                    switch (field) {
                        case "key" -> values[0] = shared(p);
                        case "value" -> values[1] = shared(p);
                        default -> p.skipChildren();
                    }
                });
        tags.add(new Tag(values[0], values[1]));
    }

    private static void address(Set<String> into, JsonParser parser) throws IOException {
        String address = Tokens.text(parser);
        if (!address.isEmpty()) {
            into.add(address);
        }
    }

    /** A map of networks by the model, a bare list by the example; both hold {@code addr}. */
    private void networks(JsonParser parser) throws IOException {
        if (!addresses.isEmpty() || !parser.currentToken().isStructStart()) {
            parser.skipChildren();
            return;
        }
        int depth = 1;
        while (depth > 0) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw new IOException("the addresses have no end");
            }
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            } else if (token == JsonToken.VALUE_STRING && "addr".equals(parser.currentName())) {
                networkAddresses.add(parser.getText());
            }
        }
    }

    private Desktop desktop() {
        if (addresses.isEmpty()) {
            addresses.addAll(networkAddresses);
        }
        if (!ipv6.isEmpty()) {
            addresses.add(ipv6);
        }
        return new Desktop(
                id,
                name,
                hostName.equals(name) ? name : hostName,
                statusTerm(),
                task,
                progress,
                Term.of(LoginState.class, login.isEmpty() ? connect : login),
                ou,
                domain,
                userName,
                users,
                userGroup,
                attachState,
                Term.of(DesktopType.class, type),
                poolId,
                poolName,
                List.copyOf(addresses),
                Term.of(OsFamily.class, osFamily),
                osVersion.isEmpty() ? imageOsVersion : osVersion,
                imageId,
                imageName,
                product.isEmpty() ? flavor : product,
                productId.isEmpty() ? ownProductId : productId,
                sid,
                subnetId,
                zone,
                maintenance,
                frozen,
                !orderId.isEmpty(),
                orderId,
                enterpriseProjectId,
                tags,
                created);
    }

    /** The service sends no status while it deletes a desktop (api/desktops.md section 3). */
    private Term<DesktopStatus> statusTerm() {
        return status.isEmpty()
                ? new Term<>(DesktopStatus.DELETING, "")
                : Term.of(DesktopStatus.class, status.toUpperCase(Locale.ROOT));
    }
}
