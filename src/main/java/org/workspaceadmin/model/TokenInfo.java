package org.workspaceadmin.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What IAM says of a token, without the token (api/iam-and-signing.md section 1).
 *
 * @param issued when it was issued
 * @param expires when it ends, 24 hours later
 * @param userId IAM user id, the one a one-time code is asked with
 * @param userName IAM user
 * @param accountId account (domain) id of the user
 * @param accountName account name
 * @param projectId project the token is for, empty with account scope
 * @param projectName its name
 * @param passwordExpires when the password ends, null when it does not
 * @param roles names of the roles the token carries, possibly none
 */
public record TokenInfo(
        @Nullable Instant issued,
        @Nullable Instant expires,
        String userId,
        String userName,
        String accountId,
        String accountName,
        String projectId,
        String projectName,
        @Nullable Instant passwordExpires,
        List<String> roles) {
    /** Copies the list. */
    public TokenInfo {
        roles = List.copyOf(roles);
    }
}
