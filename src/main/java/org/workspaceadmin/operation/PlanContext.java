package org.workspaceadmin.operation;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.cloud.Writes;
import org.workspaceadmin.model.DomainCheck;
import org.workspaceadmin.model.Generation;
import org.workspaceadmin.model.Target;
import org.workspaceadmin.rules.Directory;
import org.workspaceadmin.rules.domain.SiteLists;

/**
 * What a plan depends on beside the draft.
 *
 * @param connectionId where
 * @param writes builds the requests
 * @param directory where the users live, as far as known
 * @param batchRejoin whether to rejoin by the batch call; false where the region was seen to lack
 *     it
 * @param domain the last domain check of a desktop, null when it was not asked
 * @param openOperation id of the open operation a desktop is in, null when in none
 * @param mask masks secrets in bodies
 * @param generation the API generation of the connection
 * @param serviceTarget the service of its project
 * @param siteLists names and passwords the site does not want
 * @param names which names the fleet has
 * @param elsewhere the job started elsewhere that is at work on a desktop, null when none is known
 */
record PlanContext(
        String connectionId,
        Writes writes,
        Directory directory,
        boolean batchRejoin,
        Function<String, @Nullable DomainCheck> domain,
        Function<String, @Nullable String> openOperation,
        UnaryOperator<String> mask,
        Generation generation,
        Target serviceTarget,
        SiteLists siteLists,
        KnownNames names,
        Function<String, @Nullable String> elsewhere) {
    /** Where nothing is known of the fleet's names, nor of jobs started elsewhere. */
    PlanContext(
            String connectionId,
            Writes writes,
            Directory directory,
            boolean batchRejoin,
            Function<String, @Nullable DomainCheck> domain,
            Function<String, @Nullable String> openOperation,
            UnaryOperator<String> mask,
            Generation generation,
            Target serviceTarget,
            SiteLists siteLists) {
        this(
                connectionId,
                writes,
                directory,
                batchRejoin,
                domain,
                openOperation,
                mask,
                generation,
                serviceTarget,
                siteLists,
                KnownNames.NONE,
                desktop -> null);
    }
}
