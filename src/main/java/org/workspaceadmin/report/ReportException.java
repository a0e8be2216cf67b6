package org.workspaceadmin.report;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The archive could not be written; nothing of it is left behind. */
public final class ReportException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String target;

    /** Why. The texts are {@code report.fault.REASON}, with the file's name. */
    public enum Reason {
        /** No room is left on the disk, or for this user. */
        DISK_FULL,
        /** The folder may not be written to. */
        NOT_WRITABLE,
        /** The folder does not exist (any more). */
        NO_FOLDER,
        /** There is something of that name that is no file. */
        NOT_A_FILE,
        /** Anything else; the cause tells. */
        FAILED
    }

    ReportException(Reason reason, Path target, @Nullable Throwable cause) {
        super(reason + ": " + target, cause);
        this.reason = reason;
        this.target = target.toString();
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** Where it should have gone. */
    public String target() {
        return target;
    }
}
