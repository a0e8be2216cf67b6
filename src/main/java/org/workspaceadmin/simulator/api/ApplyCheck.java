package org.workspaceadmin.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.workspaceadmin.simulator.http.Call;
import org.workspaceadmin.simulator.http.Json;
import org.workspaceadmin.simulator.http.Refusal;
import org.workspaceadmin.simulator.world.Networks;
import org.workspaceadmin.simulator.world.Subnet;

/**
 * What the service accepts when it is opened: vendor page Apply for v1.0, {@code api/workspace.md}
 * for v2.
 */
final class ApplyCheck {
    private static final Pattern IP =
            Pattern.compile(
                    "((\\d{1,2}|1\\d\\d|2[0-4]\\d|25[0-5])\\.){3}(\\d{1,2}|1\\d\\d|2[0-4]\\d|25[0-5])");
    private static final Pattern LITE_NAME =
            Pattern.compile(
                    "(?=.{4,63}$)(?=[^.]{1,15}\\.)[A-Za-z0-9]+(?:-+[A-Za-z0-9]+)*(?:\\.[A-Za-z0-9]+(?:-+[A-Za-z0-9]+)*)+");
    private static final Pattern LITE_END = Pattern.compile(".*\\.(?=[^.]{2,}$)[^.]*[A-Za-z][^.]*");
    private static final Pattern LITE_ACCOUNT = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");
    private static final Set<String> SENSITIVE =
            Set.of("administrator", "guest", "krbtgt", "defaultaccount", "system", "everyone");
    private static final String SPECIAL = "~!@#$%^&*_-+=`|(){}[]:;\"'<>,.?/";

    private final Networks networks;

    ApplyCheck(Networks networks) {
        this.networks = networks;
    }

    /**
     * What was accepted.
     *
     * @param domain as the service will answer it, without password
     * @param vpcId network
     * @param subnets subnets
     * @param accessMode access mode
     * @param unreachable the controller does not answer
     * @param wrongPassword the controller refuses the account
     */
    record Accepted(
            ObjectNode domain,
            String vpcId,
            List<String> subnets,
            String accessMode,
            boolean unreachable,
            boolean wrongPassword) {}

    Accepted first(JsonNode body) {
        JsonNode given = object(body);
        String type = Call.must(given, "domain_type", 32);
        String name = Call.must(given, "domain_name", 255);
        String account = Call.must(given, "domain_admin_account", 255);
        String password = Call.must(given, "domain_password", 255);
        switch (type) {
            case "LITE_AD" -> lite(name, account, password);
            case "LOCAL_AD" -> local(given);
            default -> throw Refusal.badRequest("field domain_type is invalid");
        }
        return network(body, given, true);
    }

    Accepted second(JsonNode body) {
        JsonNode given = object(body);
        domain(given);
        String enterprise = Call.may(body, "enterprise_id", 32);
        if (enterprise != null && !enterprise.matches("[a-zA-Z0-9_-]+")) {
            throw Refusal.badRequest("field enterprise_id is invalid");
        }
        Call.may(body, "dedicated_subnets", 100);
        return network(body, given, false);
    }

    /** Checks a v2 domain. */
    Accepted domain(JsonNode given) {
        switch (Call.must(given, "domain_type", 32)) {
            case "LITE_AS" -> {}
            case "LOCAL_AD" -> {
                Call.must(given, "domain_name", 55);
                Call.must(given, "domain_admin_account", 55);
                Call.must(given, "domain_password", 255);
                Call.must(given, "active_domain_name", 55);
                local(given);
            }
            default -> throw Refusal.badRequest("field domain_type is invalid");
        }
        return accepted(given, "", List.of(), "");
    }

    static String accessMode(JsonNode body) {
        String mode = Call.must(body, "access_mode", 32);
        if (!Set.of("INTERNET", "DEDICATED", "BOTH").contains(mode)) {
            throw Refusal.badRequest("field access_mode is invalid");
        }
        return mode;
    }

    static boolean wrong(String password) {
        return password.toLowerCase(Locale.ROOT).contains("wrong");
    }

    static boolean unreachable(String address) {
        return address.startsWith("192.0.2.");
    }

