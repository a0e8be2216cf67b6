package org.workspaceadmin.journal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.workspaceadmin.model.Problem;

/** The journal could not be opened, read or written. Says which of a few causes it was. */
public final class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Cause reason;
    private final String file;

    /** Causes that need different advice. */
    public enum Cause {
        /** The file was written by a newer version of the program; it is left untouched. */
        NEWER_VERSION,
        /** Another process has it open. */
        IN_USE,
        /** The file or its folder cannot be read or created. */
        UNREADABLE,
        /** A folder is in the file's place. */
        NOT_A_FILE,
        /** The file can be read and not written; nothing was changed. */
        READ_ONLY,
        /** The disk is full; nothing was changed. */
        DISK_FULL,
        /** Writing failed for another reason; nothing was changed. */
        WRITE_FAILED
    }

    JournalException(Cause reason, Path file, String detail, Throwable cause) {
        super(reason + " " + file + ": " + detail, cause);
        this.reason = reason;
        this.file = file.toString();
    }

    JournalException(Cause reason, Path file, String detail) {
        super(reason + " " + file + ": " + detail);
        this.reason = reason;
        this.file = file.toString();
    }

    /** Which cause. */
    public Cause reason() {
        return reason;
    }

    /**
     * The same as a problem for the screens; where the file is, is no secret.
     *
     * @param at when
     */
    public Problem problem(Instant at) {
        Problem.Kind kind =
                reason == Cause.DISK_FULL
                        ? Problem.Kind.JOURNAL_DISK_FULL
                        : Problem.Kind.JOURNAL_FAILED;
        return Problem.without(kind, "", reason.name(), at)
                .withEvidence(Map.of(Problem.Evidence.FILE, file));
    }

    /** The journal's file. */
    public Path file() {
        return Path.of(file);
    }
}
