package org.workspaceadmin.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The regions known to offer Workspace, in the order a picker shows them. */
public final class Regions {
    private static final List<Region> ALL = load();

    private Regions() {}

    /** All of them. */
    public static List<Region> all() {
        return ALL;
    }

    /**
     * One of them.
     *
     * @param id region id
     */
    public static Optional<Region> find(String id) {
        return ALL.stream().filter(region -> region.id().equals(id)).findFirst();
    }

    private static List<Region> load() {
        try (InputStream in = Regions.class.getResourceAsStream("regions.json")) {
            if (in == null) {
                throw new IllegalStateException("regions.json is missing from the program");
            }
            JsonNode root = new ObjectMapper().readTree(in);
            List<Region> regions = new ArrayList<>();
            for (JsonNode node : root.path("regions")) {
                String domain = node.path("domain").asText(root.path("domain").asText());
                regions.add(region(node, domain));
            }
            return List.copyOf(regions);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Region region(JsonNode node, String domain) {
        String id = node.path("id").asText();
        String regional = "." + id + "." + domain;
        // Europe's enterprise projects are regional, everybody else's are global.
        boolean global = domain.endsWith(".com");
        Endpoints endpoints =
                new Endpoints(
                        URI.create("https://workspace" + regional),
                        URI.create(node.path("iam").asText("https://iam" + regional)),
                        URI.create("https://vpc" + regional),
                        URI.create("https://ims" + regional),
                        URI.create("https://sts" + regional),
                        URI.create("https://eps" + (global ? "." + domain : regional)));
        return new Region(id, node.path("en").asText(), node.path("zh").asText(), endpoints);
    }
}
