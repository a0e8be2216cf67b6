package org.workspaceadmin.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.workspaceadmin.connection.Region.Site;

/** The regions known to offer Workspace, in the order a picker shows them. */
public final class Regions {
    private static final JsonNode DATA = data();
    private static final List<Region> ALL = load();
    private static final Set<String> WITHOUT = without();

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

    /**
     * Those that what was typed may mean, by id, name in both languages and site; the likeliest
     * first.
     *
     * @param typed words in any order, in any case; empty means all
     */
    public static List<Region> search(String typed) {
        return RegionSearch.best(ALL, typed);
    }

    /** Ids of regions that exist but are not known to offer Workspace. */
    public static Set<String> withoutWorkspace() {
        return WITHOUT;
    }

    private static JsonNode data() {
        try (InputStream in = Regions.class.getResourceAsStream("regions.json")) {
            if (in == null) {
                throw new IllegalStateException("regions.json is missing from the program");
            }
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Region> load() {
        List<Region> regions = new ArrayList<>();
        for (JsonNode node : DATA.path("regions")) {
            String domain = node.path("domain").asText(DATA.path("domain").asText());
            regions.add(region(node, domain));
        }
        return List.copyOf(regions);
    }

    private static Set<String> without() {
        Set<String> ids = new LinkedHashSet<>();
        DATA.path("withoutWorkspace").forEach(id -> ids.add(id.asText()));
        return Set.copyOf(ids);
    }

    private static Region region(JsonNode node, String domain) {
        String id = node.path("id").asText();
        String regional = "." + id + "." + domain;
        Site site = Site.valueOf(node.path("site").asText().toUpperCase(Locale.ROOT));
        // Europe's enterprise projects are regional, everybody else's are global.
        boolean global = site != Site.EUROPE;
        Endpoints endpoints =
                new Endpoints(
                        URI.create("https://workspace" + regional),
                        URI.create(node.path("iam").asText("https://iam" + regional)),
                        URI.create("https://vpc" + regional),
                        URI.create("https://ims" + regional),
                        URI.create("https://sts" + regional),
                        URI.create("https://eps" + (global ? "." + domain : regional)));
        List<String> hints = new ArrayList<>();
        node.path("hints").forEach(hint -> hints.add(hint.asText()));
        return new Region(
                id, node.path("en").asText(), node.path("zh").asText(), site, endpoints, hints);
    }
}
