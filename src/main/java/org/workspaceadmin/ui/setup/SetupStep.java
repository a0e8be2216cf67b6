package org.workspaceadmin.ui.setup;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.model.Generation;

/** The steps of an application; which there are depends on the kind of domain. */
public enum SetupStep {
    /** Where the users live. */
    KIND,
    /** Name, administrator, controllers. */
    DOMAIN,
    /** VPC, subnets, way in. */
    NETWORK,
    /** Whether the company's directory can be reached. */
    CHECK,
    /** Everything in words, and the exact request. */
    REVIEW,
    /** What becomes of it. */
    PROGRESS;

    /**
     * The steps in order.
     *
     * @param kind null while not chosen; the longest way is shown then
     * @param generation of the connection
     */
    static List<SetupStep> of(@Nullable DomainKind kind, Generation generation) {
        if (kind == DomainKind.CLOUD) {
            // LITE_AS takes neither name nor account (api/workspace.md section 2).
            return generation == Generation.V2
                    ? List.of(KIND, NETWORK, REVIEW, PROGRESS)
                    : List.of(KIND, DOMAIN, NETWORK, REVIEW, PROGRESS);
        }
        return List.of(values());
    }
}
