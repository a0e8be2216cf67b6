package org.workspaceadmin.connection.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.connection.ConnectionDraft;
import org.workspaceadmin.connection.GivenSettings;
import org.workspaceadmin.connection.InputFault;
import org.workspaceadmin.connection.Predefined;
import org.workspaceadmin.connection.Region;
import org.workspaceadmin.connection.SettingKey;
import org.workspaceadmin.connection.policy.PolicyWarning.Kind;
import org.workspaceadmin.connection.transfer.SharedConnection;

/** Reads the content of an administrator file: what makes no sense is told and left out. */
final class PolicyReader {
    static final int VERSION = 1;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<String> FIELDS =
            Set.of("version", "settings", "locked", "allowed", "connections", "comment");
    private static final Set<String> THEMES = Set.of("system", "light", "dark");
    private static final Set<String> MODES = Set.of("system", "none", "manual");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*");
    private static final Pattern HOST = Pattern.compile("(\\*\\.)?[A-Za-z0-9.:\\[\\]-]{1,253}");
    private static final long LONGEST_REFRESH = 86_400;

    private final String file;
    private final ObjectNode root;
    private final List<PolicyWarning> warnings = new ArrayList<>();

    /** Reads an object of the right version that holds no secret. */
    PolicyReader(String file, ObjectNode root) {
        this.file = file;
        this.root = root;
    }

    AdminPolicy read() {
        root.fieldNames()
                .forEachRemaining(name -> {
                    if (!FIELDS.contains(name)) {
                        warn(Kind.UNKNOWN_FIELD, name);
                    }
                });
        GivenSettings settings = new GivenSettings(given(), locked());
        return new AdminPolicy(settings, allowed(), connections(), warnings);
    }

    private Map<SettingKey, ObjectNode> given() {
        Map<SettingKey, ObjectNode> given = new EnumMap<>(SettingKey.class);
        for (Map.Entry<String, JsonNode> entry : root.path("settings").properties()) {
            SettingKey key = key(entry.getKey());
            if (key == null) {
                warn(Kind.UNKNOWN_FIELD, "settings." + entry.getKey());
                continue;
            }
            ObjectNode value = value(key, entry.getValue());
            if (value == null) {
                warn(Kind.BAD_VALUE, "settings." + entry.getKey());
            } else {
                given.put(key, value);
            }
        }
        return given;
    }

    /** A setting in the shape of the settings file, null when it makes no sense. */
    private static @Nullable ObjectNode value(SettingKey key, JsonNode value) {
        ObjectNode result = JSON.objectNode();
        String text = value.isTextual() ? value.asText().strip() : "";
        boolean good =
                switch (key) {
                    case THEME -> THEMES.contains(text.toLowerCase(Locale.ROOT));
                    case LANGUAGE -> LANGUAGE.matcher(text).matches();
                    case REFRESH ->
                            value.isIntegralNumber()
                                    && value.asLong() > 0
                                    && value.asLong() <= LONGEST_REFRESH;
                    case PROXY -> isProxy(value);
                    case EXTRA_CA -> !text.isEmpty();
                };
        if (!good) {
            return null;
        }
        switch (key) {
            case THEME, LANGUAGE -> result.put(key.word(), text);
            case REFRESH -> result.put(key.word(), value.asLong());
            case PROXY -> result.set("network", proxy(value));
            case EXTRA_CA -> result.putObject("network").put("pem", text);
        }
        return result;
    }

    private static boolean isProxy(JsonNode value) {
        String mode = value.path("mode").asText().toLowerCase(Locale.ROOT);
        boolean manual = mode.equals("manual");
        int port = value.path("port").isIntegralNumber() ? value.path("port").asInt() : 0;
        boolean address =
                HOST.matcher(value.path("host").asText()).matches() && port > 0 && port <= 65_535;
        return MODES.contains(mode) && (!manual || address);
    }

    private static ObjectNode proxy(JsonNode value) {
        ObjectNode proxy = JSON.objectNode();
        proxy.put("proxy", value.path("mode").asText().toLowerCase(Locale.ROOT));
        proxy.put("host", value.path("host").asText());
        proxy.put("port", value.path("port").asInt());
        ArrayNode noProxy = proxy.putArray("noProxy");
        for (JsonNode host : value.path("noProxy")) {
            if (host.isTextual()) {
                noProxy.add(host.asText());
            }
        }
        return proxy;
    }

    private Set<SettingKey> locked() {
        Set<SettingKey> locked = EnumSet.noneOf(SettingKey.class);
        for (JsonNode word : root.path("locked")) {
            SettingKey key = key(word.asText());
            if (key == null) {
                warn(Kind.UNKNOWN_FIELD, "locked");
            } else {
                locked.add(key);
            }
        }
        return locked;
    }

    /** A list that is there allows what of it makes sense, and nothing else. */
    private Allowed allowed() {
        JsonNode node = root.path("allowed");
        return new Allowed(
                node.has("sites") ? sites(node.path("sites")) : Allowed.EVERYTHING.sites(),
                node.has("hosts") ? hosts(node.path("hosts")) : Allowed.EVERYTHING.hosts());
    }

    private Set<Region.Site> sites(JsonNode words) {
        Set<Region.Site> sites = EnumSet.noneOf(Region.Site.class);
        for (JsonNode word : words) {
            boolean known = false;
            for (Region.Site site : Region.Site.values()) {
                if (site.name().equalsIgnoreCase(word.asText())) {
                    sites.add(site);
                    known = true;
                }
            }
            if (!known) {
                warn(Kind.BAD_VALUE, "allowed.sites");
            }
        }
        return sites;
    }

    private List<String> hosts(JsonNode patterns) {
        List<String> hosts = new ArrayList<>();
        for (JsonNode host : patterns) {
            if (HOST.matcher(host.asText()).matches()) {
                hosts.add(host.asText());
            } else {
                warn(Kind.BAD_VALUE, "allowed.hosts");
            }
        }
        return hosts;
    }

    private List<Predefined> connections() {
        List<Predefined> connections = new ArrayList<>();
        Set<String> names = new HashSet<>();
        int index = 0;
        for (JsonNode node : root.path("connections")) {
            String at = "connections[" + index++ + "]";
            SharedConnection shared = SharedConnection.read(node);
            List<InputFault> faults = shared.check();
            String name = ConnectionDraft.folded(shared.draft().name());
            if (!faults.isEmpty()) {
                warn(Kind.BAD_CONNECTION, at + ": " + faults.getFirst().id());
            } else if (!names.add(name)) {
                warn(Kind.BAD_CONNECTION, at + ": nameTaken");
            } else {
                String id =
                        UUID.nameUUIDFromBytes(("policy/" + name).getBytes(StandardCharsets.UTF_8))
                                .toString();
                connections.add(
                        new Predefined(
                                shared.draft().connection(shared.identity()).withId(id),
                                node.path("locked").asBoolean(false)));
            }
        }
        return connections;
    }

    private static @Nullable SettingKey key(String word) {
        for (SettingKey key : SettingKey.values()) {
            if (key.word().equals(word)) {
                return key;
            }
        }
        return null;
    }

    private void warn(Kind kind, String detail) {
        warnings.add(new PolicyWarning(kind, file, detail));
    }
}
