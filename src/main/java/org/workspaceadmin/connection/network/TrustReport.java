package org.workspaceadmin.connection.network;

import java.util.List;
import java.util.Map;
import org.workspaceadmin.cloud.Trust;

/**
 * What was found when the sources of trust were read.
 *
 * @param anchors how many certificates are trusted because of each source; a certificate that
 *     several sources hold counts for the first
 * @param faults what is not as it should be, in the order met
 */
public record TrustReport(Map<Trust.Source, Integer> anchors, List<TrustFault> faults) {
    /** Copies. */
    public TrustReport {
        anchors = Map.copyOf(anchors);
        faults = List.copyOf(faults);
    }

    /** How many certificates are trusted because of a source. */
    public int count(Trust.Source source) {
        return anchors.getOrDefault(source, 0);
    }
}
