package org.workspaceadmin.fleet.health;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.directory.DirectoryProblem;
import org.workspaceadmin.directory.Principal;

/**
 * Everything known of the directory at a time. What does not change is of one reading, so that a
 * health made of it is of one piece; addresses are filled in while DNS answers.
 *
 * @param computers as last read, null before the first good reading
 * @param joiner who joins computers; unknown while not looked up
 * @param joinerReads whether that is the account that read, so that what it may create is known
 * @param replaced Windows SIDs that objects had at an earlier reading, where they have another now,
 *     by lower-case name
 * @param addresses A records by lower-case host name; missing where DNS was not asked or would not
 *     answer
 * @param domain DNS name of the domain that is read, empty when none is
 * @param unknownSince since when the directory cannot be read, null when it can
 * @param problem why, null when there is no trouble
 */
record Known(
        @Nullable ComputerIndex computers,
        Principal joiner,
        boolean joinerReads,
        Map<String, String> replaced,
        ConcurrentMap<String, Set<String>> addresses,
        String domain,
        @Nullable Instant unknownSince,
        @Nullable DirectoryProblem problem) {
    /** Nothing of a domain, or of none when its name is empty. */
    static Known nothing(String domain) {
        return new Known(
                null,
                Principal.UNKNOWN,
                false,
                Map.of(),
                new ConcurrentHashMap<>(),
                domain,
                null,
                null);
    }

    /** The same once the directory cannot be read. */
    Known failing(DirectoryProblem why) {
        return new Known(
                computers,
                joiner,
                joinerReads,
                replaced,
                addresses,
                domain,
                unknownSince == null ? why.at() : unknownSince,
                why);
    }

    /** What may be said of the directory now: nothing once it cannot be read any more. */
    @Nullable ComputerIndex current() {
        return unknownSince == null ? computers : null;
    }
}