    /** Checks subnets that are given as plain ids. */
    List<String> subnets(List<String> ids, String vpcId) {
        if (new HashSet<>(ids).size() != ids.size()) {
            throw Refusal.badRequest("field subnet_ids names a subnet twice");
        }
        for (String id : ids) {
            Subnet subnet =
                    networks.subnet(id)
                            .orElseThrow(() ->
                                    Refusal.badRequest("the subnet " + id + " does not exist"));
            if (!subnet.vpcId().equals(vpcId)) {
                throw Refusal.badRequest("the subnet " + id + " does not belong to VPC " + vpcId);
            }
            if (ServiceNetwork.overlapsManagement(subnet.cidr())) {
                throw Refusal.badRequest("the subnet " + id + " overlaps 172.16.0.0/12");
            }
        }
        return List.copyOf(ids);
    }

    private Accepted network(JsonNode body, JsonNode given, boolean first) {
        String vpcId = Call.must(body, "vpc_id", 255);
        if (networks.vpc(vpcId).isEmpty()) {
            throw Refusal.badRequest("the VPC " + vpcId + " does not exist");
        }
        JsonNode list = body.path("subnet_ids");
        if (!list.isArray() || list.isEmpty() || list.size() > 100) {
            throw Refusal.badRequest("field subnet_ids is mandatory");
        }
        List<String> ids = new ArrayList<>();
        for (JsonNode entry : list) {
            ids.add(Call.must(entry, "subnet_id", 255));
        }
        if (first) {
            Call.may(body, "availability_zone", 255);
        }
        return accepted(given, vpcId, subnets(ids, vpcId), accessMode(body));
    }

    private static Accepted accepted(
            JsonNode given, String vpcId, List<String> subnets, String mode) {
        ObjectNode domain = Json.object();
        for (String field :
                List.of(
                        "domain_type",
                        "domain_name",
                        "domain_admin_account",
                        "active_domain_ip",
                        "active_domain_name",
                        "standby_domain_ip",
                        "standby_domain_name",
                        "active_dns_ip",
                        "standby_dns_ip")) {
            String value = Call.may(given, field, 255);
            if (value != null) {
                domain.put(field, value);
            }
        }
        // Sent as a number, answered as a text.
        domain.put("delete_computer_object", given.path("delete_computer_object").asText("0"));
        domain.put("use_ldaps", given.path("use_ldaps").asBoolean(false));
        return new Accepted(
                domain,
                vpcId,
                subnets,
                mode,
                unreachable(given.path("active_domain_ip").asText("")),
                wrong(given.path("domain_password").asText("")));
    }

    private static JsonNode object(JsonNode body) {
        JsonNode given = body.path("ad_domains");
        if (!given.isObject()) {
            throw Refusal.badRequest("field ad_domains is mandatory");
        }
        return given;
    }

    private static void local(JsonNode given) {
        address(Call.must(given, "active_domain_ip", 255), "active_domain_ip");
        address(Call.must(given, "active_dns_ip", 255), "active_dns_ip");
        for (String field : List.of("standby_domain_ip", "standby_dns_ip")) {
            String value = Call.may(given, field, 255);
            if (value != null && !value.isEmpty()) {
                address(value, field);
            }
        }
    }

    private static void address(String value, String field) {
        if (!IP.matcher(value).matches()) {
            throw Refusal.badRequest("field " + field + " is no IPv4 address");
        }
    }

    private static void lite(String name, String account, String password) {
        if (!LITE_NAME.matcher(name).matches() || !LITE_END.matcher(name).matches()) {
            throw Refusal.badRequest("field domain_name is invalid");
        }
        if (!LITE_ACCOUNT.matcher(account).matches()
                || SENSITIVE.contains(account.toLowerCase(Locale.ROOT))) {
            throw Refusal.badRequest("field domain_admin_account is invalid");
        }
        String reversed = new StringBuilder(account).reverse().toString();
        boolean fits =
                password.length() >= 8
                        && password.length() <= 64
                        && Character.isLetter(password.charAt(0))
                        && password.chars().anyMatch(c -> c >= 'A' && c <= 'Z')
                        && password.chars().anyMatch(c -> c >= 'a' && c <= 'z')
                        && password.chars().anyMatch(c -> c >= '0' && c <= '9')
                        && password.chars().anyMatch(c -> SPECIAL.indexOf(c) >= 0)
                        && !password.matches(".*(.)\\1\\1.*")
                        && !password.equalsIgnoreCase(account)
                        && !password.equalsIgnoreCase(reversed);
        if (!fits) {
            throw Refusal.badRequest("field domain_password is invalid");
        }
    }
}
