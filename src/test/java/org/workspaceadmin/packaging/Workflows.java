package org.workspaceadmin.packaging;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The workflow files of the project. */
final class Workflows {
    private static final Path FOLDER = Path.of(".github", "workflows");

    private static final YAMLMapper YAML =
            YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private Workflows() {}

    /**
     * A step of a job.
     *
     * @param where workflow, job and position
     * @param node the step
     * @param shell what runs its script, empty for an action
     */
    record Step(String where, JsonNode node, String shell) {
        String script() {
            return node.path("run").asText();
        }
    }

    /** Every workflow by its file's name. */
    static Map<String, JsonNode> all() throws IOException {
        Map<String, JsonNode> all = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                all.put(file.getFileName().toString(), parse(Files.readString(file)));
            }
        }
        return all;
    }

    /** A workflow's text; no key may be there twice. */
    static JsonNode parse(String text) throws IOException {
        return YAML.readTree(text);
    }

    /** Every step of every workflow. */
    static List<Step> steps() throws IOException {
        List<Step> steps = new ArrayList<>();
        for (Map.Entry<String, JsonNode> workflow : all().entrySet()) {
            String usual = workflow.getValue().at("/defaults/run/shell").asText();
            for (Map.Entry<String, JsonNode> job : workflow.getValue().path("jobs").properties()) {
                int number = 0;
                for (JsonNode step : job.getValue().path("steps")) {
                    String where = workflow.getKey() + " " + job.getKey() + " step " + ++number;
                    String shell = step.has("run") ? step.path("shell").asText(usual) : "";
                    steps.add(new Step(where, step, shell));
                }
            }
        }
        return steps;
    }
}
