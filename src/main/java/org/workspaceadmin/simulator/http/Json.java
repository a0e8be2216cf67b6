package org.workspaceadmin.simulator.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Making JSON. */
public final class Json {
    /** Reads and writes. */
    public static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /**
     * A new object.
     *
     * @return empty
     */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /**
     * A new array.
     *
     * @return empty
     */
    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }
}
