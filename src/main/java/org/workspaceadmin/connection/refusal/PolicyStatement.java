package org.workspaceadmin.connection.refusal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The smallest identity policy that grants what is missing. Identity policies carry version 5.0;
 * the older custom policies take the same statement under version 1.1 (the vendor's IAM guides).
 */
public final class PolicyStatement {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PolicyStatement() {}

    /**
     * The policy.
     *
     * @param explanation one that is {@link Explanation#grantable}
     * @return JSON over several lines
     */
    public static String json(Explanation explanation) {
        ObjectNode policy = JSON.createObjectNode().put("Version", "5.0");
        ObjectNode statement = policy.putArray("Statement").addObject();
        statement.put("Effect", "Allow");
        ArrayNode actions = statement.putArray("Action");
        explanation.actions().forEach(actions::add);
        List<String> named =
                explanation.resources().stream().filter(DecodedMessage::isResource).toList();
        ArrayNode resources = statement.putArray("Resource");
        if (named.isEmpty()) {
            resources.add("*");
        } else {
            named.forEach(resources::add);
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(policy);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }
}
