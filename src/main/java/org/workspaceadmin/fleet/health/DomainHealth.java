package org.workspaceadmin.fleet.health;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A desktop's standing in the domain.
 *
 * @param word the worst finding's word
 * @param findings everything found, the worst first; never empty
 * @param suggestion what to do
 * @param owner of the computer object, empty when not told; who blocks its reuse where the
 *     suggestion says so
 * @param needsRepair whether something is broken, not only worth a look
 * @param asOf when the directory said what went into this, null when it said nothing
 * @param unknownSince since when the directory's part is not known any more, null when it is or
 *     never was wanted
 */
public record DomainHealth(
        HealthWord word,
        List<Finding> findings,
        Suggestion suggestion,
        String owner,
        boolean needsRepair,
        @Nullable Instant asOf,
        @Nullable Instant unknownSince) {
    /** Copies the list. */
    public DomainHealth {
        findings = List.copyOf(findings);
    }

    /** The finding the word is of. */
    public Finding worst() {
        return findings.getFirst();
    }

    /** Whether another one comes to the same, whenever it was found out and whoever owns what. */
    boolean saysTheSame(DomainHealth other) {
        return word == other.word
                && needsRepair == other.needsRepair
                && suggestion == other.suggestion
                && findings.equals(other.findings)
                && Objects.equals(unknownSince, other.unknownSince);
    }
}
