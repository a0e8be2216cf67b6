package org.workspaceadmin.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.workspaceadmin.connection.Connection;
import org.workspaceadmin.connection.Endpoints;
import org.workspaceadmin.model.Field;

/** The parts of a report that come from elsewhere than the journal, not cleaned yet. */
final class Sections {
    private static final int LARGEST_SETTINGS = 256 * 1024;
    private static final int MOST_LINES = 500;
    private static final int SHOWN_OF_KEY = 4;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Sections() {}

    /** Versions, system, language, zone. */
    static ObjectNode program(List<Field> facts, ZoneId zone) {
        ObjectNode node = fields(facts);
        node.put("java", Runtime.version() + ", " + System.getProperty("java.vendor", ""));
        node.put(
                "system",
                System.getProperty("os.name", "")
                        + ' '
                        + System.getProperty("os.version", "")
                        + ", "
                        + System.getProperty("os.arch", ""));
        node.put("locale", Locale.getDefault().toLanguageTag());
        node.put("zone", zone.getId());
        node.put("encoding", System.getProperty("native.encoding", ""));
        node.put("processors", Runtime.getRuntime().availableProcessors());
        node.put("memoryMegabytes", Runtime.getRuntime().maxMemory() / (1024 * 1024));
        return node;
    }

    /** Names and values. */
    static ObjectNode fields(List<Field> facts) {
        ObjectNode node = JSON.objectNode();
        facts.forEach(f -> node.put(f.path(), f.value()));
        return node;
    }

    /** The settings file as it is; says so when it cannot be read. */
    static JsonNode settings(Path file) {
        if (!Files.exists(file)) {
            return JSON.objectNode();
        }
        try {
            if (Files.size(file) > LARGEST_SETTINGS) {
                return JSON.objectNode().put("tooLarge", Files.size(file));
            }
            return MAPPER.readTree(Files.readString(file, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            return JSON.objectNode().put("unreadable", "no JSON");
        } catch (IOException e) {
            return JSON.objectNode().put("unreadable", e.toString());
        }
    }

    /** What is not secret of the connections: a chosen list, so that nothing new slips in. */
    static ArrayNode connections(List<Connection> connections) {
        ArrayNode all = JSON.arrayNode();
        for (Connection connection : connections) {
            ObjectNode node = all.addObject();
            node.put("name", connection.name());
            node.put("id", connection.id());
            node.put("region", connection.region());
            node.put("project", connection.projectId());
            node.put("projectName", connection.projectName());
            node.put("enterpriseProject", connection.enterpriseProjectId());
            node.put("generation", connection.generation().name());
            node.put("signIn", connection.signIn().name());
            node.put("accessKey", shortened(connection.identity().accessKey()));
            node.put("account", connection.identity().account());
            node.put("user", connection.identity().user());
            node.put("userId", connection.identity().userId());
            node.put("oneTimeCode", connection.identity().oneTimeCode());
            node.put("label", connection.marking().label());
            node.put("guarded", connection.marking().guarded());
            node.put("demo", connection.demo());
            Endpoints to = connection.endpoints();
            node.putObject("hosts")
                    .put("workspace", host(to.workspace()))
                    .put("iam", host(to.iam()))
                    .put("vpc", host(to.vpc()))
                    .put("ims", host(to.ims()))
                    .put("sts", host(to.sts()))
                    .put("eps", host(to.eps()));
        }
        return all;
    }

    /** Connection tests; lines that are JSON stay JSON. */
    static ArrayNode tests(List<TestedConnection> tests) {
        ArrayNode all = JSON.arrayNode();
        for (TestedConnection test : tests) {
            ObjectNode node = all.addObject();
            node.put("connection", test.connection());
            node.put("at", test.at().toString());
            ArrayNode lines = node.putArray("steps");
            test.lines().stream().limit(MOST_LINES).forEach(line -> lines.add(line(line)));
        }
        return all;
    }

    /** Failures of this run. */
    static ArrayNode failures(UncaughtFailures failures) {
        ArrayNode all = JSON.arrayNode();
        for (UncaughtFailures.Entry entry : failures.entries()) {
            all.addObject()
                    .put("at", entry.at().toString())
                    .put("thread", entry.thread())
                    .put("stack", entry.stack());
        }
        return all;
    }

    /** Enough of a key id to tell two keys apart, not to use one. */
    static String shortened(String accessKey) {
        return accessKey.length() <= 2 * SHOWN_OF_KEY
                ? accessKey.isEmpty() ? "" : "…"
                : accessKey.substring(0, SHOWN_OF_KEY) + "…";
    }

    private static JsonNode line(String line) {
        if (line.startsWith("{")) {
            try {
                return MAPPER.readTree(line);
            } catch (JsonProcessingException e) {
                return JSON.textNode(line); // begins like JSON and is none
            }
        }
        return JSON.textNode(line);
    }

    private static String host(URI address) {
        String host = String.valueOf(address.getHost());
        return address.getPort() < 0 ? host : host + ':' + address.getPort();
    }
}
