package org.workspaceadmin.ui.setup;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.workspaceadmin.directory.CheckOrder;
import org.workspaceadmin.directory.CheckResult;
import org.workspaceadmin.directory.DirectoryAccess;
import org.workspaceadmin.directory.ObjectReport;
import org.workspaceadmin.task.Work;

/** The way from the screens to the company's directory. */
public interface DirectoryPort {
    /**
     * Checks a directory, with one attempt to sign in at the most that is refused.
     *
     * @param order what; the account's password stays the caller's to wipe
     * @param trusted an authority that is trusted for this check in addition, null for none
     * @param found hears each result as it comes, on background threads
     * @return true when all checks came to an end; cancelling ends what runs
     */
    Work<Boolean> check(
            CheckOrder order, @Nullable X509Certificate trusted, Consumer<CheckResult> found);

    /**
     * Duplicate and old computer objects, with one sign-in.
     *
     * @param access how; its password stays the caller's to wipe
     * @param trusted an authority that is trusted this time in addition, null for none
     * @param pattern names, with {@code *} for anything
     * @param days from which age of its password on an object counts as old
     * @return fails with {@link org.workspaceadmin.directory.DirectoryException}
     */
    Work<ObjectReport> leftovers(
            DirectoryAccess access, @Nullable X509Certificate trusted, String pattern, int days);

    /** How far the cloud's clock is ahead of this workstation's, null while not known. */
    @Nullable Duration cloudAhead();

    /** Whether an authority is the company's own, and not one that every computer knows. */
    boolean isCompanys(X509Certificate authority);

    /** A text with every secret masked, before it leaves for the clipboard. */
    String redacted(String text);
}
