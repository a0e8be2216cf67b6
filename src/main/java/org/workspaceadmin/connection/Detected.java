package org.workspaceadmin.connection;

import org.workspaceadmin.model.Problem;

/** What the service's answers prove about its API generation; see {@link GenerationCheck}. */
public sealed interface Detected {
    /**
     * v2 answered.
     *
     * @param state the service's state word, such as {@code SUBSCRIBED}
     */
    record V2(String state) implements Detected {}

    /**
     * The gateway does not know v2, and Workspace itself answered v1.0.
     *
     * @param code the code Workspace answered with, empty when it gave none
     */
    record V1(String code) implements Detected {}

    /**
     * Nothing is proven, so the operator has to say.
     *
     * @param why what the answers were like
     * @param problem the answer that left it open
     */
    record Unclear(Why why, Problem problem) implements Detected {}

    /** Why it is unclear; the message bundles hold {@code connection.generation.why.<why>}. */
    enum Why {
        /** The gateway knows neither: rather a wrong address than an old service. */
        NEITHER,
        /** v2 was refused for want of a permission, which says nothing of the generation. */
        REFUSED,
        /** No answer, or one that proves nothing. */
        NO_PROOF
    }
}
