package org.workspaceadmin.connection;

import org.workspaceadmin.model.Generation;

/** Which API generation a connection is to use, as the operator says it. */
public enum GenerationChoice {
    /** Let the service be asked. */
    DETECT,
    /** v1.0. */
    V1,
    /** v2. */
    V2;

    /** The choice that is a generation. */
    public static GenerationChoice of(Generation generation) {
        return generation == Generation.V1 ? V1 : V2;
    }

    /** The generation chosen; v2, which has the SDK behind it, until the service was asked. */
    public Generation generation() {
        return this == V1 ? Generation.V1 : Generation.V2;
    }
}
